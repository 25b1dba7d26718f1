import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import {
  after,
  hasKey,
  isMerge,
  keyOf,
  keySpan,
  kindOf,
  NODE_KIND,
  NONE,
  numberOf,
  type Places,
  ROOT,
  valueSpan,
} from './places.ts';

/**
 * Returns the path of the innermost value whose key or text covers an offset. A value that starts at the
 * offset is preferred to one that ends there.
 */
export function pathAt(places: Places, offset: number): Path {
  const path: (string | number)[] = [];
  if (places.count === 0) return path;
  let node = ROOT;
  for (;;) {
    const kind = kindOf(places, node);
    if (kind === NODE_KIND.scalar || kind === NODE_KIND.alias) return path;
    const end = after(places, node);
    let inner = NONE;
    let innerStep: string | number = 0;
    let index = 0;
    for (let child = node + 1; child < end; child = after(places, child), index++) {
      const step = kind === NODE_KIND.list ? index : keyOf(places, child);
      if (step === null || (kind === NODE_KIND.map && isMerge(places, child))) continue;
      const { start, end: last } = extentOf(places, child);
      if (offset < start || offset > last) continue;
      if (inner === NONE || offset < last) {
        inner = child;
        innerStep = step;
      }
      if (offset < last) break;
    }
    if (inner === NONE) return path;
    path.push(innerStep);
    node = inner;
  }
}

/** Returns the span of a node together with its key. */
function extentOf(places: Places, node: number): Span {
  const value = valueSpan(places, node);
  if (!hasKey(places, node)) return value;
  const key = keySpan(places, node);
  return { start: key.start, end: Math.max(value.end, key.end) };
}

/**
 * Returns the span of the previous key with the same text in the same mapping as the key at `keyStart`.
 * Returns null when there is none.
 */
export function earlierKey(places: Places, keyStart: number): Span | null {
  for (let node = 1; node < places.count; node++) {
    if (numberOf(places, node, 3) - 1 !== keyStart) continue;
    const key = keyOf(places, node);
    let earlier = NONE;
    for (let other = firstSibling(places, node); other < node; other = after(places, other)) {
      if (keyOf(places, other) === key) earlier = other;
    }
    return earlier === NONE ? null : keySpan(places, earlier);
  }
  return null;
}

/** Returns the first child of the parent of a node. */
function firstSibling(places: Places, node: number): number {
  for (let parent = node - 1; parent >= 0; parent--) if (after(places, parent) > node) return parent + 1;
  return node;
}
