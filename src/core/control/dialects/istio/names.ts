import { isIPLiteral } from '../../../ir/service-name.ts';

/** The namespace whose objects apply to the whole mesh in the default configuration. */
export const ROOT_NAMESPACE = 'istio-system';
/** The gateway that means every proxy of the mesh (Istio 2.3). */
export const MESH = 'mesh';

/**
 * Returns the full name of a host in lower case. Only a name without a dot is short. It belongs to the
 * namespace of the object that contains it (Istio 2.1, 2.2).
 */
export function resolveHost(host: string, namespace: string, clusterDomain: string): string {
  if (host === '' || host === '*' || host.includes('.') || isIPLiteral(host)) return host.toLowerCase();
  return serviceHost(host, namespace, clusterDomain);
}

/** Returns the full name of a Service (Istio 2.6). */
export function serviceHost(name: string, namespace: string, clusterDomain: string): string {
  return `${name}.${namespace}.svc.${clusterDomain}`.toLowerCase();
}

/** Returns `mesh`, or the gateway as `ns/name` (Istio 2.3). */
export function resolveGateway(gateway: string, namespace: string): string {
  if (gateway === MESH) return MESH;
  if (gateway.startsWith('./')) return `${namespace}${gateway.slice(1)}`;
  if (gateway.includes('/')) return gateway;
  const [name = '', of] = gateway.split('.');
  return `${of ?? namespace}/${name}`;
}

/** Returns true if a host is a wildcard: `*`, `*.example.com` or `*-v2.example.com` (Istio 2.4). */
export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** Returns true if some host is covered by both (Istio 2.4). */
export function hostsOverlap(a: string, b: string): boolean {
  if (isWildcard(a) && isWildcard(b)) {
    return a.length < b.length ? b.slice(1).endsWith(a.slice(1)) : a.slice(1).endsWith(b.slice(1));
  }
  return isWildcard(a) ? isSubset(b, a) : isSubset(a, b);
}

/** Returns true if `wide` covers every host that `narrow` covers (Istio 2.4). */
export function isSubset(narrow: string, wide: string): boolean {
  if (!isWildcard(wide)) return narrow === wide;
  if (!isWildcard(narrow)) return narrow.endsWith(wide.slice(1));
  return narrow.length >= wide.length && narrow.slice(1).endsWith(wide.slice(1));
}

/** Returns the most specific of some hosts that cover a host: itself, else the longest wildcard (Istio 3.8). */
export function mostSpecific(host: string, among: Iterable<string>): string | null {
  let best: string | null = null;
  for (const each of among) {
    if (each === host) return each;
    if (isWildcard(each) && isSubset(host, each) && (best === null || each.length > best.length)) best = each;
  }
  return best;
}
