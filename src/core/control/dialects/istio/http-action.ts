import type { Action, Target } from '../../../ir/action.ts';
import type { Filter, PathChange } from '../../../ir/filter.ts';
import type { Origin } from '../../../ir/origin.ts';
import { errorStatus, type Status } from '../../../ir/status.ts';
import type {
  HeaderOperations,
  HeadersOfRule,
} from '../../../resource/kinds/networking.istio.io/traffic-schema.ts';
import type {
  HTTPMatch,
  HTTPRedirect,
  HTTPRule,
} from '../../../resource/kinds/networking.istio.io/virtual-service-spec.ts';
import { extendPath } from '../../../text/path.ts';
import { corsFilters } from './cors-policy.ts';
import { type DestinationContext, resolveDestination } from './resolve-destination.ts';

const UNAVAILABLE = 503;
const MOVED = 301;
const REDIRECT_CODES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const FROM_REQUEST_PORT = 'FROM_REQUEST_PORT';

/**
 * Returns what a rule does with the requests of one of its matches (Istio 7, 8). `origin` is that of the rule.
 * A redirect precedes a direct response, which precedes a route (Istio 7.1).
 */
export function actionOf(
  rule: HTTPRule,
  match: HTTPMatch | null,
  origin: Origin,
  context: DestinationContext,
): Action {
  const at = (...steps: readonly (string | number)[]): Origin => ({
    ...origin,
    path: extendPath(origin.path, ...steps),
  });
  const filters: Filter[] = [...faultFilters(rule, at)];
  let targets: readonly Target[] = [];
  if (rule.redirect !== null) {
    filters.push(redirectFilter(rule.redirect, match, at('redirect'), context.port));
  } else if (rule.directResponse !== null) {
    filters.push(...headerFilters(rule.headers, at('headers')));
    const status = errorStatus(rule.directResponse.status, context.errors);
    filters.push({
      kind: 'respond',
      status,
      cause: 'direct-response',
      percent: 100,
      origin: at('directResponse'),
    });
  } else {
    const cors = corsFilters(rule.corsPolicy, at('corsPolicy'));
    filters.push(...cors.first);
    filters.push(...headerFilters(rule.headers, at('headers')), ...rewriteFilters(rule, match, at));
    for (const { path, destination, percent } of rule.mirrors ?? []) {
      if (percent <= 0) continue;
      const { service, to } = resolveDestination(destination, context);
      filters.push({
        kind: 'mirror',
        service,
        to,
        numerator: percent,
        denominator: 100,
        origin: at(...path),
      });
    }
    filters.push(...cors.last);
    // The header changes of a destination precede it, too.
    targets = targetsOf(rule, at, context).map((target) =>
      target.filters.length === 0 ? target : { ...target, filters: [...target.filters, ...cors.last] },
    );
  }
  const { timeout, retries } = rule;
  const perTry = retries?.perTryTimeout ?? null;
  const codes = (retries?.retryOn ?? '')
    .split(',')
    .flatMap((each) => (/^\d{3}$/.test(each.trim()) ? [Number(each)] : []));
  return {
    filters,
    targets,
    timeouts: timeout === null && perTry === null ? null : { request: timeout, backendRequest: perTry },
    retry: retries === null ? null : { codes, attempts: retries.attempts, backoff: retries.backoff },
    session: null,
    whenNoTarget: errorStatus(UNAVAILABLE, context.errors),
    whenZeroWeight: errorStatus(UNAVAILABLE, context.errors),
    errors: context.errors,
    origin,
  };
}

type At = (...steps: readonly (string | number)[]) => Origin;

function opaque(what: string, origin: Origin): Filter {
  return { kind: 'opaque', what, mayAnswer: true, origin };
}

/** Returns the faults of a rule. Without a percentage a fault never acts (Istio 7.4). */
function faultFilters({ delay, abort }: HTTPRule, at: At): readonly Filter[] {
  const filters: Filter[] = [];
  if (delay !== null && delay.fixed !== null && (delay.percent ?? 0) > 0) {
    const origin = at('fault', 'delay');
    filters.push({ kind: 'delay', delay: delay.fixed, percent: delay.percent ?? 0, origin });
  }
  if (abort !== null && (abort.percent ?? 0) > 0) {
    const origin = at('fault', 'abort');
    const status = abortStatus(abort);
    if (status === null) filters.push(opaque('fault.abort.grpcStatus', origin));
    else filters.push({ kind: 'respond', status, cause: 'fault-abort', percent: abort.percent ?? 0, origin });
  }
  return filters;
}

const GRPC_CODES = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS'],
  ...['PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE'],
  ...['UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED'],
];

