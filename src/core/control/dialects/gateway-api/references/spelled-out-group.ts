import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import { type AnyRoute, allRoutes } from '../routes.ts';

/**
 * Returns the routes that write the core group as `core`. The key is the `ns/name` of the parent
 * Service for a parentRef, and the id of the route for a backendRef. Sketches are left out, because `core`
 * means the core group there.
 */
export function spelledOutBy(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const note = (key: string, { id }: AnyRoute) => {
    const routes = found.get(key);
    if (routes === undefined) found.set(key, [id]);
    else if (!routes.includes(id)) routes.push(id);
  };
  for (const route of allRoutes(cluster)) {
    if (route.sketch) continue;
    for (const { group, kind, namespace, name } of route.spec.parentRefs)
      if (group === 'core' && kind === 'Service') note(namespacedName(namespace, name), route);
    for (const rule of route.spec.rules)
      for (const { group, kind } of rule.backendRefs)
        if (group === 'core' && kind === 'Service') note(route.id, route);
  }
  return found;
}
