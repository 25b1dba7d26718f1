import { store } from '../../state/store.ts';

const LONGEST_WAIT = 2000;

/** Resolves once there is an answer on the screen, or after a time limit. */
export function firstAnswer(): Promise<void> {
  return new Promise((settle) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      // The answer is painted first.
      requestAnimationFrame(() => setTimeout(settle));
    };
    const timer = setTimeout(done, LONGEST_WAIT);
    const stop = store.subscribe((state) => {
      if (state.answer) done();
    });
    if (store.getState().answer) done();
  });
}
