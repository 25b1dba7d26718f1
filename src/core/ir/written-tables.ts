import { EVERYBODY_ELSE, readClientClass } from '../ids/ids.ts';
import type { MeshIR } from './mesh-ir.ts';
import type { Frontend } from './proxy-config.ts';
import type { RouteTable } from './table.ts';

/** A table of rules in the order as written at a Service port, with the namespaces whose clients have it. */
export interface WrittenTable {
  readonly table: RouteTable;
  /** `*` means the namespaces that no object names. */
  readonly clients: readonly string[];
}

/** Returns the tables of rules in the order as written at a Service port, for clients without labels. */
export function writtenTables(frontend: Frontend, ir: MeshIR): readonly WrittenTable[] {
  const others = ir.proxy(EVERYBODY_ELSE);
  if (others?.entrance !== 'mesh' || others.byAuthority === undefined) return [];
  const found = new Map<RouteTable, string[]>();
  for (const of of ir.classes()) {
    const owner = readClientClass(of);
    const proxy = ir.proxy(of);
    if (owner.kind !== 'mesh' || owner.labels !== undefined || proxy?.entrance !== 'mesh') continue;
    const { table } = proxy.host(frontend, 'tcp');
    if (table?.scope.role !== 'written' || table.entries.length === 0) continue;
    const clients = found.get(table) ?? [];
    found.set(table, clients);
    clients.push(owner.namespace ?? '*');
  }
  return [...found].map(([table, clients]) => ({ table, clients }));
}
