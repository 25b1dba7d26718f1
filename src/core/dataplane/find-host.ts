import type { MeshIR } from '../ir/mesh-ir.ts';
import type { ProxyConfig } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RequestView } from '../match/request-view.ts';
import type { Arrival } from './arrival.ts';
import { hostFinders } from './host-finders.ts';
import { identify } from './identify.ts';
import { transportOf } from './transport-of.ts';

/**
 * Returns the destination of a request: in a mesh by address or Service name, at a Gateway by
 * port, protocol and the most specific hostname (R-410…R-412). `view` is the request as it was sent.
 */
export function findHost(request: SimRequest, view: RequestView, proxy: ProxyConfig, ir: MeshIR): Arrival {
  switch (proxy.entrance) {
    case 'mesh': {
      if (proxy.byAuthority !== undefined)
        return hostFinders().byAuthority(request, view.host, proxy, proxy.byAuthority, ir);
      const identity = identify(request, ir, proxy.authorityFirst, view.profile);
      if (identity.to !== 'frontend') return identity;
      const { by, frontend, service } = identity;
      return { to: 'host', by, service, host: proxy.host(frontend, transportOf(request)) };
    }
    case 'gateway':
      return hostFinders().listener(request, view.host, proxy);
    default:
      return proxy satisfies never;
  }
}
