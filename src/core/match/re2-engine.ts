import { RE2JS } from 're2js';
import type { Profile } from '../profile/profile.ts';
import { own } from '../text/own.ts';
import type { PatternProgram, ProgramStep } from './pattern-program.ts';
import { inEngineSyntax } from './re2-syntax.ts';

/** Compiles patterns. Throws an Error with the reason for a pattern that it refuses. */
interface PatternEngine {
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

/** RE2 syntax in linear time, by re2js. */
export const RE2_ENGINE: PatternEngine = {
  compile(source, unit) {
    const compiled = RE2JS.compile(inEngineSyntax(source, unit));
    return {
      matchesWhole: (value) => compiled.testExact(value),
      matchesWithin: (value) => compiled.test(value),
      // The groups of RE2 are `\\1`, those of re2js are `$1`.
      replaceAll: (value, replacement) =>
        compiled
          .matcher(value)
          .replaceAll(
            replacement.replace(/\\(\d)|\\(\\)|\$/g, (_, group?: string, slash?: string) =>
              group !== undefined ? `$${group}` : slash !== undefined ? '\\' : '$$',
            ),
          ),
      program: () => readProgram(compiled.re2().prog),
    };
  },
};

/** An instruction of re2js. The numbers of its operations are those of Go's regexp/syntax. */
interface Instruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: ArrayLike<number>;
  matchRune(code: number): boolean;
}

const FOLD_CASE = 1;
const LAST_ASCII = 127;
/** Characters outside ASCII that fold to an ASCII letter: the Kelvin sign and the long s. */
const FOLDED: Readonly<Record<string, number>> = { k: 0x212a, s: 0x17f };

/**
 * Returns the program as a PatternProgram. Returns null if it has an instruction that the automaton does not
 * support.
 */
function readProgram(program: {
  readonly start: number;
  readonly inst: readonly Instruction[];
}): PatternProgram | null {
  const steps: ProgramStep[] = [];
  for (const instruction of program.inst) {
    const step = readStep(instruction);
    if (step === null) return null;
    steps.push(step);
  }
  return { start: program.start, steps };
}

function readStep(instruction: Instruction): ProgramStep | null {
  const { op, out, arg } = instruction;
  switch (op) {
    case 1: // ALT
    case 2: // ALT_MATCH
      return { kind: 'fork', to: out, or: arg };
    case 3: // CAPTURE
    case 7: // NOP
      return { kind: 'jump', to: out };
    case 4: // EMPTY_WIDTH
      return { kind: 'assert', holds: arg, to: out };
    case 5: // FAIL
      return { kind: 'fail' };
    case 6: // MATCH
      return { kind: 'accept' };
    case 8: // RUNE
    case 9: // RUNE1
      return readCharacter(instruction);
    case 10: // RUNE_ANY
      return { kind: 'character', changes: [], takes: () => true, to: out };
    case 11: // RUNE_ANY_NOT_NL
      return { kind: 'character', changes: [10, 11], takes: (code) => code !== 10, to: out };
    default: // look-behind
      return null;
  }
}

function readCharacter(instruction: Instruction): ProgramStep | null {
  const { runes, arg, out } = instruction;
  const changes: number[] = [];
  const single = (code: number) => changes.push(code, code + 1);
  if (runes.length === 1) {
    const code = runes[0] as number;
    single(code);
    if ((arg & FOLD_CASE) !== 0) {
      // Only the engine knows how characters beyond ASCII fold.
      if (code > LAST_ASCII) return null;
      const letter = String.fromCharCode(code).toLowerCase();
      single(letter.charCodeAt(0));
      single(letter.toUpperCase().charCodeAt(0));
      const folded = own(FOLDED, letter);
      if (folded !== undefined) single(folded);
    }
  } else {
    for (let at = 0; at + 1 < runes.length; at += 2) {
      changes.push(runes[at] as number, (runes[at + 1] as number) + 1);
    }
  }
  return { kind: 'character', changes, takes: (code) => instruction.matchRune(code), to: out };
}
