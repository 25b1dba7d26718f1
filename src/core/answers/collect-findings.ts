import { checkSelector } from '../control/check/check-selector.ts';
import { asDropped } from '../control/dialects/gateway-api/check/check-channel.ts';
import { groupIn } from '../control/dialects/gateway-api/references/reference-group.ts';
import { DIALECT_CHECKS } from '../dialects/checks.ts';
import type { Finding } from '../findings/finding.ts';
import { keepFindingsMemo } from '../findings-memo.ts';
import { compareKeys } from '../ir/order.ts';
import type { ServiceResource } from '../resource/resource.ts';
import type { FindingsMemo, Snapshot } from '../snapshot.ts';

const NONE: readonly Finding[] = [];

/**
 * Every finding about the manifests, ordered by file (as given), position and code. Findings of what has not changed
 * since the earlier snapshot are taken over; the result is the same as a cold one.
 */
export function collectFindings(snapshot: Snapshot): readonly Finding[] {
  const { documents, decoded, cluster, control, profile, earlier } = snapshot;
  const findings: Finding[] = [];
  const take = (own: readonly Finding[]) => {
    for (const finding of own) findings.push(finding);
  };
  documents.forEach((document, at) => {
    if (document.findings.length > 0 && decoded[at]?.skipped !== true) take(document.findings);
  });
  const isSaid = ({ code, args }: Finding) =>
    code !== 'core-group-spelled-out' || groupIn(String(args.written), false, profile) !== '';
  for (const each of decoded) if (each.findings.length > 0) take(each.findings.filter(isSaid));
  take(cluster.findings);

  const dialects = new Map<string, unknown>();
  for (const dialect of DIALECT_CHECKS) {
    const own = dialect.check({ cluster, control, profile }, earlier?.dialects.get(dialect.name) ?? null);
    take(own.findings);
    dialects.set(dialect.name, own.memo);
  }
  const services = checkServices(snapshot);
  for (const own of services.values()) if (own.length > 0) take(own);
  keepFindingsMemo(snapshot, { cluster: cluster.identity, dialects, services });
  return inOrder(profile.channel === 'standard' ? findings.map(asDropped) : findings, snapshot);
}

/** Checks each Service; after an edit only those whose endpoints may have changed. */
function checkServices({ cluster, earlier }: Snapshot): FindingsMemo['services'] {
  const { patch } = cluster;
  if (earlier === null || patch === null || patch.basis !== earlier.cluster) {
    const services = new Map<string, readonly Finding[]>();
    for (const [key, service] of cluster.services) services.set(key, checkService(service, cluster));
    return services;
  }
  const services = new Map(earlier.services);
  for (const key of patch.endpoints) {
    const service = cluster.services.get(key);
    if (service) services.set(key, checkService(service, cluster));
  }
  return services;
}

function checkService(service: ServiceResource, cluster: Snapshot['cluster']): readonly Finding[] {
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
