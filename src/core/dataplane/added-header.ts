import { hasRequests } from '../ir/protocol.ts';
import type { ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';

/**
 * Returns the request that the routes of a virtual host see: with the header that the proxy adds to requests
 * without it (KT-env 20.7). Returns the same object if nothing is added.
 */
export function withAddedHeader(asked: SimRequest, proxy: ProxyConfig, host: VirtualHost): SimRequest {
  if (proxy.entrance !== 'mesh' || proxy.adds === undefined) return asked;
  const { name, value } = proxy.adds;
  if (!isRead(asked) || !proxy.adds.reads(host) || hasHeader(asked, name)) return asked;
  return { ...asked, headers: [...asked.headers, [name, value]] };
}

/** Returns true if the proxy reads the headers of a request. */
export function isRead({ scheme, protocol }: SimRequest): boolean {
  return scheme !== 'https' && hasRequests(protocol);
}

/** Returns true if a request has a header. */
export function hasHeader({ headers }: SimRequest, name: string): boolean {
  const wanted = name.toLowerCase();
  return headers.some(([each]) => each.toLowerCase() === wanted);
}
