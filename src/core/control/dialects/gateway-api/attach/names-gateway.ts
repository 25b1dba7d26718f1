import type { ParentRef } from '../../../../resource/resource.ts';

/** The API group of Gateways, ListenerSets and routes. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Returns true if a parentRef names a Gateway or a ListenerSet. */
export function namesGateway(ref: ParentRef): boolean {
  return ref.group === GATEWAY_GROUP && (ref.kind === 'Gateway' || ref.kind === 'ListenerSet');
}
