import { decide, settle as settleRequest } from '../../dataplane/decide.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import { holds } from '../../match/conditions.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import { canBeSent } from '../sets/can-be-sent.ts';
import { coverByEntries } from '../sets/entry-cover.ts';
import { intersect, plainlyCovers } from '../sets/entry-intersection.ts';
import type { ValueSource } from '../sets/representative-values.ts';
import {
  requestSpace,
  type SpaceKind,
  spaceKindOf,
  type TableAddress,
  type Values,
} from '../sets/request-space.ts';
import { indexRivals, type Ranked, type RivalIndex } from '../sets/rival-index.ts';
import { type FreshValues, freshValues, sampleRequests } from '../sets/sample-requests.ts';
import { isUnderstoodEntry } from '../sets/understood-entries.ts';
import { areListenersIsolated, hasNarrowerHost } from './host-isolation.ts';
import { differs } from './same-action.ts';

/**
 * Whether requests can reach an entry past the entries above it: all requests that satisfy it (`reachable`),
 * some (`partly`), none (`dead`), or `unknown` if patterns leave it open.
 */
export type Reach = 'reachable' | 'partly' | 'dead' | 'unknown';

/** The requests that can reach one entry of a table. */
export interface EntryReach {
  readonly entry: RouteEntry;
  readonly reach: Reach;
  /** A request that wins here, confirmed by the simulator. Null if there is none, or if none was found. */
  readonly witness: SimRequest | null;
  /**
   * For a dead entry: a smallest set of entries that take everything. Empty if no request satisfies the
   * entry.
   */
  readonly blockers: readonly RouteEntry[];
  /** True if a blocker has another effect on the requests than the dead entry. */
  readonly differentOutcome: boolean;
}

/**
 * The budget of characters and boxes for one table, and for one entry. Patterns that exceed it are undecided.
 * Entries without patterns need none: one look-up in the table decides.
 */
const STEPS_PER_TABLE = 4_000_000;
const STEPS_PER_ENTRY = 200_000;

/** The data that is prepared once for a table. */
interface Preparation {
  readonly table: RouteTable;
  readonly ir: MeshIR;
  readonly profile: Profile;
  readonly ranked: readonly Ranked[];
  readonly rivals: RivalIndex;
  readonly orders: ReadonlyMap<RouteEntry, number>;
  readonly fresh: FreshValues;
  readonly sources: Map<SpaceKind, ValueSource>;
  readonly address: TableAddress;
  /** True if the matcher understands every entry. */
  readonly allUnderstood: boolean;
  /** The remaining steps for the whole table. */
  left: number;
}

/**
 * Returns the requests that can reach each entry of a table, in the order of the table, past the union of the
 * entries above it. If several matching routes are an error, entries of other routes
 * below it count, too.
 *
 * The result is exact for exact, prefix, method, header, query, hostname and gRPC conditions. Patterns are
 * analysed as automata. If the budget is not enough, the result is `unknown`, never a guess.
 */
export function analyseTable(
  table: RouteTable,
  address: TableAddress,
  ir: MeshIR,
  profile: Profile,
): readonly EntryReach[] {
  if ('listener' in address && !address.listener.usable) return table.entries.map(neverReached);
  const ranked = table.entries.map((entry, order) => ({ order, entry }));
  const preparation: Preparation = {
    table,
    ir,
    profile,
    ranked,
    rivals: indexRivals(ranked),
    orders: new Map(ranked.map(({ entry, order }) => [entry, order])),
    fresh: freshValues(table.entries),
    sources: new Map(),
    address,
    allUnderstood: table.entries.every(isUnderstoodEntry),
    left: STEPS_PER_TABLE,
  };
  return ranked.map((each) => {
    const source = sourceFor(each.entry, preparation);
    const allowed = Math.min(STEPS_PER_ENTRY, preparation.left);
    source.budget.left = allowed;
    const reach = analyseEntry(each, source, preparation);
    preparation.left -= allowed - Math.max(0, source.budget.left);
    return asSent(asDecided(asUnderstood(reach, each, source, preparation), address, table, profile));
  });
}

