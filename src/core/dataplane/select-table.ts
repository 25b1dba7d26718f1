import type { Frontend } from '../ir/proxy-config.ts';
import type { RouteKind, RouteTable } from '../ir/table.ts';

/** The tables that a client meets on a frontend: the one to consult first, and what stands behind it. */
export interface TableChoice {
  readonly table: RouteTable | null;
  /** The producer table behind a consumer table; consulted only where the profile falls back. */
  readonly behind: RouteTable | null;
  /** Tables on this frontend that are for other clients. */
  readonly passedOver: readonly RouteTable[];
  /** The kind of routes that stand here but say nothing about a raw connection. */
  readonly mismatch?: RouteKind;
}

/**
 * Builds at most one group for a request: the consumer routes of the client's namespace, else the producer routes
 * . A table whose routes all lost to another kind does not make the group non-empty.
 */
export function selectTable(
  frontend: Frontend,
  clientNamespace: string | null,
  transport: RouteTable['transport'],
): TableChoice {
  let consumer: RouteTable | null = null;
  let producer: RouteTable | null = null;
  const passedOver: RouteTable[] = [];
  for (const table of frontend.tables) {
    if (table.routes.length === 0 || table.transport !== transport) continue;
    if (table.scope.role === 'producer') producer = table;
    else if (table.scope.namespace === clientNamespace) consumer = table;
    else passedOver.push(table);
  }
  return consumer === null
    ? { table: producer, behind: null, passedOver }
    : { table: consumer, behind: producer, passedOver };
}
