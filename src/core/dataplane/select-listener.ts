import { coversHost, hostSpecificity } from '../ir/host-pattern.ts';
import type { GatewayFrontend, ListenerFrontend } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Profile } from '../profile/profile.ts';

/** Where a connection to a Gateway ends up (R-410…R-412). */
export type ListenerChoice =
  | {
      readonly to: 'listener';
      readonly listener: ListenerFrontend;
      readonly pooled: readonly ListenerFrontend[];
    }
  /** Nothing of the Gateway listens on that port for that protocol. */
  | { readonly to: 'no-listener' }
  /** The listener there is not accepted or not programmed: it gets no traffic. */
  | { readonly to: 'listener-unusable'; readonly listener: ListenerFrontend }
  /** Listeners are there, but none is for this host (or SNI). */
  | { readonly to: 'no-host' }
  /** A TLS connection whose host belongs to another listener than its SNI. */
  | { readonly to: 'misdirected' };

/** Protocols of listeners that a request of a scheme can enter by; a gRPC client may use TLS or not. */
const PROTOCOLS: Readonly<Record<SimRequest['scheme'], readonly string[]>> = {
  http: ['HTTP'],
  https: ['HTTPS'],
  grpc: ['HTTP', 'HTTPS'],
  tls: ['TLS'],
  tcp: ['TCP'],
  udp: ['UDP'],
};

/**
 * Chooses a listener by port, protocol and the most specific hostname: of the SNI for TLS, of the Host header else.
 * A listener named in the request tells the port that is dialled, unless the URL spells one out.
 */
export function selectListener(
  gateway: GatewayFrontend,
  request: SimRequest,
  host: string,
  profile: Profile,
): ListenerChoice {
  const named = gateway.listeners.find((each) => each.name === request.gateway?.listener);
  const port = named !== undefined && !request.portWritten ? named.port : request.port;
  const there = gateway.listeners.filter(
    (each) => each.port === port && PROTOCOLS[request.scheme].includes(each.protocol),
  );
  const open = there.filter((each) => each.usable);
  if (open.length === 0) {
    const [unusable] = there;
    return unusable === undefined ? { to: 'no-listener' } : { to: 'listener-unusable', listener: unusable };
  }
  if (request.scheme === 'tcp' || request.scheme === 'udp') {
    return { to: 'listener', listener: open[0] as ListenerFrontend, pooled: [open[0] as ListenerFrontend] };
  }
  const sni = request.scheme === 'https' || request.scheme === 'tls' ? (request.sni ?? host) : null;
  const entered = mostSpecific(open, (sni ?? host).toLowerCase());
  if (entered === null) return { to: 'no-host' };
  if (request.scheme === 'https' && sni !== null && profile.misdirectedRequests === 'detect') {
    const proper = mostSpecific(open, host);
    if (proper === null) return { to: 'no-host' };
    if (proper !== entered) return { to: 'misdirected' };
  }
  const pooled = profile.listenerIsolation
    ? [entered]
    : open.filter((each) => each === entered || coversHost(each.hostname, host));
  return { to: 'listener', listener: entered, pooled };
}

/** Exact before wildcard, more labels behind the wildcard before fewer, and none last. */
function mostSpecific(listeners: readonly ListenerFrontend[], host: string): ListenerFrontend | null {
  let best: ListenerFrontend | null = null;
  for (const listener of listeners) {
    if (!coversHost(listener.hostname, host)) continue;
    if (best === null || hostSpecificity(listener.hostname) > hostSpecificity(best.hostname)) best = listener;
  }
  return best;
}
