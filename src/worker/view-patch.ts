import type { SnapshotView } from '../core/answers/page-first-view.ts';

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

type Parts = Readonly<Record<string, unknown>>;

/** Returns the parts of a view. The parts of the graph are at the same level. */
export function partsOf({ graph, ...rest }: SnapshotView): Parts {
  return { ...rest, nodes: graph.nodes, edges: graph.edges };
}
