import {
  type ClientClass,
  EVERYBODY_ELSE,
  gatewayClass,
  labelledClass,
  namespaceClass,
  OUTSIDE_MESH,
  readClientClass,
} from '../ids/client-classes.ts';
import { INGRESS_CLASS_KIND, namespacedName } from '../ids/ids.ts';
import type { MeshIR, Sender } from '../ir/mesh-ir.ts';
import { compareKeys } from '../ir/order.ts';
import type { PassedOver } from '../ir/passed-over.ts';
import type { Frontend, GatewayProxy, MeshProxy, ProxyConfig, VirtualHost } from '../ir/proxy-config.ts';
import type { RouteTable } from '../ir/table.ts';
import { type ProxyRules, proxyRulesKey } from '../profile/proxy-rules.ts';
import type { MeshClaims } from './dialect-compiler.ts';
import { gatewayUnder } from './gateway-rules.ts';
import type { MergePolicy } from './merge/merge-policy.ts';

/** The input for proxy configurations. */
export interface ProxySources {
  readonly frontends: MeshIR['frontends'];
  /** The configurations of Gateways, before the choices of a profile are applied. */
  readonly gateways: MeshIR['gateways'];
  /** Returns the routes that name a Service (`ns/name`) and are not attached to it. */
  passedOverOnService(service: string): readonly PassedOver[];
  readonly merge: MergePolicy;
  /** The dialect that configures the clients of the mesh. Null if the tables of Service ports are all. */
  readonly mesh: MeshClaims | null;
}

/** The part of the IR that proxy configurations provide. */
export type Proxies = Pick<MeshIR, 'classOf' | 'classes' | 'proxy' | 'gateways'>;

/**
 * Returns a function that returns the configurations of all proxies under a profile. The tables are the same
 * under every profile. Each configuration is compiled on first use. Profiles with equal rules for proxies
 * share their configurations.
 */
export function proxyCompiler(sources: ProxySources): (rules: ProxyRules) => Proxies {
  let consumers: ReadonlySet<string> | null = null;
  const consumerNamespaces = () => {
    consumers ??= namespacesOfConsumers(sources.frontends);
    return consumers;
  };
  const known = new Map<string, Proxies>();
  return (rules) => {
    const key = proxyRulesKey(rules);
    const compiled = known.get(key) ?? compileProxies(sources, rules, consumerNamespaces);
    known.set(key, compiled);
    return compiled;
  };
}

function compileProxies(
  sources: ProxySources,
  rules: ProxyRules,
  consumerNamespaces: () => ReadonlySet<string>,
): Proxies {
  const gateways = new Map<string, GatewayProxy>();
  for (const [key, gateway] of sources.gateways) gateways.set(key, gatewayUnder(gateway, rules));
  const known = new Map<ClientClass, ProxyConfig | null>();
  return {
    gateways,
    classOf: (sender) => classOf(sender, gateways, sources.mesh, consumerNamespaces),
    classes: () => [
      ...meshClasses(sources.mesh, consumerNamespaces),
      EVERYBODY_ELSE,
      OUTSIDE_MESH,
      ...[...gateways.keys()].sort(compareKeys).map(gatewayClass),
    ],
    proxy(of) {
      const before = known.get(of);
      if (before !== undefined) return before;
      const owner = readClientClass(of);
      const proxy =
        owner.kind === 'gateway' ? (gateways.get(owner.gateway) ?? null) : clientProxy(of, sources, rules);
      known.set(of, proxy);
      return proxy;
    },
  };
}

/**
 * Returns the class of a sender. For a client in the mesh, only the namespace matters, and only if it has
 * consumer routes.
 */
