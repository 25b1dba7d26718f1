import type { FoundConnection, VirtualHost } from '../../../ir/proxy-config.ts';
import type { SimRequest } from '../../../ir/request.ts';
import { isIPLiteral } from '../../../ir/service-name.ts';
import type { MeshService } from './mesh-service.ts';
import { isWildcard, mostSpecific } from './names.ts';
import { isInNetwork } from './networks.ts';

/** A connection that a proxy does not read requests from, or whose address is of no Service. */
export interface Connection {
  /** The host or address that the client dialled, in lower case. */
  readonly dialled: string;
  /** The server name of an encrypted connection, in lower case. Null if it is not encrypted. */
  readonly serverName: string | null;
  /** True for plain HTTP. */
  readonly isHTTP: boolean;
}

/** Returns a request as the proxy of its client sees its connection. */
export function connectionOf({ scheme, protocol, host, sni }: SimRequest, authority: string): Connection {
  const encrypted = scheme === 'https' || scheme === 'tls';
  return {
    dialled: host.toLowerCase().replace(/\.$/, ''),
    serverName: encrypted ? (sni ?? authority).toLowerCase() : null,
    isHTTP: (protocol === 'http' || protocol === 'grpc') && !encrypted,
  };
}

/** A host of ServiceEntries at a port, with its virtual host there. */
export interface HostAtPort {
  readonly service: MeshService;
  readonly host: VirtualHost;
}

/** What the proxy of a client does with connections at one port. */
interface PortPolicy {
  /** True if there is a listener for HTTP that all addresses share. */
  readonly hasListener: boolean;
  /** True if connections to other addresses are closed. */
  readonly closed: boolean;
  /** Returns a virtual host without its routes. */
  bare(host: VirtualHost): VirtualHost;
}

/**
 * Returns a function that finds the virtual host of a connection whose address is of no Service of Kubernetes.
 * An encrypted connection is found by its server name, because all hosts without an address share one listener
 * (Istio 10.3). A host of TCP without an address takes all connections of its port that nothing else takes.
 */
export function outsideConnections(
  port: number,
  hosts: readonly HostAtPort[],
  { hasListener, closed, bare }: PortPolicy,
): (connection: Connection) => FoundConnection | null {
  const protocolOf = ({ service }: HostAtPort) => service.ports.get(port);
  const serverNames = new Map<string, VirtualHost>();
  for (const each of hosts)
    if (protocolOf(each) === 'tls')
      for (const name of serverNamesOf(each)) if (!serverNames.has(name)) serverNames.set(name, each.host);
  const isAnywhere = ({ service: { addresses, entry } }: HostAtPort) =>
    addresses.length === 0 && (entry?.networks.length ?? 0) === 0;
  const readsConnections = (each: HostAtPort) => protocolOf(each) === 'tcp' || protocolOf(each) === 'sniffed';
  const everything = hosts.find((each) => readsConnections(each) && isAnywhere(each));
  const byName = new Map(hosts.map((each) => [each.service.hostname, each]));
  return ({ dialled, serverName, isHTTP }) => {
    if (serverName !== null) {
      const name = mostSpecific(serverName, serverNames.keys());
      const host = name === null ? undefined : serverNames.get(name);
      if (host !== undefined) return { by: 'sni', host };
    }
    const own = hosts.find((each) => readsConnections(each) && hasAddress(each.service, dialled));
    if (own !== undefined) return { by: 'vip', host: own.host };
    const named = byName.get(mostSpecific(dialled, byName.keys()) ?? '');
    // The name is assumed to lead to the address of its ServiceEntry.
    if (named !== undefined && readsConnections(named) && !isAnywhere(named))
      return { by: 'vip', host: named.host };
    // The listener for HTTP takes requests before.
    if (isHTTP && hasListener) return null;
    if (everything !== undefined) return { by: 'port', host: everything.host };
    return named === undefined || closed ? null : { by: 'dns-name', host: bare(named.host) };
  };
}

/** Returns the server names of a host: those of the rules of its VirtualServices, else the host itself. */
function serverNamesOf({ service, host }: HostAtPort): readonly string[] {
  if (host.table === null) return [service.hostname];
  return host.table.entries.flatMap(({ conditions }) => conditions.map(({ value }) => value));
}

function hasAddress({ addresses, entry }: MeshService, dialled: string): boolean {
  if (isWildcard(dialled) || !isIPLiteral(dialled)) return false;
  return (
    addresses.includes(dialled) || (entry?.networks.some((network) => isInNetwork(dialled, network)) ?? false)
  );
}
