import type { EntryReachReport, TableReachReport } from './report-reach.ts';

/** The tables that clients of one namespace meet: its own where it has one, else the one for everybody. */
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

/** Whether an entry forwards some requests to a Service (`ns/name`) or one of its ports (`ns/name:port`). */
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

/** Which requests reach a Service: the tables with the entries alone that forward to it, dead ones left out. */
export function tablesReaching(
  all: readonly TableReachReport[],
  service: string,
): readonly TableReachReport[] {
  return all
    .map((table) => ({ ...table, entries: table.entries.filter((entry) => forwardsTo(entry, service)) }))
    .filter(({ entries }) => entries.length > 0);
}

/** The tables of which it is known that they reject requests, or not known that they do not. */
export function tablesRejecting(all: readonly TableReachReport[]): readonly TableReachReport[] {
  return all.filter(({ noMatch }) => noMatch.rejects !== 'none');
}
