import { readDuration } from '../../core/dataplane/duration.ts';
import type { Outcome } from '../../core/ir/outcome.ts';

/** Returns the milliseconds of a limit. Returns null when there is none (R-341: zero means no limit). */
export function limitOf(duration: string | undefined): number | null {
  const milliseconds = duration === undefined ? null : readDuration(duration);
  return milliseconds === 0 ? null : milliseconds;
}

/**
 * A limit later than the last attempt by this factor is left out, because the attempts would be too small to
 * see.
 */
const FAR = 3;

/**
 * Returns the milliseconds that a timeline shows, so that it includes the attempts of all outcomes and the
 * limits near them.
 */
export function timelineEnd(outcomes: readonly Outcome[]): number {
  const last = Math.max(1, ...outcomes.flatMap(({ attempts }) => attempts.map(({ end }) => end)));
  const limits = outcomes.flatMap(({ attempts, timeouts }) => {
    const whole = limitOf(timeouts?.request);
    const each = limitOf(timeouts?.backendRequest);
    return [whole, ...attempts.map(({ start }) => (each === null ? null : start + each))];
  });
  return Math.max(last, ...limits.flatMap((limit) => (limit !== null && limit <= last * FAR ? [limit] : [])));
}
