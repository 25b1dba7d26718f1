import type { Fix } from '../findings/finding.ts';
import { type OffsetEdit, toOffsetEdit } from '../manifest/fix-edit.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Source } from '../text/source.ts';

/**
 * Returns the sources of a snapshot with a fix applied. Returns null if a place of the fix does not exist, or
 * if two of its edits overlap.
 */
export function applyFixTo({ sources, locator }: Snapshot, fix: Fix): readonly Source[] | null {
  const byFile = new Map<string, OffsetEdit[]>();
  for (const each of fix.edits) {
    const edit = toOffsetEdit(each, locator);
    if (edit === null) return null;
    const edits = byFile.get(edit.file) ?? [];
    byFile.set(edit.file, edits);
    edits.push(edit);
  }
  const changed: Source[] = [];
  for (const source of sources) {
    const edits = byFile.get(source.file);
    const text = edits === undefined ? source.text : withEdits(source.text, edits);
    if (text === null) return null;
    changed.push(edits === undefined ? source : { ...source, text });
  }
  return changed;
}

function withEdits(text: string, edits: readonly OffsetEdit[]): string | null {
  let result = text;
  let limit = Number.POSITIVE_INFINITY;
  for (const edit of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    if (edit.end > limit) return null;
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
    limit = edit.start;
  }
  return result;
}
