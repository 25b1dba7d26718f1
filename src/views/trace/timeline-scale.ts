import { readDuration } from '../../core/dataplane/duration.ts';
import type { Outcome } from '../../core/ir/outcome.ts';

/** Milliseconds of a limit; null: there is none (R-341: zero is none). */
export function limitOf(duration: string | undefined): number | null {
  const milliseconds = duration === undefined ? null : readDuration(duration);
  return milliseconds === 0 ? null : milliseconds;
}

/** A limit this many times as late as the last attempt would leave nothing of the attempts to be seen. */
const FAR = 3;

/** The milliseconds that a timeline shows, so that the attempts of all outcomes and the limits near them fit. */
export function timelineEnd(outcomes: readonly Outcome[]): number {
  const last = Math.max(1, ...outcomes.flatMap(({ attempts }) => attempts.map(({ end }) => end)));
  const limits = outcomes.flatMap(({ attempts, timeouts }) => {
    const whole = limitOf(timeouts?.request);
    const each = limitOf(timeouts?.backendRequest);
    return [whole, ...attempts.map(({ start }) => (each === null ? null : start + each))];
  });
  return Math.max(last, ...limits.flatMap((limit) => (limit !== null && limit <= last * FAR ? [limit] : [])));
}
