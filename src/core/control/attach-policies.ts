import { type Cluster, keyOf } from '../cluster/cluster.ts';
import { type AttachedPolicy, type PolicyEffect, type PolicyTarget, targetId } from '../ir/policy.ts';
import type { Profile } from '../profile/profile.ts';
import type { BackendTrafficPolicyResource, PolicyTargetRef } from '../resource/gateway-resource.ts';
import type { ResourceMeta } from '../resource/resource.ts';
import { allRoutes } from './any-route.ts';
import { hasValidCA, isConflicted } from './gateway/tls-policy.ts';
import { goesBefore } from './policy-order.ts';

/** A policy of whatever kind, with its targets as written. */
interface PolicyResource extends ResourceMeta {
  readonly targetRefs: readonly PolicyTargetRef[];
  /** What it does to a target, and whether an established policy has that target already. */
  readonly on: (ref: PolicyTargetRef) => { readonly effect: PolicyEffect; readonly conflicted: boolean };
}

/** All policies of the bundle: those that are known, then those of somebody's own kind. */
export function policiesOf(cluster: Cluster): readonly PolicyResource[] {
  const { tlsPolicies, trafficPolicies, others } = cluster;
  return [
    ...tlsPolicies.map((policy): PolicyResource => {
      const { hostname, targetRefs } = policy.spec;
      const effect: PolicyEffect = { kind: 'backend-tls', hostname, valid: hasValidCA(policy, cluster) };
      return {
        ...policy,
        targetRefs,
        on: (ref) => ({ effect, conflicted: isConflicted(policy, ref, cluster) }),
      };
    }),
    ...trafficPolicies.map((policy): PolicyResource => {
      const { targetRefs, retryBudget, session } = policy.spec;
      const effect: PolicyEffect = {
        kind: 'backend-traffic',
        retryPercent: retryBudget?.percent ?? null,
        session,
      };
      const rivals = trafficPolicies.filter(
        (other) => other.namespace === policy.namespace && goesBefore(other, policy),
      );
      const has = (rival: BackendTrafficPolicyResource, ref: PolicyTargetRef) =>
        rival.spec.targetRefs.some((each) => each.kind === ref.kind && each.name === ref.name);
      return {
        ...policy,
        targetRefs,
        on: (ref) => ({ effect, conflicted: rivals.some((rival) => has(rival, ref)) }),
      };
    }),
    ...others.flatMap((resource): readonly PolicyResource[] => {
      if (resource.policy === undefined) return [];
      const { targetRefs } = resource.policy;
      return [{ ...resource, targetRefs, on: () => ({ effect: { kind: 'opaque' }, conflicted: false }) }];
    }),
  ];
}

/** The target that a reference means; a Namespace stands in no namespace. */
export function targetOf({ kind, namespace, name, sectionName }: PolicyTargetRef): PolicyTarget {
  return { kind, namespace: kind === 'Namespace' ? '' : namespace, name, section: sectionName };
}

/**
 * All policies of the bundle by the id of what they target (`Service/ns/name`): one entry for each target, refused ones
 * included. A policy attaches only where its target and its section exist.
 */
export function attachPolicies(
  cluster: Cluster,
  profile: Profile,
): ReadonlyMap<string, readonly AttachedPolicy[]> {
  const attached = new Map<string, AttachedPolicy[]>();
  const sections = sectionsOf(cluster);
  for (const { id, kind, namespace, targetRefs, on } of policiesOf(cluster)) {
    // A cluster with the standard channel has no such kind.
    const absent = kind === 'XBackendTrafficPolicy' && profile.channel === 'standard';
    for (const ref of targetRefs) {
      const target = targetOf(ref);
      const { effect, conflicted } = on(ref);
      const known = sections(target);
      const refusal = absent
        ? null
        : known === null
          ? 'target-not-found'
          : target.section !== null && !known.has(target.section)
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

/** The names of the sections of a target; null when no manifest declares it. */
function sectionsOf(cluster: Cluster): (target: PolicyTarget) => ReadonlySet<string> | null {
  const routes = new Map(allRoutes(cluster).map((route) => [route.id, route]));
  const sets = new Map(cluster.listenerSets.map((set) => [keyOf(set.namespace, set.name), set]));
  const names = (items: readonly { readonly name: string | null }[]) =>
    new Set(items.flatMap((item) => item.name ?? []));
  return ({ kind, namespace, name }) => {
    const key = keyOf(namespace, name);
    if (kind === 'Namespace') return cluster.namespaceNames.has(name) ? NO_SECTIONS : null;
    if (kind === 'Service') {
      const service = cluster.services.get(key);
      return service ? names(service.spec.ports) : null;
    }
    if (kind === 'Gateway') {
      const gateway = cluster.gateways.get(key);
      return gateway ? names(gateway.spec.listeners) : null;
    }
    if (kind === 'ListenerSet') {
      const set = sets.get(key);
      return set ? names(set.spec.listeners) : null;
    }
    const route = routes.get(`${kind}/${key}`);
    if (route) return names(route.spec.rules);
    return cluster.byId.has(`${kind}/${key}`) ? NO_SECTIONS : null;
  };
}
