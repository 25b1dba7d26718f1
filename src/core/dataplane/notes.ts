import type { MeshIR, RouteEntry, RouteTable } from '../ir/mesh-ir.ts';
import type { SimRequest, TraceNote } from '../ir/trace.ts';
import type { RequestView } from '../match/request-view.ts';
import { indexTable } from '../match/table-index.ts';
import type { Profile } from '../profile/profile.ts';
import { decider } from './candidates.ts';
import { noteOnCoreGroup } from './core-group-note.ts';
import { hostHeaderOf, type Identity, identify } from './identify.ts';
import type { TableChoice } from './select-table.ts';

/** What the specification leaves open, or we assumed, in finding the destination. */
export function notesOnIdentity(
  identity: Identity,
  request: SimRequest,
  ir: MeshIR,
  profile: Profile,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const named = hostHeaderOf(request);
  if (named !== null) {
    const otherWay: Profile = {
      ...profile,
      serviceIdentification: profile.serviceIdentification === 'clusterIP' ? 'authority' : 'clusterIP',
    };
    const other = identify(request, ir, otherWay);
    const differs =
      other.to === 'frontend' && (identity.to !== 'frontend' || identity.frontend.id !== other.frontend.id);
    if (differs && other.to === 'frontend') {
      const args = { header: named.host, other: other.frontend.id, by: profile.serviceIdentification };
      notes.push({ code: 'host-header-differs', rule: 'R-120, A-03', args });
    }
  }
  if (identity.to === 'frontend') notes.push(...noteOnCoreGroup(identity.frontend.service, ir, profile));
  const service = 'service' in identity ? identity.service : null;
  if (service?.assumed) notes.push({ code: 'service-assumed', rule: 'S71', args: { service: service.key } });
  if (request.path.includes('//') || /\/\.{1,2}(\/|$)/.test(request.path) || /%2f/i.test(request.path)) {
    notes.push({ code: 'path-not-normalised', rule: 'R-204, A-12', args: { path: request.path } });
  }
  return notes;
}

/** What is open or surprising in which table was consulted and which entry won. */
export function notesOnChoice(
  choice: TableChoice,
  matching: readonly RouteEntry[],
  winner: RouteEntry | null,
  fellBack = false,
  view: RequestView | null = null,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const { table, behind, passedOver } = choice;
  if (table === null && passedOver.length > 0) {
    const namespaces = passedOver.map((each) => each.scope.namespace).join(', ');
    notes.push({ code: 'consumer-routes-elsewhere', rule: 'R-127', args: { namespaces } });
  }
  if (choice.mismatch !== undefined) {
    notes.push({ code: 'protocol-mismatch', rule: 'R-115', args: { kind: choice.mismatch } });
  }
  if (fellBack) notes.push({ code: 'fell-back-to-producer', rule: 'R-129, A-02', args: {} });
  else if (behind !== null) notes.push(noteOnProducers(behind, winner, view));
  for (const { route, lostTo } of table?.conflicted ?? []) {
    notes.push({ code: 'kind-conflict', rule: 'R-133, A-07', args: { route, lostTo } });
  }
  if (view !== null && table !== null) notes.push(...notesOnMatching(matching, winner, view));
  return notes;
}

/** What the producer routes behind consumer routes have to do with a request: they may be what it was meant for. */
function noteOnProducers(behind: RouteTable, winner: RouteEntry | null, view: RequestView | null): TraceNote {
  const rule = 'R-126, R-129, A-02';
  const taker = winner === null && view !== null ? indexTable(behind).find(view) : null;
  if (taker !== null) return { code: 'producer-would-take', rule, args: { taker: taker.route } };
  const args = { routes: behind.routes.join(', '), matched: winner === null ? 0 : 1 };
  return { code: 'consumer-shadows-producer', rule, args };
}

/** What is open in how the entries that match were ordered. */
export function notesOnMatching(
  matching: readonly RouteEntry[],
  winner: RouteEntry | null,
  view: RequestView,
): readonly TraceNote[] {
  const notes: TraceNote[] = [];
  const routes = [...new Set(matching.map((entry) => entry.route))];
  if (routes.length > 1) {
    const args = { routes: routes.join(', '), mode: view.profile.severalMatches };
    notes.push({ code: 'several-routes-match', rule: 'R-132, R-222', args });
  }
  if (winner !== null) {
    const rival = matching.find((entry) => entry.route !== winner.route);
    const by = rival === undefined ? null : decider(winner, rival);
    if (rival !== undefined && by === 'name') {
      const undated = winner.rank.some((key) => key.by === 'age' && key.value === null);
      const args = { winner: winner.route, loser: rival.route, undated: undated ? 1 : 0 };
      notes.push({ code: 'name-decided', rule: 'R-220, R-225, A-28', args });
    } else if (
      rival !== undefined &&
      by === 'age' &&
      rival.rank.some((key) => key.by === 'age' && key.value === null)
    ) {
      const args = { winner: winner.route, loser: rival.route };
      notes.push({ code: 'age-unknown', rule: 'R-225, A-28', args });
    }
    const pattern = matching.some((entry) =>
      entry.conditions.some((each) => each.of === 'path' && each.op === 'regex'),
    );
    if (pattern && matching.length > 1) {
      notes.push({ code: 'regex-rank', rule: 'R-221, A-29', args: { rank: view.profile.regexRank } });
    }
  }
  return notes;
}
