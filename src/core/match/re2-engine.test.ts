import { describe, expect, test } from 'vitest';
import type { PatternProgram } from './pattern-program.ts';
import { RE2_ENGINE } from './re2-engine.ts';

function programOf(pattern: string): PatternProgram | null {
  return RE2_ENGINE.compile(pattern, 'characters').program();
}

/**
 * Returns the code points at which the first step that takes a character changes its result, sorted and
 * distinct.
 */
function changesOf(pattern: string): readonly number[] {
  const step = programOf(pattern)?.steps.find(({ kind }) => kind === 'character');
  return step?.kind === 'character' ? [...new Set(step.changes)].sort((a, b) => a - b) : [];
}

const code = (character: string) => character.codePointAt(0) as number;

describe('the program of a pattern', () => {
  test('changes its answer at the ends of each range', () => {
    expect(changesOf('[b-dx]')).toEqual([code('b'), code('e'), code('x'), code('y')]);
    expect(changesOf('b')).toEqual([code('b'), code('c')]);
  });

  test('changes its answer at both cases of a letter, and at what folds to it', () => {
    expect(changesOf('(?i)b')).toEqual([code('B'), code('C'), code('b'), code('c')]);
    // The Kelvin sign folds to k.
    expect(changesOf('(?i)k')).toEqual([code('K'), code('L'), code('k'), code('l'), 0x212a, 0x212b]);
  });

  test('takes what the engine takes on both sides of a change', () => {
    for (const pattern of ['[b-dx]', '(?i)k', '[^a]', '(?i)s']) {
      const step = programOf(pattern)?.steps.find(({ kind }) => kind === 'character');
      if (step?.kind !== 'character') throw new Error(pattern);
      const engine = RE2_ENGINE.compile(pattern, 'characters');
      for (const change of step.changes) {
        for (const at of [change - 1, change].filter((each) => each >= 0 && each <= 0x10ffff)) {
          const text = String.fromCodePoint(at);
          expect([pattern, text, step.takes(at)]).toEqual([pattern, text, engine.matchesWhole(text)]);
        }
      }
    }
  });

  test('is not to be had where characters beyond ASCII fold together', () => {
    expect(programOf('(?i)é')).toBeNull();
    expect(programOf('é')).not.toBeNull();
  });
});
