import { decide } from '../../dataplane/decide.ts';
import { decider } from '../../dataplane/decider.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import { holds } from '../../match/conditions.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import type { ValueSource } from '../sets/representative-values.ts';
import { requestSpace, type SpaceKind, spaceKindOf, type TableAddress } from '../sets/request-space.ts';
import { indexRivals } from '../sets/rival-index.ts';
import { freshValues, sampleRequests } from '../sets/sample-requests.ts';
import { mayTake } from '../sets/understood-entries.ts';
import { differs } from './same-action.ts';

/** Two entries of different routes that match a request equally, so that only their age or name decides. */
export interface Contested {
  readonly winner: RouteEntry;
  readonly loser: RouteEntry;
  readonly by: 'age' | 'name';
  /** A request that satisfies both entries and that the winner gets. */
  readonly request: SimRequest;
}

/** The budget for the patterns of a pair. A pair that is undecided after it is not reported. */
const STEPS_PER_PAIR = 2000;

/**
 * Returns the pairs of entries of different routes that have different effects and whose order depends only
 * on age or name. Pasted manifests have no age, and a route with an earlier name takes such
 * requests. Returns one pair for each two rules.
 */
export function contestedEntries(
  table: RouteTable,
  address: TableAddress,
  ir: MeshIR,
  profile: Profile,
): readonly Contested[] {
  if ('listener' in address && !address.listener.usable) return [];
  const ranked = table.entries.map((entry, order) => ({ order, entry }));
  const rivals = indexRivals(ranked);
  const fresh = freshValues(table.entries);
  const sources = new Map<SpaceKind, ValueSource>();
  const sourceFor = (entry: RouteEntry): ValueSource => {
    const kind = spaceKindOf(entry, table);
    const known = sources.get(kind) ?? {
      space: requestSpace(kind, address, ir, profile),
      freshWord: fresh.word,
      budget: { left: 0 },
    };
    sources.set(kind, known);
    return known;
  };
  const found = new Map<string, Contested>();
  for (const { order, entry: loser } of ranked) {
    rivals.each(loser, order, ({ entry: winner }) => {
      const key = `${winner.route} ${winner.rule} ${loser.route} ${loser.rule}`;
      const by = winner.route === loser.route || found.has(key) ? null : decider(winner, loser);
      if ((by !== 'age' && by !== 'name') || !differs(winner, loser)) return false;
      const request = requestOfBoth(winner, loser, sourceFor(loser));
      if (request !== null) found.set(key, { winner, loser, by, request });
      return false;
    });
  }
  return [...found.values()];

  function requestOfBoth(winner: RouteEntry, loser: RouteEntry, source: ValueSource): SimRequest | null {
    source.budget.left = STEPS_PER_PAIR;
    const both = { ...loser, conditions: [...winner.conditions, ...loser.conditions] };
    const tries = sampleRequests(both, fresh, source);
    if (tries.kind !== 'requests') return null;
    for (const values of tries.requests) {
      const request = source.space.request(values);
      // The simulator confirms the winner, because a third entry may take the request from both.
      if (decide(request, ir, profile).entry !== winner) continue;
      const view = viewRequest(request, profile);
      if (table.entries.some((entry) => mayTake(entry, view))) continue;
      if (loser.conditions.every((condition) => holds(condition, view))) return request;
    }
    return null;
  }
}
