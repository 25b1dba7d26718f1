import type { NotesOnOutcome } from '../../../ir/proxy-config.ts';
import type { TraceNote } from '../../../ir/trace-note.ts';
import type { ClientScope } from './client-scope.ts';
import type { MeshConfig } from './mesh-config.ts';

/** The modes in which the proxy of a client starts TLS to a host that needs no identity of the mesh. */
const STARTS_TLS: ReadonlySet<string> = new Set(['SIMPLE', 'MUTUAL']);

/**
 * Returns a function that returns notes on the hosts outside the mesh to which the proxy of a client starts TLS
 * (page "Istio / Egress TLS Origination"). A connection that the proxy passes to the address that the client
 * dialled is not changed.
 */
export function tlsOrigination(scope: ClientScope, { destinationRules }: MeshConfig): NotesOnOutcome {
  const { namespace, labels } = scope.client;
  return ({ backends }, by) => {
    if (by === 'dns-name') return [];
    return backends.flatMap(({ service, port, subset = null, share, status }): readonly TraceNote[] => {
      if (service === null || port === null || share === 0 || status !== null) return [];
      const host = scope.find(service);
      if (host?.entry?.isExternal !== true) return [];
      const { hostname, namespace: hostNamespace, ports } = host;
      const query = { host: hostname, hostNamespace, client: namespace, labels, port, subset };
      const found = destinationRules.tls(query);
      if (found === null || !STARTS_TLS.has(found.mode)) return [];
      const args = { by: found.rule, host: service, port, mode: found.mode };
      // The client of a port for TLS encrypts the connection already.
      const code = ports.get(port) === 'tls' ? 'tls-twice' : 'tls-origination';
      return [{ code, rule: 'I-9.8, I-9.10', args }];
    });
  };
}
