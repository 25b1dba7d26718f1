import { EngineMissing } from '../text/engine-missing.ts';
import type { notesOnRivals } from './notes-on-rivals.ts';

let provided: typeof notesOnRivals | null = null;

/** Provides the function that returns notes on several matching entries. See core/engines.ts. */
export function provideRivalsNoter(noter: typeof notesOnRivals): void {
  provided = noter;
}

/** Returns the function that returns notes on several matching entries. Throws EngineMissing if it is not provided yet. */
export function rivalsNoter(): typeof notesOnRivals {
  if (provided === null) throw new EngineMissing('notes on rivals');
  return provided;
}
