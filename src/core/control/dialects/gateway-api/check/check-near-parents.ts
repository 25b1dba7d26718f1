import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding, Fix } from '../../../../findings/finding.ts';
import { type NearParent, nearParentOf } from '../attach/near-parents.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute } from '../routes.ts';

/**
 * Reports parentRefs of a route that name no parent but are similar to one, each with the fix. Missing parents
 * have their own findings, which get the change as a fix (`nearParentFixes`). The result depends on the names
 * of the Services, Gateways and namespaces of the bundle, which a patch of the cluster never changes.
 */
export function checkNearParents(
  route: AnyRoute,
  cluster: Cluster,
  services: RouteServices,
  report: (finding: Finding) => void,
): void {
  for (const [parent, ref] of route.spec.parentRefs.entries()) {
    const near = nearParentOf(route, ref, cluster, services);
    if (near === null || isReportedElsewhere(near.finding)) continue;
    const args = { route: route.id, parent: near.parent.key, written: near.actual, kind: near.parent.kind };
    report({
      code: near.finding,
      severity: 'warning',
      args,
      site: siteOf(route, ['spec', 'parentRefs', parent]),
      related: [],
      fixes: nearParentFixes(route, parent, near),
    });
  }
}

type OwnFinding = 'parent-service-without-group' | 'parent-kind-misspelt' | 'parent-gateway-is-service';

function isReportedElsewhere(
  finding: NearParent['finding'],
): finding is Exclude<NearParent['finding'], OwnFinding> {
  return (
    finding === 'core-group-spelled-out' ||
    finding === 'parent-service-missing' ||
    finding === 'parent-gateway-missing'
  );
}

/** Returns the change of a parentRef that makes it name its intended parent. */
export function nearParentFixes(route: AnyRoute, parent: number, near: NearParent): readonly Fix[] {
  const site = siteOf(route, ['spec', 'parentRefs', parent]);
  const written = writtenRef(route, parent);
  const set = (field: string, text: string): Fix['edits'][number] =>
    Object.hasOwn(written, field)
      ? { site: siteOf(route, ['spec', 'parentRefs', parent, field]), action: 'replace', text }
      : { site, action: 'insert-field', key: field, text };
  const { kind, key } = near.parent;
  switch (near.field) {
    case 'namespace':
      return [
        {
          name: 'use-namespace',
          args: { namespace: near.expected },
          edits: [set('namespace', near.expected)],
        },
      ];
    case 'group':
    case 'kind': {
      // A Service needs the empty group. The group of other parents is the default.
      const group =
        kind === 'Service'
          ? [set('group', '""')]
          : Object.hasOwn(written, 'group')
            ? [set('group', GATEWAY_GROUP)]
            : [];
      const edits = near.field === 'kind' || kind !== 'Service' ? [...group, set('kind', kind)] : group;
      return [{ name: 'use-parent', args: { kind, parent: key }, edits }];
    }
    default:
      return near.field satisfies never;
  }
}

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Returns a parentRef as written: it has only the fields of the manifest. */
function writtenRef(route: AnyRoute, parent: number): object {
  const raw = route.raw as { readonly spec?: { readonly parentRefs?: readonly unknown[] } };
  const item = raw.spec?.parentRefs?.[parent];
  return typeof item === 'object' && item !== null ? item : {};
}
