import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import { resolvePlain } from './scalar.ts';

/** The kinds of nodes, as stored in `Places`. */
export const NODE_KIND = { scalar: 0, map: 1, list: 2, alias: 3 } as const;
export type NodeKind = (typeof NODE_KIND)[keyof typeof NODE_KIND];

/**
 * The number of stored numbers of each node: 4 × (the index of the node after its subtree) + its kind, the
 * start and end of its text, the start of its key + 1 (0 without a key), the end of its key.
 */
export const NODE_SIZE = 5;

/**
 * The places of the nodes of one document, as offsets into the text that was parsed. The nodes are numbered
 * in document order: node 0 is the root, the children of a mapping or list follow it. Keys are not nodes.
 * Written by PlaceWriter.
 */
export interface Places {
  /** The parsed text. It has the same length as the document's text. */
  readonly text: string;
  /** The numbers of many documents. Those of this document begin at `from`. */
  readonly numbers: Uint16Array | Int32Array;
  readonly from: number;
  /** The number of nodes. It is 0 when the document holds no value. */
  readonly count: number;
  /** The keys that their text does not spell out (escapes, aliases). Null for a key that is not a string. */
  readonly keys: ReadonlyMap<number, string | null> | null;
  /** The anchored node of each alias, by node. An alias without an entry has no children. */
  readonly aliases: ReadonlyMap<number, number> | null;
}

export const ROOT = 0;
export const NONE = -1;

export function numberOf(places: Places, node: number, field: number): number {
  return places.numbers[places.from + node * NODE_SIZE + field] as number;
}

export function kindOf(places: Places, node: number): number {
  return numberOf(places, node, 0) & 3;
}

/** Returns the node after the subtree of a node. */
export function after(places: Places, node: number): number {
  return numberOf(places, node, 0) >> 2;
}

export function hasKey(places: Places, node: number): boolean {
  return numberOf(places, node, 3) !== 0;
}

export function valueSpan(places: Places, node: number): Span {
  return { start: numberOf(places, node, 1), end: numberOf(places, node, 2) };
}

export function keySpan(places: Places, node: number): Span {
  return { start: numberOf(places, node, 3) - 1, end: numberOf(places, node, 4) };
}

/** Returns the key of a node as its mapping's value has it. Returns null when it is not a string. */
export function keyOf(places: Places, node: number): string | null {
  const known = places.keys?.get(node);
  return known === undefined ? writtenKey(places.text, keySpan(places, node)) : known;
}

/** Returns the key that a text without escapes, anchors and tags spells out. */
export function writtenKey(text: string, { start, end }: Span): string {
  const first = text.charCodeAt(start);
  if (start === end) return 'null';
  return first === 0x22 || first === 0x27
    ? text.slice(start + 1, end - 1)
    : String(resolvePlain(text.slice(start, end)));
}

/** Returns true for the key `<<`, which merges other mappings. */
export function isMerge(places: Places, node: number): boolean {
  return keyOf(places, node) === '<<' && places.text.startsWith('<<', keySpan(places, node).start);
}

/** Returns the child of a node at a step of a path, or -1. The last of several equal keys wins. */
function childOf(places: Places, node: number, step: string | number): number {
  const kind = kindOf(places, node);
  if (kind === NODE_KIND.scalar) return NONE;
  if (kind === NODE_KIND.alias) {
    const target = places.aliases?.get(node);
    return target === undefined ? NONE : childOf(places, target, step);
  }
  const end = after(places, node);
  let found = NONE;
  let hasMerge = false;
  let index = 0;
  for (let child = node + 1; child < end; child = after(places, child), index++) {
    if (kind === NODE_KIND.list) {
      if (index === step) return child;
    } else if (isMerge(places, child)) hasMerge = true;
    else if (keyOf(places, child) === step) found = child;
  }
  if (found !== NONE) return found;
  // A sketch writes the fields of a list's only item without its dash. The mapping is then its own first
  // item.
  if (step === 0 && kind === NODE_KIND.map) return node;
  return hasMerge ? mergedChild(places, node, step) : NONE;
}

/** Returns a child that a mapping gets from `<<`. The first source that has it takes precedence. */
function mergedChild(places: Places, node: number, step: string | number): number {
  const end = after(places, node);
  for (let child = node + 1; child < end; child = after(places, child)) {
    if (!isMerge(places, child)) continue;
    if (kindOf(places, child) !== NODE_KIND.list) {
      const found = childOf(places, child, step);
      if (found !== NONE) return found;
      continue;
    }
    const last = after(places, child);
    for (let source = child + 1; source < last; source = after(places, source)) {
      const found = childOf(places, source, step);
      if (found !== NONE) return found;
    }
  }
  return NONE;
}

/**
 * Returns the span of the value (or its key) at a path. Returns that of the nearest existing ancestor when the
 * path does not exist: its key if it has one, because the value can fill a screen.
 */
export function spanAt(places: Places, path: Path, part: 'key' | 'value'): Span {
  if (places.count === 0) return { start: 0, end: 0 };
  let node = ROOT;
  for (const [depth, step] of path.entries()) {
    const child = childOf(places, node, step);
    if (child === NONE) {
      return depth > 0 && hasKey(places, node) ? keySpan(places, node) : valueSpan(places, node);
    }
    node = child;
  }
  return part === 'key' && hasKey(places, node) ? keySpan(places, node) : valueSpan(places, node);
}

/** Returns the span of the scalar at a path. Returns null when the value is missing or not a scalar. */
export function scalarSpanAt(places: Places, path: Path): Span | null {
  if (places.count === 0) return null;
  let node = ROOT;
  for (const step of path) {
    node = childOf(places, node, step);
    if (node === NONE) return null;
  }
  return kindOf(places, node) === NODE_KIND.scalar ? valueSpan(places, node) : null;
}
