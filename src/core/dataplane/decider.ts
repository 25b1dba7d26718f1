import type { RankKey, RouteEntry } from '../ir/table.ts';
import type { LostBy } from '../ir/trace.ts';
import { languageKindOf } from '../match/operators/operators.ts';

/** Returns the first criterion in which two entries differ. It decided between them. */
export function decider(winner: RouteEntry, loser: RouteEntry): LostBy {
  for (let at = 0; at < winner.rank.length; at++) {
    const key = winner.rank[at] as RankKey;
    if (key.value === loser.rank[at]?.value) continue;
    return key.by === 'exact-path' && !hasExactPath(winner) ? 'path-type' : key.by;
  }
  // Two equal matches of one rule: the earlier one wins.
  return 'position';
}

function hasExactPath({ conditions }: RouteEntry): boolean {
  return conditions.some((each) => each.of === 'path' && languageKindOf(each) === 'value');
}
