import type { RouteTable } from '../../ir/table.ts';
import type { MergePolicy } from './merge-policy.ts';

/**
 * Selects the consumer routes of the namespace of the clients, else the producer routes. A table
 * whose routes all lost to another kind does not count.
 */
export const CONSUMERS_BEFORE_PRODUCERS: MergePolicy = {
  dialects: ['gateway-api', 'istio', 'ingress-api'],
  tablesFor(tables, transport, owner) {
    const { producer, consumers } = byScope(tables)[transport];
    const namespace = owner.kind === 'mesh' ? owner.namespace : null;
    const consumer = namespace === null ? undefined : consumers.get(namespace);
    return {
      table: consumer ?? producer,
      // The routes of the namespace of the Service are producer routes, also in a table of their own.
      hidden:
        consumer === undefined || consumer.scope.namespace === producer?.scope.namespace ? null : producer,
      elsewhere: () => [...consumers.values()].filter((table) => table !== consumer),
    };
  },
};

interface ByScope {
  producer: RouteTable | null;
  /** By namespace. */
  readonly consumers: Map<string, RouteTable>;
}

type ByTransport = Readonly<Record<RouteTable['transport'], ByScope>>;

const known = new WeakMap<readonly RouteTable[], ByTransport>();

/** Returns the tables of a port by their scope. They are sorted once for all classes of clients. */
function byScope(tables: readonly RouteTable[]): ByTransport {
  const before = known.get(tables);
  if (before !== undefined) return before;
  const found: ByTransport = {
    tcp: { producer: null, consumers: new Map() },
    udp: { producer: null, consumers: new Map() },
  };
  for (const table of tables) {
    const { routes, transport, scope } = table;
    if (routes.length === 0) continue;
    if (scope.role === 'written') continue;
    if (scope.role === 'producer') found[transport].producer = table;
    else found[transport].consumers.set(scope.namespace, table);
  }
  known.set(tables, found);
  return found;
}
