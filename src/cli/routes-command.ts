import { tablesOfClients, tablesReaching, tablesRejecting } from '../core/answers/filter-tables.ts';
import { rejectedBy, rejectionText } from '../core/answers/rejection-text.ts';
import { type EntryReachReport, reportReach, type TableReachReport } from '../core/answers/report-reach.ts';
import type { ActionReport } from '../core/answers/report-tables.ts';
import { probeOf } from '../core/explain/probe.ts';
import { isClassName, readGatewayName } from '../core/ids/gateway-names.ts';
import { backendLabel } from '../core/ir/backend-label.ts';
import { expectedOf } from '../core/match/operators/operators.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { visibleData, visibleJSON } from '../core/text/visible-data.ts';
import type { Arguments } from './arguments.ts';
import { printWitness } from './print-witness.ts';

/**
 * Runs `routes`: prints the effective table of each frontend and client scope in order of precedence, and the
 * requests that reach each entry.
 */
export function routesCommand(words: Arguments, snapshot: Snapshot): string {
  const service = words.options.get('service');
  const from = words.options.get('from');
  const gateway = words.options.get('gateway');
  const reaching = words.options.get('reaching');
  const isRejected = words.flags.has('--rejected');
  let tables = reportReach(snapshot);
  if (from !== undefined) tables = tablesOfClients(tables, from);
  const ingress = words.options.get('ingress');
  tables = tables.filter((table) =>
    ingress === undefined ? isAsked(table, service, gateway) : isOfClass(table, ingress),
  );
  if (reaching !== undefined) tables = tablesReaching(tables, reaching);
  if (isRejected) tables = tablesRejecting(tables);
  if (words.output === 'json') return `${visibleJSON({ tables })}\n`;
  if (words.output === 'curl') return isRejected ? printRejectedProbes(tables) : printProbes(tables);
  if (tables.length === 0)
    return isRejected ? 'No route table rejects any request.\n' : 'No routes apply here.\n';
  return visibleData(tables)
    .map(isRejected ? printRejected : printTable)
    .join('\n');
}

/**
 * Returns one curl command for each reachable entry, with the place to run it and the entry that should win.
 */
function printProbes(tables: readonly TableReachReport[]): string {
  return linesOf(
    tables.flatMap(({ frontend, entries }) =>
      entries.flatMap(({ witness, route, rule, match }) =>
        witness === null ? [] : probeOf(witness, `${frontend}: ${route} rule ${rule} match ${match}`),
      ),
    ),
  );
}

/** Returns one curl command for each kind of rejected request. */
function printRejectedProbes(tables: readonly TableReachReport[]): string {
  return linesOf(
    tables.flatMap(({ frontend, noMatch }) =>
      noMatch.requests.flatMap(({ witness }) => probeOf(witness, rejectedBy(frontend, noMatch))),
    ),
  );
}

function linesOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/**
 * Returns true when the command prints a table. `--service` and `--gateway` select tables. Without either,
 * the command prints all tables.
 */
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

/** Returns true for a table of a class of Ingresses. Without a name, those of all classes are meant. */
function isOfClass({ gateway }: TableReachReport, className: string): boolean {
  const named = gateway === null ? null : readGatewayName(gateway);
  return named !== null && isClassName(named) && (className === '' || named.name === className);
}

/** Returns true when `asked` (`NS/NAME:LISTENER`) selects this listener of the Gateway. */
function isListener(frontend: string, gateway: string, asked: string): boolean {
  return asked.startsWith(`${gateway}:`) && frontend.endsWith(asked.slice(gateway.length));
}

function printHead(table: TableReachReport): string {
  const others = table.gateway === null ? 'every other client' : 'every client';
  const clients = table.clients[0] === '*' ? others : `clients in ${table.clients.join(', ')}`;
  const { role, namespace } = table.scope;
  if (role === 'ingress') return `${table.frontend}  Ingresses, for ${clients}`;
  const routes = role === 'written' ? 'VirtualServices' : `${role} routes`;
  return `${table.frontend}  ${routes} of ${namespace}, for ${clients}`;
}

/** Returns the rejected requests of a table, one of each kind. */
function printRejected(table: TableReachReport): string {
  const { rejects, requests } = table.noMatch;
  const status = rejectionText(table.noMatch) || 'refused';
  const lines = requests.map(({ witness, near, lacks }) => {
    const why = near === null ? '' : `  (without the ${lacks} of ${near.route} rule ${near.rule})`;
    return `       ${status}: ${printWitness(witness)}${why}`;
  });
  if (rejects === 'unknown')
    lines.push('       unknown: it depends on the patterns whether a request is rejected');
  return `${[printHead(table), ...lines].join('\n')}\n`;
}

function printTable(table: TableReachReport): string {
  const lines = [printHead(table)];
  for (const [at, entry] of table.entries.entries()) {
    lines.push(`  ${String(at + 1).padStart(3)}  ${printEntry(entry)}`, `       ${printReach(entry)}`);
  }
  lines.push(`       ${printNoMatch(table.noMatch)}`);
  return `${lines.join('\n')}\n`;
}

/** Returns the answer to requests that no entry matches. Returns '' when there are none. */
function printNoMatch(noMatch: TableReachReport['noMatch']): string {
  const { rejects, requests } = noMatch;
  const [first] = requests;
  const status = rejectionText(noMatch) || 'refused';
  if (noMatch.goesTo === 'original') return 'no match → the Service itself';
  if (rejects === 'none') return 'every request is taken';
  return `no match → ${status}${first === undefined ? '' : `: ${printWitness(first.witness)}`}`;
}

/**
 * Returns the reach of an entry, with a request that reaches it or the entries that take all its requests.
 */
function printReach({ reach, witness, blockers, differentOutcome }: EntryReachReport): string {
  if (reach === 'dead') {
    if (blockers.length === 0) return 'dead: no request meets its conditions';
    const names = blockers.map(({ route, rule, match }) => `${route} rule ${rule} match ${match}`).join(', ');
    return `dead: ${names} ${blockers.length === 1 ? 'takes' : 'take'} all of its requests, ${differentOutcome ? 'with a different result' : 'with the same result'}`;
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
  if (action.kind === 'respond') return `answers ${action.status ?? 'nothing'}`;
  const backends = action.backends ?? [];
  if (backends.length === 0) return 'no backends';
  return backends.map((target) => `${backendLabel(target)} (${target.weight})`).join(', ');
}
