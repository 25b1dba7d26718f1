import type { StartsTLS } from '../../../ir/proxy-config.ts';
import type { ClientScope } from './client-scope.ts';
import type { MeshConfig } from './mesh-config.ts';

/** The modes in which the proxy of a client starts TLS to a host that needs no identity of the mesh. */
const STARTS_TLS: ReadonlySet<string> = new Set(['SIMPLE', 'MUTUAL']);

/**
 * Returns a function that returns how the proxy of a client encrypts connections to a host of a ServiceEntry
 * outside the mesh (page "Istio / Egress TLS Origination").
 */
export function tlsOrigination(scope: ClientScope, { destinationRules }: MeshConfig): StartsTLS {
  const { namespace, labels } = scope.client;
  return ({ service, port, subset }) => {
    const host = scope.find(service);
    if (host?.entry?.isExternal !== true) return null;
    const { hostname, namespace: hostNamespace } = host;
    const query = { host: hostname, hostNamespace, client: namespace, labels, port, subset };
    const found = destinationRules.tls(query);
    if (found === null || !STARTS_TLS.has(found.mode)) return null;
    // The client of a port for TLS encrypts the connection already.
    return { ...found, twice: host.ports.get(port) === 'tls' };
  };
}
