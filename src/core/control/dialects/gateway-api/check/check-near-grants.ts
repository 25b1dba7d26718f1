import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { formatResourceId } from '../../../../ids/ids.ts';
import { nearest } from '../../../../resource/nearest.ts';
import type { ReferenceGrantResource } from '../../../../resource/resource.ts';
import type { Path } from '../../../../text/path.ts';
import type { CompiledRoute } from '../compile/compiled-route.ts';
import type { AnyRoute } from '../routes.ts';

/** A reference that no grant permits: the referrer and the target. */
export interface Refused {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly to: {
    readonly group: string;
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
  };
}

/** A field of a grant that differs from the value that a reference needs. */
interface Difference {
  readonly field: string;
  readonly path: Path;
  readonly written: string;
  readonly wanted: string;
}

/**
 * Reports ReferenceGrants that differ from a refused reference in one or two fields: kind, group,
 * namespace or name in `from` or `to`, or the namespace of the grant itself. Only the most similar entries of
 * each grant are compared. `refused` are the references in the order of the bundle.
 */
export function checkNearGrants(
  cluster: Cluster,
  refused: readonly Refused[],
  report: (finding: Finding) => void,
): void {
  if (refused.length === 0) return;
  const told = new Set<string>();
  for (const grants of cluster.grants.values()) {
    for (const grant of grants) {
      for (const reference of refused) {
        for (const difference of differencesOf(grant, reference)) {
          const key = `${grant.id} ${difference.path.join('.')}`;
          if (told.has(key)) continue;
          told.add(key);
          report(nearMiss(grant, reference, difference));
        }
      }
    }
  }
}

/** Returns the references of a route that no grant permits. */
export function refusedReferences(route: AnyRoute, compiled: CompiledRoute | null): readonly Refused[] {
  const refused: Refused[] = [];
  for (const { ref, to } of compiled?.lookups ?? []) {
    if (to.kind !== 'unresolved' || to.detail !== 'grant') continue;
    refused.push({
      group: route.group,
      kind: route.kind,
      namespace: route.namespace,
      to: { ...ref, group: '' },
    });
  }
  return refused;
}

function nearMiss(
  grant: ReferenceGrantResource,
  { kind, namespace, to }: Refused,
  difference: Difference,
): Finding {
  const site = siteOf(grant, difference.path);
  return {
    code: 'reference-grant-near-miss',
    // A larger difference than a typing error may be intended.
    severity: isSlip(difference) ? 'warning' : 'info',
    args: {
      grant: grant.id,
      field: difference.field,
      written: difference.written,
      wanted: difference.wanted,
      from: `${kind} of ${namespace}`,
      target: formatResourceId(to.kind, to.namespace, to.name),
    },
    site,
    related: [],
    fixes: [
      {
        name: 'use-name',
        args: { name: difference.wanted === '' ? '""' : difference.wanted },
        edits: [{ site, action: 'replace', text: difference.wanted === '' ? '""' : difference.wanted }],
      },
    ],
  };
}

/**
 * Returns the differences between a grant and a reference. Returns none if the grant has another purpose, or
 * differs too much.
 */
function differencesOf(grant: ReferenceGrantResource, { to, ...referrer }: Refused): readonly Difference[] {
  const from = closest(
    grant.spec.from.map((entry, at) =>
      compare(entry, referrer, ['group', 'kind', 'namespace'], ['spec', 'from', at]),
    ),
  );
  const target = closest(
    grant.spec.to.map((entry, at) => {
      const named = entry.name === null || entry.name === '' ? to.name : entry.name;
      return compare({ ...entry, name: named }, to, ['group', 'kind', 'name'], ['spec', 'to', at]);
    }),
  );
  if (from === null || target === null) return [];
  const own: readonly Difference[] =
    grant.namespace === to.namespace
      ? []
      : [
          {
            field: 'namespace',
            path: ['metadata', 'namespace'],
            written: grant.namespace,
            wanted: to.namespace,
          },
        ];
  // A grant in another namespace with further differences belongs to another reference.
  if (own.length > 0 && from.length + target.length > 0) return [];
  const found = [...own, ...from, ...target];
  const slips = found.filter(isSlip).length;
  return found.length - slips <= 1 ? found : [];
}

function isSlip({ written, wanted }: Difference): boolean {
  return nearest(written, [wanted]) !== null;
}

function closest(lists: readonly (readonly Difference[])[]): readonly Difference[] | null {
  return lists.reduce<readonly Difference[] | null>(
    (best, list) => (best === null || list.length < best.length ? list : best),
    null,
  );
}

function compare<Field extends string>(
  written: Readonly<Record<Field, string>>,
  wanted: Readonly<Record<Field, string>>,
  fields: readonly Field[],
  path: Path,
): readonly Difference[] {
  return fields
    .filter((field) => written[field] !== wanted[field])
    .map((field) => ({ field, path: [...path, field], written: written[field], wanted: wanted[field] }));
}
