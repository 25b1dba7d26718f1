import { settle } from '../../dataplane/decide.ts';
import { ruleOrder } from '../../ids/ids.ts';
import type { Action } from '../../ir/action.ts';
import type { Filter } from '../../ir/filter.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import { compareKeys } from '../../ir/order.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry } from '../../ir/table.ts';
import type { Profile } from '../../profile/profile.ts';
import { canonicalBackends, effectOf, steadyEffectOf } from './canonical-outcome.ts';
import type { ClassRegions, ComparedTables, Winners } from './class-regions.ts';
import { corsProbes } from './cors-probes.ts';
import type { Region } from './regions.ts';
import { signatureOf } from './same-action.ts';

/** One of the two compared worlds. */
export interface ComparedWorld {
  readonly ir: MeshIR;
  readonly profile: Profile;
  /** Returns a request as it enters this world, if the worlds have different entrances for it. */
  readonly entering?: (request: SimRequest) => SimRequest;
}

/** A class of requests that get another outcome, with one of them. */
export interface Change {
  /** `ns/name:port` or the id of the listener. */
  readonly frontend: string;
  /** Namespace of the clients. `*` means every namespace without consumer routes for the Service. */
  readonly client: string;
  /** With the client `*`: the clients that are not meant, if they are known. */
  readonly except?: readonly string[];
  readonly request: SimRequest;
  readonly before: Outcome;
  readonly after: Outcome;
  /** The entries that win such requests, before and after. */
  readonly because: readonly RouteEntry[];
  /** The winners of its requests, by the compared tables. */
  readonly regions: readonly ClassRegions[];
  /** True if the outcomes differ for every request of the regions, with any headers and path. */
  readonly steady: boolean;
}

/** A class while its regions are collected. */
export class ChangeClass {
  readonly winners = new Set<RouteEntry>();
  readonly regions = new Map<ComparedTables, Winners[]>();
  readonly change: Omit<Change, 'because' | 'regions'>;

  constructor(change: Omit<Change, 'because' | 'regions'>) {
    this.change = change;
  }

  /** Adds a pair of winners. Requests that they win are of this class. */
  addPair(tables: ComparedTables, before: RouteEntry | null, after: RouteEntry | null): void {
    const pairs = this.regions.get(tables) ?? [];
    this.regions.set(tables, pairs);
    if (pairs.length <= MOST_PAIRS) pairs.push([before, after]);
  }
}

/** A class with more pairs has no short description. */
export const MOST_PAIRS = 60;

/** Collects regions whose outcome changes into classes: one for each pair of outcomes before and after. */
export class ChangeList {
  complete = true;
  private readonly classes = new Map<string, ChangeClass>();
  private readonly before: ComparedWorld;
  private readonly after: ComparedWorld;
  /** Actions that are equal and lead to the same targets on both sides. Each pair is compared once. */
  private readonly equal = new WeakMap<Action, WeakSet<Action>>();

  constructor(before: ComparedWorld, after: ComparedWorld) {
    this.before = before;
    this.after = after;
  }

  /** Returns the classes in the order in which they were found. */
  changes(): readonly Change[] {
    return [...this.classes.values()].map(({ winners, regions, change }) => ({
      ...change,
      regions: [...regions].map(([tables, pairs]) => ({ tables, pairs })),
      because: [...winners].sort(
        (a, b) => compareKeys(a.route, b.route) || ruleOrder(a.rule) - ruleOrder(b.rule) || a.match - b.match,
      ),
    }));
  }

  /**
   * Adds a region of one frontend and group of clients. Returns its class, or null if its requests have the
   * same effect before and after.
   */
  add(
    { frontend, client, except }: Pick<Change, 'frontend' | 'client' | 'except'>,
    region: Region,
  ): ChangeClass | null {
    const changed = this.compare(region);
    if (changed === null) return null;
    const { request, before, after } = changed;
    const key = JSON.stringify([
      frontend,
      client,
      except,
      classOf(before, region.before?.action ?? null),
      classOf(after, region.after?.action ?? null),
    ]);
    const known = this.classes.get(key);
    const place = { frontend, client, ...(except === undefined ? null : { except }) };
    const steady = steadyEffectOf(before) !== steadyEffectOf(after);
    const found = known ?? new ChangeClass({ ...place, request, before, after, steady });
    for (const winner of [region.before, region.after]) if (winner !== null) found.winners.add(winner);
    if (known === undefined) this.classes.set(key, found);
    return found;
  }

