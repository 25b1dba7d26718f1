import type { TraceNote } from '../ir/trace-note.ts';
import { decider } from './decider.ts';
import { notesOnOrder } from './order-notes.ts';
import type { Compared } from './walk.ts';

/** Returns notes on open points in the order of entries that match a request. */
export function notesOnRivals({ consideration: { matching, winner }, view }: Compared): readonly TraceNote[] {
  const notes: TraceNote[] = [...notesOnOrder(matching, view.profile)];
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
  }
  return notes;
}
