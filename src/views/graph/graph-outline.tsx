import { memo } from 'react';
import type { GraphModel, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import { edgeLabel, spokenNode } from './describe.ts';
import type { GraphTexts } from './texts-en.ts';

interface GraphOutlineProps {
  readonly graph: GraphModel;
  readonly way: TraceWay | null;
  readonly texts: GraphTexts;
}

/** Larger graphs are told by namespace; their nodes are in the drawing, one by one. */
const MAX_TOLD = 300;

/** The graph as nested lists, for those who do not see the drawing. */
export const GraphOutline = memo(function GraphOutline({ graph, way, texts }: GraphOutlineProps) {
  const byNamespace = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    const list = byNamespace.get(node.namespace);
    if (list) list.push(node);
    else byNamespace.set(node.namespace, [node]);
  }
  const names = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const out = new Map<string, string[]>();
  for (const edge of graph.edges) {
    const label = edgeLabel(edge, texts);
    const text = `${texts.edges[edge.kind]} ${names.get(edge.to) ?? edge.to}${label === '' ? '' : ` (${label})`}`;
    const list = out.get(edge.from);
    if (list) list.push(text);
    else out.set(edge.from, [text]);
  }
  const onTrace = new Set(way?.nodes);
  const all = graph.nodes.length <= MAX_TOLD;
  return (
    <section className="visually-hidden" aria-label={texts.outline}>
      <ul>
        {[...byNamespace].map(([namespace, nodes]) => (
          <li key={namespace}>
            {`${texts.kinds.namespace} ${namespace}`}
            <ul>
              {nodes
                .filter((node) => node.kind !== 'namespace' && (all || onTrace.has(node.id)))
                .map((node) => (
                  <li key={node.id}>
                    {spokenNode(node, onTrace.has(node.id), texts)}
                    {out.has(node.id) && `: ${out.get(node.id)?.join('; ')}`}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
});
