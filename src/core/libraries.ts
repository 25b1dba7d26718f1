import { FORGIVING_PARSER } from './manifest/forgiving-parser.ts';
import { provideForgivingParser } from './manifest/recover.ts';
import { providePatternEngine } from './match/pattern.ts';
import { RE2_ENGINE } from './match/re2-engine.ts';

/**
 * Provides the two large libraries that most bundles do not need: RE2 for patterns, and the forgiving YAML parser for
 * broken documents.
 */
export function provideLibraries(): void {
  providePatternEngine(RE2_ENGINE);
  provideForgivingParser(FORGIVING_PARSER);
}
