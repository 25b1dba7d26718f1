import { formatResourceId, namespacedName } from './ids.ts';

/** The kind of the Gateways of Istio in ids. */
export const ISTIO_GATEWAY_KIND = 'Gateway.networking.istio.io';

/** A Gateway as requests name it. */
export interface GatewayName {
  readonly namespace: string;
  readonly name: string;
  /** Present for a Gateway of Istio, if the request says so or no other Gateway has the name. */
  readonly kind?: typeof ISTIO_GATEWAY_KIND;
  readonly listener: string | null;
}

/** Returns the Gateway that a text names. Returns null for a text of another form. */
export function readGatewayName(text: string): GatewayName | null {
  const found = /^(Gateway\.networking\.istio\.io\/)?([^/:\s]+)\/([^/:\s]+)(?::(.+))?$/.exec(text);
  if (found === null) return null;
  const [, kind, namespace = '', name = '', listener = null] = found;
  return { namespace, name, ...(kind === undefined ? null : { kind: ISTIO_GATEWAY_KIND }), listener };
}

/** Returns `ns/name`, `ns/name:listener`, or one of them after the kind of a Gateway of Istio. */
export function formatGatewayName({ namespace, name, kind, listener }: GatewayName): string {
  const own = namespacedName(namespace, name);
  return `${kind === undefined ? '' : `${kind}/`}${own}${listener === null ? '' : `:${listener}`}`;
}

/** Returns the id of the Gateway that a request names. */
export function gatewayIdOf({ namespace, name, kind }: Omit<GatewayName, 'listener'>): string {
  return formatResourceId(kind ?? 'Gateway', namespace, name);
}
