import { gatewayClass } from '../../../../ids/client-classes.ts';
import type { HostPattern } from '../../../../ir/host-pattern.ts';
import type { PassedOver } from '../../../../ir/passed-over.ts';
import { PROTOCOLS, type Protocol } from '../../../../ir/protocol.ts';
import type { GatewayProxy, VirtualHost } from '../../../../ir/proxy-config.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import { PROFILES } from '../../../../profile/profiles.ts';
import type { GatewayAttachment, ListenerVerdict } from '../attach/attach-to-listeners.ts';
import type { GatewayFacts, GatewayPlane } from '../gateways/gateway-plane.ts';
import type { EffectiveListener } from '../gateways/listeners.ts';
import type { AnyRoute, EntriesOf } from '../routes.ts';
import { atHost } from './entry-at-hostname.ts';
import { compareEntries } from './precedence.ts';
import { routeTable } from './route-table.ts';

/**
 * Returns the configuration of each Gateway with a known controller: a virtual host with a table for each of
 * its listeners. `passedOver` returns the routes that name a Gateway (`ns/name`) and are not attached to it.
 */
export function buildGateways(
  plane: GatewayPlane,
  entriesOf: EntriesOf,
  passedOver: (gateway: string) => readonly PassedOver[],
): ReadonlyMap<string, GatewayProxy> {
  const byListener = attachedByListener(plane.attachments);
  const supposed = supposedByListener(plane.attachments);
  const gateways = new Map<string, GatewayProxy>();
  for (const [key, facts] of plane.gateways) {
    if (facts.ownership === 'pending') continue;
    const listeners = facts.listeners.map((listener) =>
      buildListener(
        listener,
        facts,
        byListener.get(listener) ?? NO_ROUTES,
        supposed.get(listener) ?? NO_IDS,
        tcpRoutesAt(listener, plane.attachments),
        entriesOf,
        () => passedOver(key),
      ),
    );
    gateways.set(key, {
      entrance: 'gateway',
      of: gatewayClass(key),
      id: key,
      assumed: facts.assumed,
      namespace: facts.gateway.namespace,
      refusesMisdirected: true,
      listeners,
      passedOver: () => passedOver(key),
    });
  }
  return gateways;
}

/** Returns the GatewayClasses of Gateways without a known controller, by `ns/name` of the Gateway. */
export function pendingGateways(plane: GatewayPlane): ReadonlyMap<string, string> {
  return new Map(
    [...plane.gateways]
      .filter(([, { ownership }]) => ownership === 'pending')
      .map(([key, { gateway }]) => [key, gateway.spec.gatewayClassName]),
  );
}

const OWN = Object.values(PROFILES).map(({ own }) => own);

/**
 * Returns names in Gateways that some profile knows as predefined by an implementation: a GatewayClass that
 * is not declared although others are, and protocols of listeners. By `ns/name`.
 */
export function ownNames(
  plane: GatewayPlane,
  classes: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const [key, { gateway, listeners }] of plane.gateways) {
    const { gatewayClassName } = gateway.spec;
    const isUndeclared = classes.size > 0 && !classes.has(gatewayClassName);
    const isOwnClass = isUndeclared && OWN.some((own) => own.classes.includes(gatewayClassName));
    const protocols = listeners.flatMap(({ listener: { protocol } }) =>
      OWN.some((own) => own.protocols.includes(protocol)) ? [protocol] : [],
    );
    const found = [...new Set([...(isOwnClass ? [gatewayClassName] : []), ...protocols])];
    if (found.length > 0) names.set(key, found);
  }
  return names;
}

/** Hostnames by route. A route with several parentRefs to a listener counts once. */
type Attached = ReadonlyMap<AnyRoute, readonly HostPattern[]>;
const NO_ROUTES: Attached = new Map();
const NO_IDS: ReadonlySet<string> = new Set();
const NO_TCP_ROUTES: readonly string[] = [];

/**
 * Returns the routes that each listener accepts. The shared hostnames of several parentRefs of a route are
 * combined.
 */
