let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `act`, which replaces the user's work, after all other such calls have ended. The work that `act`
 * reads is therefore the work that it replaces. Do not call it from within `act`.
 */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const done = last.then(act);
  last = done.catch(() => undefined);
  return done;
}
