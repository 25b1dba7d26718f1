let last: Promise<unknown> = Promise.resolve();

/**
 * Does what takes the place of the user's work after everything else that does: what is there when it looks is what is
 * there when it acts. Not to be called from within `act`.
 */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const done = last.then(act);
  last = done.catch(() => undefined);
  return done;
}
