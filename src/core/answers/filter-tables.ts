import type { EntryReachReport, TableReachReport } from './report-reach.ts';

/**
 * Returns the tables that apply to the clients of one namespace. A table of the namespace takes precedence
 * over the table for all clients.
 */
export function tablesOfClients(
  all: readonly TableReachReport[],
  namespace: string,
): readonly TableReachReport[] {
  const tables = all.filter((table) => table.gateway === null);
  const own = new Set(
    tables.filter((table) => table.clients.includes(namespace)).map((table) => table.frontend),
  );
  return tables.filter((table) =>
    own.has(table.frontend) ? table.clients.includes(namespace) : table.clients.includes('*'),
  );
}

/**
 * Returns true when an entry forwards some requests to a Service (`ns/name`) or one of its ports
 * (`ns/name:port`).
 */
function forwardsTo(entry: EntryReachReport, service: string): boolean {
  if (entry.reach === 'dead') return false;
  return (entry.action.backends ?? []).some(
    (backend) =>
      backend.weight > 0 &&
      (service.includes(':')
        ? `${backend.service}:${backend.port}` === service
        : backend.service === service),
  );
}

/**
 * Returns the tables that forward requests to a Service. Each table holds only the entries that forward to
 * it. Dead entries are left out.
 */
export function tablesReaching(
  all: readonly TableReachReport[],
  service: string,
): readonly TableReachReport[] {
  return all
    .map((table) => ({ ...table, entries: table.entries.filter((entry) => forwardsTo(entry, service)) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Returns the tables that reject requests, and those for which the analysis cannot exclude it. */
export function tablesRejecting(all: readonly TableReachReport[]): readonly TableReachReport[] {
  return all.filter(({ noMatch }) => noMatch.rejects !== 'none');
}
