import { describe, expect, test } from 'vitest';
import { applyEdits, applyToFiles, previewEdits } from './text-edits.ts';

const TEXT = 'a: 1\nb: 2\nc: 3\n';
const edit = (startLine: number, startColumn: number, endLine: number, endColumn: number, text: string) => ({
  file: 'f',
  startLine,
  startColumn,
  endLine,
  endColumn,
  text,
});

describe('edits of a text', () => {
  test('all count places of the original text', () =>
    expect(applyEdits(TEXT, [edit(1, 4, 1, 5, '10'), edit(3, 4, 3, 5, '30'), edit(2, 1, 3, 1, '')])).toBe(
      'a: 10\nc: 30\n',
    ));
  test('may not overlap', () =>
    expect(applyEdits(TEXT, [edit(1, 1, 2, 3, 'x'), edit(2, 1, 2, 5, 'y')])).toBeNull());
  test('change several files, or none', () => {
    const files = [
      { name: 'f', text: TEXT },
      { name: 'g', text: TEXT },
    ];
    const changed = applyToFiles(files, [edit(1, 4, 1, 5, '9')]);
    expect(changed?.map((file) => file.text)).toEqual(['a: 9\nb: 2\nc: 3\n', TEXT]);
    expect(changed?.[1]).toBe(files[1]);
    expect(applyToFiles(files, [{ ...edit(1, 1, 1, 1, ''), file: 'h' }])).toBeNull();
  });
  test('are previewed with their context', () =>
    expect(previewEdits(TEXT, [edit(2, 4, 2, 5, '9')])).toEqual([
      { kind: 'same', line: 1, text: 'a: 1' },
      { kind: 'removed', line: 2, text: 'b: 2' },
      { kind: 'added', line: 2, text: 'b: 9' },
      { kind: 'same', line: 3, text: 'c: 3' },
      { kind: 'same', line: 4, text: '' },
    ]));
});
