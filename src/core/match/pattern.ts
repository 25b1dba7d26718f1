import type { Profile } from '../profile/profile.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { PatternProgram } from './pattern-program.ts';

/** A compiled pattern, or the reason why it cannot be used. */
export type Pattern =
  | {
      readonly ok: true;
      matches(value: string): boolean;
      /** Returns a value with every match replaced. `\\1` in the replacement is the first group. */
      replaceAll(value: string, replacement: string): string;
      /**
       * Returns the automaton of the pattern, for questions about all values. Returns null if there is none.
       */
      program(): PatternProgram | null;
    }
  | { readonly ok: false; readonly reason: string };

/** Returns a compiled pattern. See compiled-pattern.ts. */
export type CompilePattern = (
  source: string,
  anchor: Profile['regexAnchor'],
  unit: Profile['patternUnit'],
) => Pattern;

let compile: CompilePattern | null = null;

/** Provides the function that compiles patterns. See core/engines.ts. */
export function providePatternEngine(provided: CompilePattern): void {
  compile = provided;
}

/**
 * Returns a compiled pattern of RE2 syntax. Matching takes linear time in the length of the value.
 * `full` anchors both ends. With `bytes`, pattern and value are compared byte by byte, and the program takes
 * bytes. For a pattern that RE2 refuses (look-around, back-references, too large), returns the reason and
 * does not throw. Throws EngineMissing if no engine is provided yet.
 */
export function compilePattern(
  source: string,
  anchor: Profile['regexAnchor'],
  unit: Profile['patternUnit'] = 'characters',
): Pattern {
  if (compile === null) throw new EngineMissing('regular expression');
  return compile(source, anchor, unit);
}
