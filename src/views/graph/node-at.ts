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

/** A place of the window, next to which a menu opens: a rectangle, or a point without a size. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns the place of an element, so that its menu does not cover it. */
export function placeOf(element: Element): Place {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, width, height };
}
