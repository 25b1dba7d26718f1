import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnLimits, moveSeparator, toggleColumn } from './column-sizes.ts';

const LIMITS: readonly ColumnLimits[] = [
  { least: 220, folded: 36 },
  { least: 240, folded: 36 },
  { least: 320, folded: null },
];
const move = (widths: readonly number[], at: number, by: number) => moveSeparator(widths, LIMITS, at, by);

describe('moving a separator', () => {
  it('moves width from one neighbour to the other', () => {
    expect(move([400, 500, 500], 0, 60)).toEqual([460, 440, 500]);
    expect(move([400, 500, 500], 1, -60)).toEqual([400, 440, 560]);
  });

  it('takes width from the next column when the nearest has its least width', () => {
    expect(move([400, 260, 740], 0, 40)).toEqual([440, 240, 720]);
  });

  it('folds a column that should be smaller than halfway', () => {
    expect(move([300, 600, 500], 0, -120)).toEqual([220, 680, 500]);
    expect(move([300, 600, 500], 0, -200)).toEqual([36, 864, 500]);
  });

  it('unfolds a column from halfway on', () => {
    expect(move([36, 864, 500], 0, 50)).toEqual([36, 864, 500]);
    expect(move([36, 864, 500], 0, 100)).toEqual([220, 680, 500]);
  });

  it('leaves a column folded when there is no space for it', () => {
    expect(move([36, 36, 400], 0, 150)).toEqual([36, 36, 400]);
  });

  it('keeps the sum and the limits', () => {
    const width = (least: number) => fc.integer({ min: least, max: 900 });
    const widths = fc.tuple(
      fc.oneof(fc.constant(36), width(220)),
      fc.oneof(fc.constant(36), width(240)),
      width(320),
    );
    fc.assert(
      fc.property(widths, fc.constantFrom(0, 1), fc.integer({ min: -900, max: 900 }), (before, at, by) => {
        const after = move(before, at, by);
        expect(after.reduce((a, b) => a + b)).toBe(before.reduce((a, b) => a + b));
        for (const [column, { least, folded }] of LIMITS.entries()) {
          if (after[column] !== folded) expect(after[column]).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });
});

describe('folding a column', () => {
  it('gives its width to the next column, and takes it back', () => {
    const folded = toggleColumn([400, 500, 500], LIMITS, 0, 0);
    expect(folded).toEqual([36, 864, 500]);
    expect(toggleColumn(folded, LIMITS, 0, 400)).toEqual([400, 500, 500]);
  });

  it('does not fold a column without a folded width', () => {
    expect(toggleColumn([400, 500, 500], LIMITS, 2, 0)).toEqual([400, 500, 500]);
  });
});
