import type { SnapshotView } from '../core/present.ts';

/** What changed in a list: `items` stand in the place of `removed` ones from `at` on. */
export interface ListPatch {
  readonly at: number;
  readonly removed: number;
  readonly items: readonly unknown[];
}

/** What changed from one view to the next; a part that is not named is as it was. */
export type ViewPatch = Readonly<Record<string, ListPatch | { readonly value: unknown }>>;

/** Deep equality of JSON-like values. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!same(a[at], b[at])) return false;
    return true;
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) if (!same(left[key], right[key])) return false;
  return true;
}

function diffList(before: readonly unknown[], after: readonly unknown[]): ListPatch | null {
  const shared = Math.min(before.length, after.length);
  let at = 0;
  while (at < shared && same(before[at], after[at])) at++;
  if (at === before.length && at === after.length) return null;
  let tail = 0;
  while (tail < shared - at && same(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++;
  return { at, removed: before.length - at - tail, items: after.slice(at, after.length - tail) };
}

type Parts = Readonly<Record<string, unknown>>;

/** The parts of a view, with those of the graph beside the others. */
function partsOf({ graph, ...rest }: SnapshotView): Parts {
  return { ...rest, nodes: graph.nodes, edges: graph.edges };
}

/** What has to be sent so that whoever has `before` gets `after`; without `before` it is everything. */
export function diffView(before: SnapshotView | null, after: SnapshotView): ViewPatch {
  const patch: Record<string, ListPatch | { value: unknown }> = {};
  const old = before ? partsOf(before) : {};
  for (const [name, value] of Object.entries(partsOf(after))) {
    const was = old[name];
    if (Array.isArray(value) && Array.isArray(was)) {
      const found = diffList(was, value);
      if (found) patch[name] = found;
    } else if (!same(was, value)) patch[name] = { value };
  }
  return patch;
}

/** The view after a patch; what did not change keeps its identity, so that nobody draws it again. */
export function patchView(before: SnapshotView | null, patch: ViewPatch): SnapshotView {
  const parts: Record<string, unknown> = before ? { ...partsOf(before) } : {};
  for (const [name, change] of Object.entries(patch)) {
    if ('value' in change) parts[name] = change.value;
    else {
      const old = parts[name] as readonly unknown[];
      parts[name] = [...old.slice(0, change.at), ...change.items, ...old.slice(change.at + change.removed)];
    }
  }
  const { nodes, edges, ...rest } = parts;
  const kept = before && nodes === before.graph.nodes && edges === before.graph.edges;
  return { ...rest, graph: kept ? before.graph : { nodes, edges } } as unknown as SnapshotView;
}