/**
 * Returns the result for an entry if not only its own table decides. Listeners that share their routes
 * leave it open. If a more specific hostname keeps requests that it does not match, an entry
 * with a wider hostname loses them. An entry that wins a request is then reached in part, and an entry that
 * the entries above it cover remains dead.
 */
function asDecided(
  reach: EntryReach,
  address: TableAddress,
  table: RouteTable,
  profile: Profile,
): EntryReach {
  if ('frontend' in address) return reach;
  if (!areListenersIsolated(profile)) return unknown(reach.entry, reach.witness);
  if (profile.hostnameFallthrough || !hasNarrowerHost(reach.entry, table) || reach.reach === 'dead')
    return reach;
  return reach.witness === null ? unknown(reach.entry, null) : reached(reach.entry, 'partly', reach.witness);
}

/**
 * Returns the result for an entry in a table with entries that the matcher does not understand. They may take
 * all of its requests.
 */
function asUnderstood(
  reach: EntryReach,
  ranked: Ranked,
  source: ValueSource,
  preparation: Preparation,
): EntryReach {
  if (!isUnderstoodEntry(ranked.entry)) return unknown(reach.entry, null);
  if (preparation.allUnderstood || reach.reach === 'dead' || reach.reach === 'unknown') return reach;
  let isOpen = false;
  eachRival(ranked, preparation, (rival) => {
    isOpen = !isUnderstoodEntry(rival.entry) && intersect(ranked.entry, rival.entry, source) !== 'no';
    return isOpen;
  });
  return isOpen ? unknown(reach.entry, null) : reach;
}

/** Returns `unknown` if no client can send the only request that was found. */
function asSent(reach: EntryReach): EntryReach {
  return reach.witness === null || canBeSent(reach.witness) ? reach : unknown(reach.entry, null);
}

function sourceFor(entry: RouteEntry, preparation: Preparation): ValueSource {
  const { table, address, ir, profile, sources, fresh } = preparation;
  const kind = spaceKindOf(entry, table);
  const known = sources.get(kind);
  if (known) return known;
  const space = requestSpace(kind, address, ir, profile);
  const source = { space, freshWord: fresh.word, budget: { left: 0 } };
  sources.set(kind, source);
  return source;
}

function analyseEntry(ranked: Ranked, source: ValueSource, preparation: Preparation): EntryReach {
  const { entry } = ranked;
  const tries = sampleRequests(entry, preparation.fresh, source);
  if (tries.kind === 'impossible') return neverReached(entry);
  if (tries.kind === 'undecided') return unknown(entry, null);
  let witness: SimRequest | null = null;
  let taker: RouteEntry | null = null;
  for (const values of tries.requests) {
    const request = source.space.request(values);
    const taken = takerOf(request, ranked, preparation);
    if (taken === 'the entry itself') {
      witness = request;
      break;
    }
    // A request that does not arrive shows nothing. A request that the same match takes is not lost.
    if (taken !== 'elsewhere' && !isSameMatch(taken, entry)) taker = taken;
  }
  if (witness === null && taker !== null && plainlyCovers(taker, entry, source)) return dead(entry, [taker]);
  if (witness === null) return settle(ranked, tries.requests, source, preparation);
  if (taker !== null) return reached(entry, 'partly', witness);
  const met = intersectsRival(ranked, source, preparation);
  if (met === 'undecided') return unknown(entry, witness);
  return reached(entry, met === 'yes' ? 'partly' : 'reachable', witness);
}

/**
 * Returns the result after all samples lost. Patterns are involved, and all rivals together must be analysed.
 */
