import type { Step, Trace } from '../ir/trace.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { Sentence } from './fragment.ts';
import type { Speaker } from './speaker.ts';

type RouteStep = Extract<Step, { step: 5 }>;

/** The sentences of requests other than those that a consumer or producer route forwards. */
export interface RareSentences {
  /** Returns the headline of an outcome that is not `forwarded`. */
  headline(trace: Trace, speaker: Speaker): Sentence;
  /** Returns the sentence of a step, except of a step 5. */
  step(step: Exclude<Step, RouteStep>, trace: Trace, speaker: Speaker): Sentence;
  /** Returns which routes decide, for routes of a listener and VirtualServices. */
  deciding(step: RouteStep, trace: Trace, speaker: Speaker): Sentence;
  /** Returns the same in a few words. */
  counting(step: RouteStep, trace: Trace, speaker: Speaker): Sentence;
  /** Returns what the winner does if it does not forward. */
  ending(trace: Trace, speaker: Speaker): Sentence;
  /** Returns why a request without a winner got its answer, in a few words. */
  because(trace: Trace, speaker: Speaker): Sentence;
  /** Returns the backends of the winner that cannot receive the request. Empty if there are none. */
  broken(step: RouteStep, trace: Trace, speaker: Speaker): Sentence;
  /** Returns what access policies say. Empty if the bundle has none. */
  access(trace: Trace, speaker: Speaker): Sentence;
  /** Returns why access policies refuse a request, in a few words. Empty if they do not. */
  refusal(trace: Trace, speaker: Speaker): Sentence;
  /** Returns which profile the manifests choose. */
  semantics(trace: Trace, speaker: Speaker): Sentence;
  /** Returns what makes an answer uncertain, by name. */
  uncertain(trace: Trace, speaker: Speaker): Sentence;
}

let provided: RareSentences | null = null;

/** Provides the sentences of explain-rare.ts. See core/engines.ts. */
export function provideRareSentences(sentences: RareSentences): void {
  provided = sentences;
}

/** Returns the sentences. Throws EngineMissing if they are not provided yet. */
export function rareSentences(): RareSentences {
  if (provided === null) throw new EngineMissing('rare sentences');
  return provided;
}
