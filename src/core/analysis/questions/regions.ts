import { decide } from '../../dataplane/decide.ts';
import type { Condition } from '../../ir/condition.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { languageKindOf } from '../../match/operators/operators.ts';
import type { Profile } from '../../profile/profile.ts';
import { sameCondition } from '../sets/dimension.ts';
import type { SeenEntry } from '../sets/entries-by-request-kind.ts';
import { coverByEntries } from '../sets/entry-cover.ts';
import { everyRequest } from '../sets/every-request.ts';
import type { ValueSource } from '../sets/representative-values.ts';
import type { RequestSpace, Values } from '../sets/request-space.ts';
import { indexRivals, type Ranked } from '../sets/rival-index.ts';
import { type FreshValues, freshValues, sampleRequests } from '../sets/sample-requests.ts';
import { isUnderstoodEntry } from '../sets/understood-entries.ts';
import { EmptyPairs, NO_ENTRY, type Places } from './empty-pairs.ts';
import { twinEntries } from './twin-entries.ts';

/** One of two compared worlds: its simulation, and the entries that can win a request of this space. */
export interface Side {
  readonly ir: MeshIR;
  readonly profile: Profile;
  /** Returns a request as it enters this side, if the sides have different entrances for it. */
  readonly entering?: (request: SimRequest) => SimRequest;
  /** The entries in order of precedence, as the requests of the space see them. */
  readonly entries: readonly SeenEntry[];
}

/** Requests that one entry wins before and one after (null: no entry), with one of them. */
export interface Region {
  readonly before: RouteEntry | null;
  readonly after: RouteEntry | null;
  readonly request: SimRequest;
}

/** Takes regions in the order in which they are found, each pair of winners once. */
export interface RegionSink {
  /** Returns true if no region of these winners adds anything to the regions that were taken. */
  addsNothing(before: RouteEntry, after: RouteEntry): boolean;
  take(region: Region): void;
}

const STEPS_PER_PAIR = 100_000;
const STEPS_IN_ALL = 3_000_000;

/**
 * Finds the regions of a space of requests, by the winners before and after. Returns true if the sink has
 * everything that the regions of the space can add.
 *
 * Tries every pair of entries that share a request, except pairs that win no common request
 * (twin-entries.ts, empty-pairs.ts) and pairs that add nothing. If no try finds a region, the pair is empty
 * without patterns (a fresh request decides, as in reach.ts). With patterns, the union of the entries above
 * both decides.
 */
export function findRegions(before: Side, after: Side, space: RequestSpace, sink: RegionSink): boolean {
  const search = new RegionSearch(before, after, space, sink);
  search.tryPairs();
  return search.complete;
}

class RegionSearch {
  complete = true;
  private readonly found = new Set<string>();
  private readonly sink: RegionSink;
  private readonly before: Side;
  private readonly after: Side;
  private readonly source: ValueSource;
  private readonly fresh: FreshValues;
  private readonly places: readonly ReadonlyMap<RouteEntry, number>[];
  private readonly patterns: boolean;
  private left = STEPS_IN_ALL;
  /**
   * Null if two profiles are compared: equal conditions may then match different requests. Null also if
   * several matching routes are an error, because the winner then does not determine the outcome.
   */
  private empty: EmptyPairs | null = null;

  constructor(before: Side, after: Side, space: RequestSpace, sink: RegionSink) {
    this.before = before;
    this.after = after;
    this.sink = sink;
    const all = [...before.entries, ...after.entries].map(({ entry }) => entry);
    this.complete = all.every(isUnderstoodEntry);
    this.fresh = freshValues(all);
    this.source = { space, freshWord: this.fresh.word, budget: { left: 0 } };
    this.places = [before, after].map(
      (side) => new Map(side.entries.map(({ original }, at) => [original, at])),
    );
    this.patterns = all.some((entry) => entry.conditions.some((each) => needsProof(each)));
  }

  tryPairs(): void {
    const [old, fresh] = [this.before, this.after].map(({ entries }) =>
      entries.map(({ entry }) => entry),
    ) as [RouteEntry[], RouteEntry[]];
    // Under two profiles, equal conditions may match different requests.
    const isOneProfile = this.before.profile === this.after.profile;
    const twins = isOneProfile ? twinEntries(old, fresh) : NO_TWINS;
    if (isOneProfile && this.before.profile.severalMatches !== 'reject')
      this.empty = new EmptyPairs(old, fresh, this.source, this.patterns);
    const taken = new Set(twins.values());
    this.tryPair(NO_ENTRY, NO_ENTRY);
    // If every entry has a twin, an entry wins on one side only if its twin wins on the other.
    if (twins.size < old.length || twins.size < fresh.length) {
      for (const at of old.keys()) this.tryPair(at, NO_ENTRY);
      for (const at of fresh.keys()) this.tryPair(NO_ENTRY, at);
    }
    const ranked = fresh.map((entry, order): Ranked => ({ entry, order }));
    const all = indexRivals(ranked);
    const rest = indexRivals(ranked.filter(({ order }) => !taken.has(order)));
    for (const [at, entry] of old.entries()) {
      const twin = twins.get(at);
      if (twin !== undefined) this.tryPair(at, twin);
      (twin === undefined ? all : rest).each(entry, Number.POSITIVE_INFINITY, (other) => {
        this.tryUseful(at, other.order);
        return false;
      });
    }
  }

