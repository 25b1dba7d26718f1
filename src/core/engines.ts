import { FINDINGS_EN } from './explain/en/finding-sentences.ts';
import { provideFindingProse } from './explain/finding-prose.ts';
import { provideLibraries } from './libraries.ts';

/**
 * Provides every optional library and reader, and the English messages. The command line, the benchmarks and
 * the tests call it once. The page does not: it loads each part when it needs it.
 */
export function provideEngines(): void {
  provideLibraries();
  provideFindingProse(FINDINGS_EN, 'en');
}
