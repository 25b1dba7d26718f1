import { decideRequest } from '../decide-request.ts';
import { readGatewayName } from '../ids/gateway-names.ts';
import { namespacedName, readNamespacedName } from '../ids/ids.ts';
import { readClientName } from '../ids/read-client-name.ts';
import { compareKeys } from '../ir/order.ts';
import type { Frontend, GatewayProxy, VirtualHost } from '../ir/proxy-config.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';
import { languageKindOf } from '../match/operators/operators.ts';
import type { Snapshot } from '../snapshot.ts';
import { encodePart } from '../text/encode-part.ts';
import { workloadsIn } from './clients.ts';

/** A request in the form that the page's request form accepts. */
export interface FirstRequest {
  /** `NAMESPACE`, `NAMESPACE/WORKLOAD` or `gateway:NAMESPACE/NAME`. */
  readonly from: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** A host name that reaches no Service, for listeners and routes that accept every host (RFC 2606). */
const ANY_HOST = 'example.test';
/** The number of entries to try until one takes the request that is written for it. */
const MOST_TRIES = 24;

interface Attempt extends FirstRequest {
  readonly entry: RouteEntry | null;
}

/**
 * Returns a request to ask first about new manifests: a request that a route takes, from a client that the
 * route applies to.
 * Service ports take precedence over listeners, and consumer routes over producer routes. If no entry takes
 * the request that is written for it, returns the first request all the same. Returns null when the manifests
 * have neither a Service nor a Gateway.
 */
export function firstRequest(snapshot: Snapshot): FirstRequest | null {
  const { ir } = snapshot.control;
  const frontends = [...ir.frontends.values()].sort((a, b) => compareKeys(a.id, b.id));
  const gateways = [...ir.gateways.values()].sort((a, b) => compareKeys(a.id, b.id));
  const attempts = function* (): Generator<Attempt> {
    for (const role of ['consumer', 'producer'] as const)
      for (const frontend of frontends) yield* attemptsAtService(snapshot, frontend, role);
    for (const gateway of gateways) yield* attemptsAtGateway(gateway);
    for (const gateway of gateways) yield* attemptsOfUnattached(gateway);
    for (const id of ir.pendingGateways.keys()) yield plainEntrance({ id, listeners: [] });
    for (const frontend of frontends) yield plainAttempt(snapshot, frontend);
    for (const gateway of gateways) yield plainEntrance(gateway);
  };
  return choose(snapshot, attempts());
}

/**
 * Returns a request that enters through a Gateway. The request matches a route of the Gateway if it has one.
 */
export function firstRequestAt(snapshot: Snapshot, gateway: GatewayProxy): FirstRequest {
  const plain = plainEntrance(gateway);
  // A generator, because only the first few entries of a large table are tried.
  const attempts = function* (): Generator<Attempt> {
    yield* attemptsAtGateway(gateway);
    yield* attemptsOfUnattached(gateway);
    yield plain;
  };
  return choose(snapshot, attempts()) ?? plain;
}

function choose(snapshot: Snapshot, attempts: Iterable<Attempt>): FirstRequest | null {
  let first: FirstRequest | null = null;
  let tries = 0;
  for (const { entry, ...asked } of attempts) {
    const request = requestOf(asked);
    if (request === null) continue;
    first ??= asked;
    if (entry === null || ++tries > MOST_TRIES) break;
    if (decideRequest(snapshot, request).entry?.id === entry.id) return asked;
  }
  return first;
}

function requestOf({ from, method, url, headers }: FirstRequest): SimRequest | null {
  const read = readURL(url);
  if (!read.ok) return null;
  const isGateway = from.startsWith('gateway:');
  const { namespace, workload } = readClientName(from);
  return {
    from: isGateway ? null : { namespace, workload, inMesh: true },
    gateway: isGateway ? readGatewayName(from.slice('gateway:'.length)) : null,
    ...read.url,
    method,
    headers,
    podOf: null,
    backend: null,
  };
}

function* attemptsAtService(
  snapshot: Snapshot,
  frontend: Frontend,
  role: 'consumer' | 'producer',
): Generator<Attempt> {
  const consumers = frontend.tables.flatMap(({ scope }) =>
    scope.role === 'consumer' ? [scope.namespace] : [],
  );
  for (const table of frontend.tables) {
    if (table.scope.role !== role) continue;
    for (const entry of table.entries) {
      const request = writtenRequest(entry, authorityOf(frontend), frontend.port);
      if (!request) continue;
      const servers = serversOf(snapshot, frontend, entry);
      const from =
        role === 'consumer'
          ? clientIn(snapshot, table.scope.namespace, servers)
          : clientBeside(snapshot, frontend.namespace, consumers, servers);
      yield { from, ...request, entry };
    }
  }
}

/** Returns the workloads (`ns/name`) that answer for a Service or for an entry of its table. */
function serversOf(
  { control: { ir } }: Snapshot,
  { original }: Frontend,
  entry: RouteEntry | null,
): ReadonlySet<string> {
  const targets = entry?.action.targets.flatMap(({ to }) => (to.kind === 'backend' ? [to.key] : [])) ?? [];
  return new Set([original, ...targets].flatMap((key) => ir.backend(key).workloads));
}

function authorityOf({ service }: Frontend): string {
  const { namespace, name } = readNamespacedName(service);
  return `${name}.${namespace}`;
}

function plainAttempt(snapshot: Snapshot, frontend: Frontend): Attempt {
  const isGRPC = /grpc/i.test(frontend.appProtocol ?? '');
  const scheme = isGRPC ? 'grpc' : 'http';
  const path = isGRPC ? '/package.Service/Method' : '/';
  return {
    from: clientBeside(snapshot, frontend.namespace, [], serversOf(snapshot, frontend, null)),
    method: isGRPC ? 'POST' : 'GET',
    url: address(scheme, authorityOf(frontend), frontend.port) + path,
    headers: [],
    entry: null,
  };
}

function* attemptsAtGateway({ id, listeners }: GatewayProxy): Generator<Attempt> {
  for (const listener of listeners) {
    if (!listener.usable) continue;
    for (const entry of listener.table?.entries ?? []) {
      const request = writtenRequest(entry, hostOf(listener), listener.port, listener.protocol ?? undefined);
      if (request) yield { from: `gateway:${id}`, ...request, entry };
    }
  }
}

/**
 * Yields requests for routes that name the Gateway and are not attached to it. The answer then says why they
 * are not attached.
 */
function* attemptsOfUnattached({ id, listeners, passedOver }: GatewayProxy): Generator<Attempt> {
  const [first] = listeners;
  const idle = listeners
    .filter(({ usable }) => !usable)
    .flatMap((listener) => (listener.table?.entries ?? []).map((entry) => ({ listener, entry })));
  const refused = passedOver().flatMap(({ entries, listener: wanted }) =>
    entries.map((entry) => ({ listener: listeners.find((each) => each.id === wanted) ?? first, entry })),
  );
  for (const { listener, entry } of [...idle, ...refused]) {
    const host = listener ? hostOf(listener) : ANY_HOST;
    const request = writtenRequest(entry, host, listener?.port ?? 80, listener?.protocol ?? undefined);
    if (request) yield { from: `gateway:${id}`, ...request, entry: null };
  }
}

function plainEntrance({ id, listeners }: Pick<GatewayProxy, 'id' | 'listeners'>): Attempt {
  const listener = listeners.find(({ usable }) => usable) ?? listeners[0];
  const scheme = SCHEMES.get(listener?.protocol ?? 'HTTP') ?? 'http';
  const url = address(scheme, listener ? hostOf(listener) : ANY_HOST, listener?.port ?? 80);
  return {
    from: `gateway:${id}`,
    method: 'GET',
    url: scheme.startsWith('http') ? `${url}/` : url,
    headers: [],
    entry: null,
  };
}

/** A wildcard covers the names below it (R-402). */
const below = (host: string) => host.replace(/^\*?\./, 'www.');

function hostOf({ domain }: VirtualHost): string {
  return below(domain ?? ANY_HOST);
}

const SCHEMES: ReadonlyMap<string, SimRequest['scheme']> = new Map([
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['TLS', 'tls'],
  ['TCP', 'tcp'],
  ['UDP', 'udp'],
]);

const USUAL_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['grpc', 80],
  ['https', 443],
  ['tls', 443],
]);

