import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';

/** Where one value of a document stands; the compact tree behind `spanOf`. Offsets are into the document's text. */
export interface PlaceNode {
  readonly kind: 'scalar' | 'map' | 'list' | 'alias';
  readonly start: number;
  end: number;
  /** The key of the pair whose value this is; -1 for list items and the root. */
  keyStart: number;
  keyEnd: number;
  /** Children by key or index; for an alias those of the value that it stands for. Null for scalars. */
  readonly children: Map<string | number, PlaceNode> | null;
  /** Mappings taken in by `<<`, which answer for keys that are not written here. */
  merged: PlaceNode[] | null;
}

/** A key that stands twice in one mapping. */
export interface RepeatedKey {
  readonly first: Span;
  readonly second: Span;
}

/** The places of a whole document; `root` is null when it holds no value. */
export interface PlaceTree {
  readonly root: PlaceNode | null;
  readonly repeated: readonly RepeatedKey[];
}

/** A node with no key yet. */
export function placeNode(
  kind: PlaceNode['kind'],
  start: number,
  end: number,
  children: PlaceNode['children'] = null,
): PlaceNode {
  return { kind, start, end, keyStart: -1, keyEnd: -1, children, merged: null };
}

function childOf(node: PlaceNode, step: string | number): PlaceNode | undefined {
  const child = node.children?.get(step);
  if (child !== undefined) return child;
  // A sketch writes the parts of a list's only item without its dash: the mapping is then its own first item.
  if (step === 0 && node.kind === 'map') return node;
  if (node.merged === null) return undefined;
  for (const source of node.merged) {
    const found = childOf(source, step);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The node at a path, or null when the path does not exist. */
export function nodeAt(tree: PlaceTree, path: Path): PlaceNode | null {
  let node = tree.root;
  for (const step of path) {
    if (node === null) return null;
    node = childOf(node, step) ?? null;
  }
  return node;
}

/** The span of the value (or its key) at a path; of the nearest existing ancestor when there is none. */
export function spanAt(tree: PlaceTree, path: Path, part: 'key' | 'value'): Span {
  let node = tree.root;
  if (node === null) return { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    if (child === undefined) {
      // A missing field of a mapping is best shown at the mapping's key: the value may be a screen long.
      return depth > 0 && node.keyStart !== -1
        ? { start: node.keyStart, end: node.keyEnd }
        : { start: node.start, end: node.end };
    }
    node = child;
  }
  return part === 'key' && node.keyStart !== -1
    ? { start: node.keyStart, end: node.keyEnd }
    : { start: node.start, end: node.end };
}

/** The path of the innermost value whose key or text covers an offset. */
export function pathAt(tree: PlaceTree, offset: number): Path {
  const path: (string | number)[] = [];
  let node = tree.root;
  while (node !== null && node.kind !== 'alias' && node.children !== null) {
    let inner: PlaceNode | null = null;
    for (const [step, child] of node.children) {
      const start = child.keyStart === -1 ? child.start : child.keyStart;
      if (offset >= start && offset <= Math.max(child.end, child.keyEnd)) {
        inner = child;
        path.push(step);
        if (offset < Math.max(child.end, child.keyEnd)) break;
        path.pop();
        inner = null;
        // Touching its end only: a later sibling may cover the offset; keep this one otherwise.
        const later = coveringSibling(node, step, offset);
        path.push(later?.step ?? step);
        inner = later?.child ?? child;
        break;
      }
    }
    node = inner;
  }
  return path;
}

function coveringSibling(
  parent: PlaceNode,
  after: string | number,
  offset: number,
): { readonly step: string | number; readonly child: PlaceNode } | null {
  for (const [step, child] of parent.children ?? []) {
    const start = child.keyStart === -1 ? child.start : child.keyStart;
    if (step !== after && offset >= start && offset < Math.max(child.end, child.keyEnd))
      return { step, child };
  }
  return null;
}
