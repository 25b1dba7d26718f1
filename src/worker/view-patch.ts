import type { SnapshotView } from '../core/answers/page-first-view.ts';
import { own, put } from '../core/text/own.ts';

/** A change of a list: `items` replace `removed` items from index `at` of the old list on. */
export interface Hunk {
  readonly at: number;
  readonly removed: number;
  readonly items: readonly unknown[];
}

/** The changes of a list, from its beginning to its end. */
export interface ListPatch {
  readonly hunks: readonly Hunk[];
}

/** The changes from one view to the next. A part without an entry has not changed. */
export type ViewPatch = Readonly<Record<string, ListPatch | { readonly value: unknown }>>;

function patchList(before: readonly unknown[], hunks: readonly Hunk[]): readonly unknown[] {
  const after: unknown[] = [];
  let at = 0;
  for (const hunk of hunks) {
    for (; at < hunk.at; at++) after.push(before[at]);
    for (const item of hunk.items) after.push(item);
    at += hunk.removed;
  }
  for (; at < before.length; at++) after.push(before[at]);
  return after;
}

type Parts = Readonly<Record<string, unknown>>;

/** Returns the parts of a view. The parts of the graph are at the same level. */
export function partsOf({ graph, ...rest }: SnapshotView): Parts {
  return { ...rest, nodes: graph.nodes, edges: graph.edges };
}

/**
 * Returns the view after a patch. Unchanged parts keep their identity, so that React does not draw them
 * again.
 */
export function patchView(before: SnapshotView | null, patch: ViewPatch): SnapshotView {
  const parts: Record<string, unknown> = before ? { ...partsOf(before) } : {};
  for (const [name, change] of Object.entries(patch)) {
    put(
      parts,
      name,
      'value' in change ? change.value : patchList(own(parts, name) as readonly unknown[], change.hunks),
    );
  }
  const { nodes, edges, ...rest } = parts;
  const kept = before && nodes === before.graph.nodes && edges === before.graph.edges;
  return { ...rest, graph: kept ? before.graph : { nodes, edges } } as unknown as SnapshotView;
}
