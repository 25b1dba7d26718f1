import { FINDINGS_EN } from './explain/en/finding-sentences.ts';
import { MESSAGES_EN } from './explain/en/messages.ts';
import { RARE_SENTENCES } from './explain/explain-rare.ts';
import { provideFindingProse } from './explain/finding-prose.ts';
import { provideEnglish } from './explain/rare-messages.ts';
import { provideRareSentences } from './explain/rare-sentences.ts';
import { provideLibraries } from './libraries.ts';

/**
 * Provides every optional library and reader, and the English messages. The command line, the benchmarks and
 * the tests call it once. The page does not: it loads each part when it needs it.
 */
export function provideEngines(): void {
  provideLibraries();
  provideEnglish(MESSAGES_EN);
  provideRareSentences(RARE_SENTENCES);
  provideFindingProse(FINDINGS_EN, 'en');
}
