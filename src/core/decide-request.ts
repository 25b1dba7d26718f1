import { decide } from './dataplane/decide.ts';
import type { SimRequest } from './ir/request.ts';
import type { Verdict } from './ir/trace.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Returns the outcome and the winner of a request, without explanation.
 *
 * @example
 * ```
 * const { kind, entry } = decideRequest(snapshot, request);
 * kind; // 'forwarded'
 * entry?.id; // 'HTTPRoute/shop/cart#rule=0,match=0'
 * ```
 */
export function decideRequest(snapshot: Snapshot, request: SimRequest): Verdict {
  return decide(request, snapshot.control.ir, snapshot.profile);
}
