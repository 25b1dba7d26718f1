import type { Condition, Facet } from '../../../ir/condition.ts';
import type { Origin } from '../../../ir/origin.ts';
import { facetLabel } from '../../../match/facets.ts';
import type { StringMatch } from '../../../resource/kinds/networking.istio.io/string-match.ts';
import type { HTTPMatch } from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import { extendPath } from '../../../text/path.ts';

type Change = Pick<Condition, 'negated' | 'whenMissing' | 'ignoreCase'>;

/** Returns the conditions on the request of one match. All must hold (Istio 6.5…6.10). */
export function conditionsOf(match: HTTPMatch, origin: Origin): readonly Condition[] {
  const at = (...steps: (string | number)[]): Origin => ({
    ...origin,
    path: extendPath(origin.path, ...steps),
  });
  const conditions: Condition[] = [];
  const add = (of: Facet, name: string, test: StringMatch, from: Origin, change: Change = {}) => {
    const [op, value] =
      test.kind === 'present' ? (['present', ''] as const) : ([test.kind, test.value] as const);
    conditions.push({ of, name, on: facetLabel(of, name), op, value, ...change, origin: from });
  };
  const { uri, ignoreUriCase, scheme, method, authority } = match;
  // A uri without a match takes every path.
  if (uri !== null && uri.kind !== 'present') {
    const folds = ignoreUriCase && uri.kind !== 'regex';
    add('path', '', uri, at('uri'), folds ? { ignoreCase: true } : {});
  }
  if (scheme !== null) add('scheme', '', scheme, at('scheme'));
  if (method !== null) add('method', '', method, at('method'));
  if (authority !== null) add('authority', '', authority, at('authority'));
  for (const { name, match: test } of match.headers) {
    const [of, header] = headerFacet(name);
    add(of, header, presence(test), at('headers', name));
  }
  for (const { name, match: test } of match.withoutHeaders) {
    const [of, header] = headerFacet(name);
    const tested = presence(test);
    const missing = tested.kind === 'present' ? {} : ({ whenMissing: 'empty' } as const);
    add(of, header, tested, at('withoutHeaders', name), { negated: true, ...missing });
  }
  for (const { name, match: test } of match.queryParams)
    add('query', name, presence(test), at('queryParams', name));
  return conditions;
}

/** The expression `*` means that the value is present (Istio 6.8). */
function presence(test: StringMatch): StringMatch {
  return test.kind === 'regex' && test.value === '*' ? { kind: 'present' } : test;
}

/** Returns the part of the request that a header name means: pseudo-headers work, too (Istio 6.8). */
function headerFacet(written: string): readonly [Facet, string] {
  const name = written.toLowerCase();
  switch (name) {
    case ':method':
      return ['method', ''];
    case ':authority':
      return ['authority', ''];
    case ':scheme':
      return ['scheme', ''];
    default:
      return ['header', name];
  }
}

/**
 * Returns true if a match takes every request, so that the rules after it are left out. Conditions on the
 * client and the port do not count (Istio 6.2).
 */
export function isCatchAll(match: HTTPMatch): boolean {
  const { uri } = match;
  const everyPath =
    uri === null ||
    uri.kind === 'present' ||
    (uri.kind === 'prefix' && uri.value === '/') ||
    (uri.kind === 'regex' && uri.value === '.*');
  return (
    everyPath &&
    match.scheme === null &&
    match.method === null &&
    match.authority === null &&
    match.headers.length === 0 &&
    match.withoutHeaders.length === 0 &&
    match.queryParams.length === 0
  );
}