function classOf(
  { from, gateway }: Sender,
  gateways: ReadonlyMap<string, GatewayProxy>,
  mesh: MeshClaims | null,
  consumerNamespaces: () => ReadonlySet<string>,
): ClientClass {
  if (gateway !== null) {
    if (gateway.kind === INGRESS_CLASS_KIND) return ingressClass(gateway.name, gateways);
    const plain = namespacedName(gateway.namespace, gateway.name);
    if (gateway.kind === undefined || gateways.get(plain)?.kind === gateway.kind) return gatewayClass(plain);
    return gatewayClass(namespacedName(gateway.kind, plain));
  }
  if (from === null) return EVERYBODY_ELSE;
  if (!from.inMesh) return OUTSIDE_MESH;
  if (mesh !== null) return classOfOwner(mesh.ownerOf(from));
  return consumerNamespaces().has(from.namespace) ? namespaceClass(from.namespace) : EVERYBODY_ELSE;
}

/**
 * Returns the class of the requests that enter through the controller of a class of Ingresses. Without a name,
 * it is the default class, or the only one (I-104). It has no configuration if the manifests do not say which.
 */
function ingressClass(name: string, gateways: ReadonlyMap<string, GatewayProxy>): ClientClass {
  if (name !== '') return gatewayClass(namespacedName(INGRESS_CLASS_KIND, name));
  const controllers = [...gateways].filter(([, { kind }]) => kind === INGRESS_CLASS_KIND);
  const [chosen] =
    controllers.find(([, { controller }]) => controller?.isDefault === true) ??
    (controllers.length === 1 ? (controllers[0] ?? []) : []);
  return gatewayClass(chosen ?? namespacedName(INGRESS_CLASS_KIND, ''));
}

type MeshOwner = ReturnType<MeshClaims['ownerOf']>;

function classOfOwner({ namespace, labels }: MeshOwner): ClientClass {
  return labelledClass(namespace, labels ?? {});
}

function meshClasses(
  mesh: MeshClaims | null,
  consumerNamespaces: () => ReadonlySet<string>,
): readonly ClientClass[] {
  if (mesh === null) return [...consumerNamespaces()].sort(compareKeys).map(namespaceClass);
  return mesh.owners().map(classOfOwner).sort(compareKeys);
}

/** Returns the configuration of a class of clients in the cluster, with that of a dialect if there is one. */
function clientProxy(of: ClientClass, sources: ProxySources, rules: ProxyRules): MeshProxy {
  const base = meshProxy(of, sources, rules);
  const owner = readClientClass(of);
  if (sources.mesh === null || owner.kind !== 'mesh') return base;
  return sources.mesh.configure(owner, base, sources.frontends);
}

function namespacesOfConsumers(frontends: MeshIR['frontends']): ReadonlySet<string> {
  const namespaces = new Set<string>();
  for (const { tables } of frontends.values())
    for (const { scope } of tables) if (scope.role === 'consumer') namespaces.add(scope.namespace);
  return namespaces;
}

function meshProxy(of: ClientClass, sources: ProxySources, rules: ProxyRules): MeshProxy {
  const hosts = { tcp: new Map<Frontend, VirtualHost>(), udp: new Map<Frontend, VirtualHost>() };
  return {
    entrance: 'mesh',
    of,
    // Only producer routes apply to a client outside the mesh, and only if the server side enforces them
    //
    intercepts: of !== OUTSIDE_MESH || rules.serverSideProducerRoutes,
    authorityFirst: rules.serviceIdentification === 'authority',
    host(frontend, transport) {
      const known = hosts[transport].get(frontend);
      if (known !== undefined) return known;
      const host = virtualHost(frontend, transport, of, sources);
      hosts[transport].set(frontend, host);
      return host;
    },
  };
}

const NONE: VirtualHost['supposed'] = new Map();

function virtualHost(
  { id, service, namespace, port, portName, appProtocol, tables, original }: Frontend,
  transport: RouteTable['transport'],
  of: ClientClass,
  sources: ProxySources,
): VirtualHost {
  return {
    id,
    name: portName,
    namespace,
    service,
    port,
    protocol: appProtocol,
    domain: null,
    usable: true,
    ...sources.merge.tablesFor(tables, transport, readClientClass(of)),
    pooled: null,
    original,
    hostnameFallthrough: true,
    passedOver: () =>
      sources
        .passedOverOnService(service)
        .filter(({ why, boundPorts }) => why !== 'other-port' || boundPorts?.includes(port) !== true),
    supposed: NONE,
    tcpRoutes: [],
  };
}