  /** Tries a pair if it may win a common request and may add something. */
  private tryUseful(before: number, after: number): void {
    if (this.empty?.has(before, after)) return;
    const [first, second] = [this.before.entries[before], this.after.entries[after]] as [
      SeenEntry,
      SeenEntry,
    ];
    if (this.sink.addsNothing(first.original, second.original)) return;
    const winners = this.tryPair(before, after);
    for (const places of winners) this.empty?.learn([before, after], places);
  }

  /**
   * Tries to find a request that the entry at one position wins before and the entry at the other wins after.
   * Returns the winners of the requests that were tried.
   */
  private tryPair(before: number, after: number): readonly Places[] {
    this.source.budget.left = Math.min(STEPS_PER_PAIR, this.left);
    const allowed = this.source.budget.left;
    const both = this.both(before, after);
    const tries = sampleRequests(both, this.fresh, this.source);
    const winners: Places[] = [];
    const isEmpty = this.empty?.has(before, after) === true;
    if (tries.kind === 'undecided' && !isEmpty) this.complete = false;
    if (tries.kind === 'requests') {
      for (const values of tries.requests) {
        const places = this.note(this.source.space.request(values));
        if (places !== null) winners.push(places);
      }
      if (this.patterns && !isEmpty && !this.found.has(`${before} ${after}`))
        this.settle(both, tries.requests, before, after);
    }
    this.left -= allowed - Math.max(0, this.source.budget.left);
    return winners;
  }

  /**
   * Adds a request to the region of its winners. Returns their places, or null if the request is not in this
   * space.
   */
  private note(request: SimRequest): Places | null {
    const [before, after] = [this.before, this.after].map(
      (side) => decide(side.entering?.(request) ?? request, side.ir, side.profile).entry,
    ) as [RouteEntry | null, RouteEntry | null];
    const places = [before, after].map((entry, at) =>
      entry === null ? NO_ENTRY : this.places[at]?.get(entry),
    );
    const [first, second] = places;
    // If another table answers on one side, the request is not in this space.
    if (first === undefined || second === undefined) return null;
    const key = places.join(' ');
    if (!this.found.has(key)) {
      this.found.add(key);
      this.sink.take({ before, after, request });
    }
    return [first, second];
  }

  /** Decides by the union of all entries above both. */
  private settle(both: RouteEntry, samples: readonly Values[], before: number, after: number): void {
    const rivals = [...this.above(this.before, before), ...this.above(this.after, after)].map(
      (entry, order): Ranked => ({ entry, order }),
    );
    const taking = coverByEntries(both, rivals, samples, this.source);
    if (taking.taken === 'undecided') this.complete = false;
    if (taking.taken !== 'not-all') return;
    this.note(this.source.space.request(taking.values));
    if (!this.found.has(`${before} ${after}`)) this.complete = false;
  }

  /** Returns the entries above the one at a position. Returns all entries for the case that no entry wins. */
  private above(side: Side, place: number): readonly RouteEntry[] {
    return side.entries.slice(0, place === NO_ENTRY ? undefined : place).map(({ entry }) => entry);
  }

  /** Returns an entry with the conditions of both entries. */
  private both(before: number, after: number): RouteEntry {
    return entryOfBoth(this.before.entries[before]?.entry, this.after.entries[after]?.entry);
  }
}

/** Returns an entry with the conditions of two entries. A missing entry (undefined) has none. */
export function entryOfBoth(first: RouteEntry | undefined, second: RouteEntry | undefined): RouteEntry {
  const model = first ?? second ?? NO_CONDITIONS;
  const conditions = [...(first?.conditions ?? [])];
  for (const each of second?.conditions ?? []) {
    if (!conditions.some((own) => sameCondition(own, each))) conditions.push(each);
  }
  return { ...model, conditions };
}

const NO_TWINS: ReadonlyMap<number, number> = new Map();

/** The kinds of conditions that one fresh request decides. */
const PLAIN: ReadonlySet<string> = new Set(['value', 'path-prefix', 'host-suffix']);

/**
 * Returns true if one fresh request does not decide a condition: a pattern, or a Host header in addition to
 * hostnames.
 */
function needsProof(condition: Condition): boolean {
  const { of, name } = condition;
  return !PLAIN.has(languageKindOf(condition)) || (of === 'header' && name === 'host');
}

/** An entry for every request. It represents the missing entry of a pair. */
const NO_CONDITIONS = everyRequest('http');
