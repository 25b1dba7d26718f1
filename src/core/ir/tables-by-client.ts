import { EVERYBODY_ELSE } from '../ids/client-classes.ts';
import { clientName } from '../ids/client-names.ts';
import { readNamespacedName } from '../ids/ids.ts';
import type { Client } from './client.ts';
import type { MeshIR } from './mesh-ir.ts';
import { compareKeys } from './order.ts';
import type { AuthorityHosts, Frontend, VirtualHost } from './proxy-config.ts';
import type { RouteTable } from './table.ts';

/** A table with the clients that have it. */
export interface ClientTable {
  /** The Service port, or the host that is no Service. */
  readonly frontend: Pick<Frontend, 'id' | 'service' | 'port' | 'namespace'>;
  readonly table: RouteTable;
  /** Namespaces, with labels if they matter. `*` means the namespaces that no object names. */
  readonly clients: readonly string[];
  /** One of the clients. */
  readonly client: Client;
  /** The host that clients dial. Absent if it is the name of the Service. */
  readonly dialled?: string;
}

/**
 * Returns the tables of connections at Service ports and at hosts that are no Services, for a mesh whose
 * proxies select virtual hosts by the Host header. Returns null for another mesh: its tables are those of the
 * Service ports.
 */
export function tablesByClient(ir: MeshIR): readonly ClientTable[] | null {
  const found = new Map<string, Map<RouteTable, ClientTable & { readonly clients: string[] }>>();
  const everybody = ir.proxy(EVERYBODY_ELSE);
  if (everybody?.entrance !== 'mesh' || everybody.byAuthority === undefined) return null;
  // The order of documents has no meaning.
  const clients = [...ir.distinctClients()].sort((a, b) => compareKeys(clientName(a), clientName(b)));
  for (const client of clients) {
    const proxy = ir.proxy(ir.classOf({ from: client, gateway: null }));
    if (proxy?.entrance !== 'mesh' || proxy.byAuthority === undefined) continue;
    const { byAuthority } = proxy;
    const name = clientName(client);
    const add = (
      frontend: ClientTable['frontend'],
      table: RouteTable,
      dialled: () => string | undefined,
    ): void => {
      let tables = found.get(frontend.id);
      if (tables === undefined) {
        tables = new Map();
        found.set(frontend.id, tables);
      }
      const known = tables.get(table);
      if (known !== undefined) {
        known.clients.push(name);
        return;
      }
      const host = dialled();
      const made = { frontend, table, client, clients: [name] };
      tables.set(table, host === undefined ? made : { ...made, dialled: host });
    };
    for (const frontend of ir.frontends.values()) {
      const host = proxy.host(frontend, 'tcp');
      const { table } = host;
      if (table === null || table.entries.length === 0) continue;
      add(frontend, table, () => nameIfTaken(frontend, host, byAuthority, ir));
    }
    for (const frontend of ir.hosts.values()) {
      const { table } = proxy.host(frontend, 'tcp');
      if (table !== null && table.entries.length > 0) add(frontend, table, () => undefined);
    }
    for (const port of byAuthority.ports) {
      for (const [domain, { id, table, namespace }] of byAuthority.at(port)?.plainHosts() ?? []) {
        if (table === null || ir.hosts.has(id)) continue;
        const dialled = domain.startsWith('*') ? `host${domain.slice(1)}` : domain;
        add({ id, service: dialled, port, namespace }, table, () => dialled);
      }
    }
  }
  return [...found.values()].flatMap((tables) =>
    [...tables.values()].map((each) =>
      // `*` alone is every client.
      each.clients.length === clients.length ? { ...each, clients: ['*'] } : each,
    ),
  );
}

/** Returns the full name of a Service whose short name belongs to a VirtualService (Istio 2.2). */
function nameIfTaken(
  { service, port }: Frontend,
  host: VirtualHost,
  byAuthority: AuthorityHosts,
  ir: MeshIR,
): string | undefined {
  const { name, namespace } = readNamespacedName(service);
  const short = byAuthority.at(port)?.find(`${name}.${namespace}`.toLowerCase()) ?? null;
  return short === null || short.id === host.id ? undefined : `${name}.${namespace}.svc.${ir.clusterDomain}`;
}
