import type { Outcome } from '../ir/outcome.ts';
import type { Status } from '../ir/status.ts';
import type { RouteEntry, Scope } from '../ir/table.ts';
import type { Delivery } from './delivery.ts';

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

/** Returns the outcome of a delivery, with the winner. */
export function outcomeOf(delivery: Delivery, entry: RouteEntry | null, role: Scope['role'] | null): Outcome {
  const { notes: _, ...facts } = delivery;
  const timeouts = entry?.action.timeouts ?? null;
  return {
    ...facts,
    certain: true,
    route: entry?.route ?? null,
    rule: entry?.rule ?? null,
    ruleName: entry?.ruleName ?? null,
    match: entry?.match ?? null,
    ...(entry?.via === undefined ? null : { via: entry.via }),
    role,
    policies: [],
    timeouts:
      timeouts === null
        ? null
        : {
            ...(timeouts.request === null ? null : { request: timeouts.request }),
            ...(timeouts.backendRequest === null ? null : { backendRequest: timeouts.backendRequest }),
          },
    retry: entry?.action.retry ?? null,
    session: entry?.action.session ?? null,
  };
}
