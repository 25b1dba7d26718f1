import type { Outcome } from '../ir/outcome.ts';
import type { RouteEntry, Scope } from '../ir/table.ts';
import type { Delivery } from './delivery.ts';

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
