import type { Retry, Timeouts } from '../ir/mesh-ir.ts';
import type { Attempt, BackendBehaviour } from '../ir/trace.ts';
import { readDuration } from './duration.ts';

/** How a request to a backend that behaves as supposed ends. */
export interface Ending {
  readonly attempts: readonly Attempt[];
  /** Status that the client sees: HTTP codes; 504 for a timeout. */
  readonly status: number;
  readonly cause: 'timeout' | 'backend-failed' | 'connection-reset' | null;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;
const GATEWAY_TIMEOUT = 504;
const UNAVAILABLE = 503;
/** The API gives no default; one retry is what implementations that set one agree on. The trace says so. */
const UNSTATED_ATTEMPTS = 1;
/** A supposed backend may fail any number of times; nobody reads a longer list. */
const MOST_ATTEMPTS = 100;

/** A zero duration, like an absent one, means no limit. */
function limit(duration: string | null | undefined): number {
  const milliseconds = duration == null ? null : readDuration(duration);
  return milliseconds === null || milliseconds === 0 ? NO_LIMIT : milliseconds;
}

/**
 * Plays the attempts against the clock: `backendRequest` ends one attempt, `request` ends them all; connection
 * errors, timeouts of an attempt and the listed codes are retried; when attempts are used up the last error is
 * returned.
 */
export function playAttempts(
  behaviour: BackendBehaviour,
  timeouts: Timeouts | null,
  retry: Retry | null,
): Ending {
  const wholeLimit = limit(timeouts?.request);
  const attemptLimit = limit(timeouts?.backendRequest);
  const backoff = retry?.backoff == null ? 0 : (readDuration(retry.backoff) ?? 0);
  const tries = Math.min(MOST_ATTEMPTS, 1 + (retry === null ? 0 : (retry.attempts ?? UNSTATED_ATTEMPTS)));
  const attempts: Attempt[] = [];
  let clock = 0;
  let failuresLeft = behaviour.failFirst?.times ?? 0;
  let last: Pick<Ending, 'status' | 'cause'> = { status: 200, cause: null };
  for (let made = 0; made < tries; made++) {
    if (clock >= wholeLimit) return timedOut(attempts);
    const failure = failuresLeft > 0 ? behaviour.failFirst : null;
    failuresLeft--;
    const latency = failure === null ? behaviour.latency : failure.latency;
    const start = clock;
    const end = start + Math.min(latency, attemptLimit);
    if (end > wholeLimit) {
      attempts.push({ start, end: wholeLimit, result: 'request-timeout', status: GATEWAY_TIMEOUT });
      return { attempts, status: GATEWAY_TIMEOUT, cause: 'timeout' };
    }
    clock = end;
    let retriable: boolean;
    if (latency > attemptLimit) {
      attempts.push({ start, end, result: 'backend-timeout', status: GATEWAY_TIMEOUT });
      last = { status: GATEWAY_TIMEOUT, cause: 'timeout' };
      retriable = true;
    } else if (failure === null) {
      attempts.push({ start, end, result: 'answered', status: 200 });
      return { attempts, status: 200, cause: null };
    } else if (failure.how === 'reset') {
      attempts.push({ start, end, result: 'reset', status: UNAVAILABLE });
      last = { status: UNAVAILABLE, cause: 'connection-reset' };
      retriable = true;
    } else {
      attempts.push({ start, end, result: 'failed', status: failure.status });
      last = { status: failure.status, cause: 'backend-failed' };
      retriable = retry?.codes.includes(failure.status) ?? false;
    }
    if (!retriable) break;
    clock += backoff;
  }
  return { attempts, ...last };
}

function timedOut(attempts: readonly Attempt[]): Ending {
  return { attempts, status: GATEWAY_TIMEOUT, cause: 'timeout' };
}
