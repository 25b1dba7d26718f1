import type { Action } from '../../ir/action.ts';
import type { Filter } from '../../ir/filter.ts';
import type { SimRequest } from '../../ir/request.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { holds } from '../../match/conditions.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import { changeRequest } from './change-request.ts';
import { isOnOrigin, originsFor } from './cors-origins.ts';

/** Requests on which two CORS policies can differ. */
export interface CORSProbes {
  /** The request with several origins, and as a preflight. Empty if no policy acts. */
  readonly requests: readonly SimRequest[];
  /** Tells that other entries win a request. It matters if it is one of these. */
  missed(probe: SimRequest): void;
  /** Returns true if policies that treat these requests alike treat every request alike. */
  isDecided(): boolean;
}

type CORSFilter = Extract<Filter, { readonly kind: 'cors' | 'envoy-cors' }>;

const NOTHING: CORSProbes = { requests: [], missed: () => {}, isDecided: () => true };
/** A header that no policy names. */
const HEADER = 'x-probe';

/** Returns variants of a request that two entries win, on which their CORS policies can differ. */
export function corsProbes(
  request: SimRequest,
  entries: readonly [RouteEntry, RouteEntry],
  [first, profile]: readonly [Profile, Profile],
): CORSProbes {
  const [before, after] = entries.map(({ action }) => corsFiltersOf(action)) as [CORSFilter[], CORSFilter[]];
  const filters = [...before, ...after];
  if (filters.length === 0) return NOTHING;
  const listed = filters.flatMap((each) => (each.kind === 'cors' ? each.policy.allowOrigins : []));
  const ofEnvoy = filters.flatMap((each) => (each.kind === 'envoy-cors' ? [each.policy] : []));
  const values = new Set(listed.map((origin) => origin.replace('*', 'probe')));
  let decided = true;
  if (ofEnvoy.length > 0) {
    const conditions = entries.flatMap((entry) => entry.conditions);
    const matches = ofEnvoy.flatMap(({ allowOrigins }) => allowOrigins);
    const origins = originsFor(matches, conditions.filter(isOnOrigin), request, profile);
    for (const origin of origins.values) values.add(origin);
    decided =
      origins.complete &&
      listed.length === 0 &&
      first.patternUnit === profile.patternUnit &&
      !conditions.some(({ name }) => name.startsWith('access-control-'));
  }
  const method = freshMethod(filters);
  const variants = (origin: string): readonly SimRequest[] => {
    const actual = changeRequest(request, new Map([['header:origin', origin]]), profile);
    return [actual, preflightOf(actual, method)];
  };
  const requests = [...values].sort().flatMap(variants);
  return {
    requests,
    missed(probe) {
      const isOwn = ofEnvoy.length > 0 && requests.includes(probe);
      if (isOwn && !entries.some((entry) => refuses(entry, probe, profile))) decided = false;
    },
    isDecided: () => decided || print(before) === print(after),
  };
}

function corsFiltersOf({ filters, targets }: Action): readonly CORSFilter[] {
  return [...filters, ...targets.flatMap((target) => target.filters)].filter(
    (each) => each.kind === 'cors' || each.kind === 'envoy-cors',
  );
}

function print(filters: readonly CORSFilter[]): string {
  return JSON.stringify(filters.map(({ kind, policy }) => [kind, policy]));
}

const METHODS = ['PUT', 'PATCH', 'DELETE', 'REPORT'];

/** Returns a method that no policy lists, so that `*` differs from a list. */
function freshMethod(filters: readonly CORSFilter[]): string {
  const listed = new Set(filters.flatMap(({ policy }) => policy.allowMethods));
  let method = METHODS.find((each) => !listed.has(each)) ?? 'SEARCH';
  while (listed.has(method)) method += 'X';
  return method;
}

function preflightOf(request: SimRequest, method: string): SimRequest {
  const asked = [
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', HEADER],
  ] as const;
  return { ...request, method: 'OPTIONS', headers: [...request.headers, ...asked] };
}

/** Returns true if an entry takes no request with this method, or none with this origin. */
function refuses(entry: RouteEntry, probe: SimRequest, profile: Profile): boolean {
  const view = viewRequest(probe, profile);
  return entry.conditions.some((each) => (each.of === 'method' || isOnOrigin(each)) && !holds(each, view));
}
