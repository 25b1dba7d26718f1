import type { RouteEntry } from '../../ir/table.ts';
import type { ChangeClass, ChangeList, ComparedWorld } from './change-list.ts';
import type { ComparedTables } from './class-regions.ts';
import { type OutcomeKey, type OutcomeKeys, outcomeKeys } from './outcome-key.ts';
import type { Region, RegionSink } from './regions.ts';
import { signatureOf } from './same-action.ts';

/** The requests of the regions: their frontend and clients, and whether their hosts differ. */
export interface RegionPlace {
  readonly frontend: string;
  readonly client: string;
  readonly except?: readonly string[];
  readonly hostsVary: boolean;
  /** True if the host decides where a request goes that no entry matches. */
  readonly missesVary: boolean;
  readonly tables: ComparedTables;
}

/** The class that two keys lead to. Null if all their outcomes have the same effect. */
type KnownClass = ChangeClass | null;

/**
 * Adds the regions of one space to a list of changes. Remembers the class that two winners lead to, if they
 * alone determine it. A large table with few outcomes then needs few comparisons.
 */
export class RegionClasses implements RegionSink {
  private readonly list: ChangeList;
  private readonly place: RegionPlace;
  private readonly keysBefore: OutcomeKeys;
  private readonly keysAfter: OutcomeKeys;
  private readonly known = new Map<OutcomeKey, Map<OutcomeKey, KnownClass>>();

  constructor(list: ChangeList, place: RegionPlace, before: ComparedWorld, after: ComparedWorld) {
    this.list = list;
    this.place = place;
    // Under two profiles, or if several matching routes are an error, winners determine less.
    const isDetermined = before.profile === after.profile && before.profile.severalMatches !== 'reject';
    this.keysBefore = isDetermined ? outcomeKeys(before.ir, place.hostsVary) : () => null;
    this.keysAfter = isDetermined ? outcomeKeys(after.ir, place.hostsVary) : () => null;
  }

  addsNothing(before: RouteEntry, after: RouteEntry): boolean {
    const [first, second] = [this.keysBefore(before), this.keysAfter(after)];
    if (first === null || second === null) return false;
    const known = this.known.get(first)?.get(second);
    if (known === undefined) return false;
    if (known === null) return true;
    if (!known.winners.has(before) || !known.winners.has(after)) return false;
    known.addPair(this.place.tables, before, after);
    return true;
  }

  take(region: Region): void {
    const { before, after } = region;
    const first = before === null ? null : this.keysBefore(before);
    const second = after === null ? null : this.keysAfter(after);
    const { tables } = this.place;
    if (before === null || after === null || first === null || second === null) {
      const found = this.list.add(this.place, region);
      found?.addPair(tables, before, after);
      if (!this.isDecided(region, found)) tables.decided = false;
      return;
    }
    const classes = this.known.get(first) ?? new Map<OutcomeKey, KnownClass>();
    this.known.set(first, classes);
    const known = classes.get(second);
    if (known === null) return;
    const hasFilters = first.hasFilters || second.hasFilters;
    if (known !== undefined && !hasFilters) {
      known.winners.add(before).add(after);
      known.addPair(tables, before, after);
      return;
    }
    const found = this.list.add(this.place, region);
    found?.addPair(tables, before, after);
    // Different filters can have the same effect on one request, and another effect on the next one.
    if (found !== null || !hasFilters || signatureOf(before.action) === signatureOf(after.action))
      classes.set(second, found);
  }

  /** Returns true if all requests that two winners take are of one class, or of none. */
  private isDecided({ before, after }: Region, found: KnownClass): boolean {
    if (before !== null && after !== null)
      return found === null && signatureOf(before.action) === signatureOf(after.action);
    if (this.place.missesVary) return false;
    return (
      (before === null || this.keysBefore(before) !== null) &&
      (after === null || this.keysAfter(after) !== null)
    );
  }
}
