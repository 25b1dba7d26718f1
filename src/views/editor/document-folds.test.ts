import { expect, test } from 'vitest';
import { documentFolds } from './document-folds.ts';

test.each([
  [
    'two documents',
    'a: 1\nb: 2\n---\n\nc: 1\nd: 2\n\n',
    [
      [1, 2],
      [5, 6],
    ],
  ],
  [
    'a comment belongs to its document',
    '# first\na: 1\n--- # x\nb: 1\n# end',
    [
      [1, 2],
      [4, 5],
    ],
  ],
  ['a single document is not folded as a whole', 'a: 1\nb: 2\n', []],
  [
    'one line has nothing to fold',
    'a: 1\n---\nb: 1\n---\nc: 1\nd: 1\n---\ne: 1\nf: 1',
    [
      [5, 6],
      [8, 9],
    ],
  ],
])('%s', (_, text, wanted) => {
  expect(documentFolds(text.split('\n')).map(({ start, end }) => [start, end])).toEqual(wanted);
});
