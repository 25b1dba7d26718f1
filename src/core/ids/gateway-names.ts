import { formatResourceId, INGRESS_CLASS_KIND, namespacedName } from './ids.ts';

/** The kind of the Gateways of Istio in ids. */
export const ISTIO_GATEWAY_KIND = 'Gateway.networking.istio.io';

/** The name of the class of Ingresses that name no class, if the bundle has no default class. */
export const NO_INGRESS_CLASS = '*';

/** A Gateway as requests name it, or the controller of a class of Ingresses. */
export interface GatewayName {
  /** `''` for a class of Ingresses. */
  readonly namespace: string;
  readonly name: string;
  /**
   * Present for a Gateway of Istio, if the request says so or no other Gateway has the name, and for a class of
   * Ingresses.
   */
  readonly kind?: typeof ISTIO_GATEWAY_KIND | typeof INGRESS_CLASS_KIND;
  readonly listener: string | null;
}

/** Returns the controller of a class of Ingresses, as a request names it. '' is the default class. */
export function ingressClassName(name: string): GatewayName {
  return { namespace: '', name, kind: INGRESS_CLASS_KIND, listener: null };
}

/** Returns true for a class of Ingresses. */
export function isClassName({ kind }: Pick<GatewayName, 'kind'>): boolean {
  return kind === INGRESS_CLASS_KIND;
}

/** Returns the Gateway that a text names. Returns null for a text of another form. */
export function readGatewayName(text: string): GatewayName | null {
  const ofClass = /^IngressClass\/([^/:\s]+)$/.exec(text)?.[1];
  if (ofClass !== undefined) return ingressClassName(ofClass);
  const found = /^(Gateway\.networking\.istio\.io\/)?([^/:\s]+)\/([^/:\s]+)(?::(.+))?$/.exec(text);
  if (found === null) return null;
  const [, kind, namespace = '', name = '', listener = null] = found;
  return { namespace, name, ...(kind === undefined ? null : { kind: ISTIO_GATEWAY_KIND }), listener };
}

/**
 * Returns `ns/name`, `ns/name:listener`, or one of them after the kind of a Gateway of Istio. Returns
 * `IngressClass/name` for a class of Ingresses.
 */
export function formatGatewayName({ namespace, name, kind, listener }: GatewayName): string {
  const own = namespace === '' ? name : namespacedName(namespace, name);
  return `${kind === undefined ? '' : `${kind}/`}${own}${listener === null ? '' : `:${listener}`}`;
}

/** Returns the id of the Gateway that a request names. */
export function gatewayIdOf({ namespace, name, kind }: Omit<GatewayName, 'listener'>): string {
  return formatResourceId(kind ?? 'Gateway', namespace, name);
}
