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

/** Types of addresses that the API itself knows; others are an implementation's own. */
const ADDRESS_TYPES = ['IPAddress', 'Hostname'];

/** Why a Gateway as a whole is not accepted. */
export type GatewayRefusal = 'UnsupportedAddress' | 'InvalidParameters' | 'ListenersNotValid';

/** Why a Gateway is not accepted; null when it is. One valid listener is enough, its own or one of a ListenerSet. */
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
 * Whether the parameters of a Gateway are of a kind that neither the bundle nor an implementation has: no controller can
 * read them (R-461; conformance GatewayInvalidParametersRef).
 */
function isNobodys(ref: ObjectRef, cluster: Cluster): boolean {
  return (
    ref.group !== '' && findObject(ref, cluster) === 'unknown' && !mayExist(ref.group, ref.kind, cluster)
  );
}

/** The first type of address that not every implementation knows; null when there is none. */
export function unsupportedAddress(gateway: GatewayResource): string | null {
  return gateway.spec.addresses.find(({ type }) => !ADDRESS_TYPES.includes(type))?.type ?? null;
}

/** Whether the parameters of a class are there, as far as a bundle can tell. */
export function hasParameters(gatewayClass: GatewayClassResource | XMeshResource, cluster: Cluster): boolean {
  const { parametersRef } = gatewayClass.spec;
  return parametersRef === null || !isBroken(parametersRef, cluster);
}

/**
 * Whether parameters are missing: others of their kind are declared. A bundle that holds none of the kind
 * is half a cluster. A class lives in no namespace, so that its reference to a ConfigMap has to name one.
 */
function isBroken(ref: ObjectRef, cluster: Cluster): boolean {
  if (ref.group === '' && ref.kind === 'ConfigMap' && ref.namespace === '') return true;
  return findObject(ref, cluster) === 'missing';
}
