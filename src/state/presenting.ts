import type { State } from './model.ts';

/** Returns true while the page is presented. A part of another page is never presented. */
export function isPresenting({ presenting, mode }: Pick<State, 'presenting' | 'mode'>): boolean {
  return presenting && mode !== 'embed';
}
