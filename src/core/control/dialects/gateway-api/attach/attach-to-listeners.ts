import type { Cluster } from '../../../../cluster/cluster.ts';
import { formatResourceId } from '../../../../ids/ids.ts';
import type { HostPattern } from '../../../../ir/host-pattern.ts';
import type { GatewayResource } from '../../../../resource/gateway-resource.ts';
import type { ParentRef } from '../../../../resource/resource.ts';
import { intersectHosts } from '../gateways/hostname.ts';
import type { EffectiveListener } from '../gateways/listeners.ts';
import type { AnyRoute } from '../routes.ts';
import { GATEWAY_GROUP, namesGateway } from './names-gateway.ts';
import { allowsNamespace } from './namespace-selector.ts';
import { flawOf, type RuleFlaw } from './route-flaw.ts';

const NO_PARENTS: readonly ParentRef[] = [];

/**
 * The reason why a route is not attached to a listener, in the order of the checks. `route` means
 * that the route itself is not accepted.
 */
type ListenerRefusal = 'not-named' | 'kind' | 'namespace' | 'hostname' | 'route';

/** The result of one listener for one parentRef. */
export interface ListenerVerdict {
  readonly listener: EffectiveListener;
  readonly refusal: ListenerRefusal | null;
  /**
   * Present if the labels of the namespace of the route are unknown and the route is assumed to be allowed.
   */
  readonly supposed?: true;
  /** The hostnames that route and listener share. `[null]` means every host. */
  readonly hostnames: readonly HostPattern[];
}

/** The result of one parentRef to a Gateway or ListenerSet (R-420…R-422). */
export interface GatewayAttachment {
  readonly route: AnyRoute;
  /** Index of the parentRef in `spec.parentRefs`. Default Gateways follow the written parentRefs. */
  readonly parent: number;
  /** True if the route does not name the Gateway but attaches to default Gateways. */
  readonly byDefault: boolean;
  readonly ref: ParentRef;
  /** `Gateway/ns/name` or `ListenerSet/ns/name`. */
  readonly target: string;
  readonly verdicts: readonly ListenerVerdict[];
  readonly accepted: boolean;
  readonly reason:
    | 'Accepted'
    | 'NoMatchingParent'
    | 'NotAllowedByListeners'
    | 'NoMatchingListenerHostname'
    | RuleFlaw;
}

/**
 * Returns the implicit parentRefs of a route: one for each default Gateway that it asks for and does not
 * already name as a whole.
 */
export function defaultParents(route: AnyRoute, defaults: readonly GatewayResource[]): readonly ParentRef[] {
  if (route.spec.useDefaultGateways !== 'All') return NO_PARENTS;
  return defaults
    .filter(
      ({ namespace, name }) =>
        !route.spec.parentRefs.some(
          (ref) =>
            namesGateway(ref) &&
            ref.kind === 'Gateway' &&
            ref.namespace === namespace &&
            ref.name === name &&
            ref.sectionName === null &&
            ref.port === null,
        ),
    )
    .map(({ namespace, name }) => ({
      group: GATEWAY_GROUP,
      kind: 'Gateway',
      namespace,
      name,
      sectionName: null,
      port: null,
    }));
}

/**
 * Returns the result of one parentRef for the listeners of its target: whether the parentRef names the
 * listener, whether the listener allows the kind and the namespace, and whether they share a hostname. One
 * listener that accepts the route is enough. Otherwise the listener that passes the most checks gives
 * the reason. A Gateway as parent needs no ReferenceGrant.
 */
export function attachToListeners(
  route: AnyRoute,
  parent: number,
  ref: ParentRef,
  listeners: readonly EffectiveListener[],
  cluster: Cluster,
): GatewayAttachment {
  const flaw = flawOf(route).refusal;
  const verdicts = listeners.map((listener) => {
    const verdict = judge(route, ref, listener, cluster);
    // The last check is the route itself. If no listener accepts the route, the reason of the listeners takes
    // precedence.
    return flaw === null || verdict.refusal !== null ? verdict : { ...verdict, refusal: 'route' as const };
  });
  const accepted = verdicts.some((verdict) => verdict.refusal === null);
  return {
    route,
    parent,
    byDefault: parent >= route.spec.parentRefs.length,
    ref,
    target: formatResourceId(ref.kind, ref.namespace, ref.name),
    verdicts,
    accepted,
    reason: accepted ? 'Accepted' : furthest(verdicts, flaw),
  };
}

function judge(
  route: AnyRoute,
  ref: ParentRef,
  effective: EffectiveListener,
  cluster: Cluster,
): ListenerVerdict {
  const { listener } = effective;
  const verdict = (refusal: ListenerRefusal | null, hostnames: readonly HostPattern[] = []) => ({
    listener: effective,
    refusal,
    hostnames,
  });
  const named =
    (ref.sectionName === null || ref.sectionName === listener.name) &&
    (ref.port === null || ref.port === listener.port);
  if (!named) return verdict('not-named');
  if (!effective.supportedKinds.includes(route.kind)) return verdict('kind');
  const { namespaces } = listener.allowedRoutes;
  const admission = allowsNamespace(namespaces, effective.namespace, route.namespace, cluster);
  if (admission === 'no') return verdict('namespace');
  const hostnames = sharedHostnames(route, listener.hostname);
  if (hostnames.length === 0) return verdict('hostname');
  return admission === 'yes' ? verdict(null, hostnames) : { ...verdict(null, hostnames), supposed: true };
}

/**
 * Returns the shared hostnames. Each hostname of the route is intersected separately. Those without an
 * intersection are ignored for this listener.
 */
function sharedHostnames(route: AnyRoute, listener: HostPattern): readonly HostPattern[] {
  if (route.kind === 'TCPRoute' || route.kind === 'UDPRoute') return [null];
  const { hostnames } = route.spec;
  if (hostnames.length === 0) return [listener];
  const shared = new Set<HostPattern>();
  for (const hostname of hostnames) {
    const common = intersectHosts(listener, hostname);
    if (common !== undefined) shared.add(common);
  }
  return [...shared];
}

const REASONS = {
  'not-named': 'NoMatchingParent',
  kind: 'NotAllowedByListeners',
  namespace: 'NotAllowedByListeners',
  hostname: 'NoMatchingListenerHostname',
} as const;
const STAGES = ['not-named', 'kind', 'namespace', 'hostname'] as const;

function furthest(verdicts: readonly ListenerVerdict[], flaw: RuleFlaw | null): GatewayAttachment['reason'] {
  let stage = 0;
  for (const { refusal } of verdicts) {
    if (refusal === 'route' && flaw !== null) return flaw;
    if (refusal !== null && refusal !== 'route') stage = Math.max(stage, STAGES.indexOf(refusal));
  }
  return REASONS[STAGES[stage] ?? 'not-named'];
}
