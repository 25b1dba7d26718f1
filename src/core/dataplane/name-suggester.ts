import { EngineMissing } from '../text/engine-missing.ts';
import type { didYouMean } from './did-you-mean.ts';

let provided: typeof didYouMean | null = null;

/** Provides the function that suggests names. See core/engines.ts. */
export function provideSuggester(suggest: typeof didYouMean): void {
  provided = suggest;
}

/** Returns the function that suggests names. Throws EngineMissing if it is not provided yet. */
export function nameSuggester(): typeof didYouMean {
  if (provided === null) throw new EngineMissing('similar names');
  return provided;
}
