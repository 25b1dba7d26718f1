import { analyseTable, type EntryReach } from '../analysis/questions/reach.ts';
import { type Unmatched, unmatched } from '../analysis/questions/unmatched.ts';
import type { TableAddress } from '../analysis/sets/request-space.ts';
import { compareKeys } from '../ir/order.ts';
import type { RouteTable } from '../ir/table.ts';
import { tablesByClient } from '../ir/tables-by-client.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import type { Snapshot } from '../snapshot.ts';

/** A table with the frontend or listener that it belongs to. */
export interface AddressedTable {
  /** `ns/name:port` or the listener's id. */
  readonly frontend: string;
  readonly table: RouteTable;
  readonly address: TableAddress;
  /** The clients of the table, if its scope does not name them. */
  readonly clients?: readonly string[];
}

/**
 * A table with the requests that can still reach each of its entries, in its order, and the requests that it
 * rejects.
 */
export interface TableReach extends AddressedTable {
  readonly entries: readonly EntryReach[];
  readonly unmatched: Unmatched;
}

/**
 * Returns every table of a snapshot: first the tables of Service ports by id, in the order in which clients
 * use them, then those of listeners.
 */
export function tablesOf(snapshot: Snapshot): readonly AddressedTable[] {
  const { ir } = snapshot.control;
  const tables: AddressedTable[] = [];
  const byClient = tablesByClient(ir);
  for (const frontend of [...ir.frontends.values(), ...ir.hosts.values()].sort((a, b) =>
    compareKeys(a.id, b.id),
  )) {
    for (const table of frontend.tables) {
      if (byClient !== null && table.transport !== 'udp') continue;
      // The Service's own namespace has no consumer routes, so its clients use the producer table.
      const client = table.scope.role === 'consumer' ? table.scope.namespace : frontend.namespace;
      tables.push({ frontend: frontend.id, table, address: { frontend, client } });
    }
  }
  for (const { frontend, table, clients, client, dialled } of byClient ?? []) {
    const address = {
      frontend,
      client: client.namespace,
      from: client,
      ...(dialled === undefined ? null : { dialled }),
    };
    tables.push({ frontend: frontend.id, table, address, clients });
  }
  tables.sort((a, b) => compareKeys(a.frontend, b.frontend));
  for (const gateway of [...ir.gateways.values()].sort((a, b) => compareKeys(a.id, b.id))) {
    for (const listener of gateway.listeners) {
      if (listener.table === null) continue;
      tables.push({ frontend: listener.id, table: listener.table, address: { gateway, listener } });
    }
  }
  return tables;
}

const known = new WeakMap<Snapshot, readonly TableReach[]>();

/**
 * The result for each table. An edit of another Service leaves the table of a Service port unchanged, and so
 * its result.
 */
const byTable = new WeakMap<RouteTable, { readonly found: TableReach; readonly profile: Profile }>();

function takeOver({ table, address }: AddressedTable, profile: Profile): TableReach | null {
  // A request that this table does not match can match in another table.
  if (profile.consumerFallback !== GATEWAY_API.consumerFallback) return null;
  const before = byTable.get(table);
  if (before === undefined || before.profile !== profile) return null;
  const { found } = before;
  if (!('frontend' in found.address) || !('frontend' in address)) return null;
  const same =
    found.address.frontend === address.frontend &&
    found.address.client === address.client &&
    JSON.stringify(found.address.from) === JSON.stringify(address.from);
  return same ? found : null;
}

/** Reports progress, in entries. */
export type Progress = (done: number, total: number) => void;

/**
 * Returns the requests that can still reach each entry of each table. Runs only on request, never on an edit:
 * for `routes`, `check`, the analysis thread of the page, and the benchmark.
 */
export function analyseReach(snapshot: Snapshot, progress: Progress = () => {}): readonly TableReach[] {
  const before = known.get(snapshot);
  if (before) return before;
  const { control, profile } = snapshot;
  const tables = tablesOf(snapshot);
  const total = tables.reduce((sum, { table }) => sum + table.entries.length, 0);
  let done = 0;
  const reach = tables.map((each) => {
    const found = takeOver(each, profile) ?? {
      ...each,
      entries: analyseTable(each.table, each.address, control.ir, profile),
      unmatched: unmatched(each.table, each.address, control.ir, profile),
    };
    byTable.set(each.table, { profile, found });
    done += found.entries.length;
    progress(done, total);
    return { ...found, ...each };
  });
  known.set(snapshot, reach);
  return reach;
}