/** Returns the status of an abort. Returns null if the status for the client is not known. */
function abortStatus({ httpStatus, grpcStatus }: NonNullable<HTTPRule['abort']>): Status | null {
  if (httpStatus !== null) return errorStatus(httpStatus, 'by-http-code');
  const grpc = grpcStatus === null ? -1 : GRPC_CODES.indexOf(grpcStatus);
  // An HTTP client gets 200 with a header for the status.
  return grpc < 0 ? null : { http: 200, grpc };
}

function redirectFilter(
  redirect: HTTPRedirect,
  match: HTTPMatch | null,
  origin: Origin,
  dialled: number,
): Filter {
  const code = redirect.code ?? MOVED;
  if (!REDIRECT_CODES.has(code)) return opaque('redirect.redirectCode', origin);
  const scheme = redirect.scheme ?? 'http';
  const asked = redirect.port ?? (redirect.derivePort === FROM_REQUEST_PORT ? dialled : null);
  const isUsual = (scheme === 'http' && asked === 80) || (scheme === 'https' && asked === 443);
  return {
    kind: 'redirect',
    scheme: redirect.scheme,
    hostname: redirect.authority,
    path:
      redirect.uri !== null
        ? { kind: 'full', value: redirect.uri }
        : redirect.prefixRewrite !== null
          ? prefixChange(redirect.prefixRewrite, match)
          : null,
    port: isUsual ? null : asked,
    ports: 'envoy',
    status: code,
    origin,
  };
}

/** Returns the change of a path: the whole path, or the prefix that matched (Istio 7.5). */
function prefixChange(value: string, match: HTTPMatch | null): PathChange {
  const uri = match?.uri ?? null;
  if (uri === null || uri.kind === 'present') return { kind: 'text-prefix', match: '/', value };
  return uri.kind === 'prefix' ? { kind: 'text-prefix', match: uri.value, value } : { kind: 'full', value };
}

function rewriteFilters({ rewrite }: HTTPRule, match: HTTPMatch | null, at: At): readonly Filter[] {
  if (rewrite === null) return [];
  const { uri, authority, regex } = rewrite;
  const filters: Filter[] = [];
  if (uri !== null || authority !== null) {
    const path = uri === null ? null : prefixChange(uri, match);
    filters.push({ kind: 'rewrite', hostname: authority, path, origin: at('rewrite') });
  }
  if (regex !== null) {
    const origin = at('rewrite', 'uriRegexRewrite');
    const path = { kind: 'regex', pattern: regex.match, value: regex.rewrite } as const;
    filters.push({ kind: 'rewrite', hostname: null, path, origin });
  }
  return filters;
}

const HOST_KEYS: ReadonlySet<string> = new Set([':authority', 'host']);

/**
 * Returns the changes of headers. Removal comes first, so that a header that is both set and removed is set.
 * The host is rewritten by its key, and other pseudo-headers are left out (Istio 7.6).
 */
function headerFilters(headers: HeadersOfRule | null, origin: Origin): readonly Filter[] {
  if (headers === null) return [];
  const { request, response } = headers;
  const host = [...request.set, ...request.add].find(([name]) => HOST_KEYS.has(name.toLowerCase()))?.[1];
  return [
    ...changes('request-headers', request, origin),
    ...changes('response-headers', response, origin),
    ...(host === undefined ? [] : [{ kind: 'rewrite', hostname: host, path: null, origin } as const]),
  ];
}

function changes(
  kind: 'request-headers' | 'response-headers',
  { set, add, remove }: HeaderOperations,
  origin: Origin,
): readonly Filter[] {
  const usable = (pairs: HeaderOperations['set']) =>
    pairs.flatMap(([name, value]) =>
      name.startsWith(':') || (kind === 'request-headers' && HOST_KEYS.has(name.toLowerCase()))
        ? []
        : [{ name, value }],
    );
  const [sets, adds] = [usable(set), usable(add)];
  const removed = remove.filter((name) => !name.startsWith(':'));
  return [
    ...(removed.length === 0 ? [] : [{ kind, change: { set: [], add: [], remove: removed }, origin }]),
    ...(sets.length === 0 && adds.length === 0
      ? []
      : [{ kind, change: { set: sets, add: adds, remove: [] }, origin }]),
  ];
}

/** Returns the destinations of a rule. The weight of a single one has no effect (Istio 8.1). */
export function targetsOf(
  { route }: Pick<HTTPRule, 'route'>,
  at: At,
  context: DestinationContext,
): readonly Target[] {
  return route.map(({ index, destination, weight, headers }) => {
    const origin = at('route', index);
    return {
      weight: route.length === 1 ? 1 : weight,
      ...resolveDestination(destination, context),
      filters: headerFilters(headers, { ...origin, path: extendPath(origin.path, 'headers') }),
      origin,
    };
  });
}
