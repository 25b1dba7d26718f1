import type { Cluster } from '../../../../cluster/cluster.ts';
import { findObject } from '../../../../cluster/declared-objects.ts';
import type {
  GatewayClassResource,
  GatewayResource,
  ObjectRef,
  XMeshResource,
} from '../../../../resource/gateway-resource.ts';
import { mayExist } from '../references/implementation-groups.ts';
import type { EffectiveListener } from './listeners.ts';

/** Types of addresses in the API. Others belong to an implementation. */
const ADDRESS_TYPES = ['IPAddress', 'Hostname'];

/** The reason why a Gateway as a whole is not accepted. */
export type GatewayRefusal = 'UnsupportedAddress' | 'InvalidParameters' | 'ListenersNotValid';

/**
 * Returns the reason why a Gateway is not accepted. Returns null if it is. One valid listener is enough, in
 * the Gateway or in a ListenerSet.
 */
export function refusalOf(
  gateway: GatewayResource,
  listeners: readonly EffectiveListener[],
  cluster: Cluster,
): GatewayRefusal | null {
  if (unsupportedAddress(gateway) !== null) return 'UnsupportedAddress';
  const parameters = gateway.spec.infrastructureParametersRef;
  const own = parameters === null ? null : { ...parameters, namespace: gateway.namespace };
  if (own !== null && (isBroken(own, cluster) || isNobodys(own, cluster))) return 'InvalidParameters';
  return listeners.length > 0 && listeners.every((each) => each.refused !== null)
    ? 'ListenersNotValid'
    : null;
}

/**
 * Returns true if neither the bundle nor an implementation has the kind of the parameters of a Gateway. No
 * controller can read them (R-461; conformance GatewayInvalidParametersRef).
 */
function isNobodys(ref: ObjectRef, cluster: Cluster): boolean {
  return (
    ref.group !== '' && findObject(ref, cluster) === 'unknown' && !mayExist(ref.group, ref.kind, cluster)
  );
}

/** Returns the first type of address that some implementations do not know. Returns null if there is none. */
export function unsupportedAddress(gateway: GatewayResource): string | null {
  return gateway.spec.addresses.find(({ type }) => !ADDRESS_TYPES.includes(type))?.type ?? null;
}

/** Returns true if the parameters of a class exist, as far as the bundle shows. */
export function hasParameters(gatewayClass: GatewayClassResource | XMeshResource, cluster: Cluster): boolean {
  const { parametersRef } = gatewayClass.spec;
  return parametersRef === null || !isBroken(parametersRef, cluster);
}

/**
 * Returns true if parameters are missing although other objects of their kind are declared. A
 * bundle without any object of the kind may be only a part of a cluster. A class has no namespace, so its
 * reference to a ConfigMap must name one.
 */
function isBroken(ref: ObjectRef, cluster: Cluster): boolean {
  if (ref.group === '' && ref.kind === 'ConfigMap' && ref.namespace === '') return true;
  return findObject(ref, cluster) === 'missing';
}
