import type { MeshIR } from '../ir/mesh-ir.ts';
import { hasRequests } from '../ir/protocol.ts';
import type { AuthorityHosts, MeshProxy } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { NO_STATUS } from '../ir/status.ts';
import type { Arrival } from './arrival.ts';
import { identify } from './identify.ts';
import { transportOf } from './transport-of.ts';

/**
 * Returns the destination at a proxy that selects virtual hosts by the Host header. The address decides at
 * ports whose protocol is not HTTP or not known (Istio 1.1, 1.2).
 */
export function findByAuthority(
  request: SimRequest,
  host: string,
  proxy: MeshProxy,
  hosts: AuthorityHosts,
  ir: MeshIR,
): Arrival {
  const identity = identify(request, ir, false);
  if (request.scheme === 'https' && identity.to === 'frontend') {
    const { by, frontend, service } = identity;
    if (hosts.refuses(frontend)) return { to: 'blocked', by: null, status: NO_STATUS };
    // The proxy cannot read requests that the client encrypts. A port that must be HTTP does not expect them.
    if (hosts.decidesAt(frontend)) return { to: 'unknown', by: null };
    const own = proxy.host(frontend, 'tcp');
    const host = own.table?.reads === 'requests' ? hosts.withoutRoutes(frontend) : own;
    return { to: 'host', by, service, host };
  }
  if (identity.to === 'unknown' || identity.to === 'external') {
    const found = hosts.connection(request, host);
    if (found !== null)
      return found.by === null ? { to: 'blocked', ...found } : { to: 'host', service: null, ...found };
  }
  const at = hasRequests(request.protocol) ? hosts.at(request.port) : null;
  if (identity.to === 'frontend' && (at === null || !hosts.decidesAt(identity.frontend))) {
    const { by, frontend, service } = identity;
    if (hosts.refuses(frontend)) return { to: 'blocked', by: null, status: NO_STATUS };
    return { to: 'host', by, service, host: proxy.host(frontend, transportOf(request)) };
  }
  const found = at?.find(host) ?? null;
  if (found !== null) {
    const service = found.service === null ? null : ir.service(found.service);
    return { to: 'host', by: 'host-header', service, host: found };
  }
  if (at !== null && at.otherwise !== 'original') return { to: 'blocked', by: null, status: at.otherwise };
  if (at === null && hosts.unknownAddress !== 'original')
    return { to: 'blocked', by: null, status: hosts.unknownAddress };
  if (identity.to !== 'frontend') return identity;
  const { by, frontend, service } = identity;
  return { to: 'host', by, service, host: hosts.withoutRoutes(frontend) };
}
