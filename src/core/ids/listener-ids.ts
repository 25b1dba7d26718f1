import type { GatewayName } from './gateway-names.ts';
import { formatResourceId } from './ids.ts';

/**
 * Returns `KIND/ns/name:listener`, the id of a listener of a Gateway or of a ListenerSet. The servers of a class
 * of Ingresses have no namespace: `IngressClass/nginx:http/a.example`.
 */
export function listenerId(
  kind: 'Gateway' | 'ListenerSet' | NonNullable<GatewayName['kind']>,
  namespace: string,
  name: string,
  listener: string,
): string {
  return `${formatResourceId(kind, namespace, name)}:${listener}`;
}

/**
 * Returns the server of a class of Ingresses as people read it, from its id: `https://a.example`, or `http://*` for
 * the hosts that no other server has. Returns another id as it is.
 */
export function servedOrigin(id: string): string {
  const found = /^IngressClass\/[^:]+:(https?)(?:\/(.+))?$/.exec(id);
  return found === null ? id : `${found[1]}://${found[2] ?? '*'}`;
}

/** Returns the parts of the id of a listener. Returns null for an id of another form. */
export function readListenerId(id: string): {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly listener: string;
} | null {
  const found = /^([\w.]+)\/(?:([^/:]+)\/)?([^/:]+):(.+)$/.exec(id);
  if (found === null) return null;
  const [, kind = '', namespace = '', name = '', listener = ''] = found;
  return { kind, namespace, name, listener };
}
