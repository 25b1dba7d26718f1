import type { SnapshotView } from '../core/answers/page-first-view.ts';
import { own, put } from '../core/text/own.ts';
import { type Hunk, partsOf, type ViewPatch } from './view-patch.ts';

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
