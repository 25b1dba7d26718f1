import { expect, test } from 'vitest';
import { beyondLimits, MOST_BYTES, MOST_WORKS, type WorkList } from './earlier-works.ts';

const kept = (...sizes: readonly number[]): WorkList['works'] =>
  sizes.map((bytes, at) => ({
    id: sizes.length - at,
    title: '',
    at: 0,
    files: 1,
    documents: null,
    bytes,
  }));
const MB = 1024 * 1024;

test.each([
  ['room for all', kept(MB, MB, MB), MB, []],
  ['exactly full', kept(10 * MB, 9 * MB), MB, []],
  ['one byte too many', kept(10 * MB, 9 * MB), MB + 1, [1]],
  ['the oldest go, also small ones behind a large one', kept(MB, 15 * MB, 4 * MB, 1), 2 * MB, [2, 1]],
  ['a work as large as all that may be kept stays alone', kept(1, 1), MOST_BYTES, [2, 1]],
  ['too many', kept(...Array.from({ length: MOST_WORKS + 1 }, () => 1)), 1, [2, 1]],
  ['a damaged one counts as one, without bytes', [{ id: 3, damaged: true } as const], MOST_BYTES, []],
])('%s', (_, older, newest, gone) => {
  expect(beyondLimits(older, newest)).toEqual(gone);
});
