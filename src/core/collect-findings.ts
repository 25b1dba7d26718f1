import { checkPatterns } from './analysis/check/check-patterns.ts';
import type { Cluster } from './cluster/cluster.ts';
import { type AnyRoute, allRoutes } from './control/any-route.ts';
import {
  checkAttachment,
  checkKindConflicts,
  checkRoute,
  checkSelector,
} from './control/check-attachment.ts';
import { asDropped, checkChannel } from './control/check-channel.ts';
import { checkCORS } from './control/check-cors.ts';
import { checkExtensionFilters } from './control/check-extension-filters.ts';
import { checkFilters } from './control/check-filters.ts';
import { checkGateways } from './control/check-gateways.ts';
import { checkNearGrants } from './control/check-near-grants.ts';
import { checkNearParents } from './control/check-near-parents.ts';
import { checkParentless } from './control/check-parentless.ts';
import { checkPlainText } from './control/check-plain-text.ts';
import { checkPolicies } from './control/check-policies.ts';
import { checkReferences } from './control/check-references.ts';
import { checkSplitWeights } from './control/check-split-weights.ts';
import { groupIn } from './control/reference-group.ts';
import type { Finding } from './findings/finding.ts';
import { keepFindingsMemo } from './findings-memo.ts';
import { compareKeys } from './ir/order.ts';
import type { ResourceId, ServiceResource } from './resource/resource.ts';
import type { FindingsMemo, Snapshot } from './snapshot.ts';

const NONE: readonly Finding[] = [];

/**
 * Every finding about the manifests, ordered by file (as given), position and code. Findings of what has not changed
 * since the earlier snapshot are taken over; the result is the same as a cold one.
 */
export function collectFindings(snapshot: Snapshot): readonly Finding[] {
  const { documents, decoded, cluster, control } = snapshot;
  const findings: Finding[] = [];
  const take = (own: readonly Finding[]) => {
    for (const finding of own) findings.push(finding);
  };
  documents.forEach((document, at) => {
    if (document.findings.length > 0 && decoded[at]?.skipped !== true) take(document.findings);
  });
  const isSaid = ({ code, args }: Finding) =>
    code !== 'core-group-spelled-out' || groupIn(String(args.written), false, snapshot.profile) !== '';
  for (const each of decoded) if (each.findings.length > 0) take(each.findings.filter(isSaid));
  take(cluster.findings);

  const memo = findAll(snapshot);
  for (const own of memo.routes.values()) if (own.length > 0) take(own);
  for (const own of memo.services.values()) if (own.length > 0) take(own);
  keepFindingsMemo(snapshot, memo);
  const routes = new Map<ResourceId, AnyRoute>();
  for (const route of allRoutes(cluster)) routes.set(route.id, route);
  checkParentless(cluster, (finding) => findings.push(finding));
  checkGateways(cluster, control, (finding) => findings.push(finding));
  checkNearParents(cluster, control.facets, (finding) => findings.push(finding));
  checkPolicies(cluster, control, (finding) => findings.push(finding));
  checkNearGrants(cluster, control, (finding) => findings.push(finding));
  for (const [route, { entries }] of control.memo.compiledAtGateways)
    checkPlainText(route, entries, control, cluster, (finding) => findings.push(finding));
  checkKindConflicts(control, routes, (finding) => findings.push(finding));
  if (snapshot.profile.channel === 'standard') {
    checkChannel(cluster, (finding) => findings.push(finding));
    return inOrder(findings.map(asDropped), snapshot);
  }
  return inOrder(findings, snapshot);
}

/** Checks each route and Service; after an edit only those that rest on something that changed. */
function findAll(snapshot: Snapshot): FindingsMemo {
  const { cluster, control, earlier } = snapshot;
  const { patch } = cluster;
  const { renewed } = control.memo;
  const { identity } = cluster;
  if (earlier === null || patch === null || renewed === null || patch.basis !== earlier.cluster) {
    const routes = new Map<AnyRoute, readonly Finding[]>();
    for (const route of allRoutes(cluster)) routes.set(route, findRoute(route, snapshot));
    const services = new Map<string, readonly Finding[]>();
    for (const [key, service] of cluster.services) services.set(key, findService(service, cluster));
    return { cluster: identity, routes, services };
  }
  const routes = new Map(earlier.routes);
  for (const { before } of patch.routes) routes.delete(before);
  for (const route of renewed) routes.set(route, findRoute(route, snapshot));
  // The gateway side is made anew with every snapshot, and so are its findings.
  for (const route of control.memo.compiledAtGateways.keys()) {
    routes.set(route, findRoute(route, snapshot));
  }
  if (patch.endpoints.size > 0) {
    for (const [route, { lookups }] of control.memo.compiled) {
      const rests = lookups.some(({ ref }) => patch.endpoints.has(`${ref.namespace}/${ref.name}`));
      if (rests) routes.set(route, findRoute(route, snapshot));
    }
  }
  const services = new Map(earlier.services);
  for (const key of patch.endpoints) {
    const service = cluster.services.get(key);
    if (service) services.set(key, findService(service, cluster));
  }
  return { cluster: identity, routes, services };
}

function findRoute(route: AnyRoute, snapshot: Snapshot): readonly Finding[] {
  const { cluster, control, profile } = snapshot;
  let findings: Finding[] | null = null;
  const report = (finding: Finding) => {
    findings ??= [];
    findings.push(finding);
  };
  for (const attachment of control.memo.attachments.get(route) ?? []) checkAttachment(attachment, report);
  checkRoute(route, control.facets, report);
  checkFilters(route, profile, report);
  // At a Gateway references need grants, in a mesh they do not: the stricter side tells more.
  const entries =
    control.memo.compiledAtGateways.get(route)?.entries ?? control.memo.compiled.get(route)?.entries;
  if (entries !== undefined) {
    checkReferences(route, entries, control, cluster, report);
    checkExtensionFilters(route, cluster, report);
    checkCORS(route, entries, report);
    checkSplitWeights(route, report);
    checkPatterns(entries, profile, report);
  }
  return findings ?? NONE;
}

function findService(service: ServiceResource, cluster: Cluster): readonly Finding[] {
  let found: Finding | null = null;
  checkSelector(service, cluster, (finding) => {
    found = finding;
  });
  return found === null ? NONE : [found];
}

/** Findings by file (as given), position and code. */
export function inOrder(findings: readonly Finding[], snapshot: Snapshot): readonly Finding[] {
  const files = new Map(snapshot.sources.map((source, at) => [source.file, at]));
  const keyed = findings.map((finding) => ({
    finding,
    file: files.get(finding.site.file) ?? files.size,
    start: snapshot.locator.offsets(finding.site)?.start ?? 0,
  }));
  keyed.sort(
    (a, b) =>
      a.file - b.file ||
      a.start - b.start ||
      compareKeys(a.finding.code, b.finding.code) ||
      // Two findings of one code at one place differ in their facts.
      compareKeys(JSON.stringify(a.finding.args), JSON.stringify(b.finding.args)),
  );
  return keyed.map((each) => each.finding);
}
