import {
  Background,
  BackgroundVariant,
  MiniMap,
  type Node,
  ReactFlow,
  type ReactFlowState,
  useStore,
} from '@xyflow/react';
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cardsIn } from '../../core/graph/card-rows.ts';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import type { Box } from '../../core/graph/layout.ts';
import { type MapLabel, mapLabels } from '../../core/graph/map-labels.ts';
import { own } from '../../core/text/own.ts';
import { nameOf } from './describe.ts';
import { EdgeLine } from './edge-line.tsx';
import { type Elements, flowEdges, flowNodes, type Lights, shapesOf } from './flow-elements.ts';
import { GraphOverview } from './graph-overview.tsx';
import type { GraphViewProps } from './graph-view-props.ts';
import { MapCanvas } from './map-canvas.tsx';
import { MapNames } from './map-names.tsx';
import { sceneOf } from './map-scene.ts';
import type { MountedPart } from './mounted-part.ts';
import { ContainerFrame, NodeCard, PileCard, ServiceChip, WorkloadRow } from './node-card.tsx';
import { boundsOf } from './opening-view.ts';
import { usePicturePointer } from './picture-pointer.ts';
import { type Direction, reach } from './reach.ts';
import type { GraphTexts } from './texts-en.ts';
import { useGradualRemoval } from './use-gradual-removal.ts';
import type { useGraphLayout } from './use-graph-layout.ts';
import { useKeptItems } from './use-kept.ts';
import { useMountedPart } from './use-mounted-part.ts';
import { type useViewport, ZOOM } from './use-viewport.ts';

const NODE_TYPES = {
  card: NodeCard,
  chip: ServiceChip,
  container: ContainerFrame,
  pile: PileCard,
  row: WorkloadRow,
};
const EDGE_TYPES = { line: EdgeLine };

/**
 * Above this number of nodes a picture shows the graph. Only what is near enough to read, the way of the
 * request and the selected node are elements.
 */
const PICTURE_FROM = 500;
const MINIMAP_FROM = 60;
const MINIMAP = { width: 150, height: 110 };
/**
 * Up to this number of nodes Tab goes from node to node. In larger graphs arrow keys do, and Tab leaves the
 * graph.
 */
const TAB_TO = 60;
/** Below this zoom the text of cards is not readable. Names of the usual size replace it. */
const FAR = 0.4;
/** The same in a picture. The names on cards have 8 pixels there. */
const PICTURE_FAR = 0.57;
/** Names keep their places while the zoom changes by less than this factor. */
const ZOOM_STEP = 1.12;

/** Returns true when the whole drawing is visible, so that it needs no overview. */
function seesAll({ transform: [x, y, zoom], width, height }: ReactFlowState, bounds: Box | null): boolean {
  if (bounds === null) return true;
  const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y];
  return left >= 0 && top >= 0 && left + bounds.width * zoom <= width && top + bounds.height * zoom <= height;
}

