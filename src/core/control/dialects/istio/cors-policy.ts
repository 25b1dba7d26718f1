import type { EnvoyCORSPolicy, Filter, OriginMatch } from '../../../ir/filter.ts';
import type { Origin } from '../../../ir/origin.ts';
import type { CORSRule } from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';

const NONE = { first: [], last: [] } as const;

/**
 * Returns the filters of a CORS policy: the `first` one before all changes of the route, the `last` one after
 * them. Redirects and direct responses have none: the filter is bypassed there (Envoy documentation, CORS).
 */
export function corsFilters(
  rule: CORSRule | null,
  origin: Origin,
): { readonly first: readonly Filter[]; readonly last: readonly Filter[] } {
  if (rule === null) return NONE;
  const policy = policyOf(rule);
  return {
    first: [{ kind: 'envoy-cors', acts: 'on-request', policy, origin }],
    last: [{ kind: 'envoy-cors', acts: 'on-response', policy, origin }],
  };
}

/** Returns the policy that istiod writes for Envoy (Istio 7.9). */
function policyOf(rule: CORSRule): EnvoyCORSPolicy {
  const { allowMethods, allowHeaders, exposeHeaders, allowCredentials } = rule;
  const seconds = rule.maxAge === null ? null : secondsOf(rule.maxAge);
  return {
    allowOrigins: rule.allowOrigins.length > 0 ? rule.allowOrigins.flatMap(originMatches) : exactly(rule),
    allowCredentials,
    allowMethods,
    allowHeaders,
    exposeHeaders,
    maxAge: seconds === null ? null : Math.trunc(seconds),
    forwardsUnmatched: forwardsUnmatched(rule.unmatchedPreflights),
  };
}

/** A match without a value allows no origin. */
function originMatches(match: CORSRule['allowOrigins'][number]): readonly OriginMatch[] {
  return match.kind === 'present' ? [] : [match];
}

function exactly({ allowOrigin }: CORSRule): readonly OriginMatch[] {
  return allowOrigin.map((value) => ({ kind: 'exact', value }));
}

/** Without a value, preflights are forwarded (Istio documentation, CorsPolicy). */
function forwardsUnmatched(written: CORSRule['unmatchedPreflights']): boolean {
  switch (written) {
    case 'IGNORE':
      return false;
    case 'FORWARD':
    case 'UNSPECIFIED':
      return true;
    default:
      return written satisfies never;
  }
}

const DURATION = /^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s|us|µs|ns))+$/;
const UNITS: ReadonlyMap<string | undefined, number> = new Map([
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 1e-3],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ns', 1e-9],
]);

/** Returns the seconds of a duration of Go, such as `24h` or `1.5m`. Returns null for another text. */
export function secondsOf(text: string): number | null {
  if (!DURATION.test(text)) return null;
  let total = 0;
  for (const [, digits, unit] of text.matchAll(/([\d.]+)([a-zµ]+)/g))
    total += Number(digits) * (UNITS.get(unit) as number);
  return total;
}
