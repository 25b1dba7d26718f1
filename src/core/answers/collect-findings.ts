import { checkSelector } from '../control/check/check-selector.ts';
import { asDropped } from '../control/dialects/gateway-api/check/check-channel.ts';
import { groupIn } from '../control/dialects/gateway-api/references/reference-group.ts';
import { type Unit, UnitMemory } from '../control/unit-memory.ts';
import { DIALECT_CHECKS } from '../dialects/checks.ts';
import type { Finding } from '../findings/finding.ts';
import { keepFindingsMemo } from '../findings-memo.ts';
import { compareKeys } from '../ir/order.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import { endpointReads } from '../resource/read-keys.ts';
import type { ServiceResource } from '../resource/resource.ts';
import type { FindingsMemo, Snapshot } from '../snapshot.ts';

const NONE: readonly Finding[] = [];

/**
 * Returns every finding about the manifests, ordered by file (in the given order), position and code. Reuses
 * the earlier snapshot's findings for everything that has not changed. The result equals the result of a cold
 * run.
 *
 * @example
 * ```
 * const snapshot = analyse([{ file: 'shop.yaml', text }]);
 * collectFindings(snapshot).map(({ code }) => code); // ['backend-service-missing']
 * ```
 */
export function collectFindings(snapshot: Snapshot): readonly Finding[] {
  const { documents, decoded, cluster, control, profile, earlier } = snapshot;
  const findings: Finding[] = [];
  const take = (own: readonly Finding[]) => {
    for (const finding of own) findings.push(finding);
  };
  for (let at = 0; at < documents.length; at++) {
    const { findings: own } = documents[at] as ManifestDocument;
    if (own.length > 0 && decoded[at]?.skipped !== true) take(own);
  }
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
  services.forEach(({ findings: own }) => {
    take(own);
  });
  keepFindingsMemo(snapshot, { cluster: cluster.identity, dialects, services });
  return inOrder(profile.channel === 'standard' ? findings.map(asDropped) : findings, snapshot);
}

/** The findings about a Service. */
interface ServiceFindings extends Unit {
  readonly findings: readonly Finding[];
}

/** Checks each Service. After an edit, checks only the Services whose endpoints may have changed. */
function checkServices({ cluster, earlier }: Snapshot): FindingsMemo['services'] {
  const { patch, services } = cluster;
  if (earlier === null || patch === null || patch.basis !== earlier.cluster) {
    const units = new Map<string, ServiceFindings>();
    for (const [key, service] of services) units.set(key, checkService(service, cluster));
    return new UnitMemory(units);
  }
  const changed = [...earlier.services.readersOf(patch.changed)];
  const checked = changed.flatMap((key) => {
    const service = services.get(key);
    return service === undefined ? [] : [[key, checkService(service, cluster)] as const];
  });
  return earlier.services.changed(changed, checked);
}

function checkService(service: ServiceResource, cluster: Snapshot['cluster']): ServiceFindings {
  let findings: readonly Finding[] = NONE;
  checkSelector(service, cluster, (finding) => {
    findings = [finding];
  });
  const { namespace, name } = service;
  return { findings, reads: () => endpointReads(namespace, name) };
}

/** Returns the findings ordered by file (in the given order), position and code. */
export function inOrder(findings: readonly Finding[], snapshot: Snapshot): readonly Finding[] {
  const files = new Map(snapshot.sources.map((source, at) => [source.file, at]));
  const keyed = findings.map((finding) => ({ finding, file: files.get(finding.site.file) ?? files.size }));
  // A document is read again for its places, so only findings of one document are compared by them.
  const starts = new Map<Finding, number>();
  const startOf = (finding: Finding): number => {
    const known = starts.get(finding) ?? snapshot.locator.offsets(finding.site)?.start ?? 0;
    starts.set(finding, known);
    return known;
  };
  keyed.sort(
    (a, b) =>
      a.file - b.file ||
      a.finding.site.document - b.finding.site.document ||
      startOf(a.finding) - startOf(b.finding) ||
      compareKeys(a.finding.code, b.finding.code) ||
      // Two findings with the same code and the same place differ in their facts.
      compareKeys(JSON.stringify(a.finding.args), JSON.stringify(b.finding.args)),
  );
  return keyed.map((each) => each.finding);
}