interface GraphCanvasProps
  extends Pick<
    GraphViewProps,
    | 'way'
    | 'secondWay'
    | 'marks'
    | 'highlightStep'
    | 'selected'
    | 'pointed'
    | 'onSelect'
    | 'onOpenResource'
    | 'theme'
  > {
  readonly graph: GraphModel;
  readonly placed: ReturnType<typeof useGraphLayout>;
  readonly viewport: ReturnType<typeof useViewport>;
  readonly focus: ReadonlySet<string> | null;
  readonly onFocus: (id: string | null) => void;
  readonly onExpand: (namespace: string) => void;
  readonly texts: GraphTexts;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Returns the zoom in steps. Returns null when the cards are large enough to read. */
function farZoom({ transform: [, , zoom] }: ReactFlowState, limit: number): number | null {
  return zoom < limit ? ZOOM_STEP ** Math.round(Math.log(zoom) / Math.log(ZOOM_STEP)) : null;
}

/** The drawing itself: nodes, edges, keyboard. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { graph, placed, viewport, way, secondWay = null, marks = null, highlightStep } = props;
  const { selected, pointed = false, focus, texts } = props;
  const { onSelect, onOpenResource, onFocus, onExpand } = props;
  const { layout } = placed;
  const root = useRef<HTMLDivElement>(null);
  const [tabStop, setTabStop] = useState<string | null>(null);
  const large = cardsIn(graph).nodes.length > PICTURE_FROM;
  const limit = large ? PICTURE_FAR : FAR;
  const far = useStore(useCallback((state: ReactFlowState) => farZoom(state, limit), [limit]));
  const bounds = useMemo(() => boundsOf(layout.boxes.values()), [layout]);
  const whole = useStore(useCallback((state: ReactFlowState) => seesAll(state, bounds), [bounds]));
  const marked = useMemo(
    () =>
      new Set([...(way?.nodes ?? []), ...(focus ?? []), ...(selected === null || pointed ? [] : [selected])]),
    [way, focus, selected, pointed],
  );

  const help = useId();
  // React Flow's own texts describe keys that delete and move, which this drawing does not have.
  const spoken = useMemo(
    () => ({
      'node.a11yDescription.default': texts.keys,
      'node.a11yDescription.keyboardDisabled': texts.keys,
      'edge.a11yDescription.default': '',
    }),
    [texts],
  );

  const roving = useMemo(() => {
    if (graph.nodes.length <= TAB_TO) return null;
    const known = (id: string | null | undefined) => (id && layout.boxes.has(id) ? id : null);
    return known(tabStop) ?? known(selected) ?? known(way?.nodes[0]) ?? graph.nodes[0]?.id ?? null;
  }, [graph, layout, tabStop, selected, way]);
  const lights = useMemo<Lights>(
    () => ({ way, secondWay, marks, step: highlightStep, selected, pointed, focus, roving }),
    [way, secondWay, marks, highlightStep, selected, pointed, focus, roving],
  );
  const part = useMountedPart(large ? graph : null, layout, PICTURE_FAR);
  const elements = useMemo(
    () => (large ? elementsOf(part, [way, secondWay], [selected, roving]) : null),
    [large, part, way, secondWay, selected, roving],
  );
  const nodes = useKeptItems(
    useMemo(
      () => flowNodes(graph, layout, lights, texts, elements),
      [graph, layout, lights, texts, elements],
    ),
  );
  const shown = useGradualRemoval(nodes);
  const edges = useKeptItems(
    useMemo(
      () => flowEdges(graph, layout, lights, texts, elements),
      [graph, layout, lights, texts, elements],
    ),
  );
  const scene = useMemo(
    () =>
      large
        ? sceneOf(graph, layout, shapesOf(graph, layout, [way, secondWay]), {
            way,
            secondWay,
            selected,
            pointed,
            focus,
          })
        : null,
    [large, graph, layout, way, secondWay, selected, pointed, focus],
  );
  const labels = useMemo(
    () => (far === null ? [] : mapLabels(graph, layout, far, marked, (node) => nameOf(node, texts))),
    [graph, layout, far, marked, texts],
  );
  // Names of elements are above them. The picture has the other names.
  const [above, below] = useMemo(() => {
    if (elements === null) return [labels, []];
    const isElement = ({ id, kind }: MapLabel) => kind === 'marked' || elements.nodes.has(id);
    return [labels.filter(isElement), labels.filter((label) => !isElement(label))];
  }, [labels, elements]);

  const moveTo = useCallback(
    (id: string) => {
      const box = layout.boxes.get(id);
      if (!box) return;
      setTabStop(id);
      viewport.bring(box, true);
      // The element may not be in the page until the view has moved.
      const element = elementOf(root.current, id);
      if (element) element.focus({ preventScroll: true });
      else setTimeout(() => elementOf(root.current, id)?.focus({ preventScroll: true }), 320);
    },
    [layout, viewport],
  );

  const activate = useCallback(
    (id: string) => {
      const node = graph.nodes.find((each) => each.id === id);
      if (node?.facts.collapsed !== undefined) onExpand(node.namespace);
      else if (node?.resource && selected === id) onOpenResource(node.resource);
      else onSelect(id);
    },
    [graph, selected, onSelect, onOpenResource, onExpand],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (focus !== null) onFocus(null);
      else onSelect(null);
      return;
    }
    const id = (event.target as Element).closest('.react-flow__node')?.getAttribute('data-id');
    if (!id) return;
    const direction = own(ARROWS, event.key);
    if (direction) {
      event.preventDefault();
      const next = reach(graph, layout, way, id, direction);
      if (next !== null) moveTo(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      activate(id);
    } else if (event.key === 'f') onFocus(focus === null ? id : null);
  };

  const onNodeClick = useCallback(
    (_: unknown, node: Node) => {
      setTabStop(node.id);
      onSelect(node.id);
    },
    [onSelect],
  );
  const open = useCallback(
    (id: string) => {
      const node = graph.nodes.find((each) => each.id === id);
      if (node?.facts.collapsed !== undefined) onExpand(node.namespace);
      else if (node?.resource) onOpenResource(node.resource);
    },
    [graph, onOpenResource, onExpand],
  );
  const onNodeDoubleClick = useCallback((_: unknown, { id }: Node) => open(id), [open]);
  const picked = useRef<string | null>(null);
  const pick = useCallback(
    (id: string | null) => {
      picked.current = id;
      if (id !== null) setTabStop(id);
      onSelect(id);
    },
    [onSelect],
  );
  useEffect(() => {
    // A node that was clicked in the picture has become an element: it takes the focus, as a clicked element.
    if (picked.current === null) return;
    const element = elementOf(root.current, picked.current);
    if (element === null) return;
    element.focus({ preventScroll: true });
    picked.current = null;
  });
  const picture = usePicturePointer(large ? graph : null, layout, texts, pick, open);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the nodes inside bubble up to here
    <div
      ref={root}
      className="graph-canvas"
      data-far={far !== null}
      data-large={large}
      data-traced={way !== null}
      style={{ '--unzoom': 1 / (far ?? 1) } as CSSProperties}
      onKeyDown={onKeyDown}
      onDoubleClick={picture.onDoubleClick}
    >
      <p id={help} hidden>
        {texts.keys}
      </p>
      <ReactFlow
        nodes={shown}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        colorMode={props.theme}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={spoken}
        aria-label={texts.region}
        aria-describedby={help}
        onNodeClick={onNodeClick}
        onNodeDoubleClick={onNodeDoubleClick}
        onPaneClick={picture.onClick}
        onPaneMouseMove={picture.onMouseMove}
        onMoveStart={(event) => {
          if (event) viewport.onUserMove();
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
        {scene !== null && (
          <MapCanvas
            scene={scene}
            layout={layout}
            labels={below}
            hidden={part.complete ? part.edges : NO_LINES}
          />
        )}
        {far !== null && <MapNames labels={above} />}
        {graph.nodes.length > MINIMAP_FROM &&
          !whole &&
          (scene === null ? (
            <MiniMap
              pannable
              zoomable
              style={MINIMAP}
              ariaLabel={texts.minimap}
              nodeClassName={minimapClass}
            />
          ) : (
            <GraphOverview scene={scene} layout={layout} label={texts.minimap} {...MINIMAP} />
          ))}
      </ReactFlow>
    </div>
  );
}

/** Returns the element of a node. Returns null when it is not in the page. */
function elementOf(root: HTMLElement | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;
}

const NO_LINES: ReadonlySet<string> = new Set();

/** Returns the elements of a large graph: the part that is near enough to read, and some others without text. */
function elementsOf(
  part: MountedPart,
  ways: readonly (TraceWay | null)[],
  others: readonly (string | null)[],
): NonNullable<Elements> {
  const nodes = new Set([...part.nodes, ...part.ends]);
  for (const id of others) if (id !== null) nodes.add(id);
  for (const way of ways) for (const id of way?.nodes ?? []) nodes.add(id);
  return {
    nodes,
    edges: new Set([...part.edges, ...ways.flatMap((way) => way?.edges ?? [])]),
    isBare: (id) => !part.nodes.has(id),
  };
}

function minimapClass(node: Node): string {
  return node.type === 'container' ? 'graph-mini-container' : 'graph-mini-node';
}
