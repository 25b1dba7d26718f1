import { identify } from '../../dataplane/identify.ts';
import { selectListener } from '../../dataplane/select-listener.ts';
import type {
  Frontend,
  GatewayFrontend,
  ListenerFrontend,
  MeshIR,
  RouteEntry,
  RouteTable,
} from '../../ir/mesh-ir.ts';
import type { SimRequest } from '../../ir/trace.ts';
import { writeParameter } from '../../match/query.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Value } from './dimension.ts';

/** The place of a table: on a Service port for the clients of a namespace, or on a listener. */
export type TableAddress =
  | { readonly frontend: Frontend; readonly client: string }
  | { readonly gateway: GatewayFrontend; readonly listener: ListenerFrontend };

/** What kind of requests a space is made of. */
export type SpaceKind = 'http' | 'grpc' | 'tls' | 'tcp' | 'udp';

/** A request by what conditions can look at; a key that is missing leaves it to the space. */
export type Values = ReadonlyMap<string, Value>;

/**
 * The requests that can meet a table: one value for each dimension. Each header and parameter comes once at most: that
 * decides for repeated ones, too, since more values never make a condition fail. Methods and names are
 * open: no list of them is ever complete.
 */
export interface RequestSpace {
  readonly kind: SpaceKind;
  readonly profile: Profile;
  /** Hostnames of the listeners, the own one first; empty in a mesh. */
  readonly hostnames: readonly string[];
  /** Whether every Host header reaches the table. */
  readonly everyHost: boolean;
  /** Whether a request with this Host header (or SNI) reaches the table. */
  admitsHost(host: string): boolean;
  /** A request with these values. */
  request(values: Values): SimRequest;
}

/** The kind of requests that an entry is asked about, in a table whose first entry is `first`. */
export function spaceKindOf(entry: Pick<RouteEntry, 'routeKind'>, table: RouteTable): SpaceKind {
  const first = table.entries[0]?.routeKind;
  switch (first) {
    case 'TLSRoute':
      return 'tls';
    case 'TCPRoute':
      return 'tcp';
    case 'UDPRoute':
      return 'udp';
    case 'HTTPRoute':
    case 'GRPCRoute':
    case undefined:
      // Where kinds coexist, routes of connections take what the HTTP routes above them leave.
      return entry.routeKind === 'GRPCRoute' ? 'grpc' : 'http';
    default:
      return first satisfies never;
  }
}

const DEFAULT_PORTS: Readonly<Partial<Record<SimRequest['scheme'], number>>> = {
  http: 80,
  grpc: 80,
  https: 443,
  tls: 443,
};

/** The space of one kind of requests at a table. */
export function requestSpace(
  kind: SpaceKind,
  address: TableAddress,
  ir: MeshIR,
  profile: Profile,
): RequestSpace {
  const base = baseRequest(kind, address);
  const exactHost = 'listener' in address && asksForHostHeader(address.listener.table);
  const request = (values: Values): SimRequest => requestWith(values, base, address, exactHost, profile);
  const withHost = (host: string): SimRequest => request(new Map([['host', host]]));
  if ('listener' in address) {
    const { gateway, listener } = address;
    const own = listener.hostname === null ? [] : [listener.hostname];
    return {
      kind,
      profile,
      hostnames: [...new Set([...own, ...gateway.listeners.flatMap((each) => each.hostname ?? [])])],
      everyHost: false,
      admitsHost(host) {
        return arrives(withHost(host), address, ir, profile);
      },
      request,
    };
  }
  return {
    kind,
    profile,
    hostnames: [],
    everyHost: profile.serviceIdentification !== 'authority',
    admitsHost(host) {
      return arrives(withHost(host), address, ir, profile);
    },
    request,
  };
}

/** Whether a request leads to a table's frontend or listener at all. */
export function arrives(request: SimRequest, address: TableAddress, ir: MeshIR, profile: Profile): boolean {
  if ('frontend' in address) {
    const identity = identify(request, ir, profile);
    return identity.to === 'frontend' && identity.frontend.id === address.frontend.id;
  }
  const choice = selectListener(address.gateway, request, viewRequest(request, profile).host, profile);
  return choice.to === 'listener' && choice.listener === address.listener;
}

/** Whether entries look at the Host header as it is, beside the hostnames of their routes. */
function asksForHostHeader(table: RouteTable): boolean {
  return table.entries.some((entry) =>
    entry.conditions.some(({ of, name }) => of === 'header' && name === 'host'),
  );
}

function baseRequest(asked: SpaceKind, address: TableAddress): SimRequest {
  const inMesh = 'frontend' in address;
  const kind = !inMesh && address.listener.protocol === 'TLS' ? 'tls' : asked;
  const secure = !inMesh && address.listener.protocol === 'HTTPS';
  const scheme = kind === 'http' && secure ? 'https' : kind;
  const port = inMesh ? address.frontend.port : address.listener.port;
  const host = inMesh ? address.frontend.service.split('/').reverse().join('.') : 'host.example';
  return {
    from: inMesh ? { namespace: address.client, workload: null, inMesh: true } : null,
    gateway: inMesh
      ? null
      : {
          namespace: address.gateway.namespace,
          name: address.gateway.id.split('/')[1] ?? '',
          listener: address.listener.name,
        },
    protocol: kind,
    method: kind === 'grpc' ? 'POST' : 'GET',
    scheme,
    host,
    port,
    portWritten: port !== DEFAULT_PORTS[scheme],
    path: kind === 'grpc' ? '/Service/Method' : '/',
    query: '',
    headers: [],
    sni: scheme === 'https' || scheme === 'tls' ? host : null,
    podOf: null,
    backend: null,
  };
}

function requestWith(
  values: Values,
  base: SimRequest,
  address: TableAddress,
  exactHost: boolean,
  { queryDecoding }: Profile,
): SimRequest {
  const headers: [string, string][] = [];
  const query: string[] = [];
  for (const [key, value] of values) {
    if (value === null) continue;
    if (key.startsWith('header:')) headers.push([key.slice('header:'.length), value]);
    else if (key.startsWith('query:')) {
      query.push(writeParameter(key.slice('query:'.length), value, queryDecoding));
    }
  }
  const host = values.get('host') ?? null;
  const service = values.get('grpc-service') ?? 'Service';
  const method = values.get('grpc-method') ?? 'Method';
  const request = {
    ...base,
    method: values.get('method') ?? base.method,
    path: base.protocol === 'grpc' ? `/${service}/${method}` : (values.get('path') ?? base.path),
    query: query.join('&'),
    headers,
  };
  if (host === null) return request;
  if (base.protocol === 'tls') return { ...request, sni: host, ...('listener' in address ? { host } : null) };
  if ('frontend' in address) return { ...request, headers: [['Host', host], ...headers] };
  // At a Gateway the host is what the URL names; a port in the Host header has to be given apart.
  const name = host.replace(/:\d+$/, '').replace(/\.$/, '');
  const isName = /^[a-z0-9.-]+$/.test(name);
  const given = !isName || name !== host || (exactHost && request.portWritten);
  return {
    ...request,
    host: isName ? name : base.host,
    sni: base.sni === null ? null : name,
    headers: given ? [['Host', host], ...headers] : headers,
  };
}
