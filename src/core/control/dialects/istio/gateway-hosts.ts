import { entryId } from '../../../ids/ids.ts';
import type { Origin } from '../../../ir/origin.ts';
import { errorStatus } from '../../../ir/status.ts';
import type { RouteEntry, RouteTable } from '../../../ir/table.ts';
import { extendPath } from '../../../text/path.ts';
import type { ClientScope } from './client-scope.ts';
import { hostsFor, plainHosts, type ServerOf } from './gateway-servers.ts';
import { httpEntries, rankAt, type WrittenEntry } from './http-table.ts';
import type { MeshConfig, MeshVirtualService } from './mesh-config.ts';
import { hostsOverlap, isSubset } from './names.ts';

const MOVED = 301;
const NOT_FOUND = 404;
const UNAVAILABLE = 503;

/** What the virtual hosts of a gateway are compiled for. */
export interface GatewayContext {
  readonly config: MeshConfig;
  /** What the Pods of the gateway see. */
  readonly scope: ClientScope;
  /** Returns the VirtualServices that name a Gateway (`ns/name`) and that its Pods see, in order (Istio 14.2). */
  boundTo(gateway: string): readonly MeshVirtualService[];
}

/** A virtual host of a gateway. */
export interface GatewayHost {
  /** The domain, in lower case. */
  readonly hostname: string;
  /** The server that declares it first. */
  readonly server: ServerOf;
  readonly table: RouteTable;
}

interface Collected {
  readonly server: ServerOf;
  readonly entries: WrittenEntry[];
  readonly routes: Set<string>;
  redirect: ServerOf | null;
}

/** Returns the hosts that a server and a VirtualService share: the narrower ones (Istio 14.1). */
export function sharedHosts(server: ServerOf, { namespace, hosts }: MeshVirtualService): readonly string[] {
  const shared = hostsFor(server, namespace).flatMap((own) =>
    hosts.flatMap((host) => (hostsOverlap(own, host) ? [isSubset(host, own) ? host : own] : [])),
  );
  return [...new Set(shared)];
}

/**
 * Returns the virtual hosts of the servers that share a table of hosts. The rules of several VirtualServices
 * for one host are appended in order. Those that take all requests come last (Istio 14.3).
 */
export function gatewayHosts(servers: readonly ServerOf[], context: GatewayContext): readonly GatewayHost[] {
  const found = new Map<string, Collected>();
  const at = (hostname: string, server: ServerOf): Collected => {
    const known = found.get(hostname) ?? { server, entries: [], routes: new Set(), redirect: null };
    found.set(hostname, known);
    return known;
  };
  for (const server of servers) {
    const redirects = server.server.tls?.httpsRedirect === true;
    for (const service of context.boundTo(server.key)) {
      const shared = sharedHosts(server, service);
      if (shared.length === 0) continue;
      const { config, scope } = context;
      const entries = httpEntries(service, { config, scope, port: server.port, gateway: server.key });
      // A VirtualService without a rule for the port makes no virtual host.
      if (entries.length === 0) continue;
      for (const hostname of shared) {
        const host = at(hostname, server);
        host.entries.push(...entries);
        host.routes.add(service.id);
        if (redirects) host.redirect ??= server;
      }
    }
    if (redirects) for (const hostname of plainHosts(server)) at(hostname, server).redirect ??= server;
  }
  return [...found].map(([hostname, host]) => ({ hostname, server: host.server, table: tableOf(host) }));
}

function tableOf({ server, entries, routes, redirect }: Collected): RouteTable {
  const ordered = [
    ...entries.filter(({ catchAll, isCovered }) => !catchAll && !isCovered),
    ...entries.filter(({ catchAll, isCovered }) => catchAll && !isCovered),
    // Nothing reaches them. They stay, so that the analysis reports it.
    ...entries.filter(({ isCovered }) => isCovered),
  ];
  const own =
    redirect === null
      ? ordered.map(({ entry }, place): RouteEntry => ({ ...entry, rank: rankAt(place) }))
      : [redirectEntry(redirect)];
  return {
    dialect: 'istio',
    scope: { role: 'gateway', namespace: server.gateway.namespace },
    transport: 'tcp',
    entries: own,
    routes: redirect === null ? [...routes].sort() : [redirect.gateway.id],
    conflicted: [],
    kinds: [redirect === null ? 'VirtualService' : 'Gateway'],
    takes: ['http'],
    reads: 'requests',
    noMatch: { kind: 'reject', status: errorStatus(NOT_FOUND, 'by-http-code') },
    severalMatches: 'first-wins',
  };
}

/** Returns the entry of `httpsRedirect`: every request of the virtual host is redirected (Istio 14.4). */
function redirectEntry({ gateway, server }: ServerOf): RouteEntry {
  const { file, document, root } = gateway.origin;
  const path = extendPath(root, 'spec', 'servers', server.index, 'tls', 'httpsRedirect');
  const origin: Origin = { file, document, path, implied: false };
  const status = errorStatus(UNAVAILABLE, 'by-http-code');
  return {
    id: entryId(gateway.id, server.index, 0),
    route: gateway.id,
    takes: 'http',
    routeNamespace: gateway.namespace,
    rule: server.index,
    ruleName: null,
    match: 0,
    conditions: [],
    rank: rankAt(0),
    action: {
      filters: [
        {
          kind: 'redirect',
          scheme: 'https',
          hostname: null,
          path: null,
          port: null,
          ports: 'envoy',
          status: MOVED,
          origin,
        },
      ],
      targets: [],
      timeouts: null,
      retry: null,
      session: null,
      whenNoTarget: status,
      whenZeroWeight: status,
      errors: 'by-http-code',
      origin,
    },
    origin,
  };
}
