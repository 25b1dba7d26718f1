import '@xyflow/react/dist/base.css';
import './graph.css';
import './graph-cards.css';
import './graph-lines.css';
import './graph-parts.css';
import './graph-far.css';
import './graph-map.css';
import { ReactFlowProvider } from '@xyflow/react';
import { Waypoints } from 'lucide-react';
import { type CSSProperties, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { cardsIn, elementFor } from '../../core/graph/card-rows.ts';
import { chipFor, foldServices, unroutedServices } from '../../core/graph/fold-services.ts';
import type { GraphModel, GraphNode, TraceWay } from '../../core/graph/graph-model.ts';
import {
  aroundRequest,
  collapseNamespaces,
  drawnAs,
  hideNamespaces,
  neighbourhood,
} from '../../core/graph/reduce-graph.ts';
import { withClientOf } from '../../core/graph/trace-way.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { GraphControls } from './graph-controls.tsx';
import { GraphLegend } from './graph-legend.tsx';
import { GraphOutline } from './graph-outline.tsx';
import { GraphPaper } from './graph-paper.tsx';
import { GraphToolbar } from './graph-toolbar.tsx';
import type { GraphViewProps } from './graph-view-props.ts';
import { NodeDetails } from './node-details.tsx';
import { type PaneSize, roomOf, SCALES } from './opening-view.ts';
import { graphTexts } from './texts.ts';
import { useGraphLayout } from './use-graph-layout.ts';
import { useKept } from './use-kept.ts';
import { useNodeMenu } from './use-node-menu.tsx';
import { usePaneSize } from './use-pane-size.ts';
import { useScope } from './use-scope.ts';
import { useViewport } from './use-viewport.ts';

/** The route graph. The shell loads it lazily. */
export function GraphView(props: GraphViewProps) {
  const { graph, onOpenExample } = props;
  const texts = graphTexts(props.language);
  if (graph === null) return <section className="graph-view" aria-label={texts.region} aria-busy="true" />;
  if (graph.nodes.length === 0) {
    return (
      <section className="graph-view graph-empty" aria-label={texts.region}>
        <Waypoints size={28} strokeWidth={1.5} aria-hidden />
        <strong>{texts.emptyTitle}</strong>
        <p>{texts.emptyText}</p>
        {onOpenExample && (
          <button type="button" className="button" onClick={onOpenExample}>
            {texts.openExample}
          </button>
        )}
      </section>
    );
  }
  return (
    <ReactFlowProvider>
      <Drawing {...props} graph={graph} />
    </ReactFlowProvider>
  );
}

/** Above this number of nodes, namespaces outside the request's way start as one node each. */
const COLLAPSE_FROM = 600;

function Drawing(props: GraphViewProps & { readonly graph: GraphModel }) {
  const pane = useRef<HTMLDivElement>(null);
  const size = usePaneSize(pane);
  return <SizedDrawing {...props} pane={pane} size={size} />;
}

/** A pane of this size has the layout of a usual page. Nothing of it is visible before the pane is measured. */
const UNMEASURED: PaneSize = { width: 790, height: 620 };

interface SizedDrawingProps extends GraphViewProps {
  readonly graph: GraphModel;
  readonly pane: RefObject<HTMLDivElement | null>;
  /** Null before the pane is measured. */
  readonly size: PaneSize | null;
}

function SizedDrawing(props: SizedDrawingProps) {
  const { way, secondWay = null, selected, onOpenResource, compact = false, pane, size } = props;
  const { presented = false } = props;
  const texts = graphTexts(props.language);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [focusId, setFocusId] = useState<string | null>(null);
  // The details show a node that was selected here. A node that the editor's cursor selects is only marked.
  const [told, setTold] = useState<string | null>(null);
  const { onSelect: report } = props;
  const onSelect = useCallback(
    (id: string | null) => {
      setTold(id);
      report(id);
    },
    [report],
  );
  // The current request comes last, so that its sender is the one that the client shows.
  const whole = useMemo(
    () => withClientOf(withClientOf(props.graph, secondWay), way),
    [props.graph, secondWay, way],
  );
  const unrouted = useMemo(() => unroutedServices(props.graph), [props.graph]);
  const ways = useMemo(() => (secondWay === null ? [way] : [way, secondWay]), [way, secondWay]);
  const folded = useMemo(() => foldServices(whole, unrouted, ways), [whole, unrouted, ways]);
  const collapsed = useMemo(() => chosen ?? collapsedAtFirst(whole, way), [chosen, whole, way]);
  const canNarrow = (way?.nodes.length ?? 0) > 1;
  const scale = presented ? SCALES.presented : SCALES.usual;
  const moment = `${presented} ${props.moment ?? ''}`;
  const held = useRef(false);
  const [scope, setScope] = useScope(folded, way, { secondWay, pane: size, scale, moment, held });
  const graph = useKept(
    useMemo(() => {
      if (scope === 'request' && way) return aroundRequest(whole, way, secondWay);
      const drawn = collapseNamespaces(hideNamespaces(whole, hidden), collapsed);
      return foldServices(drawn, unrouted, ways);
    }, [scope, whole, way, secondWay, hidden, collapsed, unrouted, ways]),
  );
  const room = roomOf(size ?? UNMEASURED, scale);
  const placed = useGraphLayout(graph, scope, room);
  const passed = useMemo(() => ways.flatMap((each) => each?.nodes ?? []), [ways]);
  const viewport = useViewport(pane, { ...placed, way: passed, scale, moment, held });
  const focus = useMemo(
    () => (focusId !== null && placed.layout.boxes.has(focusId) ? neighbourhood(graph, focusId) : null),
    [graph, placed.layout, focusId],
  );

  const onExpand = useCallback(
    (namespace: string) => {
      const next = new Set(collapsed);
      next.delete(namespace);
      setChosen(next);
    },
    [collapsed],
  );
  const onFound = (node: GraphNode) => {
    if (scope === 'request' && !graph.nodes.some((each) => each.id === node.id)) setScope('all');
    if (hidden.has(node.namespace)) setHidden(without(hidden, node.namespace));
    if (node.kind !== 'namespace' && collapsed.has(node.namespace)) onExpand(node.namespace);
    onSelect(node.id);
  };
  const onFocus = useCallback(
    (id: string | null) => {
      setFocusId(id);
      if (id === null) return viewport.showNodes(null);
      const cards = cardsIn(graph);
      const isDrawn = (each: string) => placed.layout.boxes.has(each);
      viewport.showNodes(
        [...neighbourhood(graph, id)].flatMap((each) => elementFor(each, cards, isDrawn) ?? []),
      );
    },
    [graph, placed.layout, viewport.showNodes],
  );

  const { nodes } = whole;
  const menu = useNodeMenu(pane, { nodes, focusId, onFocus, onOpenResource, language: props.language });

  const drawn = useMemo(() => {
    const node = whole.nodes.find(({ id }) => id === selected);
    if (!node) return null;
    const id = scope === 'request' ? node.id : drawnAs(node, collapsed);
    const ids = new Set(graph.nodes.map((each) => each.id));
    return ids.has(id) ? id : (chipFor(id, whole, ids) ?? id);
  }, [whole, graph, selected, scope, collapsed]);
  const drawnNode = graph.nodes.find((node) => node.id === drawn);
  const { bring } = viewport;
  const element =
    drawn === null ? null : elementFor(drawn, cardsIn(graph), (id) => placed.layout.boxes.has(id));
  const box = element === null ? undefined : placed.layout.boxes.get(element);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection moves the view, not a new layout
  useEffect(() => {
    if (box) bring(box, told === selected);
  }, [drawn, bring]);

  return (
    <section
      className="graph-view"
      aria-label={texts.region}
      data-play={props.play}
      style={{ '--play-pace': 1 / (props.speed ?? 1) } as CSSProperties}
    >
      <div className="graph-toolbar">
        {!compact && (
          <GraphToolbar
            graph={whole}
            collapsed={collapsed}
            hidden={hidden}
            onCollapsed={setChosen}
            onHidden={setHidden}
            onFound={onFound}
            scope={scope}
            drawn={{ graph, layout: placed.layout, way }}
            onScope={canNarrow ? setScope : null}
            texts={texts}
          />
        )}
        <GraphControls onFit={() => viewport.showAll()} onTidy={placed.tidy} texts={texts} />
      </div>
      <div ref={pane} className="graph-pane">
        <GraphCanvas
          graph={graph}
          placed={placed}
          viewport={viewport}
          way={way}
          secondWay={secondWay}
          marks={props.marks ?? null}
          highlightStep={props.highlightStep}
          selected={element ?? drawn}
          pointed={props.pointed ?? false}
          onSelect={onSelect}
          onOpenResource={onOpenResource}
          theme={props.theme}
          focus={focus}
          onFocus={onFocus}
          onExpand={onExpand}
          texts={texts}
        />
        {drawnNode && told === selected && (
          <NodeDetails
            node={drawnNode}
            focused={focusId === drawnNode.id}
            onSelect={onSelect}
            onOpenResource={onOpenResource}
            onFocus={onFocus}
            onExpand={onExpand}
            menu={menu.button(drawnNode)}
            texts={texts}
          />
        )}
        {menu.element}
      </div>
      <GraphLegend
        graph={graph}
        traced={(way?.edges.length ?? 0) > 0}
        compared={(secondWay?.edges.length ?? 0) > 0}
        changedFrom={hasChanged(props.marks) ? (props.comparedWith ?? null) : null}
        texts={texts}
      />
      <GraphPaper graph={graph} way={way} texts={texts} />
      <GraphOutline graph={graph} way={way} texts={texts} />
    </section>
  );
}

/** Returns true if some card has the mark of changes. */
function hasChanged(marks: GraphViewProps['marks']): boolean {
  return [...(marks?.values() ?? [])].some(({ card }) => card.includes('changed'));
}

function without(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...set].filter((each) => each !== name));
}

function collapsedAtFirst(graph: GraphModel, way: TraceWay | null): ReadonlySet<string> {
  if (graph.nodes.length < COLLAPSE_FROM) return new Set();
  const touched = new Set(way?.nodes);
  const namespaces = new Set(graph.nodes.map((node) => node.namespace));
  if (namespaces.size < 3) return new Set();
  for (const node of graph.nodes) if (touched.has(node.id)) namespaces.delete(node.namespace);
  namespaces.delete('');
  return namespaces;
}
