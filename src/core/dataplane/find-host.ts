import { coversHost, hostSpecificity } from '../ir/host-pattern.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import { hasRequests } from '../ir/protocol.ts';
import type {
  AuthorityHosts,
  GatewayProxy,
  MeshProxy,
  ProxyConfig,
  VirtualHost,
} from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { PodAddress, ServiceFacts } from '../ir/service.ts';
import { errorStatus, NO_STATUS, type Status } from '../ir/status.ts';
import type { RequestView } from '../match/request-view.ts';
import { type DialledService, identify } from './identify.ts';

/** The destination of a request in the configuration of its proxy (step 3). */
export type Arrival =
  | {
      readonly to: 'host';
      readonly by: DialledService['by'] | 'listener' | 'host-header' | 'sni' | 'port';
      readonly host: VirtualHost;
      /** Null at a Gateway, and for a host that is no Service. */
      readonly service: ServiceFacts | null;
    }
  /** The Gateway has no listener for the request. */
  | { readonly to: 'no-host'; readonly why: NoHost; readonly status: Status }
  /** The proxy of the client sends nothing to hosts that it does not know (Istio 1.4). */
  | {
      readonly to: 'blocked';
      readonly by: null;
      readonly status: Status;
      /** True for TLS at a port that is declared as HTTP. */
      readonly unreadable?: true;
    }
  /** The Service exists, but does not have this port. */
  | { readonly to: 'no-such-port'; readonly by: DialledService['by']; readonly service: ServiceFacts }
  /** DNS of a headless Service returns endpoint addresses: the backend facet, without routes. */
  | { readonly to: 'headless'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  /** DNS of an ExternalName Service leads out of the cluster. */
  | { readonly to: 'external'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  | { readonly to: 'pod'; readonly by: 'pod-ip'; readonly pod: PodAddress }
  | { readonly to: 'unknown'; readonly by: null };

type NoHost =
  /** No listener of the Gateway has this port and protocol. */
  | 'no-listener'
  /** The listener is not accepted or not programmed. It gets no traffic. */
  | 'listener-unusable'
  /** No listener of the port accepts this host (or SNI). */
  | 'no-host'
  /** A TLS connection whose host belongs to another listener than its SNI. */
  | 'misdirected';

/**
 * Returns the destination of a request: in a mesh by address or Service name, at a Gateway by
 * port, protocol and the most specific hostname (R-410…R-412). `view` is the request as it was sent.
 */
export function findHost(request: SimRequest, view: RequestView, proxy: ProxyConfig, ir: MeshIR): Arrival {
  switch (proxy.entrance) {
    case 'mesh': {
      if (proxy.byAuthority !== undefined)
        return findByAuthority(request, view.host, proxy, proxy.byAuthority, ir);
      const identity = identify(request, ir, proxy.authorityFirst, view.profile);
      if (identity.to !== 'frontend') return identity;
      const { by, frontend, service } = identity;
      return { to: 'host', by, service, host: proxy.host(frontend, transportOf(request)) };
    }
    case 'gateway':
      return findListener(request, view.host, proxy);
    default:
      return proxy satisfies never;
  }
}

/**
 * Returns the destination at a proxy that selects virtual hosts by the Host header. The address decides at
 * ports whose protocol is not HTTP or not known (Istio 1.1, 1.2).
 */
function findByAuthority(
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

function transportOf({ protocol }: SimRequest): 'tcp' | 'udp' {
  return protocol === 'udp' ? 'udp' : 'tcp';
}

/** The protocols of listeners that accept a request of a scheme. A gRPC client may use TLS or not. */
const LISTENER_PROTOCOLS: Readonly<Record<SimRequest['scheme'], readonly string[]>> = {
  http: ['HTTP'],
  https: ['HTTPS'],
  grpc: ['HTTP', 'HTTPS'],
  tls: ['TLS'],
  tcp: ['TCP'],
  udp: ['UDP'],
};

/**
 * Returns the listener with the port, the protocol and the most specific hostname: the SNI for TLS, the Host
 * header otherwise. If the request names a listener, its port is dialled, unless the URL contains a port.
 */
function findListener(request: SimRequest, host: string, gateway: GatewayProxy): Arrival {
  const named = [...gateway.listeners, ...(gateway.servers ?? [])].find(
    (each) => each.name === request.gateway?.listener,
  );
  const port = named !== undefined && !request.portWritten ? named.port : request.port;
  if (gateway.find !== undefined) {
    const serverName =
      request.scheme === 'https' || request.scheme === 'tls' ? (request.sni ?? host).toLowerCase() : null;
    const found = gateway.find({ port, scheme: request.scheme, host: host.toLowerCase(), serverName });
    if (found.host !== null) return arrivedAt(found.host);
    return found.closed ? { to: 'no-host', why: found.why, status: NO_STATUS } : refused(found.why);
  }
  const there = gateway.listeners.filter(
    (each) => each.port === port && LISTENER_PROTOCOLS[request.scheme].includes(each.protocol ?? ''),
  );
  const open = there.filter((each) => each.usable);
  const [first] = open;
  if (first === undefined) return refused(there.length === 0 ? 'no-listener' : 'listener-unusable');
  if (request.scheme === 'tcp' || request.scheme === 'udp') return arrivedAt(first);
  const sni = request.scheme === 'https' || request.scheme === 'tls' ? (request.sni ?? host) : null;
  const entered = mostSpecific(open, (sni ?? host).toLowerCase());
  if (entered === null) return refused('no-host');
  if (request.scheme === 'https' && sni !== null && gateway.refusesMisdirected) {
    const proper = mostSpecific(open, host);
    if (proper === null) return refused('no-host');
    if (proper !== entered) return refused('misdirected');
  }
  return arrivedAt(entered);
}

function arrivedAt(host: VirtualHost): Arrival {
  return { to: 'host', by: 'listener', host, service: null };
}

const NOT_FOUND = 404;
const MISDIRECTED = 421;

function refused(why: NoHost): Arrival {
  const isClosed = why === 'no-listener' || why === 'listener-unusable';
  const code = why === 'misdirected' ? MISDIRECTED : NOT_FOUND;
  return { to: 'no-host', why, status: isClosed ? NO_STATUS : errorStatus(code, 'by-http-code') };
}

/** Returns the most specific host: exact names, then wildcards with more labels, then no hostname. */
function mostSpecific(hosts: readonly VirtualHost[], name: string): VirtualHost | null {
  let best: VirtualHost | null = null;
  for (const host of hosts) {
    if (!coversHost(host.domain, name)) continue;
    if (best === null || hostSpecificity(host.domain) > hostSpecificity(best.domain)) best = host;
  }
  return best;
}
