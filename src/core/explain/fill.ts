import { own } from '../text/own.ts';
import type { Fragment, Sentence } from './fragment.ts';

/** What may stand for a `{name}` in a message. */
export type Filling = string | number | Fragment | Sentence;

/**
 * Fills a message: `{name}` becomes the piece of that name, `` `code` `` becomes code. A name without a piece stays
 * as written, so that a mistake shows instead of hiding.
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
