import type { GraphViewProps } from './graph-view-props.ts';

/** The route graph. */
export function GraphView({ graph, onSelect }: GraphViewProps) {
  return (
    <section aria-label="Route graph">
      {graph?.nodes.map((node) => (
        <button type="button" key={node.id} data-id={node.id} onClick={() => onSelect(node.id)}>
          {node.label}
        </button>
      ))}
    </section>
  );
}
