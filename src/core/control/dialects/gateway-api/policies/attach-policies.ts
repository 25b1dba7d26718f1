import type { Cluster } from '../../../../cluster/cluster.ts';
import { declaresKind, findObject } from '../../../../cluster/declared-objects.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import { type AttachedPolicy, targetId } from '../../../../ir/policy.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { PolicyTargetRef } from '../../../../resource/gateway-resource.ts';
import { kindNamed } from '../../../../resource/kinds/kinds.ts';
import { targetOf } from '../../../target-of-reference.ts';
import { GATEWAY_GROUP } from '../references/backend-kinds.ts';
import type { RouteServices } from '../references/route-services.ts';
import { allRoutes } from '../routes.ts';

import { policiesOf } from './policies.ts';

/**
 * Returns all policies of the bundle by the id of their target (`Service/ns/name`): one entry for each
 * target, including refused policies. A policy attaches only if its target and its section exist.
 */
export function attachPolicies(
  cluster: Cluster,
  services: RouteServices,
  profile: Profile,
): ReadonlyMap<string, readonly AttachedPolicy[]> {
  const attached = new Map<string, AttachedPolicy[]>();
  const sections = sectionsOf(cluster, services);
  for (const { id, kind, namespace, targetRefs, on } of policiesOf(cluster)) {
    // A cluster with the standard channel has no such kind.
    const absent = kind === 'XBackendTrafficPolicy' && profile.channel === 'standard';
    for (const ref of targetRefs) {
      const target = targetOf(ref);
      const { effect, conflicted } = on(ref);
      const known = sections(ref);
      const refusal = absent
        ? null
        : known === 'missing'
          ? 'target-not-found'
          : target.section !== null && known !== 'unknown' && !known.has(target.section)
            ? 'section-not-found'
            : conflicted
              ? 'conflicted'
              : null;
      const mark = absent ? ({ absent: true } as const) : null;
      const entry: AttachedPolicy = { policy: id, kind, namespace, target, refusal, effect, ...mark };
      const list = attached.get(targetId(target));
      if (list) list.push(entry);
      else attached.set(targetId(target), [entry]);
    }
  }
  return attached;
}

const NO_SECTIONS: ReadonlySet<string> = new Set();

/**
 * Returns the names of the sections of a target. `missing` means that the manifests should contain it and do
 * not. `unknown` means that its kind is not decoded, or that the bundle has no object of its kind (users
 * often paste only a part of their cluster).
 */
function sectionsOf(
  cluster: Cluster,
  services: RouteServices,
): (ref: PolicyTargetRef) => ReadonlySet<string> | 'missing' | 'unknown' {
  const routes = new Map(allRoutes(cluster).map((route) => [route.id, route]));
  const sets = new Map(cluster.listenerSets.map((set) => [namespacedName(set.namespace, set.name), set]));
  const names = (items: readonly { readonly name: string | null }[]) =>
    new Set(items.flatMap((item) => item.name ?? []));
  return (ref) => {
    const { group, kind, namespace, name } = ref;
    const key = namespacedName(namespace, name);
    if (!isPossible(group, kind)) return 'missing';
    if (group === '' && kind === 'Namespace')
      return cluster.namespaceNames.has(name) ? NO_SECTIONS : 'missing';
    if (group === '' && kind === 'Service') {
      const facet = services.find(key);
      if (facet === null) return declaresKind(group, kind, cluster) ? 'missing' : 'unknown';
      return facet.facts.assumed ? 'unknown' : names(facet.ports);
    }
    if (group === GATEWAY_GROUP) {
      const listeners = kind === 'Gateway' ? cluster.gateways.get(key) : sets.get(key);
      if (listeners !== undefined && listeners.kind === kind) return names(listeners.spec.listeners);
      const route = routes.get(`${kind}/${key}`);
      if (route) return names(route.spec.rules);
    }
    // The sections of other kinds are unknown.
    return findObject(ref, cluster) === 'missing' ? 'missing' : 'unknown';
  };
}

/**
 * Returns true if a group of Kubernetes or of Gateway API may have a kind with this name. Kinds of other
 * groups do not exist there.
 */
function isPossible(group: string, kind: string): boolean {
  const owner = kindNamed(kind)?.group;
  const isOurs = group === '' || group === 'apps' || group === GATEWAY_GROUP;
  return owner === undefined || owner === group || !isOurs;
}
