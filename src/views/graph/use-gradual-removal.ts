import type { Node } from '@xyflow/react';
import { useEffect, useState } from 'react';

/** Nodes that leave in one frame. */
const STEP = 32;

interface Memory<Item> {
  nodes: readonly Item[];
  readonly leaving: Map<string, Item>;
  shown: Item[];
}

/**
 * Returns the nodes for React Flow. Nodes that are no longer in the list are hidden at once, and leave the
 * list in steps, one step in each frame: React Flow handles an exception for each node that leaves, which
 * takes about half a millisecond.
 */
export function useGradualRemoval<Item extends Node>(nodes: Item[]): Item[] {
  // A cache, not state: its content follows from the nodes that were shown.
  const [memory] = useState<Memory<Item>>(() => ({ nodes, leaving: new Map(), shown: nodes }));
  const [, render] = useState(0);
  if (memory.nodes !== nodes) {
    const kept = new Set(nodes.map(({ id }) => id));
    for (const node of memory.nodes) if (!kept.has(node.id)) memory.leaving.set(node.id, hide(node));
    for (const id of kept) memory.leaving.delete(id);
    memory.nodes = nodes;
    advance(memory, nodes);
  }
  useEffect(() => {
    if (memory.leaving.size === 0) return;
    const frame = requestAnimationFrame(() => {
      advance(memory, nodes);
      render((count) => count + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  return memory.shown;
}

function hide<Item extends Node>(node: Item): Item {
  return { ...node, hidden: true };
}

function advance<Item extends Node>(memory: Memory<Item>, nodes: Item[]): void {
  let left = 0;
  for (const id of memory.leaving.keys()) {
    if (left++ === STEP) break;
    memory.leaving.delete(id);
  }
  memory.shown = memory.leaving.size === 0 ? nodes : [...nodes, ...memory.leaving.values()];
}
