import type { ClassOwner } from '../../ids/ids.ts';
import type { RouteTable } from '../../ir/table.ts';

/** The tables of a Service port as one client class meets them. */
export interface ClassTables {
  /** null: no route applies. */
  readonly table: RouteTable | null;
  /** The producer table that the consumer table takes the place of. */
  readonly hidden: RouteTable | null;
  /** The tables that are for other classes. */
  readonly elsewhere: readonly RouteTable[];
}

/**
 * The tables that a class meets: the consumer routes of its namespace, else the producer routes. A table whose
 * routes all lost to another kind does not count.
 */
export function tablesForClass(
  tables: readonly RouteTable[],
  transport: RouteTable['transport'],
  owner: ClassOwner,
): ClassTables {
  const namespace = owner.kind === 'mesh' ? owner.namespace : null;
  let consumer: RouteTable | null = null;
  let producer: RouteTable | null = null;
  const elsewhere: RouteTable[] = [];
  for (const table of tables) {
    if (table.routes.length === 0 || table.transport !== transport) continue;
    if (table.scope.role === 'producer') producer = table;
    else if (table.scope.namespace === namespace) consumer = table;
    else elsewhere.push(table);
  }
  return consumer === null
    ? { table: producer, hidden: null, elsewhere }
    : { table: consumer, hidden: producer, elsewhere };
}
