import type { Cluster } from '../../../../cluster/cluster.ts';
import { formatResourceId, namespacedName } from '../../../../ids/ids.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { GatewayResource, Listener } from '../../../../resource/gateway-resource.ts';
import { namesGateway } from '../attach/names-gateway.ts';
import type { AnyRoute } from '../routes.ts';
import { ROUTES_OF_GATEWAYS } from './routes-of-gateways.ts';

const HTTP_PORT = 80;
const TLS_PORT = 443;

/**
 * Returns Gateways that no manifest declares, by `ns/name`. A bundle without any Gateway is probably only a
 * part of a cluster. The Gateways in its parentRefs are then assumed, with the listeners that the parentRefs
 * name (else one for all hosts). They allow routes of every namespace, because their real restrictions are
 * unknown (profile field undeclaredGateways).
 */
export function assumedGateways(cluster: Cluster, profile: Profile): ReadonlyMap<string, GatewayResource> {
  const gateways = new Map<string, GatewayResource>();
  if (cluster.gateways.size > 0 || profile.undeclaredGateways === 'missing') return gateways;
  for (const route of cluster.indexed(ROUTES_OF_GATEWAYS)) {
    for (const ref of route.spec.parentRefs) {
      if (!namesGateway(ref) || ref.kind !== 'Gateway') continue;
      const key = namespacedName(ref.namespace, ref.name);
      const known = gateways.get(key);
      const listener = listenerFor(route, ref.sectionName, ref.port);
      const listeners = known?.spec.listeners ?? [];
      const same = listeners.some(
        (each) =>
          each.port === listener.port && each.protocol === listener.protocol && each.name === listener.name,
      );
      if (same) continue;
      const named = { ...listener, index: listeners.length };
      gateways.set(key, gatewayOf(ref.namespace, ref.name, route, [...listeners, named]));
    }
  }
  return gateways;
}

function listenerFor(route: AnyRoute, sectionName: string | null, port: number | null): Listener {
  const protocol =
    route.kind === 'TLSRoute'
      ? 'TLS'
      : route.kind === 'TCPRoute'
        ? 'TCP'
        : route.kind === 'UDPRoute'
          ? 'UDP'
          : 'HTTP';
  return {
    name: sectionName ?? protocol.toLowerCase(),
    index: 0,
    hostname: null,
    port: port ?? portFor(protocol, route),
    protocol,
    tls: protocol === 'TLS' ? { mode: 'Passthrough', certificateRefs: [], hasOptions: false } : null,
    allowedRoutes: { namespaces: { from: 'All', selector: null }, kinds: [] },
  };
}

/** Returns the usual port of a protocol. For raw connections, returns the port of their first backend. */
function portFor(protocol: string, route: AnyRoute): number {
  if (protocol === 'TLS') return TLS_PORT;
  const backend = route.spec.rules[0]?.backendRefs[0]?.port ?? HTTP_PORT;
  return protocol === 'HTTP' ? HTTP_PORT : backend;
}

/** Returns an assumed Gateway. Its place in the text is the first reference to it. */
function gatewayOf(
  namespace: string,
  name: string,
  route: AnyRoute,
  listeners: readonly Listener[],
): GatewayResource {
  return {
    id: formatResourceId('Gateway', namespace, name),
    kind: 'Gateway',
    group: 'gateway.networking.k8s.io',
    version: 'v1',
    name,
    namespace,
    namespaceImplied: false,
    labels: {},
    annotations: {},
    created: null,
    origin: route.origin,
    sketch: false,
    raw: {},
    spec: {
      gatewayClassName: '',
      listeners,
      addresses: [],
      allowedListeners: { from: 'All', selector: null },
      infrastructureParametersRef: null,
      defaultScope: null,
      tls: { backendClientCertificate: null, frontendDefault: null, frontendPerPort: [] },
    },
  };
}