export function attachedByListener(
  attachments: readonly GatewayAttachment[],
): ReadonlyMap<EffectiveListener, Attached> {
  const byListener = new Map<EffectiveListener, Map<AnyRoute, HostPattern[]>>();
  for (const { route, verdicts } of attachments) {
    for (const { listener, refusal, hostnames } of verdicts) {
      if (refusal !== null) continue;
      const routes = byListener.get(listener) ?? new Map<AnyRoute, HostPattern[]>();
      byListener.set(listener, routes);
      const known = routes.get(route) ?? [];
      routes.set(route, [...new Set([...known, ...hostnames])]);
    }
  }
  return byListener;
}

/** Returns the ids of the routes that each listener accepts only by assumption. */
function supposedByListener(
  attachments: readonly GatewayAttachment[],
): ReadonlyMap<EffectiveListener, ReadonlySet<string>> {
  const byListener = new Map<EffectiveListener, Set<string>>();
  for (const { route, verdicts } of attachments) {
    for (const { listener, refusal, supposed } of verdicts) {
      if (refusal !== null || supposed !== true) continue;
      const routes = byListener.get(listener) ?? new Set<string>();
      byListener.set(listener, routes.add(route.id));
    }
  }
  return byListener;
}

function tcpRoutesAt(
  effective: EffectiveListener,
  attachments: readonly GatewayAttachment[],
): readonly string[] {
  const { protocol, tls } = effective.listener;
  if (protocol !== 'TLS' || tls?.mode !== 'Terminate') return NO_TCP_ROUTES;
  const isAt = ({ listener, refusal }: ListenerVerdict) =>
    listener === effective && (refusal === null || refusal === 'kind');
  return attachments
    .filter(({ route, verdicts }) => route.kind === 'TCPRoute' && verdicts.some(isAt))
    .map(({ route }) => route.id);
}

function buildListener(
  effective: EffectiveListener,
  { gateway, refusal }: GatewayFacts,
  routes: Attached,
  supposed: ReadonlySet<string>,
  tcpRoutes: readonly string[],
  entriesOf: EntriesOf,
  passedOver: () => readonly PassedOver[],
): VirtualHost {
  const { listener, id } = effective;
  const entries: RouteEntry[] = [];
  for (const [route, hostnames] of routes) {
    for (const entry of entriesOf(route)) {
      for (const hostname of hostnames) entries.push(atHost(entry, hostname, route));
    }
  }
  entries.sort(
    (a, b) =>
      // For gRPC requests, GRPCRoutes take precedence if both kinds share a listener.
      PROTOCOLS.indexOf(a.takes) - PROTOCOLS.indexOf(b.takes) ||
      compareEntries(a, b) ||
      // Entries of one match for several hostnames of one length never compete. Any fixed order is correct.
      (a.id < b.id ? -1 : 1),
  );
  return {
    id,
    name: listener.name,
    namespace: gateway.namespace,
    service: null,
    port: listener.port,
    protocol: listener.protocol,
    domain: listener.hostname,
    // A Gateway that is not accepted gets no configuration.
    usable: effective.programmed && refusal === null,
    table: routeTable({
      transport: listener.protocol === 'UDP' ? 'udp' : 'tcp',
      scope: { role: 'gateway', namespace: gateway.namespace },
      routes: [...routes.keys()],
      entries,
      conflicted: [],
      otherwise: PROTOCOL_OF_LISTENER.get(listener.protocol) ?? 'http',
      next: null,
      severalMatches: 'first-wins',
      passesOn: false,
    }),
    pooled: null,
    hidden: null,
    elsewhere: () => [],
    original: null,
    hostnameFallthrough: true,
    passedOver: () => passedOver().filter((each) => each.listener === null || each.listener === id),
    supposed: new Map([...supposed].map((route) => [route, id])),
    tcpRoutes,
  };
}

const PROTOCOL_OF_LISTENER: ReadonlyMap<string, Protocol> = new Map([
  ['TLS', 'tls'],
  ['TCP', 'tcp'],
  ['UDP', 'udp'],
]);
