import type { GraphNode } from '../../core/graph/graph-model.ts';

/** A node with its element in the page. */
export interface NodeInPage {
  readonly node: GraphNode;
  readonly element: HTMLElement;
}

/** Returns the innermost node that contains an element. Returns null if the element is in no node. */
export function nodeAt(target: EventTarget | null, nodes: ReadonlyMap<string, GraphNode>): NodeInPage | null {
  if (!(target instanceof Element)) return null;
  let element = target.closest('[data-id]');
  while (element !== null) {
    const node = nodes.get(element.getAttribute('data-id') ?? '');
    if (node !== undefined && element instanceof HTMLElement) return { node, element };
    element = element.parentElement?.closest('[data-id]') ?? null;
  }
  return null;
}

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns the point below the start of an element, where its menu opens. */
export function belowOf(element: Element): Point {
  const { left, bottom, height } = element.getBoundingClientRect();
  return { x: left + 8, y: bottom - Math.min(8, height / 2) };
}
