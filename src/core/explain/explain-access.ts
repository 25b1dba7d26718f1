import type { Trace } from '../ir/trace.ts';
import type { TraceNote } from '../ir/trace-note.ts';
import { explainNote } from './explain-note.ts';
import type { Sentence } from './fragment.ts';
import { listOf, resourceLink, type Speaker } from './speaker.ts';

/** The notes that say why access policies refuse a request, the most telling first. */
const REASONS: readonly TraceNote['code'][] = [
  'mutual-tls-required',
  'access-denied-by-rule',
  'access-without-rules',
  'access-reads-requests',
  'access-nearest',
  'access-nearest-missing',
  'access-no-identity',
];

/** Returns why access policies refuse a request. Empty if they do not. */
export function refusalOf({ outcome, notes }: Trace, speaker: Speaker): Sentence {
  if (outcome.kind !== 'denied') return [];
  for (const reason of REASONS) {
    const note = notes.find(({ code }) => code === reason);
    if (note !== undefined) return explainNote(note, speaker).sentence;
  }
  return [];
}

/** Returns what access policies say about a request at its destination. Empty if there are none. */
export function accessSentence({ outcome }: Trace, speaker: Speaker): Sentence {
  const { access } = outcome;
  if (access === undefined) return [];
  const policies = listOf(
    access.by.map((id): Sentence => [resourceLink(id)]),
    speaker,
  );
  if (outcome.backends.some((backend) => backend.access !== undefined)) return speaker.say('access.shares');
  switch (access.verdict) {
    case 'unrestricted':
      return speaker.say('access.unrestricted');
    case 'allowed':
      return access.by.length === 0
        ? speaker.say('access.not-denied')
        : speaker.say('access.allowed', { policies });
    case 'denied':
      return outcome.cause === 'mutual-tls-required'
        ? speaker.say('access.closed', { policies })
        : speaker.say('access.denied', { policies });
    case 'unknown':
      return speaker.say('access.unknown', { policies });
    default:
      return access.verdict satisfies never;
  }
}

/** Returns the headline of a request that access policies refuse. */
export function headline({ outcome }: Trace, speaker: Speaker): Sentence {
  const links = (outcome.access?.by ?? []).map((id): Sentence => [resourceLink(id)]);
  const key = outcome.cause === 'mutual-tls-required' ? 'outcome.denied-connection' : 'outcome.denied';
  return speaker.say(key, { policies: listOf(links, speaker) });
}

/** Returns why an answer is open because of access policies. Empty if it is not. */
export function uncertainty({ notes }: Trace, speaker: Speaker): Sentence {
  if (notes.some(({ code }) => code === 'access-differs')) return speaker.say('outcome.access-differs');
  const open = notes.filter(({ code }) => code === 'access-unknown').map(({ args }) => String(args.policy));
  const links = [...new Set(open)].map((id): Sentence => [resourceLink(id)]);
  return links.length === 0 ? [] : speaker.say('outcome.access-unknown', { what: listOf(links, speaker) });
}
