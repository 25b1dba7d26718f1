import { coversHost, hostSpecificity } from '../ir/host-pattern.ts';
import type { GatewayProxy, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { errorStatus, NO_STATUS } from '../ir/status.ts';
import type { Arrival, NoHost } from './arrival.ts';

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
export function findListener(request: SimRequest, host: string, gateway: GatewayProxy): Arrival {
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
