import type { SimRequest } from '../../src/core/ir/request.ts';
import type { RouteEntry, RouteTable } from '../../src/core/ir/table.ts';
import { holds } from '../../src/core/match/conditions.ts';
import { viewRequest } from '../../src/core/match/request-view.ts';
import { GATEWAY_API } from '../../src/core/profile/profile.ts';

/**
 * Enumerates all requests of a small alphabet and matches them with the simulator's own code: slow, but
 * reliable.
 */

export interface Alphabet {
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  /** By name. Null means that the request does not have the header. */
  readonly headers: Readonly<Record<string, readonly (string | null)[]>>;
  readonly query: Readonly<Record<string, readonly (string | null)[]>>;
}

type Pairs = readonly (readonly [string, string])[];

function combinations(named: Readonly<Record<string, readonly (string | null)[]>>): readonly Pairs[] {
  let all: Pairs[] = [[]];
  for (const [name, values] of Object.entries(named)) {
    all = all.flatMap((pairs) =>
      values.map((value): Pairs => (value === null ? pairs : [...pairs, [name, value]])),
    );
  }
  return all;
}

/** Returns every request of an alphabet to a Service port. */
export function everyRequest(alphabet: Alphabet, base: SimRequest): readonly SimRequest[] {
  const requests: SimRequest[] = [];
  const headers = combinations(alphabet.headers);
  const queries = combinations(alphabet.query).map((pairs) =>
    pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'),
  );
  for (const path of alphabet.paths) {
    for (const method of alphabet.methods) {
      for (const pairs of headers) {
        for (const query of queries) requests.push({ ...base, path, method, query, headers: pairs });
      }
    }
  }
  return requests;
}

/** Returns for each entry the requests that satisfy its conditions: one bit for each request. */
export function satisfied(table: RouteTable, requests: readonly SimRequest[]): readonly bigint[] {
  const sets: string[][] = table.entries.map(() => []);
  for (const request of requests) {
    const view = viewRequest(request, GATEWAY_API);
    table.entries.forEach((entry, at) => {
      (sets[at] as string[]).push(entry.conditions.every((each) => holds(each, view)) ? '1' : '0');
    });
  }
  return sets.map((bits) => BigInt(`0b0${bits.join('')}`));
}

export interface Expected {
  readonly reach: 'reachable' | 'partly' | 'dead';
  /** The size of the smallest set of earlier entries that covers a dead entry. 0 for other entries. */
  readonly blockers: number;
}

/** Returns the reach of each entry by definition, over all the requests. */
export function expectedReach(table: RouteTable, sets: readonly bigint[]): readonly Expected[] {
  const { entries } = table;
  return sets.map((own, at) => {
    const above = sets.slice(0, at);
    // The same match with another hostname does not take requests away.
    const isOwn = (other: number) =>
      (['route', 'rule', 'match'] as const).every((key) => entries[other]?.[key] === entries[at]?.[key]);
    const others = above.filter((_, other) => !isOwn(other));
    const union = above.reduce((all, set) => all | set, 0n);
    const takenAway = others.reduce((all, set) => all | set, 0n);
    if (own === 0n) return { reach: 'dead', blockers: 0 };
    if ((own & takenAway) === 0n) return { reach: 'reachable', blockers: 0 };
    if ((own & ~union) !== 0n) return { reach: 'partly', blockers: 0 };
    const same = above.filter((_, other) => isOwn(other)).reduce((all, set) => all | set, 0n);
    return { reach: 'dead', blockers: fewest(own & ~same, others) };
  });
}

/** Returns the size of the smallest set of sets whose union covers another set. */
function fewest(own: bigint, above: readonly bigint[]): number {
  const distinct = [...new Set(above.map((set) => set & own))].filter((set) => set !== 0n);
  const useful = distinct.filter((set) => !distinct.some((other) => other !== set && (set & ~other) === 0n));
  for (let size = 1; size <= useful.length; size++) if (covers(own, useful, size)) return size;
  throw new Error('nothing covers it');
}

function covers(own: bigint, sets: readonly bigint[], size: number, from = 0): boolean {
  if (own === 0n) return true;
  if (size === 0) return false;
  for (let at = from; at < sets.length; at++) {
    if (covers(own & ~(sets[at] as bigint), sets, size - 1, at + 1)) return true;
  }
  return false;
}

/** Returns true when some entries together take every request that satisfies another. */
export function takeAll(
  entry: RouteEntry,
  blockers: readonly RouteEntry[],
  table: RouteTable,
  sets: readonly bigint[],
): boolean {
  const setOf = (each: RouteEntry) => sets[table.entries.indexOf(each)] as bigint;
  const union = blockers.reduce((all, each) => all | setOf(each), 0n);
  return (setOf(entry) & ~union) === 0n;
}
