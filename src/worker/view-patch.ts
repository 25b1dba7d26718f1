import type { SnapshotView } from '../core/present.ts';

/** What changed in a list: `items` stand in the place of `removed` ones from `at` on. */
export interface ListPatch {
  readonly at: number;
  readonly removed: number;
  readonly items: readonly unknown[];
}

/** What changed from one view to the next; a part that is not named is as it was. */
export type ViewPatch = Readonly<Record<string, ListPatch | { readonly value: unknown }>>;

/** The lists of a view, which can be long; beside them and the graph it holds only plain values. */
const LISTS = ['findings', 'clients', 'hosts', 'resources', 'tables', 'suites'] as const;

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

const NOTHING: readonly unknown[] = [];

/** What has to be sent so that whoever has `before` gets `after`; without `before` it is everything. */
export function diffView(before: SnapshotView | null, after: SnapshotView): ViewPatch {
  const patch: Record<string, ListPatch | { value: unknown }> = {};
  const list = (name: string, old: readonly unknown[] | undefined, now: readonly unknown[]) => {
    const found = diffList(old ?? NOTHING, now);
    if (found) patch[name] = found;
  };
  for (const name of LISTS) list(name, before?.[name], after[name]);
  list('nodes', before?.graph.nodes, after.graph.nodes);
  list('edges', before?.graph.edges, after.graph.edges);
  for (const [name, value] of Object.entries(after)) {
    if (typeof value === 'object') continue;
    if (before?.[name as keyof SnapshotView] !== value) patch[name] = { value };
  }
  return patch;
}

/** The view after a patch; what did not change keeps its identity, so that nobody draws it again. */
export function patchView(before: SnapshotView | null, patch: ViewPatch): SnapshotView {
  const list = <T>(name: string, old: readonly T[] | undefined): readonly T[] => {
    const change = patch[name];
    if (!change || !('items' in change)) return old ?? [];
    const items = change.items as readonly T[];
    return [...(old ?? []).slice(0, change.at), ...items, ...(old ?? []).slice(change.at + change.removed)];
  };
  const view: Record<string, unknown> = { ...before };
  for (const name of LISTS) view[name] = list<unknown>(name, before?.[name]);
  const nodes = list('nodes', before?.graph.nodes);
  const edges = list('edges', before?.graph.edges);
  const same = before && nodes === before.graph.nodes && edges === before.graph.edges;
  view.graph = same ? before.graph : { nodes, edges };
  for (const [name, change] of Object.entries(patch)) if ('value' in change) view[name] = change.value;
  return view as unknown as SnapshotView;
}
