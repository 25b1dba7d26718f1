import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { GatewayResource, ListenerSetResource } from '../../../../resource/gateway-resource.ts';
import type { ResourceId } from '../../../../resource/resource.ts';
import { attachToListeners, defaultParents, type GatewayAttachment } from '../attach/attach-to-listeners.ts';
import { namesGateway } from '../attach/names-gateway.ts';
import { assumedGateways } from './assumed-gateways.ts';
import { type GatewayRefusal, hasParameters, refusalOf } from './gateway-refusal.ts';
import { type AdmittedSet, type EffectiveListener, effectiveListeners, setsOf } from './listeners.ts';
import { overlappingTLS } from './overlapping-tls.ts';
import { ROUTES_OF_GATEWAYS } from './routes-of-gateways.ts';

/** A Gateway with the results that depend only on it, its class and its listeners. */
export interface GatewayFacts {
  readonly gateway: GatewayResource;
  /** True if no manifest declares it and only parentRefs name it. */
  readonly assumed: boolean;
  /**
   * `owned`: its class is declared and accepted, or no class is declared at all. `pending`: no known
   * controller handles it.
   */
  readonly ownership: 'owned' | 'pending';
  readonly sets: readonly AdmittedSet[];
  readonly listeners: readonly EffectiveListener[];
  /** Listeners that share port and hostnames with another TLS listener. */
  readonly overlapping: ReadonlySet<EffectiveListener>;
  /** The reason why it is not accepted. Null if it is accepted or pending. */
  readonly refusal: GatewayRefusal | null;
}

/** Gateways, their listeners, and the routes attached to them. */
export interface GatewayPlane {
  /** By `ns/name`. */
  readonly gateways: ReadonlyMap<string, GatewayFacts>;
  /**
   * The results of parentRefs to Gateways and ListenerSets that exist, and to default Gateways. Other
   * parentRefs have no status entry.
   */
  readonly attachments: readonly GatewayAttachment[];
}

/**
 * Returns the Gateways of a cluster with their listeners and attachments. `ageOf` returns seconds or ranks,
 * or null if the age is unknown.
 */
export function buildGatewayPlane(
  cluster: Cluster,
  profile: Profile,
  ageOf: (resource: { readonly id: ResourceId; readonly created: number | null }) => number | null,
): GatewayPlane {
  const gateways = new Map<string, GatewayFacts>();
  const assumed = assumedGateways(cluster, profile);
  for (const [key, gateway] of [...cluster.gateways, ...assumed]) {
    const gatewayClass = cluster.gatewayClasses.get(gateway.spec.gatewayClassName);
    const known =
      assumed.has(key) ||
      (gatewayClass === undefined
        ? cluster.gatewayClasses.size === 0 || profile.own.classes.includes(gateway.spec.gatewayClassName)
        : hasParameters(gatewayClass, cluster));
    const sets = setsOf(gateway, cluster, ageOf);
    const listeners = effectiveListeners(gateway, sets, cluster, profile, assumed.has(key));
    gateways.set(key, {
      gateway,
      assumed: assumed.has(key),
      ownership: known ? 'owned' : 'pending',
      sets,
      listeners,
      overlapping: overlappingTLS(listeners),
      refusal: known ? refusalOf(gateway, listeners, cluster) : null,
    });
  }
  const defaults = defaultGateways(gateways);
  const attachments: GatewayAttachment[] = [];
  for (const route of cluster.indexed(ROUTES_OF_GATEWAYS)) {
    route.spec.parentRefs.forEach((ref, parent) => {
      if (!namesGateway(ref)) return;
      const listeners = targetListeners(namespacedName(ref.namespace, ref.name), ref.kind, gateways, cluster);
      if (listeners !== null) attachments.push(attachToListeners(route, parent, ref, listeners, cluster));
    });
    defaultParents(route, defaults).forEach((ref, at) => {
      const listeners =
        targetListeners(namespacedName(ref.namespace, ref.name), ref.kind, gateways, cluster) ?? [];
      const parent = route.spec.parentRefs.length + at;
      attachments.push(attachToListeners(route, parent, ref, listeners, cluster));
    });
  }
  return { gateways, attachments };
}

/**
 * Returns the default Gateways, which accept routes that do not name them, by namespace and name.
 * Gateways of a mesh are never default Gateways.
 */
function defaultGateways(gateways: ReadonlyMap<string, GatewayFacts>): readonly GatewayResource[] {
  return [...gateways.values()]
    .filter(({ gateway, ownership }) => ownership === 'owned' && gateway.spec.defaultScope === 'All')
    .map(({ gateway }) => gateway)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Returns the listeners that a parentRef to a Gateway or ListenerSet applies to: those of the Gateway itself,
 * never those of its sets. Returns null if the parent does not exist or has no known controller.
 */
function targetListeners(
  key: string,
  kind: string,
  gateways: ReadonlyMap<string, GatewayFacts>,
  cluster: Cluster,
): readonly EffectiveListener[] | null {
  if (kind === 'Gateway') {
    const facts = gateways.get(key);
    if (facts === undefined || facts.ownership === 'pending') return null;
    return facts.listeners.filter((each) => each.set === null);
  }
  const set = cluster.listenerSets.find((each) => namespacedName(each.namespace, each.name) === key);
  if (set === undefined) return null;
  const facts = gateways.get(gatewayKeyOf(set));
  if (facts === undefined || facts.ownership === 'pending') return null;
  return facts.listeners.filter((each) => each.set === set);
}

/** Returns `ns/name` of the Gateway of a ListenerSet. */
function gatewayKeyOf(set: ListenerSetResource): string {
  return namespacedName(set.spec.parentRef.namespace, set.spec.parentRef.name);
}
