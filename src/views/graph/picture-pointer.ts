import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback } from 'react';
import type { GraphModel } from '../../core/graph/graph-model.ts';
import type { GraphLayout } from '../../core/graph/layout.ts';
import { nameOf } from './describe.ts';
import { nodeAt } from './map-scene.ts';
import type { GraphTexts } from './texts-en.ts';

/**
 * Returns what the pointer does on the background of the graph. In a large graph the background shows nodes
 * as a picture (null: it does not). A click selects the node in the picture, or nothing. A double click opens
 * it. The name of the node under the pointer is the background's tooltip.
 */
export function usePicturePointer(
  graph: GraphModel | null,
  layout: GraphLayout,
  texts: GraphTexts,
  select: (id: string | null) => void,
  open: (id: string) => void,
) {
  const { screenToFlowPosition } = useReactFlow();
  const nodeUnder = useCallback(
    (event: MouseEvent) => {
      if (graph === null) return null;
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      return nodeAt(graph, layout, x, y);
    },
    [graph, layout, screenToFlowPosition],
  );
  const onClick = useCallback(
    (event: MouseEvent) => select(nodeUnder(event)?.id ?? null),
    [nodeUnder, select],
  );
  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      const target = event.target as Element;
      const node = target.classList.contains('react-flow__pane') ? nodeUnder(event) : null;
      if (node) open(node.id);
    },
    [nodeUnder, open],
  );
  const onMouseMove = useCallback(
    (event: MouseEvent) => {
      const pane = (event.target as Element).closest<HTMLElement>('.react-flow__pane');
      if (graph === null || !pane || event.buttons !== 0) return;
      const node = nodeUnder(event);
      const name = node === null ? '' : nameOf(node, texts);
      if (pane.title !== name) pane.title = name;
      pane.toggleAttribute('data-hit', node !== null);
    },
    [graph, nodeUnder, texts],
  );
  return { onClick, onDoubleClick, onMouseMove };
}
