import type { Outcome } from '../ir/outcome.ts';
import type { Status } from '../ir/status.ts';

/** Returns an outcome without a delivery: bypassed, unknown, rejected, or no destination. */
export function ended(kind: Outcome['kind'], status: number | null, cause: string): Outcome {
  return {
    kind,
    status,
    certain: true,
    route: null,
    rule: null,
    ruleName: null,
    match: null,
    role: null,
    backends: [],
    forwarded: null,
    response: { headers: {}, removed: [] },
    redirect: null,
    mirrors: [],
    policies: [],
    timeouts: null,
    retry: null,
    session: null,
    attempts: [],
    cause,
  };
}

/**
 * Returns the outcome of a request to a host that the proxy of its client refuses: an answer, or a connection
 * that is closed (Istio 1.4).
 */
export function blocked({ status }: { readonly status: Status }): Outcome {
  const kind = status.http === null ? 'failed' : 'responded';
  return ended(kind, status.http, 'registry-only');
}
