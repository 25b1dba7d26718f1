import { provideInfluenceReader } from './control/not-simulated/influence-reader.ts';
import { influencesOf } from './control/not-simulated/influences.ts';
import { readDifficultPart } from './manifest/difficult-part.ts';
import { provideDifficultReader } from './manifest/difficult-reader.ts';
import { providePatternEngine } from './match/pattern.ts';
import { RE2_ENGINE } from './match/re2-engine.ts';

/**
 * Provides what most bundles do not need: RE2 for patterns, the reader of difficult documents with its forgiving YAML
 * parser, and the reader of what is not simulated.
 */
export function provideLibraries(): void {
  providePatternEngine(RE2_ENGINE);
  provideDifficultReader(readDifficultPart);
  provideInfluenceReader(influencesOf);
}
