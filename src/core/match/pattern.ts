import type { Profile } from '../profile/profile.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import { fromBytes, toBytes } from '../text/utf8.ts';
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

/** Compiles patterns. Throws an Error with the reason for a pattern that it refuses. */
export interface PatternEngine {
  compile(
    source: string,
    unit: Profile['patternUnit'],
  ): {
    matchesWhole(value: string): boolean;
    matchesWithin(value: string): boolean;
    replaceAll(value: string, replacement: string): string;
    program(): PatternProgram | null;
  };
}

let engine: PatternEngine | null = null;

/** Provides the engine. See core/engines.ts. */
export function providePatternEngine(provided: PatternEngine): void {
  engine = provided;
}

/**
 * The maximum length of a pattern. Longer patterns are refused: compiling takes linear time, but no real
 * route has a pattern of a megabyte.
 */
const LONGEST = 8192;

const known = new Map<string, Pattern>();
const MOST_KNOWN = 5000;

/**
 * Returns a compiled pattern of RE2 syntax. Matching takes linear time in the length of the value.
 * `full` anchors both ends. With `bytes`, pattern and value are compared byte by byte, and the program takes
 * bytes. For a pattern that RE2 refuses (look-around, back-references, too large), returns the reason and
 * does not throw.
 */
export function compilePattern(
  source: string,
  anchor: Profile['regexAnchor'],
  unit: Profile['patternUnit'] = 'characters',
): Pattern {
  const key = `${anchor}:${unit}:${source}`;
  const cached = known.get(key);
  if (cached) return cached;
  const pattern = compile(source, anchor, unit);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, pattern);
  return pattern;
}

function compile(source: string, anchor: Profile['regexAnchor'], unit: Profile['patternUnit']): Pattern {
  if (engine === null) throw new EngineMissing('regular expression');
  if (source.length > LONGEST) return { ok: false, reason: `longer than ${LONGEST} characters` };
  try {
    const compiled = engine.compile(unit === 'bytes' ? toBytes(source) : source, unit);
    const matches =
      anchor === 'full'
        ? (value: string) => compiled.matchesWhole(value)
        : (value: string) => compiled.matchesWithin(value);
    return {
      ok: true,
      matches: unit === 'bytes' ? (value) => matches(toBytes(value)) : matches,
      replaceAll: (value, replacement) =>
        unit === 'bytes'
          ? (fromBytes(compiled.replaceAll(toBytes(value), toBytes(replacement))) ?? value)
          : compiled.replaceAll(value, replacement),
      program: () => compiled.program(),
    };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
