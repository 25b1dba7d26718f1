import type { AccessCondition, AccessFacet, AccessRule } from '../../ir/access.ts';
import { actualOf, judgeCondition, type Seen } from './judge-condition.ts';
import { allOf, anyOf, type Truth } from './truth.ts';

/** Whether a rule matches, and the part that decides it if it does not. */
export interface JudgedRule {
  readonly rule: AccessRule;
  readonly truth: Truth;
  /** The first part that fails, or else the first that is not known. `''` if all parts match. */
  readonly why: string;
  readonly expected: string;
  readonly actual: string | null;
  /** How many conditions hold, and how many fail. Of alternatives, the nearest counts. */
  readonly held: number;
  readonly failed: number;
}

/** What only a proxy that reads requests knows. */
const OF_REQUESTS: ReadonlySet<AccessFacet> = new Set(['host', 'method', 'path', 'header', 'token']);

/**
 * Returns whether a rule matches a request. Where the proxy sees only connections, an `allow` rule with a
 * condition on requests never matches, and other rules are read without it (the Istio documentation, task
 * "TCP traffic" of authorization).
 */
export function judgeRule(rule: AccessRule, effect: 'ask' | 'deny' | 'allow', seen: Seen): JudgedRule {
  const all = [...rule.from.flat(), ...rule.to.flat(), ...rule.when];
  if (rule.unreadable) return judged(rule, 'unknown', 'unreadable', null, seen, []);
  const ofRequests = all.find(({ of }) => OF_REQUESTS.has(of));
  if (seen.server.connectionsOnly && ofRequests !== undefined && effect === 'allow')
    return judged(rule, 'no', 'connections-only', ofRequests, seen, []);
  const counts = ({ of }: AccessCondition) => !seen.server.connectionsOnly || !OF_REQUESTS.has(of);
  const hold = (conditions: readonly AccessCondition[]) =>
    allOf(conditions.filter(counts).map((each) => judgeCondition(each, seen)));
  const ofGroups = (groups: AccessRule['from']) => (groups.length === 0 ? 'yes' : anyOf(groups.map(hold)));
  const [from, to, when] = [ofGroups(rule.from), ofGroups(rule.to), hold(rule.when)];
  const truth = allOf([from, to, when]);
  const candidates: readonly (readonly [Truth, readonly AccessCondition[]])[] = [
    [from, nearest(rule.from, seen, counts)],
    [to, nearest(rule.to, seen, counts)],
    [when, rule.when.filter(counts)],
  ];
  const compared = candidates.flatMap(([, conditions]) => conditions);
  if (truth === 'yes') return judged(rule, 'yes', '', null, seen, compared);
  const deciding = candidates.find(([each]) => each === truth)?.[1] ?? [];
  const condition = deciding.find((each) => judgeCondition(each, seen) === truth) ?? deciding[0] ?? null;
  return judged(rule, truth, condition?.on ?? '', condition, seen, compared);
}

/** Returns the group with the fewest conditions that fail. */
function nearest(
  groups: AccessRule['from'],
  seen: Seen,
  counts: (condition: AccessCondition) => boolean,
): readonly AccessCondition[] {
  let best: readonly AccessCondition[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const counted = group.filter(counts);
    const failing = counted.filter((each) => judgeCondition(each, seen) === 'no').length;
    if (failing >= least) continue;
    least = failing;
    best = counted;
  }
  return best;
}

function judged(
  rule: AccessRule,
  truth: Truth,
  why: string,
  condition: AccessCondition | null,
  seen: Seen,
  compared: readonly AccessCondition[],
): JudgedRule {
  const truths = compared.map((each) => judgeCondition(each, seen));
  const written = condition?.written.join(', ') ?? '';
  return {
    rule,
    truth,
    why,
    expected: condition?.negated ? `not ${written}` : written,
    actual: condition === null ? null : actualOf(condition, seen),
    held: truths.filter((each) => each === 'yes').length,
    failed: truths.filter((each) => each === 'no').length,
  };
}
