import { notSimulatedIn } from '../dataplane/not-simulated.ts';
import type { Trace } from '../ir/trace.ts';
import type { Sentence } from './fragment.ts';
import { code, listOf, resourceLink, type Speaker } from './speaker.ts';

/** More than these are counted, not named; the notes name all. */
const MOST_NAMED = 3;

/** What makes an answer uncertain, by name; empty where the outcome is certain. */
export function uncertaintyOf(trace: Trace, speaker: Speaker): Sentence {
  if (trace.outcome.certain) return [];
  const names = notSimulatedIn(trace);
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name): Sentence => [/^[\w.]+\/./.test(name) ? resourceLink(name) : code(name)]);
  const what = listOf(shown, speaker);
  const more = names.length - shown.length;
  return more > 0
    ? speaker.say('outcome.uncertain-more', { what, more })
    : speaker.say('outcome.uncertain', { what });
}
