import { coversHost, hostSpecificity } from '../ir/host-pattern.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { GatewayProxy, ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { PodAddress, ServiceFacts } from '../ir/service.ts';
import { errorStatus, NO_STATUS, type Status } from '../ir/status.ts';
import type { RequestView } from '../match/request-view.ts';
import { type DialledService, identify } from './identify.ts';

/** Where a request arrives in the configuration of its proxy (step 3). */
export type Arrival =
  | {
      readonly to: 'host';
      readonly by: DialledService['by'] | 'listener';
      readonly host: VirtualHost;
      /** null: at a Gateway. */
      readonly service: ServiceFacts | null;
    }
  /** The Gateway has no listener for it. */
  | { readonly to: 'no-host'; readonly why: NoHost; readonly status: Status }
  /** The Service exists, but not this port of it. */
  | { readonly to: 'no-such-port'; readonly by: DialledService['by']; readonly service: ServiceFacts }
  /** DNS of a headless Service gives endpoint addresses: the backend facet, no routes. */
  | { readonly to: 'headless'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  /** DNS of an ExternalName Service leads out of the cluster. */
  | { readonly to: 'external'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  | { readonly to: 'pod'; readonly by: 'pod-ip'; readonly pod: PodAddress }
  | { readonly to: 'unknown'; readonly by: null };

type NoHost =
  /** Nothing of the Gateway listens on that port for that protocol. */
  | 'no-listener'
  /** The listener there is not accepted or not programmed: it gets no traffic. */
  | 'listener-unusable'
  /** Listeners are there, but none is for this host (or SNI). */
  | 'no-host'
  /** A TLS connection whose host belongs to another listener than its SNI. */
  | 'misdirected';

/**
 * The virtual host of a request: in a mesh by address or Service name, at a Gateway by port, protocol and
 * the most specific hostname (R-410…R-412). `view` is the request as it was sent.
 */
export function findHost(request: SimRequest, view: RequestView, proxy: ProxyConfig, ir: MeshIR): Arrival {
  switch (proxy.entrance) {
    case 'mesh': {
      const identity = identify(request, ir, proxy.authorityFirst);
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

function transportOf({ protocol }: SimRequest): 'tcp' | 'udp' {
  return protocol === 'udp' ? 'udp' : 'tcp';
}

/** Protocols of listeners that a request of a scheme can enter by; a gRPC client may use TLS or not. */
const LISTENER_PROTOCOLS: Readonly<Record<SimRequest['scheme'], readonly string[]>> = {
  http: ['HTTP'],
  https: ['HTTPS'],
  grpc: ['HTTP', 'HTTPS'],
  tls: ['TLS'],
  tcp: ['TCP'],
  udp: ['UDP'],
};

/**
 * The listener by port, protocol and the most specific hostname: of the SNI for TLS, of the Host header else. A listener
 * named in the request tells the port that is dialled, unless the URL spells one out.
 */
function findListener(request: SimRequest, host: string, gateway: GatewayProxy): Arrival {
  const named = gateway.listeners.find((each) => each.name === request.gateway?.listener);
  const port = named !== undefined && !request.portWritten ? named.port : request.port;
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

/** Exact before wildcard, more labels behind the wildcard before fewer, and none last. */
function mostSpecific(hosts: readonly VirtualHost[], name: string): VirtualHost | null {
  let best: VirtualHost | null = null;
  for (const host of hosts) {
    if (!coversHost(host.domain, name)) continue;
    if (best === null || hostSpecificity(host.domain) > hostSpecificity(best.domain)) best = host;
  }
  return best;
}
