import { EngineMissing } from '../text/engine-missing.ts';
import type { playAttempts } from './attempts.ts';

let provided: typeof playAttempts | null = null;

/** Provides the function that plays attempts. See core/engines.ts. */
export function provideAttempts(play: typeof playAttempts): void {
  provided = play;
}

/**
 * Returns the function that plays the attempts of a request with an assumed behaviour of its backend. Throws
 * EngineMissing if it is not provided yet.
 */
export function attemptsPlayer(): typeof playAttempts {
  if (provided === null) throw new EngineMissing('attempts');
  return provided;
}
