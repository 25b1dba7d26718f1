import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { formatResourceId } from '../../../../ids/ids.ts';
import { GATEWAY_GROUP } from '../references/backend-kinds.ts';
import { type AnyRoute, allRoutes, routesWhere } from '../routes.ts';

const PARENTLESS = routesWhere(
  ({ spec }) => spec.parentRefs.length === 0 && spec.useDefaultGateways !== 'All',
);

/** Reports routes without parents. Routes that another route delegates to need none. */
export function checkParentless(cluster: Cluster, report: (finding: Finding) => void): void {
  const parentless = cluster.indexed(PARENTLESS);
  if (parentless.length === 0) return;
  const children = delegatedTo(allRoutes(cluster));
  for (const route of parentless) {
    const { kind, namespace, name } = route;
    if (children.has(formatResourceId(kind, namespace, name)) || children.has(`${kind}/${namespace}/*`))
      continue;
    report({
      code: 'route-without-parents',
      severity: 'warning',
      args: { route: route.id },
      site: siteOf(route, ['spec']),
      related: [],
      fixes: [],
    });
  }
}

/**
 * Returns `KIND/ns/name` of the routes that others delegate to. The name `*` means all routes of a namespace.
 */
function delegatedTo(routes: readonly AnyRoute[]): ReadonlySet<string> {
  const children = new Set<string>();
  for (const { spec } of routes)
    for (const rule of spec.rules)
      for (const { group, kind, namespace, name } of rule.backendRefs)
        if (group === GATEWAY_GROUP) children.add(formatResourceId(kind, namespace, name));
  return children;
}
