import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { BackendObjectRef, RouteFilter } from '../../../../resource/resource.ts';
import { targetRefsIn } from '../../../policy-target.ts';
import type { NamedService } from '../../../service-facets.ts';
import { type AnyRoute, allRoutes, hasMatches } from '../routes.ts';
import { groupIn } from './reference-group.ts';

/**
 * Returns the Services that routes and policies name. The same rule applies to parents, backends, mirrors,
 * external authorisation and targets.
 */
export function namedServices(cluster: Cluster, profile: Profile): readonly NamedService[] {
  const named: NamedService[] = [];
  for (const route of allRoutes(cluster)) {
    for (const ref of [...route.spec.parentRefs, ...backendsOf(route)]) {
      const { group, kind, namespace, name, port } = ref;
      if (groupIn(group, route.sketch, profile) === '' && kind === 'Service')
        named.push({ namespace, name, port, section: null });
    }
  }
  for (const { targetRefs } of targetRefsIn(cluster)) {
    for (const { group, kind, namespace, name, sectionName } of targetRefs)
      if (group === '' && kind === 'Service')
        named.push({ namespace, name, port: null, section: sectionName });
  }
  return named;
}

/** Returns all backend references of a route: backends, mirrors, servers of external authorisation. */
function backendsOf(route: AnyRoute): readonly BackendObjectRef[] {
  if (!hasMatches(route)) return route.spec.rules.flatMap((rule) => rule.backendRefs);
  return route.spec.rules.flatMap((rule) => [
    ...rule.backendRefs,
    ...rule.filters.flatMap(namedBy),
    ...rule.backendRefs.flatMap((ref) => ref.filters.flatMap(namedBy)),
  ]);
}

function namedBy(filter: RouteFilter): readonly BackendObjectRef[] {
  if (filter.type === 'RequestMirror') return [filter.backendRef];
  return filter.type === 'ExternalAuth' && filter.auth !== undefined ? [filter.auth.backendRef] : [];
}
