import type { EnvoyCORSPolicy, Filter, OriginMatch } from '../ir/filter.ts';
import type { SimRequest } from '../ir/request.ts';
import { compilePattern } from '../match/pattern.ts';
import type { Profile } from '../profile/profile.ts';
import type { Headers } from './headers.ts';

/** The result of the CORS filter of Envoy for a request (Istio 7.9). */
export interface EnvoyCORSAnswer {
  /** True if the proxy answers a preflight itself. */
  readonly answers: boolean;
  /** The headers of the answer or the response. */
  readonly headers: Headers;
  /** True if no pattern allows the origin, and one of them cannot be read. */
  readonly isUnread: boolean;
}

type CORSFilter = Extract<Filter, { readonly kind: 'envoy-cors' }>;

const FORWARDED: EnvoyCORSAnswer = { answers: false, headers: new Map(), isUnread: false };

/**
 * Returns the result of a CORS filter of Envoy (Envoy documentation, CORS). An allowed origin is returned as
 * it was sent, never as `*`. The answer to a preflight of another origin lacks only that header. Browsers
 * refuse it without it.
 */
export function answerEnvoyCORS(
  { acts, policy }: CORSFilter,
  request: SimRequest,
  profile: Profile,
): EnvoyCORSAnswer {
  const origin = headerOf(request, 'origin');
  if (origin === '') return FORWARDED;
  const allowed = policy.allowOrigins.map((match) => allows(match, origin, profile));
  const isAllowed = allowed.includes('yes');
  switch (acts) {
    case 'on-request': {
      const method = request.method === 'OPTIONS' ? headerOf(request, 'access-control-request-method') : '';
      const isUnread = !isAllowed && allowed.includes('unread');
      const answers = method !== '' && (isAllowed || (!policy.forwardsUnmatched && !isUnread));
      if (!answers) return { ...FORWARDED, isUnread };
      const headers = preflightHeaders(policy, request, method, isAllowed ? origin : null);
      return { answers, headers, isUnread };
    }
    case 'on-response':
      return isAllowed ? { ...FORWARDED, headers: responseHeaders(policy, origin) } : FORWARDED;
    default:
      return acts satisfies never;
  }
}

/** Returns whether a match allows an origin. A match that takes `*` allows every origin. */
export function allows(
  { kind, value }: OriginMatch,
  origin: string,
  { patternUnit }: Pick<Profile, 'patternUnit'>,
): 'yes' | 'no' | 'unread' {
  const either = (takes: (text: string) => boolean) => (takes('*') || takes(origin) ? 'yes' : 'no');
  switch (kind) {
    case 'exact':
      return either((text) => text === value);
    case 'prefix':
      return either((text) => text.startsWith(value));
    case 'regex': {
      const pattern = compilePattern(value, 'full', patternUnit);
      return pattern.ok ? either((text) => pattern.matches(text)) : 'unread';
    }
    default:
      return kind satisfies never;
  }
}

/** Returns the value of a header. Repeated lines are joined by a comma. Returns '' if it is absent. */
function headerOf(request: SimRequest, name: string): string {
  return request.headers
    .filter(([each]) => each.toLowerCase() === name)
    .map(([, value]) => value)
    .join(',');
}

/** Returns the headers of a response to an allowed origin. The answer to a preflight has them, too. */
function responseHeaders({ allowCredentials, exposeHeaders }: EnvoyCORSPolicy, origin: string): Headers {
  return headersOf([
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', allowCredentials ? 'true' : null],
    ['Access-Control-Expose-Headers', listed(exposeHeaders)],
  ]);
}

function preflightHeaders(
  policy: EnvoyCORSPolicy,
  request: SimRequest,
  method: string,
  origin: string | null,
): Headers {
  const { allowCredentials, allowMethods, allowHeaders, maxAge } = policy;
  const [methods, names] = [listed(allowMethods), listed(allowHeaders)];
  const own = headersOf([
    ['Access-Control-Allow-Credentials', allowCredentials ? 'true' : null],
    ['Access-Control-Allow-Methods', methods === '*' ? method : methods],
    [
      'Access-Control-Allow-Headers',
      names === '*' ? headerOf(request, 'access-control-request-headers') : names,
    ],
    ['Access-Control-Max-Age', maxAge === null ? null : String(maxAge)],
  ]);
  return origin === null ? own : new Map([...own, ...responseHeaders(policy, origin)]);
}

/** Returns a list as the value of a header. Returns null for an empty one: the header is left out. */
function listed(items: readonly string[]): string | null {
  return items.join(',') || null;
}

function headersOf(pairs: readonly (readonly [string, string | null])[]): Headers {
  const headers: Headers = new Map();
  for (const [name, value] of pairs)
    if (value !== null) headers.set(name.toLowerCase(), { name, lines: [value] });
  return headers;
}
