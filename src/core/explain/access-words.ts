import type { Trace } from '../ir/trace.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Sentence } from './fragment.ts';
import type { Speaker } from './speaker.ts';

type Say = (trace: Trace, speaker: Speaker) => Sentence;

/** The sentences about access policies. See explain-access.ts. */
export interface AccessWords {
  readonly accessSentence: Say;
  readonly refusalOf: Say;
  readonly headline: Say;
  readonly uncertainty: Say;
}

let provided: AccessWords | null = null;

/** Provides the sentences about access policies. See core/engines.ts. */
export function provideAccessWords(words: AccessWords): void {
  provided = words;
}

/**
 * Returns a sentence about access policies. Empty if the trace has none. Throws EngineMissing if the sentences
 * are not provided yet.
 */
export function wordsOnAccess(name: keyof AccessWords, trace: Trace, speaker: Speaker): Sentence {
  if (trace.outcome.access === undefined) return [];
  if (provided === null) throw new EngineMissing('access policies');
  return provided[name](trace, speaker);
}
