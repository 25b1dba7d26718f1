import type { GraphModel } from '../../core/graph/graph-model.ts';
import type { GraphTexts } from './texts-en.ts';

interface GraphLegendProps {
  readonly graph: GraphModel;
  readonly traced: boolean;
  readonly compared: boolean;
  readonly texts: GraphTexts;
}

/** The meaning of the lines in the present graph. */
export function GraphLegend({ graph, traced, compared, texts }: GraphLegendProps) {
  const has = (test: (edge: GraphModel['edges'][number]) => boolean) => graph.edges.some(test);
  const lines = [
    { kind: 'producer', shown: has((edge) => edge.role === 'producer') },
    { kind: 'consumer', shown: has((edge) => edge.role === 'consumer') },
    { kind: 'gateway', shown: has((edge) => edge.role === 'gateway') },
    { kind: 'original', shown: has((edge) => edge.kind === 'original') },
    { kind: 'mirrors', shown: has((edge) => edge.kind === 'mirrors') },
    { kind: 'broken', shown: has((edge) => edge.broken !== null) },
    { kind: 'trace', shown: traced },
    { kind: 'second', shown: compared },
  ] as const;
  return (
    <ul className="graph-legend" aria-label={texts.legend}>
      {lines.map(({ kind, shown }) => {
        if (!shown) return null;
        const [short, long] = texts.legends[kind];
        return (
          <li key={kind} title={long}>
            <svg className="graph-sample" data-line={kind} width="30" height="10" aria-hidden="true">
              <path className="graph-line" d="M1,5 L23,5" />
              <path className="graph-arrow" d="M22,1.5 L29,5 L22,8.5 Z" />
            </svg>
            {short}
          </li>
        );
      })}
    </ul>
  );
}
