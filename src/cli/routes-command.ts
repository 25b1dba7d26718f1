import { curlOf } from '../core/explain/probe.ts';
import { expectedOf } from '../core/match/conditions.ts';
import { type EntryReachReport, reportReach, type TableReachReport } from '../core/report-reach.ts';
import type { ActionReport } from '../core/report-tables.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Arguments } from './arguments.ts';
import { printWitness } from './print-witness.ts';

/** `routes`: the effective table of each frontend and client scope, in order of precedence, and what reaches each entry. */
export function routesCommand(words: Arguments, snapshot: Snapshot): string {
  const service = words.options.get('service');
  const from = words.options.get('from');
  const gateway = words.options.get('gateway');
  const tables = reaching(
    meeting(reportReach(snapshot), from).filter((table) => isAsked(table, service, gateway)),
    words.options.get('reaching'),
  );
  if (words.output === 'json') return `${JSON.stringify({ tables }, null, 2)}\n`;
  if (words.output === 'curl') return printProbes(tables);
  if (tables.length === 0) return 'No routes apply here.\n';
  return tables.map(printTable).join('\n');
}

/**
 * The entries that forward some requests to a Service; `--reaching` answers "which requests reach it?" with their
 * witnesses. Entries that nothing can reach are left out.
 */
function reaching(
  all: readonly TableReachReport[],
  service: string | undefined,
): readonly TableReachReport[] {
  if (service === undefined) return all;
  const isMeant = (entry: EntryReachReport) =>
    entry.reach !== 'dead' &&
    (entry.action.backends ?? []).some(
      (backend) =>
        backend.weight > 0 &&
        (service.includes(':')
          ? `${backend.service}:${backend.port}` === service
          : backend.service === service),
    );
  return all
    .map((table) => ({ ...table, entries: table.entries.filter(isMeant) }))
    .filter(({ entries }) => entries.length > 0);
}

/** One curl command for each entry that can be reached, with where it is to be run and what should win. */
function printProbes(tables: readonly TableReachReport[]): string {
  const lines = tables.flatMap(({ frontend, entries }) =>
    entries.flatMap(({ witness, route, rule, match }) => {
      if (witness === null) return [];
      const where = witness.gateway === undefined ? `from ${witness.from}` : `through ${witness.gateway}`;
      const probe = curlOf(witness) ?? `# not for curl: ${printWitness(witness)}`;
      return [`# ${where}, ${frontend}: ${route} rule ${rule} match ${match}`, probe];
    }),
  );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** `--service` and `--gateway` each ask for some tables; without either, all are printed. */
function isAsked(
  { frontend, gateway }: TableReachReport,
  service: string | undefined,
  asked: string | undefined,
): boolean {
  if (service === undefined && asked === undefined) return true;
  if (gateway !== null)
    return asked !== undefined && (asked === gateway || isListener(frontend, gateway, asked));
  if (service === undefined) return false;
  return service.includes(':') ? frontend === service : frontend.startsWith(`${service}:`);
}

/** `NS/NAME:LISTENER` picks one listener. */
function isListener(frontend: string, gateway: string, asked: string): boolean {
  return asked.startsWith(`${gateway}:`) && frontend.endsWith(asked.slice(gateway.length));
}

/** The tables that clients of one namespace meet: its own where it has one, else the one for everybody. */
function meeting(all: readonly TableReachReport[], from: string | undefined): readonly TableReachReport[] {
  if (from === undefined) return all;
  const tables = all.filter((table) => table.gateway === null);
  const own = new Set(tables.filter((table) => table.clients.includes(from)).map((table) => table.frontend));
  return tables.filter((table) =>
    own.has(table.frontend) ? table.clients.includes(from) : table.clients.includes('*'),
  );
}

function printTable(table: TableReachReport): string {
  const others = table.gateway === null ? 'every other client' : 'every client';
  const clients = table.clients[0] === '*' ? others : `clients in ${table.clients.join(', ')}`;
  const lines = [`${table.frontend}  ${table.scope.role} routes of ${table.scope.namespace}, for ${clients}`];
  for (const [at, entry] of table.entries.entries()) {
    lines.push(`  ${String(at + 1).padStart(3)}  ${printEntry(entry)}`, `       ${printReach(entry)}`);
  }
  lines.push(`       no match → ${table.noMatch.status}`);
  return `${lines.join('\n')}\n`;
}

/** What can still reach an entry, with a request that does or the entries that take everything. */
function printReach({ reach, witness, blockers, differentOutcome }: EntryReachReport): string {
  if (reach === 'dead') {
    if (blockers.length === 0) return 'dead: no request that comes here satisfies it';
    const names = blockers.map(({ route, rule, match }) => `${route} rule ${rule} match ${match}`).join(', ');
    return `dead: ${names} ${blockers.length === 1 ? 'takes' : 'take'} everything, ${differentOutcome ? 'and something else happens' : 'to the same effect'}`;
  }
  return witness === null ? reach : `${reach}: ${printWitness(witness)}`;
}

function printEntry(entry: EntryReachReport): string {
  const conditions =
    entry.conditions.map((each) => `${each.on} ${expectedOf(each)}`).join(', ') || 'every request';
  const rule = entry.ruleName === null ? `rule ${entry.rule}` : `rule ${entry.rule} “${entry.ruleName}”`;
  const { file, line } = entry.origin;
  return `${conditions}  →  ${printAction(entry.action)}  (${entry.route} ${rule} match ${entry.match}, ${file}:${line})`;
}

function printAction(action: ActionReport): string {
  if (action.kind === 'redirect')
    return `redirect ${action.redirect?.status ?? ''} ${action.redirect?.hostname ?? ''}`.trim();
  const backends = action.backends ?? [];
  if (backends.length === 0) return 'no backends';
  return backends.map(({ service, port, weight }) => `${service}:${port} (${weight})`).join(', ');
}
