import { decide, settle } from '../../dataplane/decide.ts';
import { receiveRequest } from '../../dataplane/receive-request.ts';
import type { RuleIndex } from '../../ids/ids.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import { readURL } from '../../ir/read-url.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { holds } from '../../match/conditions.ts';
import type { RequestPart } from '../../match/facets.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import { byDimension, type Dimension, sameCondition, type Value } from '../sets/dimension.ts';
import { findValue, holdsFor, type ValueSource, valuesOf } from '../sets/representative-values.ts';
import { requestSpace, spaceKindOf } from '../sets/request-space.ts';
import { freshValues } from '../sets/sample-requests.ts';
import { witnessOf } from '../sets/witness.ts';
import type { CandidateTables } from './candidate-tables.ts';
import { changeRequest } from './change-request.ts';

/** One field of a request with its new value. */
export interface FieldChange {
  readonly of: RequestPart;
  /** The name of the header or query parameter. '' for other fields. */
  readonly name: string;
  /** Null removes the header or parameter. */
  readonly value: Value;
  /** True if the request had such a header or parameter. True for other fields. */
  readonly had: boolean;
}

/** The names of a rule and its match. */
interface EntryName {
  readonly route: string;
  readonly rule: RuleIndex;
  readonly ruleName: string | null;
  readonly match: number;
}

/** A small change of a request that makes a missed entry match. */
export interface NearestChange {
  readonly changes: readonly FieldChange[];
  /** The request after the change, in the form of the page's request form. */
  readonly request: SimRequest;
  /**
   * The entry that takes precedence for this request, too. Null if the simulator confirms that the entry in
   * question wins.
   */
  readonly takenBy: EntryName | null;
}

/** The budget of characters for patterns, for all candidates of a request together. */
const STEPS = 400_000;
/** The maximum number of rivals that a change avoids. */
const MOST_DETOURS = 4;

/**
 * Returns a function that returns the change for an entry that a request missed. It returns null if no
 * request of this kind satisfies the entry, or if none was found. First the failed fields are changed. If
 * another entry then takes precedence, the request is changed to avoid it. Changes that are not needed are
 * undone at the end.
 */
