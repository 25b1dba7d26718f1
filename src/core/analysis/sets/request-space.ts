import { findHost } from '../../dataplane/find-host.ts';
import { readGatewayName } from '../../ids/gateway-names.ts';
import { readNamespacedName } from '../../ids/ids.ts';
import type { Client } from '../../ir/client.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { Protocol } from '../../ir/protocol.ts';
import type { Frontend, GatewayProxy, VirtualHost } from '../../ir/proxy-config.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import { viewRequest } from '../../match/request-view.ts';
import { writeParameter } from '../../match/write-parameter.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Value } from './dimension.ts';

/** The place of a table: a Service port for the clients of a namespace, or a listener. */
export type TableAddress =
  | {
      readonly frontend: Pick<Frontend, 'id' | 'service' | 'port' | 'namespace'>;
      /** The namespace of the clients. '' is one that no object names. */
      readonly client: string;
      /** One of the clients, if more than the namespace matters. */
      readonly from?: Client;
      /** The host that they dial. Absent if it is the name of the Service. */
      readonly dialled?: string;
    }
  | { readonly gateway: GatewayProxy; readonly listener: VirtualHost };

/** The kind of the requests in a space. */
export type SpaceKind = Protocol;

/** The values of a request by the key of their dimension. The space supplies the values of missing keys. */
export type Values = ReadonlyMap<string, Value>;

/**
 * The requests that a table can apply to: one value for each dimension. Each header and parameter has at most
 * one value. This also decides for repeated ones, because more values never make a condition fail (R-211,
 * Methods and names are open: no list of them is complete.
 */
export interface RequestSpace {
  readonly kind: SpaceKind;
  readonly profile: Profile;
  /** The hostnames of the listeners, the table's own first. Empty in a mesh. */
  readonly hostnames: readonly string[];
  /** True if every Host header reaches the table. */
  readonly everyHost: boolean;
  /** True if the table compares decoded paths (I-612). */
  readonly decodesPaths: boolean;
  /** Returns true if a request with this Host header (or SNI) reaches the table. */
  admitsHost(host: string): boolean;
  /** Returns a request with these values. */
  request(values: Values): SimRequest;
}

/** Returns the kind of requests for questions about an entry of a table. */
export function spaceKindOf(entry: Pick<RouteEntry, 'takes'>, table: RouteTable): SpaceKind {
  const first = table.entries[0]?.takes;
  switch (first) {
    case 'tls':
      return 'tls';
    case 'tcp':
      return 'tcp';
    case 'udp':
      return 'udp';
    case 'http':
    case 'grpc':
    case undefined:
      // If kinds coexist, routes of connections take the requests that the HTTP routes above them do not
      // match.
      return entry.takes === 'grpc' ? 'grpc' : 'http';
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

/** Returns the space of one kind of requests at a table. */
export function requestSpace(
  kind: SpaceKind,
  address: TableAddress,
  ir: MeshIR,
  profile: Profile,
): RequestSpace {
  const base = baseRequest(kind, address);
  const exactHost =
    'listener' in address && address.listener.table !== null && asksForHostHeader(address.listener.table);
  const request = (values: Values): SimRequest => requestWith(values, base, address, exactHost, profile);
  const withHost = (host: string): SimRequest => request(new Map([['host', host]]));
  if ('listener' in address) {
    const { gateway, listener } = address;
    const own = listener.domain === null ? [] : [listener.domain];
    return {
      kind,
      profile,
      hostnames: [...new Set([...own, ...gateway.listeners.flatMap((each) => each.domain ?? [])])],
      everyHost: false,
      decodesPaths: listener.table?.paths === 'decoded',
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
    everyHost: profile.serviceIdentification !== 'authority' && !selectsHosts(base, address.frontend.id, ir),
    decodesPaths: false,
    admitsHost(host) {
      return arrives(withHost(host), address, ir, profile);
    },
    request,
  };
}

/** Returns true if a request leads to the frontend or listener of a table. */
export function arrives(request: SimRequest, address: TableAddress, ir: MeshIR, profile: Profile): boolean {
  const proxy = 'gateway' in address ? address.gateway : ir.proxy(ir.classOf(request));
  if (proxy === null) return false;
  const arrival = findHost(request, viewRequest(request, profile), proxy, ir);
  if (arrival.to !== 'host') return false;
  return 'gateway' in address ? arrival.host === address.listener : arrival.host.id === address.frontend.id;
}

/** Returns true if the Host header selects the virtual host of a request at the proxy of its client. */
function selectsHosts(request: SimRequest, frontend: string, ir: MeshIR): boolean {
  const proxy = ir.proxy(ir.classOf(request));
  if (proxy?.entrance !== 'mesh' || proxy.byAuthority === undefined) return false;
  const own = ir.frontends.get(frontend);
  return own === undefined || proxy.byAuthority.decidesAt(own);
}

/** Returns true if entries examine the Host header itself, in addition to the hostnames of their routes. */
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
  const host = inMesh ? (address.dialled ?? hostNameOf(address.frontend.service)) : 'host.example';
  return {
    from: inMesh ? (address.from ?? { namespace: address.client, workload: null, inMesh: true }) : null,
    gateway: inMesh
      ? null
      : {
          ...(readGatewayName(address.gateway.id) ?? { namespace: '', name: address.gateway.id }),
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

/** Returns the name under which clients of every namespace can dial a Service. */
function hostNameOf(service: string): string {
  const { namespace, name } = readNamespacedName(service);
  // A host that is no Service may be a wildcard.
  return namespace === '' ? name.replace(/^\*/, 'any') : `${name}.${namespace}`;
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
  const clientAddress = values.get('client-address') ?? null;
  const request = {
    ...base,
    method: values.get('method') ?? base.method,
    path: base.protocol === 'grpc' ? `/${service}/${method}` : (values.get('path') ?? base.path),
    query: query.join('&'),
    headers,
    ...(clientAddress === null ? null : { clientAddress }),
  };
  if (host === null) return request;
  if (base.protocol === 'tls') return { ...request, sni: host, ...('listener' in address ? { host } : null) };
  if ('frontend' in address) return { ...request, headers: [['Host', host], ...headers] };
  // At a Gateway the URL names the host. A port in the Host header must be given separately.
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
