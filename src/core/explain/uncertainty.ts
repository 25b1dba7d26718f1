import { notSimulatedIn } from '../dataplane/not-simulated.ts';
import type { Trace } from '../ir/trace.ts';
import { wordsOnAccess } from './access-words.ts';
import type { Sentence } from './fragment.ts';
import { code, listOf, resourceLink, type Speaker } from './speaker.ts';

/** The maximum number of names. The others are counted; the notes list all names. */
const MOST_NAMED = 3;

/** Returns what makes an answer uncertain, by name. Empty if the outcome is certain. */
export function uncertaintyOf(trace: Trace, speaker: Speaker): Sentence {
  if (trace.outcome.certain) return [];
  const names = notSimulatedIn(trace);
  const open = names.length === 0 ? wordsOnAccess('uncertainty', trace, speaker) : [];
  if (open.length > 0) return open;
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name): Sentence => [/^[\w.]+\/./.test(name) ? resourceLink(name) : code(name)]);
  const what = listOf(shown, speaker);
  const more = names.length - shown.length;
  return more > 0
    ? speaker.say('outcome.uncertain-more', { what, more })
    : speaker.say('outcome.uncertain', { what });
}
