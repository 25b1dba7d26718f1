import { FINDINGS_EN } from './explain/en/finding-sentences.ts';
import { provideFindingProse } from './explain/finding-prose.ts';
import { provideLibraries } from './libraries.ts';

/**
 * Provides everything that most bundles do not need, in English; for everybody but the page, which fetches each when it
 * is needed.
 */
export function provideEngines(): void {
  provideLibraries();
  provideFindingProse(FINDINGS_EN, 'en');
}
