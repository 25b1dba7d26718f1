import type { TextEdit } from '../core/explain/finding-report.ts';
import { LineMap } from '../core/text/line-map.ts';
import type { TextFile } from './model.ts';

/** The range of an edit in a text, as offsets. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function cutsOf(text: string, edits: readonly TextEdit[]): Cut[] {
  const lines = new LineMap(text);
  return edits
    .map((edit) => ({
      start: lines.offsetAt({ line: edit.startLine, column: edit.startColumn }),
      end: lines.offsetAt({ line: edit.endLine, column: edit.endColumn }),
      text: edit.text,
    }))
    .sort((a, b) => b.start - a.start || b.end - a.end);
}

/**
 * Returns a text with edits applied. The edits count lines and columns of the original text. Returns null
 * when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | null {
  let result = text;
  let limit = Number.POSITIVE_INFINITY;
  for (const cut of cutsOf(text, edits)) {
    if (cut.end > limit || cut.end < cut.start) return null;
    result = result.slice(0, cut.start) + cut.text + result.slice(cut.end);
    limit = cut.start;
  }
  return result;
}

/** Returns files with edits applied. Returns null when an edit names an unknown file or two edits overlap. */
export function applyToFiles(
  files: readonly TextFile[],
  edits: readonly TextEdit[],
): readonly TextFile[] | null {
  if (edits.some((edit) => !files.some((file) => file.name === edit.file))) return null;
  const changed: TextFile[] = [];
  for (const file of files) {
    const own = edits.filter((edit) => edit.file === file.name);
    const text = own.length === 0 ? file.text : applyEdits(file.text, own);
    if (text === null) return null;
    changed.push(text === file.text ? file : { ...file, text });
  }
  return changed;
}

/** One line of a preview. */
export interface PreviewLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly line: number;
  readonly text: string;
}

/** Returns the lines of a file that edits change, with one line of context around each change. */
export function previewEdits(text: string, edits: readonly TextEdit[]): PreviewLine[] {
  const after = applyEdits(text, edits);
  if (after === null) return [];
  const before = text.split(/\r\n|\r|\n/);
  const now = after.split(/\r\n|\r|\n/);
  const shared = Math.min(before.length, now.length);
  let head = 0;
  while (head < shared && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shared - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const lines: PreviewLine[] = [];
  const add = (kind: PreviewLine['kind'], from: readonly string[], start: number, end: number) => {
    for (let at = Math.max(0, start); at < Math.min(from.length, end); at++) {
      lines.push({ kind, line: at + 1, text: from[at] as string });
    }
  };
  add('same', before, head - 2, head);
  add('removed', before, head, before.length - tail);
  add('added', now, head, now.length - tail);
  add('same', now, now.length - tail, now.length - tail + 2);
  return lines;
}