function settle(
  ranked: Ranked,
  samples: readonly Values[],
  source: ValueSource,
  preparation: Preparation,
): EntryReach {
  const { entry } = ranked;
  const rivals: Ranked[] = [];
  eachRival(ranked, preparation, (rival) => {
    // Only HTTP entries take the HTTP requests of an HTTP entry, and they also take its gRPC requests.
    const sameSpace = spaceKindOf(rival.entry, preparation.table) === source.space.kind;
    if (sameSpace) rivals.push(rival);
    return false;
  });
  rivals.sort((a, b) => a.order - b.order);
  const taking = coverByEntries(entry, rivals, samples, source);
  if (taking.taken === 'undecided') return unknown(entry, null);
  if (taking.taken === 'all') {
    const takers = taking.by.map((rival) => rival.entry);
    return dead(
      entry,
      takers.filter((taker) => !isSameMatch(taker, entry)),
    );
  }
  const request = source.space.request(taking.values);
  return takerOf(request, ranked, preparation) === 'the entry itself'
    ? reached(entry, 'partly', request)
    : unknown(entry, null);
}

function intersectsRival(
  ranked: Ranked,
  source: ValueSource,
  preparation: Preparation,
): 'yes' | 'no' | 'undecided' {
  let undecided = false;
  let met = false;
  eachRival(ranked, preparation, (rival) => {
    // The same match for another hostname takes nothing away.
    if (isSameMatch(rival.entry, ranked.entry)) return false;
    const answer = intersect(ranked.entry, rival.entry, source);
    if (answer === 'undecided') undecided = true;
    met = answer === 'yes';
    return met;
  });
  return met ? 'yes' : undecided ? 'undecided' : 'no';
}

/** Calls `visit` for the entries that take a request from this one if both match. */
function eachRival(ranked: Ranked, preparation: Preparation, visit: (rival: Ranked) => boolean): void {
  const { rivals, profile } = preparation;
  const end = profile.severalMatches === 'reject' ? Number.POSITIVE_INFINITY : ranked.order;
  rivals.each(ranked.entry, end, (rival) => isRival(rival, ranked) && visit(rival));
}

/** Returns true if two entries are one match of one rule, for different hostnames of their route. */
function isSameMatch(a: RouteEntry, b: RouteEntry): boolean {
  // A path of an Ingress has several entries that do different things.
  return a.route === b.route && a.rule === b.rule && a.match === b.match && a.action === b.action;
}

function isRival(rival: Ranked, ranked: Ranked): boolean {
  return (
    rival.order < ranked.order || (rival.order > ranked.order && rival.entry.route !== ranked.entry.route)
  );
}

/**
 * Returns the entry that takes a request from an entry that it satisfies. `elsewhere` means that the request
 * does not come to this table, or that no entry wins.
 */
function takerOf(
  request: SimRequest,
  ranked: Ranked,
  { ir, profile, orders, ranked: all }: Preparation,
): RouteEntry | 'the entry itself' | 'elsewhere' {
  const { entry } = decide(request, ir, profile);
  if (entry === null || !orders.has(entry)) return 'elsewhere';
  if (profile.severalMatches !== 'reject') return entry === ranked.entry ? 'the entry itself' : entry;
  const outcome = settleRequest(request, ir, profile);
  if (outcome.cause !== 'several-routes') return entry === ranked.entry ? 'the entry itself' : entry;
  const view = viewRequest(request, profile);
  const rival = all.find(
    (each) =>
      each.entry.route !== ranked.entry.route &&
      each.entry.conditions.every((condition) => holds(condition, view)),
  );
  return rival?.entry ?? 'elsewhere';
}

const NO_BLOCKERS: readonly RouteEntry[] = [];

function reached(entry: RouteEntry, reach: Reach, witness: SimRequest): EntryReach {
  return { entry, reach, witness, blockers: NO_BLOCKERS, differentOutcome: false };
}

function unknown(entry: RouteEntry, witness: SimRequest | null): EntryReach {
  return { entry, reach: 'unknown', witness, blockers: NO_BLOCKERS, differentOutcome: false };
}

function dead(entry: RouteEntry, blockers: readonly RouteEntry[]): EntryReach {
  const differentOutcome = blockers.some((blocker) => differs(blocker, entry));
  return { entry, reach: 'dead', witness: null, blockers, differentOutcome };
}

function neverReached(entry: RouteEntry): EntryReach {
  return dead(entry, NO_BLOCKERS);
}
