import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';

/**
 * The place of one value of a document. These nodes are the compact tree behind `spanOf`. Offsets are into
 * the document's text.
 */
export interface PlaceNode {
  readonly kind: 'scalar' | 'map' | 'list' | 'alias';
  readonly start: number;
  end: number;
  /** The start of the key of this value. It is -1 for list items and the root. */
  keyStart: number;
  keyEnd: number;
  /** Children by key or index. An alias has the children of its value. Null for scalars. */
  readonly children: Map<string | number, PlaceNode> | null;
  /** Mappings merged by `<<`. They provide the keys that this mapping does not have. */
  merged: PlaceNode[] | null;
}

/** A key that occurs twice in one mapping. */
export interface RepeatedKey {
  readonly first: Span;
  readonly second: Span;
}

/** The places of a whole document. `root` is null when it holds no value. */
export interface PlaceTree {
  readonly root: PlaceNode | null;
  readonly repeated: readonly RepeatedKey[];
}

/** Returns a node without a key. */
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
  // A sketch writes the fields of a list's only item without its dash. The mapping is then its own first
  // item.
  if (step === 0 && node.kind === 'map') return node;
  if (node.merged === null) return undefined;
  for (const source of node.merged) {
    const found = childOf(source, step);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the node at a path. Returns null when the path does not exist. */
export function nodeAt(tree: PlaceTree, path: Path): PlaceNode | null {
  let node = tree.root;
  for (const step of path) {
    if (node === null) return null;
    node = childOf(node, step) ?? null;
  }
  return node;
}

/** Returns the span of the value (or its key) at a path, or of the nearest existing ancestor. */
export function spanAt(tree: PlaceTree, path: Path, part: 'key' | 'value'): Span {
  let node = tree.root;
  if (node === null) return { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    if (child === undefined) {
      // A missing field of a mapping is shown at the mapping's key, because the value can fill a screen.
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

/** Returns the path of the innermost value whose key or text covers an offset. */
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
        // The offset touches only the end of this node. Prefer a later sibling that covers the offset.
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
