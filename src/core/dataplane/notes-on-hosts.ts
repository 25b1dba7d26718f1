import { readResourceId } from '../ids/ids.ts';
import type { RemarkedRequest } from '../ir/table.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { holds } from '../match/conditions.ts';
import type { Compared, Walk } from './walk.ts';

/**
 * Returns notes on routes that name the same host and do not apply to this client (Istio 3.7, 13.1). `isTold`
 * is false for an outcome without explanation. The notes that a generated table has on the request follow.
 */
export function notesOnHost(walked: Compared, isTold: boolean): readonly TraceNote[] {
  const remarks = notesOfTable(walked);
  return isTold ? [...notesOnClaims(walked), ...remarks] : remarks;
}

/** Returns notes on routes that name the same host and do not apply to this client (Istio 3.7, 13.1). */
function notesOnClaims({ host }: Compared): readonly TraceNote[] {
  return (host.lostClaims?.() ?? []).map(({ routes, winners, why }) => ({
    code: 'host-claim-lost',
    rule: 'I-3.4, I-3.7, I-13.2',
    args: { routes: routes.join(', '), winners: winners.join(', '), why },
  }));
}

/** Returns the notes that a generated table has on the request. */
function notesOfTable(walked: Compared): readonly TraceNote[] {
  const { table, view, consideration } = walked;
  if (table.remarks === undefined) return [];
  const request: RemarkedRequest = {
    host: view.host,
    header: (name) => view.header(name),
    holds: (condition) => holds(condition, view),
  };
  return [
    ...notesOnPath(walked),
    ...notesOnAddress(walked),
    ...table.remarks(request, consideration.winner, table.entries),
  ];
}

/** Returns a note if the table compares another path than the one that the proxy received (I-612). */
function notesOnPath({ table, view, request }: Compared): readonly TraceNote[] {
  if (table.paths === undefined || view.path === request.path) return [];
  return [{ code: 'nginx-path-decoded', rule: 'I-612', args: { path: view.path } }];
}

/** Returns a note if the address of the client decides and the request does not give it (I-716). */
function notesOnAddress({ table, view, consideration, request }: Compared): readonly TraceNote[] {
  if (request.clientAddress !== undefined) return [];
  for (const entry of table.entries) {
    const isAsked = entry.conditions.some(({ of }) => of === 'client-address');
    if (isAsked && entry.conditions.every((each) => each.of === 'client-address' || holds(each, view)))
      return [{ code: 'client-address-assumed', rule: 'I-716', args: {} }];
    if (entry === consideration.winner) return [];
  }
  return [];
}

/** Returns notes on a request that no table applies to: routes of another kind, or of other clients. */
export function notesOnNoTable({
  arrival,
  mismatch,
}: Extract<Walk, { end: 'no-table' }>): readonly TraceNote[] {
  if (mismatch !== null) {
    const route = mismatch.entries[0]?.route ?? mismatch.routes[0] ?? '';
    const args = { kind: readResourceId(route).kind };
    return [{ code: 'protocol-mismatch', rule: 'R-115', args }];
  }
  const elsewhere = arrival.host.elsewhere();
  if (elsewhere.length === 0) return [];
  const namespaces = elsewhere.map(({ scope }) => scope.namespace).join(', ');
  return [{ code: 'consumer-routes-elsewhere', rule: 'R-127', args: { namespaces } }];
}
