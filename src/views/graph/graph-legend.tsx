import type { GraphModel, GraphRole } from '../../core/graph/graph-model.ts';
import { MARK_ICONS } from './card-marks.tsx';
import type { GraphTexts, LegendLine } from './texts-en.ts';

interface GraphLegendProps {
  readonly graph: GraphModel;
  readonly traced: boolean;
  readonly compared: boolean;
  /** What the manifests are compared with. Null when no mark says that something changed. */
  readonly changedFrom: string | null;
  readonly texts: GraphTexts;
}

const ChangedIcon = MARK_ICONS.changed;

/** The meaning of the bars and lines in the present graph. */
export function GraphLegend({ graph, traced, compared, changedFrom, texts }: GraphLegendProps) {
  const has = (test: (edge: GraphModel['edges'][number]) => boolean) => graph.edges.some(test);
  const lines = [
    { kind: 'producer', shown: has((edge) => edge.role === 'producer') },
    { kind: 'consumer', shown: has((edge) => edge.role === 'consumer') },
    { kind: 'gateway', shown: has((edge) => edge.role === 'gateway') },
    { kind: 'written', shown: has((edge) => edge.role === 'written') },
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
            {isRole(kind) ? <BarSample role={kind} /> : <LineSample line={kind} />}
            {short}
          </li>
        );
      })}
      {changedFrom !== null && (
        <li title={texts.changedLong(changedFrom)}>
          <span className="graph-mark" data-mark="changed">
            <ChangedIcon size={12} aria-hidden />
          </span>
          <span className="graph-legend-name">{texts.changedFrom(changedFrom)}</span>
        </li>
      )}
    </ul>
  );
}

const isRole = (kind: LegendLine): kind is GraphRole =>
  kind === 'producer' || kind === 'consumer' || kind === 'gateway' || kind === 'written';

function LineSample({ line }: { readonly line: LegendLine }) {
  return (
    <svg className="graph-sample" data-line={line} width="30" height="10" aria-hidden="true">
      <path className="graph-line" d="M1,5 L23,5" />
      <path className="graph-arrow" d="M22,1.5 L29,5 L22,8.5 Z" />
    </svg>
  );
}

/** The bar of a card: in pieces for consumer routes. */
function BarSample({ role }: { readonly role: GraphRole }) {
  const pieces = role === 'consumer' ? [0.5, 5, 9.5] : [0.5];
  return (
    <svg className="graph-sample" data-line={role} width="20" height="14" aria-hidden="true">
      <rect className="graph-bar-card" x="2" y="0.5" width="17" height="13" rx="3" />
      {pieces.map((y) => (
        <rect
          key={y}
          className="graph-bar"
          x="0.5"
          y={y}
          width="4"
          height={role === 'consumer' ? 3.5 : 13}
          rx="1"
        />
      ))}
    </svg>
  );
}
