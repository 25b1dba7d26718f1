import { allows } from '../../dataplane/envoy-cors.ts';
import type { Condition } from '../../ir/condition.ts';
import type { OriginMatch } from '../../ir/filter.ts';
import type { SimRequest } from '../../ir/request.ts';
import { facetLabel } from '../../match/facets.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Dimension } from '../sets/dimension.ts';
import { everyRequest } from '../sets/every-request.ts';
import { valuesOf } from '../sets/representative-values.ts';
import { freshValues } from '../sets/sample-requests.ts';

/** The origins that some matches tell apart. */
export interface Origins {
  readonly values: readonly string[];
  /** False if there may be others. */
  readonly complete: boolean;
}

const ORIGIN: Dimension = { kind: 'header', name: 'origin', key: 'header:origin' };
const ANY = '*';
/** An empty origin is none. */
const SOME: OriginMatch = { kind: 'regex', value: '(?s).+' };
const STEPS = 200_000;
const PLACE = { file: '', document: 0, path: [], implied: true };

/** Returns true for a condition on the origin of a request. */
export function isOnOrigin({ of, name }: Condition): boolean {
  return of === 'header' && name === ORIGIN.name;
}

/**
 * Returns one origin for each way in which matches of Envoy, and conditions on the origin, can hold together.
 */
export function originsFor(
  matches: readonly OriginMatch[],
  others: readonly Condition[],
  request: SimRequest,
  profile: Profile,
): Origins {
  const answers = matches.map((match) => ({ match, any: allows(match, ANY, profile) }));
  // A match that takes `*` takes every origin.
  const partial = answers.filter(({ any }) => any === 'no').map(({ match }) => match);
  const conditions = [...partial.map((each) => conditionOf(each, profile)), ...others];
  const space = {
    kind: 'http',
    profile,
    hostnames: [],
    everyHost: true,
    decodesPaths: false,
    admitsHost: () => true,
    request: () => request,
  } as const;
  const { word } = freshValues([{ ...everyRequest('http'), conditions }]);
  const found = valuesOf(ORIGIN, [conditionOf(SOME, profile)], conditions, {
    space,
    freshWord: word,
    budget: { left: STEPS },
  });
  return {
    values: found.values.flatMap((each) => each ?? []),
    complete: found.complete && answers.every(({ any }) => any !== 'unread'),
  };
}

function conditionOf({ kind, value }: OriginMatch, { regexAnchor }: Profile): Condition {
  const of = 'header';
  // The whole origin is compared, also where patterns of routes may match a part.
  const text = kind === 'regex' && regexAnchor === 'search' ? `\\A(?:${value})\\z` : value;
  return { of, name: ORIGIN.name, on: facetLabel(of, ORIGIN.name), op: kind, value: text, origin: PLACE };
}