function address(scheme: string, host: string, port: number): string {
  return `${scheme}://${host}${USUAL_PORTS.get(scheme) === port ? '' : `:${port}`}`;
}

/** The kinds of conditions that their written value, or a value below it, satisfies. */
const HAS_WRITTEN_VALUE: ReadonlySet<string> = new Set(['value', 'path-prefix', 'host-suffix']);

/**
 * Returns the request that an entry asks for. Returns null when the entry has a pattern, because no value is
 * written for a pattern.
 */
function writtenRequest(
  { takes, conditions }: RouteEntry,
  authority: string,
  port: number,
  protocol = 'HTTP',
): Omit<FirstRequest, 'from'> | null {
  if (conditions.some((each) => !HAS_WRITTEN_VALUE.has(languageKindOf(each)))) return null;
  const written = (facet: string) => conditions.find(({ of }) => of === facet)?.value;
  const host = below(written('host') ?? authority);
  const headers = conditions
    .filter(({ of }) => of === 'header')
    .map(({ name, value }) => [name, value] as const);
  switch (takes) {
    case 'http': {
      const path = written('path') ?? '/';
      const query = conditions
        .filter(({ of }) => of === 'query')
        .map(({ name, value }) => `${encodePart(name)}=${encodePart(value)}`)
        .join('&');
      return {
        method: written('method') ?? 'GET',
        url: `${address(protocol === 'HTTPS' ? 'https' : 'http', host, port)}${path.startsWith('/') ? path : '/'}${query === '' ? '' : `?${query}`}`,
        headers,
      };
    }
    case 'grpc': {
      const service = written('grpc-service') ?? 'package.Service';
      const path = `/${service}/${written('grpc-method') ?? 'Method'}`;
      return { method: 'POST', url: address('grpc', host, port) + path, headers };
    }
    case 'tls':
      return { method: 'GET', url: address('tls', host, port), headers: [] };
    case 'tcp':
      return { method: 'GET', url: address('tcp', host, port), headers: [] };
    case 'udp':
      return { method: 'GET', url: address('udp', host, port), headers: [] };
    default:
      return takes satisfies never;
  }
}

/**
 * Returns a workload of a namespace as a client. Prefers a workload that does not answer the request itself.
 * Returns the namespace when it has no workload.
 */
function clientIn({ cluster }: Snapshot, namespace: string, servers: ReadonlySet<string>): string {
  const names = workloadsIn(cluster, namespace);
  const name = names.find((each) => !servers.has(namespacedName(namespace, each))) ?? names[0];
  return name === undefined ? namespace : namespacedName(namespace, name);
}

/**
 * Returns a client in another namespace than the Service's, so that the request crosses a namespace. Returns
 * a client in the Service's own namespace when there is no other.
 */
function clientBeside(
  snapshot: Snapshot,
  home: string,
  except: readonly string[],
  servers: ReadonlySet<string>,
): string {
  const { cluster } = snapshot;
  const allowed = [...cluster.namespaceNames].sort(compareKeys).filter((each) => !except.includes(each));
  const others = allowed.filter((each) => each !== home);
  const other = others.find((each) => workloadsIn(cluster, each).length > 0);
  const namespace = other ?? (allowed.includes(home) ? home : others[0]) ?? home;
  return clientIn(snapshot, namespace, servers);
}
