import { own } from '../text/own.ts';
import type { Fragment, Sentence } from './fragment.ts';

/** The values that can replace a `{name}` in a message. */
export type Filling = string | number | Fragment | Sentence;

/**
 * Returns a message in which `{name}` is replaced by its piece and `` `code` `` is code. A name without a
 * piece is not replaced, so that an error is visible.
 */
export function fill(message: string, pieces: Readonly<Record<string, Filling>> = {}): Sentence {
  const fragments: Fragment[] = [];
  for (const part of message.split(/(\{[\w-]+\}|`[^`]+`)/)) {
    if (part === '') continue;
    if (part.startsWith('`')) {
      fragments.push({ text: part.slice(1, -1), style: 'code' });
    } else if (part.startsWith('{') && Object.hasOwn(pieces, part.slice(1, -1))) {
      fragments.push(...toFragments(own(pieces, part.slice(1, -1)) as Filling));
    } else {
      fragments.push({ text: part });
    }
  }
  return fragments;
}

function toFragments(filling: Filling): Sentence {
  if (typeof filling === 'string' || typeof filling === 'number') return [{ text: String(filling) }];
  if ('text' in filling) return [filling];
  return filling;
}
