import { useEffect, useState } from 'react';
import type { NodeEdit } from '../../core/answers/node-edits.ts';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import { askNodeEdits } from '../../state/ask-node.ts';
import { store } from '../../state/store.ts';

const NONE: readonly NodeEdit[] = [];

/**
 * Returns the edits of the manifests that a node offers. Returns null while they are computed. Does not ask
 * if `wanted` is false.
 */
export function useNodeEdits(node: GraphNode, wanted: boolean): readonly NodeEdit[] | null {
  const [edits, setEdits] = useState<readonly NodeEdit[] | null>(wanted ? null : NONE);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const { id, kind, resourceKind, resource, namespace, label } = node;
    void askNodeEdits({ id, kind, resourceKind, resource, namespace, label }).then((reply) => {
      if (!current) return;
      // The edits are only for the text that they were made for.
      const isCurrent = reply !== null && reply.revision === store.getState().viewRevision;
      setEdits(isCurrent ? reply.edits : NONE);
    });
    return () => {
      current = false;
    };
  }, [node, wanted]);
  return edits;
}
