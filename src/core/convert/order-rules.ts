import { lengthOfPath, rankOfPathType } from '../match/path-rank.ts';
import type { Profile } from '../profile/profile.ts';
import { areApart, commonMatch, coversMatch } from './match-relations.ts';
import { bodyKey, type DraftRule, type RouteMatch, replacesPrefix } from './route-rule.ts';

/** More rules are not added to a host. */
const MOST_ADDED = 200;

/**
 * Returns the rules of a host that are needed, in an order that the target keeps: without those that no request
 * reaches, and without those whose requests get the same from a rule below. Where the target prefers another
 * rule than the controller, the rule of the controller is written once more for the requests that both
 * take.
 */
export function orderRules(drafts: readonly DraftRule[], profile: Profile): readonly DraftRule[] {
  const rules = [...withoutRepeated(withoutShadowed(drafts))];
  let left = MOST_ADDED;
  for (let low = 1; low < rules.length; low++) {
    for (let high = 0; high < low && left > 0; high++) {
      const added = missingRule(
        rules[high] as DraftRule,
        rules[low] as DraftRule,
        rules.slice(0, low),
        profile,
      );
      if (added === null) continue;
      rules.splice(high + 1, 0, added);
      left--;
      low++;
    }
  }
  return rules;
}

function withoutShadowed(drafts: readonly DraftRule[]): readonly DraftRule[] {
  return drafts.filter(
    ({ match }, at) => !drafts.slice(0, at).some((above) => coversMatch(above.match, match)),
  );
}

/** Leaves out rules whose requests get the same from the next rule that takes them. */
function withoutRepeated(drafts: readonly DraftRule[]): readonly DraftRule[] {
  const keys = drafts.map(bodyKey);
  return drafts.filter((draft, at) => {
    for (let below = at + 1; below < drafts.length; below++) {
      const { match } = drafts[below] as DraftRule;
      const isSame = keys[below] === keys[at];
      if (isSame && coversMatch(match, draft.match)) return false;
      if (!isSame && !areApart(match, draft.match)) return true;
    }
    return true;
  });
}

/** Returns the rule for the requests of two rules that the target would give to the wrong one of them. */
function missingRule(
  first: DraftRule,
  second: DraftRule,
  above: readonly DraftRule[],
  profile: Profile,
): DraftRule | null {
  if (bodyKey(first) === bodyKey(second) || areApart(first.match, second.match)) return null;
  if (!isPreferred(second.match, first.match, profile)) return null;
  // Only a prefix match has a part that can be replaced.
  if (replacesPrefix(first)) return null;
  const match = commonMatch(first.match, second.match);
  if (match === null || above.some((rule) => sameMatch(rule.match, match))) return null;
  return { ...first, match };
}

function sameMatch(a: RouteMatch, b: RouteMatch): boolean {
  return coversMatch(a, b) && coversMatch(b, a);
}

/** Returns true if the target prefers the first of two matches. */
function isPreferred(a: RouteMatch, b: RouteMatch, profile: Profile): boolean {
  const [first, second] = [rankOf(a, profile), rankOf(b, profile)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at >= 0 && (first[at] as number) > (second[at] as number);
}

const OPS = { Exact: 'exact', PathPrefix: 'path-prefix', RegularExpression: 'regex' } as const;

function rankOf({ path, headers }: RouteMatch, profile: Profile): readonly number[] {
  const op = OPS[path.type];
  return [rankOfPathType(op, profile), lengthOfPath(op, path.value, profile), headers.length];
}

/** Returns true if only the order of two matches decides which of them takes precedence. */
export function isTie(a: RouteMatch, b: RouteMatch, profile: Profile): boolean {
  return !isPreferred(a, b, profile) && !isPreferred(b, a, profile);
}
