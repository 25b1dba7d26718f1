import type { TextEdit } from '../explain/finding-report.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import { analyse } from '../pipeline.ts';
import type { Snapshot } from '../snapshot.ts';
import { isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';
import type { Source } from '../text/source.ts';

/** A range of a file that is removed, as offsets. */
interface Removal {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Items of one List that are removed. */
interface RemovedItems {
  readonly document: ManifestDocument;
  readonly list: Path;
  readonly places: Set<number>;
}

/**
 * Returns the edits that remove resources from the manifests: whole documents, and items of Lists. Returns null
 * if the manifests after them would not have exactly the other resources.
 */
export function removeResources(snapshot: Snapshot, ids: readonly string[]): readonly TextEdit[] | null {
  const removals = removalsOf(snapshot, ids);
  if (removals === null || !leavesTheOthers(snapshot, ids, removals)) return null;
  return removals.map(({ file, start, end }) => {
    const lines = snapshot.locator.lines(file);
    const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
    return {
      file,
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      text: '',
    };
  });
}

function removalsOf({ cluster, locator }: Snapshot, ids: readonly string[]): readonly Removal[] | null {
  const removals: Removal[] = [];
  const lists = new Map<string, RemovedItems>();
  for (const id of ids) {
    const origin = cluster.byId.get(id)?.resource.origin;
    const document = origin && locator.document(origin.file, origin.document);
    if (!origin || !document) return null;
    const place = origin.root.at(-1);
    if (typeof place !== 'number') {
      removals.push(wholeOf(document));
      continue;
    }
    const list = origin.root.slice(0, -1);
    const key = JSON.stringify([origin.file, origin.document, list]);
    const items = lists.get(key) ?? { document, list, places: new Set() };
    items.places.add(place);
    lists.set(key, items);
  }
  for (const items of lists.values()) removals.push(...removalsFrom(items));
  return removals;
}

function wholeOf({ file, offset, text }: ManifestDocument): Removal {
  return { file, start: offset, end: offset + text.length };
}

/** Returns the ranges of neighbouring items. A List without other items is removed as a whole. */
function removalsFrom({ document, list, places }: RemovedItems): readonly Removal[] {
  const count = lengthOf(document.value, list);
  if (places.size >= count) return [wholeOf(document)];
  const removals: Removal[] = [];
  for (let first = 0; first < count; first++) {
    if (!places.has(first)) continue;
    let last = first;
    while (places.has(last + 1)) last++;
    removals.push(rangeOf(document, list, first, last, count));
    first = last;
  }
  return removals;
}

/** Returns the number of items of a list. */
function lengthOf(value: unknown, path: Path): number {
  let at = value;
  for (const step of path)
    at =
      isMapping(at) || Array.isArray(at)
        ? Object.entries(at).find(([key]) => key === String(step))?.[1]
        : undefined;
  return Array.isArray(at) ? at.length : 0;
}

function rangeOf(
  document: ManifestDocument,
  list: Path,
  first: number,
  last: number,
  count: number,
): Removal {
  const { file, offset, text } = document;
  const spanOf = (item: number) => document.spanOf([...list, item]);
  const place = (start: number, end: number): Removal => ({ file, start: offset + start, end: offset + end });
  const lineOf = (at: number) => text.lastIndexOf('\n', at - 1) + 1;
  const { start } = spanOf(first);
  const isBlock = /^\s*-\s+$/.test(text.slice(lineOf(start), start));
  if (last + 1 < count) {
    const next = spanOf(last + 1).start;
    return isBlock ? place(lineOf(start), lineOf(next)) : place(start, next);
  }
  const { end } = spanOf(last);
  if (!isBlock) return place(spanOf(first - 1).end, end);
  const newline = text.indexOf('\n', end);
  const isAtLineStart = end === lineOf(end);
  return place(lineOf(start), isAtLineStart ? end : newline < 0 ? text.length : newline + 1);
}

function leavesTheOthers(snapshot: Snapshot, ids: readonly string[], removals: readonly Removal[]): boolean {
  const { sources, profile, semantics, clusterDomain, cluster } = snapshot;
  const changed = sources.map((source) => without(source, removals));
  if (changed.some((source) => source === null)) return false;
  const after = analyse(changed as readonly Source[], {
    profile: { profile, semantics },
    clusterDomain,
    previous: snapshot,
  });
  const removed = new Set(ids);
  const others = [...cluster.byId.keys()].filter((id) => !removed.has(id));
  return after.cluster.byId.size === others.length && others.every((id) => after.cluster.byId.has(id));
}

/** Returns a source without some ranges. Returns null if two of them overlap. */
function without(source: Source, removals: readonly Removal[]): Source | null {
  const own = removals.filter(({ file }) => file === source.file).toSorted((a, b) => a.start - b.start);
  if (own.length === 0) return source;
  let text = '';
  let from = 0;
  for (const { start, end } of own) {
    if (start < from) return null;
    text += source.text.slice(from, start);
    from = end;
  }
  return { ...source, text: text + source.text.slice(from) };
}
