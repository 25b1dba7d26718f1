import { checkPatterns } from './analysis/check-patterns.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Attachment } from './control/attach.ts';
import {
  checkAttachment,
  checkKindConflicts,
  checkRoute,
  checkSelector,
} from './control/check-attachment.ts';
import { checkReferences } from './control/check-references.ts';
import type { Finding } from './findings/finding.ts';
import type { RouteEntry } from './ir/mesh-ir.ts';
import { compareKeys } from './ir/order.ts';
import type { Snapshot } from './pipeline.ts';
import type { ResourceId, RouteResource, ServiceResource } from './resource/resource.ts';

/** What a snapshot found about each route and Service, and what that rests on. */
export interface FindingsMemo {
  readonly cluster: Cluster;
  readonly routes: ReadonlyMap<RouteResource, RouteFindings>;
  readonly services: ReadonlyMap<ServiceResource, ServiceFindings>;
}

interface RouteFindings {
  readonly attachments: readonly Attachment[];
  readonly entries: readonly RouteEntry[];
  readonly findings: readonly Finding[];
}

interface ServiceFindings {
  /** The workloads of its namespace and its slices, as the cluster held them. */
  readonly workloads: unknown;
  readonly slices: unknown;
  readonly findings: readonly Finding[];
}

const NONE: readonly Finding[] = [];
const memos = new WeakMap<Snapshot, FindingsMemo>();

/** What a snapshot found, for the next one; null until its findings were collected. */
export function findingsMemoOf(snapshot: Snapshot): FindingsMemo | null {
  return memos.get(snapshot) ?? null;
}

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
  for (const document of documents) if (document.findings.length > 0) take(document.findings);
  for (const each of decoded) if (each.findings.length > 0) take(each.findings);
  take(cluster.findings);

  const earlier = snapshot.earlier;
  const sameEndpoints = earlier !== null && sameBackends(earlier.cluster, cluster);
  const routes = new Map<RouteResource, RouteFindings>();
  const routesById = new Map<ResourceId, RouteResource>();
  for (const route of cluster.routes) {
    routesById.set(route.id, route);
    const attachments = control.memo.attachments.get(route) ?? [];
    const entries = control.memo.compiled.get(route)?.entries ?? [];
    const known = sameEndpoints ? earlier.routes.get(route) : undefined;
    const stands = known !== undefined && known.attachments === attachments && known.entries === entries;
    const result = stands
      ? known
      : { attachments, entries, findings: findRoute(route, attachments, snapshot) };
    routes.set(route, result);
    take(result.findings);
  }
  const services = new Map<ServiceResource, ServiceFindings>();
  for (const service of cluster.services.values()) {
    const workloads = cluster.workloadsIn.get(service.namespace);
    const slices = cluster.slices.get(`${service.namespace}/${service.name}`);
    const known = earlier?.services.get(service);
    const stands = known !== undefined && known.workloads === workloads && known.slices === slices;
    const result = stands ? known : { workloads, slices, findings: findService(service, cluster) };
    services.set(service, result);
    take(result.findings);
  }
  checkKindConflicts(control, routesById, (finding) => findings.push(finding));
  memos.set(snapshot, { cluster, routes, services });
  return inOrder(findings, snapshot);
}

/** Whether everything that a backend's existence and endpoints rest on is the same. */
function sameBackends(before: Cluster, after: Cluster): boolean {
  return (
    before.services === after.services &&
    before.workloadsIn === after.workloadsIn &&
    before.slices === after.slices &&
    before.endpoints === after.endpoints
  );
}

function findRoute(
  route: RouteResource,
  attachments: readonly Attachment[],
  snapshot: Snapshot,
): readonly Finding[] {
  const { cluster, control, profile } = snapshot;
  let findings: Finding[] | null = null;
  const report = (finding: Finding) => {
    findings ??= [];
    findings.push(finding);
  };
  for (const attachment of attachments) checkAttachment(attachment, report);
  checkRoute(route, report);
  if (control.memo.compiled.has(route)) {
    checkReferences(route, control, cluster, report);
    checkPatterns(control.entriesOf(route), profile, report);
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

function inOrder(findings: readonly Finding[], snapshot: Snapshot): readonly Finding[] {
  const files = new Map(snapshot.sources.map((source, at) => [source.file, at]));
  const keyed = findings.map((finding) => ({
    finding,
    file: files.get(finding.site.file) ?? files.size,
    start: snapshot.locator.offsets(finding.site)?.start ?? 0,
  }));
  keyed.sort((a, b) => a.file - b.file || a.start - b.start || compareKeys(a.finding.code, b.finding.code));
  return keyed.map((each) => each.finding);
}
