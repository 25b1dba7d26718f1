import type { ClassOwner } from '../../ids/ids.ts';
import type { RouteTable } from '../../ir/table.ts';

/** The tables of a Service port as one client class meets them. */
interface ClassTables {
  /** null: no route applies. */
  readonly table: RouteTable | null;
  /** The table that this class would meet if `table` were not there. */
  readonly hidden: RouteTable | null;
  /** The tables that are for other classes. */
  readonly elsewhere: readonly RouteTable[];
}

/** Which of the tables that dialects have for a Service port the clients of a class meet. */
export type MergePolicy = (
  tables: readonly RouteTable[],
  transport: RouteTable['transport'],
  owner: ClassOwner,
) => ClassTables;
