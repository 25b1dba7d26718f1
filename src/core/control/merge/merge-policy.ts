import type { ClassOwner } from '../../ids/client-classes.ts';
import type { RouteTable } from '../../ir/table.ts';

/** The tables of a Service port for one client class. */
interface ClassTables {
  /** Null if no route applies. */
  readonly table: RouteTable | null;
  /** The table that would apply to this class without `table`. */
  readonly hidden: RouteTable | null;
  /** Returns the tables for other classes. */
  elsewhere(): readonly RouteTable[];
}

/** Decides which tables of all dialects for a Service port apply to the clients of a class. */
export interface MergePolicy {
  /** The dialects that the policy knows. The control plane cannot be built with any other. */
  readonly dialects: readonly string[];
  /** Returns the tables for a class, given all tables of a port. */
  tablesFor(
    tables: readonly RouteTable[],
    transport: RouteTable['transport'],
    owner: ClassOwner,
  ): ClassTables;
}
