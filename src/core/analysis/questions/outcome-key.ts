import type { Filter } from '../../ir/filter.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { signatureOf } from './same-action.ts';

/** What the winner of a request determines about its outcome, if client and destination are given. */
export interface OutcomeKey {
  /** True if filters act on the requests. Whether they have an effect on one depends on the request. */
  readonly hasFilters: boolean;
}

/** Returns the key of an entry, one object for all entries whose outcomes are of the same class. */
export type OutcomeKeys = (entry: RouteEntry) => OutcomeKey | null;

/**
 * Returns the keys of the entries that win requests of one space, which have one client and one destination.
 * `hostsVary` is true if their hosts differ. The key of an entry is null if its requests can have outcomes of
 * several classes.
 */
export function outcomeKeys(ir: MeshIR, hostsVary: boolean): OutcomeKeys {
  // Access policies may look at every part of a request.
  if (ir.access !== null) return () => null;
  const influences = ir.influences();
  const hostDecides =
    hostsVary && influences.some(({ places }) => places.some((place) => dependsOnHost(place)));
  // Policies and influences can have a route, or a named rule, as their target.
  const routeDecides = influences.length > 0 || ir.hasPolicies();
  const byEntry = new Map<RouteEntry, OutcomeKey | null>();
  const byText = new Map<string, OutcomeKey>();

  const find = ({ action, route, ruleName }: RouteEntry): OutcomeKey | null => {
    const filters = [...action.filters, ...action.targets.flatMap((target) => target.filters)];
    if (hostDecides || filters.some((filter) => dependsOnRequest(filter, hostsVary))) return null;
    const text = JSON.stringify([signatureOf(action), ...(routeDecides ? [route, ruleName] : [])]);
    const key = byText.get(text) ?? { hasFilters: filters.length > 0 };
    byText.set(text, key);
    return key;
  };

  return (entry) => {
    const known = byEntry.get(entry);
    if (known !== undefined) return known;
    const key = find(entry);
    byEntry.set(entry, key);
    return key;
  };
}

/** Returns true if the host of a request decides whether it passes a place. */
function dependsOnHost(place: InfluencePlace): boolean {
  switch (place.at) {
    case 'host':
      return true;
    case 'gateway':
      return place.hosts !== null;
    case 'frontend':
    case 'backend':
    case 'server':
    case 'server-namespace':
    case 'sender':
    case 'route':
    case 'mesh':
      return false;
    default:
      place satisfies never;
      return true;
  }
}

/** Returns true if the request decides about the kind of the answer or the port of a redirect. */
function dependsOnRequest(filter: Filter, hostsVary: boolean): boolean {
  switch (filter.kind) {
    case 'request-headers':
    case 'response-headers':
    case 'rewrite':
    case 'mirror':
    case 'respond':
    case 'delay':
    case 'opaque':
    case 'broken':
      return false;
    case 'redirect':
    case 'return':
      // A redirect without a port can keep the port of the Host header.
      return hostsVary;
    case 'cors':
    case 'envoy-cors':
      return true;
    default:
      filter satisfies never;
      return true;
  }
}
