import type { CORSPolicy } from '../ir/filter.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Headers } from './headers.ts';

/** The result of a CORS filter for a request (R-317…R-319). */
export interface CORSAnswer {
  /** True if the data plane answers a preflight itself and forwards nothing. */
  readonly preflight: boolean;
  /** The headers of the answer or the response. Empty if the origin is not allowed. */
  readonly headers: Headers;
}

const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
]);

function headerOf(request: SimRequest, name: string): string | null {
  return request.headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? null;
}

/** Returns the result of a CORS policy. Returns null for a request that is not a CORS request. */
export function answerCORS(policy: CORSPolicy, request: SimRequest): CORSAnswer | null {
  const origin = headerOf(request, 'origin');
  if (origin === null) return null;
  const wantedMethod = headerOf(request, 'access-control-request-method');
  const wantedHeaders = headerOf(request, 'access-control-request-headers');
  const preflight = request.method === 'OPTIONS' && wantedMethod !== null;
  const headers: Headers = new Map();
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), { name, lines: [value] });
  const anyOrigin = policy.allowOrigins.includes('*');
  const credentialed = headerOf(request, 'cookie') !== null || headerOf(request, 'authorization') !== null;
  // A request with credentials gets no CORS headers if the origin is a wildcard and credentials are not
  // allowed.
  const refused = anyOrigin && credentialed && !policy.allowCredentials;
  if (refused || !(anyOrigin || policy.allowOrigins.some((allowed) => allowsOrigin(allowed, origin)))) {
    return { preflight, headers };
  }
  set('Access-Control-Allow-Origin', anyOrigin && !policy.allowCredentials ? '*' : origin);
  if (policy.allowCredentials) set('Access-Control-Allow-Credentials', 'true');
  if (policy.exposeHeaders.length > 0) set('Access-Control-Expose-Headers', policy.exposeHeaders.join(', '));
  if (preflight) {
    const methods = policy.allowMethods.includes('*') ? wantedMethod : policy.allowMethods.join(', ');
    if (methods !== '') set('Access-Control-Allow-Methods', methods);
    if (wantedHeaders !== null) {
      const allowed = policy.allowHeaders.includes('*') ? wantedHeaders : policy.allowHeaders.join(', ');
      if (allowed !== '') set('Access-Control-Allow-Headers', allowed);
    }
    set('Access-Control-Max-Age', String(policy.maxAge));
  }
  return { preflight, headers };
}

interface Origin {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
}

function readOrigin(text: string): Origin | null {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/:]+)(?::(\d+|\*))?$/i.exec(text);
  if (!match) return null;
  const scheme = (match[1] as string).toLowerCase();
  return {
    scheme,
    host: (match[2] as string).toLowerCase(),
    port: match[3] ?? DEFAULT_PORTS.get(scheme) ?? '',
  };
}

/**
 * Returns true if scheme, host and port are equal. `*` in the host matches any number of labels to the left
 * (R-318).
 */
function allowsOrigin(allowed: string, origin: string): boolean {
  const [want, have] = [readOrigin(allowed), readOrigin(origin)];
  if (want === null || have === null || want.scheme !== have.scheme) return false;
  if (want.port !== '*' && want.port !== have.port) return false;
  if (!want.host.startsWith('*')) return want.host === have.host;
  const suffix = want.host.slice(1);
  return suffix === '' || (have.host.endsWith(suffix) && have.host.length > suffix.length);
}
