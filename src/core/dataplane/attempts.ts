import type { Retry, Timeouts } from '../ir/action.ts';
import type { Attempt } from '../ir/outcome.ts';
import type { BackendBehaviour } from '../ir/request.ts';
import type { Profile } from '../profile/profile.ts';
import { readDuration } from './duration.ts';

/** The result of a request to a backend with the assumed behaviour. */
export interface Ending {
  readonly attempts: readonly Attempt[];
  /** The status that the client sees: an HTTP code, 504 for a timeout. */
  readonly status: number;
  readonly cause: 'timeout' | 'backend-failed' | 'connection-reset' | null;
  /** True if a retry had to wait for its backoff. */
  readonly waited: boolean;
}

/**
 * The timeouts and retries of a rule, with the defaults of the profile. Null means that nothing is limited or
 * retried.
 */
export interface AttemptRules {
  readonly timeouts: Timeouts | null;
  readonly retry: Retry | null;
  readonly profile: Profile;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;
const GATEWAY_TIMEOUT = 504;
const UNAVAILABLE = 503;
/** An assumed backend may fail any number of times. A longer list has no use for readers. */
const MOST_ATTEMPTS = 100;

/** Returns the limit in milliseconds. A zero duration means no limit, like an absent one. */
function limit(duration: string | null | undefined): number {
  const milliseconds = duration == null ? null : readDuration(duration);
  return milliseconds === null || milliseconds === 0 ? NO_LIMIT : milliseconds;
}

/** Returns the limit of the whole request: the timeout of the rule, or the default of the profile. */
function wholeLimitOf({ timeouts, profile }: AttemptRules): number {
  const unstated = timeouts?.request == null && timeouts?.backendRequest == null;
  return limit(unstated && profile.unstatedTimeout !== 'none' ? profile.unstatedTimeout : timeouts?.request);
}

/** Returns the retried codes: those of the rule, or those of the profile if the rule lists none. */
function codesOf({ retry, profile }: AttemptRules): readonly number[] {
  if (retry === null || retry.codes.length > 0) return retry?.codes ?? [];
  return profile.unstatedCodes === 'none' ? [] : [Number(profile.unstatedCodes)];
}

/**
 * Returns how a request ends. `backendRequest` limits one attempt, `request` limits all of them. The
 * listed codes are retried. Connection errors and timeouts of an attempt are retried if the profile says so.
 * After the last attempt the last error is returned. A request that no rule won has no limit.
 */
export function playAttempts(behaviour: BackendBehaviour, rules: AttemptRules | null): Ending {
  const retry = rules?.retry ?? null;
  const wholeLimit = rules === null ? NO_LIMIT : wholeLimitOf(rules);
  const attemptLimit = limit(rules?.timeouts?.backendRequest);
  const backoff = retry?.backoff == null ? 0 : (readDuration(retry.backoff) ?? 0);
  const wanted = retry === null ? 0 : (retry.attempts ?? rules?.profile.unstatedAttempts ?? 0);
  const tries = Math.min(MOST_ATTEMPTS, 1 + wanted);
  const codes = rules === null ? [] : codesOf(rules);
  const retriesErrors = rules?.profile.retriedErrors === 'all';
  const attempts: Attempt[] = [];
  let clock = 0;
  let waited = false;
  let failuresLeft = behaviour.failFirst?.times ?? 0;
  let last: Pick<Ending, 'status' | 'cause'> = { status: 200, cause: null };
  for (let made = 0; made < tries; made++) {
    if (clock >= wholeLimit) return { attempts, status: GATEWAY_TIMEOUT, cause: 'timeout', waited };
    const failure = failuresLeft > 0 ? behaviour.failFirst : null;
    failuresLeft--;
    const latency = failure === null ? behaviour.latency : failure.latency;
    const start = clock;
    const end = start + Math.min(latency, attemptLimit);
    if (end > wholeLimit) {
      attempts.push({ start, end: wholeLimit, result: 'request-timeout', status: GATEWAY_TIMEOUT });
      return { attempts, status: GATEWAY_TIMEOUT, cause: 'timeout', waited };
    }
    clock = end;
    let retriable: boolean;
    if (latency > attemptLimit) {
      attempts.push({ start, end, result: 'backend-timeout', status: GATEWAY_TIMEOUT });
      last = { status: GATEWAY_TIMEOUT, cause: 'timeout' };
      retriable = retriesErrors;
    } else if (failure === null) {
      attempts.push({ start, end, result: 'answered', status: 200 });
      return { attempts, status: 200, cause: null, waited };
    } else if (failure.how === 'reset') {
      attempts.push({ start, end, result: 'reset', status: UNAVAILABLE });
      last = { status: UNAVAILABLE, cause: 'connection-reset' };
      retriable = retriesErrors;
    } else {
      attempts.push({ start, end, result: 'failed', status: failure.status });
      last = { status: failure.status, cause: 'backend-failed' };
      retriable = codes.includes(failure.status);
    }
    if (!retriable) break;
    waited ||= backoff > 0 && made + 1 < tries;
    clock += backoff;
  }
  return { attempts, ...last, waited };
}
