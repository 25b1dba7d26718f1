import type {
  BackendShare,
  ForwardedRequest,
  Outcome,
  ResponseChanges,
  ResponseHeaders,
} from '../../ir/outcome.ts';

/** Response headers whose value is a set of words, in any order. */
const SET_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
]);

/** Returns headers by name in lower case, sorted by name. */
function canonicalHeaders(
  headers: ResponseHeaders,
): readonly (readonly [string, string | readonly string[]])[] {
  return Object.entries(headers)
    .map(([written, value]) => {
      const name = written.toLowerCase();
      return [
        name,
        SET_HEADERS.has(name) && typeof value === 'string'
          ? value
              .split(/\s*,\s*/)
              .sort()
              .join(', ')
          : value,
      ] as const;
    })
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function canonicalForwarded(forwarded: ForwardedRequest | null | undefined): unknown {
  if (forwarded === null || forwarded === undefined) return null;
  return { ...forwarded, headers: canonicalHeaders(forwarded.headers) };
}

function canonicalResponse(response: ResponseChanges | undefined): unknown {
  if (response === undefined) return null;
  const removed = [...new Set(response.removed.map((name) => name.toLowerCase()))].sort();
  return [canonicalHeaders(response.headers), removed];
}

/** Returns a fraction in lowest terms. */
export function lowestTerms(numerator: number, denominator: number): string {
  let [a, b] = [denominator, numerator];
  while (b !== 0) [a, b] = [b, a % b];
  return a === 0 ? '0' : `${numerator / a}/${denominator / a}`;
}

/**
 * Returns the backends of an outcome as a client sees them. Backends with the same effect are one, with the
 * sum of their shares in lowest terms. Backends without requests are left out. The order is fixed. `exact`
 * includes what each of them receives.
 */
export function canonicalBackends(backends: readonly BackendShare[], exact: boolean): readonly unknown[] {
  const shares = new Map<string, { weight: number; total: number }>();
  for (const backend of backends) {
    if (backend.weight === 0) continue;
    const { service, port, subset, status, cause, workloads, forwarded, redirect, responseChanges } = backend;
    const key = JSON.stringify([
      service,
      port,
      subset ?? null,
      status,
      cause ?? null,
      [...workloads].sort(),
      ...(exact ? [canonicalForwarded(forwarded), redirect ?? null, canonicalResponse(responseChanges)] : []),
    ]);
    const known = shares.get(key) ?? { weight: 0, total: backend.totalWeight };
    shares.set(key, { ...known, weight: known.weight + backend.weight });
  }
  return [...shares].map(([key, { weight, total }]) => `${key} ${lowestTerms(weight, total)}`).sort();
}

/**
 * Returns the effect of an outcome on clients and backends, as a text. It does not contain the rule, the
 * number of endpoints, and the order of backends, headers or mirrors. Two outcomes with the same text have
 * the same effect.
 */
export function effectOf(outcome: Outcome): string {
  const {
    kind,
    status,
    certain,
    forwarded,
    response,
    redirect,
    mirrors,
    policies,
    timeouts,
    retry,
    session,
  } = outcome;
  return JSON.stringify([
    kind,
    status,
    certain,
    canonicalBackends(outcome.backends, true),
    canonicalForwarded(forwarded),
    canonicalResponse(response),
    redirect,
    mirrors.map(({ service, share }) => `${service} ${share}`).sort(),
    policies.map((policy) => JSON.stringify(policy)).sort(),
    timeouts,
    retry === null ? null : { ...retry, codes: [...retry.codes].sort((a, b) => a - b) },
    session,
  ]);
}

/**
 * Returns the part of an effect that does not depend on the headers, the path and the host of the request, as
 * a text. Two outcomes with different texts differ for all requests that the same entries win. CORS filters
 * are an exception: the response depends on the request.
 */
export function steadyEffectOf(outcome: Outcome): string {
  const { kind, status, backends, response, redirect, mirrors, policies, timeouts, retry, session } = outcome;
  return JSON.stringify([
    kind,
    status,
    canonicalBackends(backends, false),
    canonicalResponse(response),
    redirect === null ? null : [redirect.status, redirect.scheme, redirect.port],
    mirrors.map(({ service, share }) => `${service} ${share}`).sort(),
    policies.map((policy) => JSON.stringify(policy)).sort(),
    timeouts,
    retry === null ? null : { ...retry, codes: [...retry.codes].sort((a, b) => a - b) },
    session,
  ]);
}
