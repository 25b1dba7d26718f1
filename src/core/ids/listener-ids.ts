import type { ISTIO_GATEWAY_KIND } from './gateway-names.ts';

/** Returns `KIND/ns/name:listener`, the id of a listener of a Gateway or of a ListenerSet. */
export function listenerId(
  kind: 'Gateway' | 'ListenerSet' | typeof ISTIO_GATEWAY_KIND,
  namespace: string,
  name: string,
  listener: string,
): string {
  return `${kind}/${namespace}/${name}:${listener}`;
}

/** Returns the parts of the id of a listener. Returns null for an id of another form. */
export function readListenerId(id: string): {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly listener: string;
} | null {
  const found = /^([\w.]+)\/([^/]+)\/([^/:]+):(.+)$/.exec(id);
  if (found === null) return null;
  const [, kind = '', namespace = '', name = '', listener = ''] = found;
  return { kind, namespace, name, listener };
}