export function nearestChanges(
  request: SimRequest,
  { table, address, entries }: CandidateTables,
  ir: MeshIR,
  profile: Profile,
): (entry: RouteEntry) => NearestChange | null {
  const fresh = freshValues(entries);
  const budget = { left: STEPS };
  const lookedAt = spaceKindOf({ takes: request.protocol === 'grpc' ? 'grpc' : 'http' }, table);
  const space = requestSpace(lookedAt, address, ir, profile);
  const source: ValueSource = { space, freshWord: fresh.word, budget };
  const viewOf = (asked: SimRequest) => {
    const received = receiveRequest(asked, profile);
    const seen = received.as === 'request' ? received.request : asked;
    return viewRequest(lookedAt === 'tls' ? { ...seen, protocol: 'tls' } : seen, profile);
  };
  const before = viewOf(request);

  return (entry) => {
    const first = new Map<string, Value>();
    for (const { dimension, conditions } of byDimension(entry).values()) {
      if (conditions.every((each) => holds(each, before))) continue;
      if (dimension.kind === 'method' && request.protocol === 'grpc') return null;
      const { value } = findValue(dimension, conditions, source);
      if (value === undefined) return null;
      first.set(dimension.key, value);
    }
    const asked = readable(changeRequest(request, first, profile));
    if (asked === null || !entry.conditions.every((each) => holds(each, viewOf(asked)))) return null;
    const values = stepAside(entry, first);
    if (values === null) {
      const rival = decide(asked, ir, profile).entry;
      const isShown = rival !== null && !isSame(rival, entry) && isConfirmed(rival, asked);
      return isShown ? described(first, asked, nameOf(rival)) : null;
    }
    const least = withoutNeedless(entry, values);
    const changed = readable(changeRequest(request, least, profile));
    return changed === null || !isConfirmed(entry, changed) ? null : described(least, changed, null);
  };

  /** Returns values with which the entry wins. Returns null if rivals remain. */
  function stepAside(
    entry: RouteEntry,
    first: ReadonlyMap<string, Value>,
  ): ReadonlyMap<string, Value> | null {
    const values = new Map(first);
    for (let detour = 0; detour <= MOST_DETOURS; detour++) {
      if (wins(entry, values)) return values;
      const changed = readable(changeRequest(request, values, profile));
      const rival = changed === null ? null : decide(changed, ir, profile).entry;
      if (rival === null || isSame(rival, entry)) return null;
      const aside = wayAside(entry, rival, values);
      if (aside === null) return null;
      values.set(aside.key, aside.value);
    }
    return null;
  }

  /**
   * Returns one value that the entry takes and a rival does not. Fields that change anyway and headers are
   * preferred.
   */
  function wayAside(
    entry: RouteEntry,
    rival: RouteEntry,
    values: ReadonlyMap<string, Value>,
  ): { readonly key: string; readonly value: Value } | null {
    const own = byDimension(entry);
    const effort = ({ kind, key }: Dimension) =>
      values.has(key) ? 0 : kind === 'header' || kind === 'query' ? 1 : 2;
    const groups = [...byDimension(rival).values()].sort((a, b) => effort(a.dimension) - effort(b.dimension));
    for (const { dimension, conditions } of groups) {
      if (dimension.kind === 'method' && request.protocol === 'grpc') continue;
      const wanted = own.get(dimension.key)?.conditions ?? [];
      const found = valuesOf(dimension, wanted, conditions, source).values.find(
        (value) => !conditions.every((each) => holdsFor(each, value, source)),
      );
      if (found !== undefined) return { key: dimension.key, value: found };
    }
    return null;
  }

  function wins(entry: RouteEntry, values: ReadonlyMap<string, Value>): boolean {
    const changed = readable(changeRequest(request, values, profile));
    if (changed === null) return false;
    const { entry: winner } = decide(changed, ir, profile);
    return winner !== null && isSame(winner, entry);
  }

  /**
   * Returns true if the whole simulation confirms the winner. It also covers profiles that reject requests
   * that several routes match.
   */
  function isConfirmed(entry: RouteEntry, changed: SimRequest): boolean {
    const { route, rule, match } = settle(changed, ir, profile);
    return route === entry.route && rule === entry.rule && match === entry.match;
  }

  function withoutNeedless(
    entry: RouteEntry,
    values: ReadonlyMap<string, Value>,
  ): ReadonlyMap<string, Value> {
    const least = new Map(values);
    for (const [key, value] of values) {
      least.delete(key);
      if (!wins(entry, least)) least.set(key, value);
    }
    return least;
  }

  function described(
    values: ReadonlyMap<string, Value>,
    changed: SimRequest,
    takenBy: EntryName | null,
  ): NearestChange {
    const changes = [...values].map(([key, value]): FieldChange => {
      const [of = '', ...rest] = key.split(':');
      const name = rest.join(':');
      const had =
        of === 'header' ? before.header(name) !== null : of === 'query' ? before.query(name) !== null : true;
      return { of: of as RequestPart, name, value, had };
    });
    return { changes, request: changed, takenBy };
  }
}

/** Returns the request as it is read back from a URL. Returns null if no URL expresses it. */
function readable(request: SimRequest): SimRequest | null {
  const read = readURL(witnessOf(request).url);
  if (!read.ok) return null;
  const { sni, ...url } = read.url;
  return { ...request, ...url, sni: request.sni ?? sni };
}

function isSame(a: RouteEntry, b: RouteEntry): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.conditions.length === b.conditions.length &&
      a.conditions.every((each, at) => sameCondition(each, b.conditions[at] as typeof each)))
  );
}

function nameOf({ route, rule, ruleName, match }: RouteEntry): EntryName {
  return { route, rule, ruleName, match };
}
