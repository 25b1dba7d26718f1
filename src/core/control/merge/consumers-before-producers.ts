import type { RouteTable } from '../../ir/table.ts';
import type { MergePolicy } from './merge-policy.ts';

/**
 * Selects the consumer routes of the namespace of the clients, else the producer routes. A table
 * whose routes all lost to another kind does not count.
 */
export const CONSUMERS_BEFORE_PRODUCERS: MergePolicy = {
  dialects: ['gateway-api'],
  tablesFor(tables, transport, owner) {
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
  },
};
