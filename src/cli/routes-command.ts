import { expectedOf } from '../core/match/conditions.ts';
import {
  type ActionReport,
  type EntryReport,
  reportTables,
  type TableReport,
} from '../core/report-tables.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Arguments } from './arguments.ts';

/** `routes`: the effective table of each frontend and client scope, in order of precedence. */
export function routesCommand(words: Arguments, snapshot: Snapshot): string {
  const service = words.options.get('service');
  const from = words.options.get('from');
  const tables = meeting(reportTables(snapshot), from).filter((table) => isFrontend(table.frontend, service));
  if (words.output === 'json') return `${JSON.stringify({ tables }, null, 2)}\n`;
  if (tables.length === 0) return 'No routes apply here.\n';
  return tables.map(printTable).join('\n');
}

function isFrontend(frontend: string, service: string | undefined): boolean {
  if (service === undefined) return true;
  return service.includes(':') ? frontend === service : frontend.startsWith(`${service}:`);
}

/** The tables that clients of one namespace meet: its own where it has one, else the one for everybody. */
function meeting(tables: readonly TableReport[], from: string | undefined): readonly TableReport[] {
  if (from === undefined) return tables;
  const own = new Set(tables.filter((table) => table.clients.includes(from)).map((table) => table.frontend));
  return tables.filter((table) =>
    own.has(table.frontend) ? table.clients.includes(from) : table.clients.includes('*'),
  );
}

function printTable(table: TableReport): string {
  const clients = table.clients[0] === '*' ? 'every other client' : `clients in ${table.clients.join(', ')}`;
  const lines = [`${table.frontend}  ${table.scope.role} routes of ${table.scope.namespace}, for ${clients}`];
  for (const [at, entry] of table.entries.entries())
    lines.push(`  ${String(at + 1).padStart(3)}  ${printEntry(entry)}`);
  lines.push(`       no match → ${table.noMatch.status}`);
  return `${lines.join('\n')}\n`;
}

function printEntry(entry: EntryReport): string {
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