  /**
   * Returns a request of the region that gets another outcome, with both outcomes. Returns null if there is
   * none.
   */
  private compare({ request, before, after }: Region) {
    // Access policies can treat equal actions differently.
    const isGuarded = this.before.ir.access !== null || this.after.ir.access !== null;
    const actions =
      before === null || after === null || isGuarded ? null : { before: before.action, after: after.action };
    if (actions !== null && this.equal.get(actions.before)?.has(actions.after)) return null;
    const outcomes = this.outcomesOf(request);
    if (effectOf(outcomes.before) !== effectOf(outcomes.after)) return { request, ...outcomes };
    if (before === null || after === null) return null;
    if (signatureOf(before.action) === signatureOf(after.action)) {
      if (isGuarded) return null;
      const equals = this.equal.get(before.action) ?? new WeakSet<Action>();
      this.equal.set(before.action, equals.add(after.action));
      return null;
    }
    const filters = [before.action, after.action].flatMap(filtersOf);
    if (filters.some((filter) => namesIn(filter) === null)) this.complete = false;
    const cors = corsProbes(request, [before, after], [this.before.profile, this.after.profile]);
    // Filters may differ in a header that this request does not have.
    for (const probe of [...carrying(request, filters), ...cors.requests]) {
      const probed = this.outcomesOf(probe);
      const sameWinners = wins(probed.before, before) && wins(probed.after, after);
      if (!sameWinners) cors.missed(probe);
      else if (effectOf(probed.before) !== effectOf(probed.after)) return { request: probe, ...probed };
    }
    if (!cors.isDecided()) this.complete = false;
    return null;
  }

  private outcomesOf(request: SimRequest) {
    const { before, after } = this;
    return {
      before: settle(before.entering?.(request) ?? request, before.ir, before.profile),
      after: settle(after.entering?.(request) ?? request, after.ir, after.profile),
    };
  }
}

function wins(outcome: Outcome, entry: RouteEntry): boolean {
  return outcome.route === entry.route && outcome.rule === entry.rule && outcome.match === entry.match;
}

/**
 * Returns what all outcomes of a class share: without the parts that depend on the request, and with the
 * definition of the filters instead.
 */
function classOf(outcome: Outcome, action: Action | null): unknown {
  const { kind, status, redirect, mirrors, policies, timeouts, retry, session } = outcome;
  const { status: code, scheme, port } = redirect ?? {};
  const filters = action === null ? null : signatureOf({ ...action, targets: [] });
  return [
    kind,
    status,
    canonicalBackends(outcome.backends, false),
    code,
    scheme,
    port,
    mirrors,
    policies,
    timeouts,
    retry,
    session,
    filters,
  ];
}

/** Returns all filters of an action, including those of its backends. */
function filtersOf(action: Action): readonly Filter[] {
  return [...action.filters, ...action.targets.flatMap((target) => target.filters)];
}

/** Returns the request with every header that some filters name, if there are some. */
function carrying(request: SimRequest, filters: readonly Filter[]): readonly SimRequest[] {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const names = new Set(
    filters.flatMap((filter) => namesIn(filter) ?? []).filter((name) => !given.has(name)),
  );
  const added = [...names].sort().map((name) => [name, 'probe'] as const);
  return added.length === 0 ? [] : [{ ...request, headers: [...request.headers, ...added] }];
}

/**
 * Returns the names of the headers that a filter changes. Returns null if the kind of the filter is unknown.
 */
function namesIn(filter: Filter): readonly string[] | null {
  switch (filter.kind) {
    case 'request-headers':
    case 'response-headers': {
      const { set, add, remove } = filter.change;
      const names = [...set.map(({ name }) => name), ...add.map(({ name }) => name), ...remove];
      return names.map((name) => name.toLowerCase());
    }
    case 'redirect':
    case 'return':
    case 'rewrite':
    case 'mirror':
    case 'respond':
    case 'delay':
    case 'cors':
    case 'envoy-cors':
    case 'opaque':
    case 'broken':
      return [];
    default:
      filter satisfies never;
      return null;
  }
}
