import { readResourceId } from '../ids/ids.ts';
import type { Condition } from '../ir/condition.ts';
import { compareRankKeys, orderOfName } from '../ir/rank.ts';
import type { RankCriterion, RankKey, RouteEntry } from '../ir/table.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { lengthOfPath, rankOfPathType } from '../match/path-rank.ts';
import { ORDER_CHOICES, type OrderRules } from './order-choices.ts';

/** The fields of a profile that change the order of entries, in the order of their notes. */
const ORDERING = ['regexRank', 'prefixTrailingSlash', 'httpCriteria', 'nameOrder'] as const;

/**
 * Returns notes on the choices of order that decided between matching entries: choices with another value
 * that would make another entry win.
 */
export function notesOnOrder(matching: readonly RouteEntry[], profile: OrderRules): readonly TraceNote[] {
  const [winner] = matching;
  const rivals = matching.filter((entry) => entry.takes === winner?.takes);
  if (winner === undefined || rivals.length < 2) return [];
  const { regexRank, prefixTrailingSlash, httpCriteria, nameOrder } = profile;
  const notes: TraceNote[] = [];
  for (const field of ORDERING) {
    const { codes, rule, values } = ORDER_CHOICES[field];
    for (const value of values) {
      const own: OrderRules = { regexRank, prefixTrailingSlash, httpCriteria, nameOrder };
      const other: OrderRules = { ...own, [field]: value };
      const first = firstOf(rivals, other);
      if (first.id === winner.id) continue;
      const args = { chosen: String(profile[field]), other: String(value), entry: nameOf(first) };
      notes.push({ code: codes[0], rule, args });
      break;
    }
  }
  return notes;
}

function nameOf({ route, rule }: RouteEntry): string {
  return `${route} rule ${rule}`;
}

function firstOf(entries: readonly RouteEntry[], profile: OrderRules): RouteEntry {
  return entries.reduce((first, entry) => (goesBefore(entry, first, profile) ? entry : first));
}

/**
 * Returns true if an entry takes precedence over an entry above it. Only a criterion can change their order.
 */
function goesBefore(entry: RouteEntry, above: RouteEntry, profile: OrderRules): boolean {
  const [own, other] = [rankUnder(entry, profile), rankUnder(above, profile)];
  for (const [at, key] of own.entries()) {
    const rival = other[at];
    const order = rival === undefined ? 0 : compareRankKeys(key, rival);
    if (order !== 0) return order < 0;
  }
  return false;
}

/**
 * Returns the rank of an entry under another profile. Criteria that do not depend on its conditions keep
 * their value.
 */
function rankUnder(entry: RouteEntry, profile: OrderRules): readonly RankKey[] {
  const hostname = entry.rank.filter((key) => key.by === 'hostname');
  const rest = entry.rank.filter((key) => key.by !== 'hostname');
  const criteria = entry.takes === 'http' ? profile.httpCriteria : rest.map(({ by }) => by);
  return [...hostname, ...criteria.map((by) => keyUnder(by, entry, rest, profile))];
}

function keyUnder(
  by: RankCriterion,
  entry: RouteEntry,
  own: readonly RankKey[],
  profile: OrderRules,
): RankKey {
  const count = (of: Condition['of']) => entry.conditions.filter((each) => each.of === of).length;
  const path = entry.conditions.find((each) => each.of === 'path');
  const known = own.find((key) => key.by === by);
  if (by === 'name') {
    const { namespace, name } = readResourceId(entry.route);
    return { by, prefer: 'lesser', value: orderOfName(namespace, name, profile) };
  }
  if (entry.takes !== 'http') return known ?? { by, prefer: 'lesser', value: 0 };
  // The method of a call that is compared as a path (profile field grpcMatching).
  const isCall = path?.origin.path.at(-1) === 'method';
  if (path === undefined ? by === 'exact-path' : isCall && by === 'path-length') {
    return known ?? { by, prefer: 'greater', value: 0 };
  }
  switch (by) {
    case 'exact-path':
      return { by, prefer: 'greater', value: rankOfPathType(path?.op ?? 'path-prefix', profile) };
    case 'path-length':
      return {
        by,
        prefer: 'greater',
        value: lengthOfPath(path?.op ?? 'path-prefix', path?.value ?? '/', profile),
      };
    case 'method':
      return { by, prefer: 'greater', value: count('method') };
    case 'headers':
      return { by, prefer: 'greater', value: count('header') };
    case 'query':
      return { by, prefer: 'greater', value: count('query') };
    case 'hostname':
    case 'service':
    case 'age':
    case 'position':
      return known ?? { by, prefer: 'lesser', value: 0 };
    case 'regex-order':
    case 'rule-length':
      return known ?? { by, prefer: 'lesser', value: null };
    default:
      return by satisfies never;
  }
}
