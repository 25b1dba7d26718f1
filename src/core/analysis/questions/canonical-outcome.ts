import type {
  BackendShare,
  ForwardedRequest,
  Outcome,
  ResponseChanges,
  ResponseHeaders,
} from '../../ir/outcome.ts';

/** Response headers whose value is a set of words: their order says nothing. */
const SET_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
]);

/** Headers by name in lower case, in the order of their names. */
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

/** A fraction in lowest terms. */
export function lowestTerms(numerator: number, denominator: number): string {
  let [a, b] = [denominator, numerator];
  while (b !== 0) [a, b] = [b, a % b];
  return a === 0 ? '0' : `${numerator / a}/${denominator / a}`;
}

/**
 * The backends of an outcome as a client notices them: those that do the same are one, with the sum of their shares in
 * lowest terms; those that get nothing are left out; their order says nothing. `exact`: with what each of them receives.
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
 * What clients and backends notice of an outcome, as a text: not which rule it was, nor how many endpoints there are, nor
 * in which order backends, headers or mirrors are written. Two outcomes with the same text mean the same.
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
