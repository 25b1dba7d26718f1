import { clientName, readNamespacedName } from '../ids/ids.ts';
import type { Client } from './client.ts';
import type { MeshIR } from './mesh-ir.ts';
import type { Frontend } from './proxy-config.ts';
import type { RouteTable } from './table.ts';

/** A table of rules in the order as written, with the clients that have it. */
export interface WrittenTable {
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

/** Returns the tables of rules in the order as written, at Service ports and at hosts that are no Services. */
export function writtenTables(ir: MeshIR): readonly WrittenTable[] {
  const found = new Map<string, Map<RouteTable, WrittenTable & { readonly clients: string[] }>>();
  const add = (each: Omit<WrittenTable, 'clients'>) => {
    const tables = found.get(each.frontend.id) ?? new Map<RouteTable, WrittenTable & { clients: string[] }>();
    found.set(each.frontend.id, tables);
    const known = tables.get(each.table);
    if (known === undefined) tables.set(each.table, { ...each, clients: [clientName(each.client)] });
    else known.clients.push(clientName(each.client));
  };
  for (const client of ir.distinctClients()) {
    const proxy = ir.proxy(ir.classOf({ from: client, gateway: null }));
    if (proxy?.entrance !== 'mesh' || proxy.byAuthority === undefined) continue;
    for (const frontend of ir.frontends.values()) {
      const host = proxy.host(frontend, 'tcp');
      const { table } = host;
      if (table?.scope.role !== 'written' || table.entries.length === 0) continue;
      const { name, namespace } = readNamespacedName(frontend.service);
      // A VirtualService can take a short name away from its Service (Istio 2.2).
      const short = proxy.byAuthority.at(frontend.port)?.find(`${name}.${namespace}`.toLowerCase());
      const isTaken = short !== undefined && short !== null && short.id !== host.id;
      const dialled = isTaken ? { dialled: `${name}.${namespace}.svc.${ir.clusterDomain}` } : null;
      add({ frontend, table, client, ...dialled });
    }
    for (const frontend of ir.hosts.values()) {
      const { table } = proxy.host(frontend, 'tcp');
      if (table?.scope.role === 'written' && table.entries.length > 0) add({ frontend, table, client });
    }
    for (const port of proxy.byAuthority.ports) {
      for (const [domain, host] of proxy.byAuthority.at(port)?.domains() ?? []) {
        const { id, table, service, namespace } = host;
        if (service !== null || table === null || ir.hosts.has(id)) continue;
        const dialled = domain.startsWith('*') ? `host${domain.slice(1)}` : domain;
        add({ frontend: { id, service: dialled, port, namespace }, table, client, dialled });
      }
    }
  }
  return [...found.values()].flatMap((tables) => [...tables.values()]);
}
