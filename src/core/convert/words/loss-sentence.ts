import { fill } from '../../explain/fill.ts';
import type { Sentence } from '../../explain/fragment.ts';
import { code } from '../../explain/speaker.ts';
import type { Loss } from '../loss.ts';
import type { ConversionWords } from './conversion-vocabulary.ts';

/** Returns the sentence about a loss. */
export function lossSentence({ why }: Pick<Loss, 'why'>, { losses }: ConversionWords): Sentence {
  const args = Object.entries(why.args).map(([name, text]) => [name, code(text)] as const);
  return fill(losses[why.code], Object.fromEntries(args));
}
