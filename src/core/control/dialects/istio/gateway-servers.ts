import { namespacedName } from '../../../ids/ids.ts';
import type { GatewayServer } from '../../../resource/kinds/networking.istio.io/gateway.ts';
import type { IstioGatewayResource } from './gateway-pods.ts';

/** A server of a Gateway. */
export interface ServerOf {
  readonly gateway: IstioGatewayResource;
  /** `ns/name` of the Gateway. */
  readonly key: string;
  readonly server: GatewayServer;
  readonly port: number;
}

/** A server that the gateway leaves out, and the server that keeps the port. */
export interface ConflictingServer {
  readonly of: ServerOf;
  readonly with: ServerOf;
  readonly why: 'protocol' | 'host' | 'port-name';
}

/** The servers of the Gateways that select the same Pods, by port (Istio 14.1). */
export interface MergedServers {
  /** Without encryption: they share the virtual hosts of the port. */
  readonly http: ReadonlyMap<number, readonly ServerOf[]>;
  /** They end TLS. Each has virtual hosts of its own. */
  readonly https: readonly ServerOf[];
  /** They pass TLS through, or end it in front of rules for TCP. */
  readonly tls: readonly ServerOf[];
  readonly tcp: ReadonlyMap<number, ServerOf>;
  readonly conflicts: readonly ConflictingServer[];
}

const HTTP: ReadonlySet<string> = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB']);
const PASSES: ReadonlySet<string> = new Set(['PASSTHROUGH', 'AUTO_PASSTHROUGH']);

/** How a gateway treats the connections of a server. */
export type ServerKind = 'http' | 'https' | 'tls' | 'tcp';

/**
 * Returns how a gateway treats the connections of a server. Returns null for HTTPS or TLS without settings of
 * TLS, which the webhook refuses.
 */
export function serverKind({ protocol, tls }: GatewayServer): ServerKind | null {
  if (HTTP.has(protocol)) return 'http';
  if (protocol !== 'HTTPS' && protocol !== 'TLS') return tls === null ? 'tcp' : 'tls';
  if (tls === null) return null;
  return protocol === 'HTTPS' && !passesTLS(tls) ? 'https' : 'tls';
}

/** Returns true if connections stay encrypted. */
export function passesTLS(tls: GatewayServer['tls']): boolean {
  return tls !== null && PASSES.has(tls.mode);
}

/**
 * Returns the servers of some Gateways, which are given in the order of their age. The first server of a port
 * decides what else the port takes: HTTP with HTTP, or encrypted servers for different hosts.
 */
export function mergeServers(gateways: readonly IstioGatewayResource[]): MergedServers {
  const http = new Map<number, ServerOf[]>();
  const https: ServerOf[] = [];
  const tls: ServerOf[] = [];
  const tcp = new Map<number, ServerOf>();
  const conflicts: ConflictingServer[] = [];
  const encrypted = new Map<number, ServerOf[]>();
  for (const gateway of gateways) {
    const key = namespacedName(gateway.namespace, gateway.name);
    for (const server of gateway.spec.servers) {
      const kind = serverKind(server);
      const { port } = server;
      if (kind === null || port === null) continue;
      const of: ServerOf = { gateway, key, server, port };
      const conflict = conflictOf(of, kind, http.get(port) ?? [], encrypted.get(port) ?? [], tcp.get(port));
      if (conflict !== null) {
        conflicts.push({ of, ...conflict });
        continue;
      }
      if (kind === 'http') http.set(port, [...(http.get(port) ?? []), of]);
      else if (kind === 'tcp') tcp.set(port, of);
      else {
        encrypted.set(port, [...(encrypted.get(port) ?? []), of]);
        (kind === 'https' ? https : tls).push(of);
      }
    }
  }
  return { http, https, tls, tcp, conflicts };
}

function conflictOf(
  { server, key }: ServerOf,
  kind: ServerKind,
  http: readonly ServerOf[],
  encrypted: readonly ServerOf[],
  tcp: ServerOf | undefined,
): Omit<ConflictingServer, 'of'> | null {
  const isEncrypted = kind === 'https' || kind === 'tls';
  if (isEncrypted) {
    const same = encrypted.find((each) => each.server.hosts.some((host) => server.hosts.includes(host)));
    if (same !== undefined) return { with: same, why: 'host' };
  }
  const other = tcp ?? (kind === 'http' ? undefined : http[0]) ?? (isEncrypted ? undefined : encrypted[0]);
  if (other !== undefined) return { with: other, why: 'protocol' };
  if (kind !== 'https') return null;
  // The name of the port tells the servers of a port apart.
  const named = encrypted.find(
    (each) =>
      each.key === key && serverKind(each.server) === 'https' && each.server.portName === server.portName,
  );
  return named === undefined ? null : { with: named, why: 'port-name' };
}

/** Returns the namespace and the host of an entry of `hosts`. An entry without a namespace is for all. */
function readHost(written: string): { readonly namespace: string; readonly host: string } {
  const slash = written.indexOf('/');
  return {
    namespace: slash < 0 ? '*' : written.slice(0, slash),
    host: written.slice(slash + 1).toLowerCase(),
  };
}

/** Returns the hosts of a server for the VirtualServices of a namespace, in lower case. */
export function hostsFor({ gateway, server }: ServerOf, namespace: string): readonly string[] {
  return server.hosts.flatMap((written) => {
    const { namespace: of, host } = readHost(written);
    const allowed = of === '*' || (of === '.' ? gateway.namespace : of) === namespace;
    return allowed ? [host] : [];
  });
}

/** Returns the hosts of a server without namespaces, in lower case. */
export function plainHosts({ server }: ServerOf): readonly string[] {
  return server.hosts.map((written) => readHost(written).host);
}
