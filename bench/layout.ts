import type { GraphEdge, GraphModel, GraphNode } from '../src/core/graph/graph-model.ts';
import { layOut } from '../src/core/graph/layout.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * One line of the results in `layout`: milliseconds of full layouts and of edits, and the number of nodes
 * that one edit moved. `ms` is wall time, `cpuMs` is processor time of all threads.
 */
export interface LayoutFigure {
  readonly nodes: number;
  readonly ms: readonly number[];
  readonly cpuMs: readonly number[];
  readonly editMs: readonly number[];
  readonly editCpuMs: readonly number[];
  readonly moved: number;
}

const SERVICES = 20;
/** Every fourth route is a consumer route of the next namespace. */
const CONSUMERS = 4;
/** The first run of each size also compiles the code for it. The median is that of compiled code. */
const RUNS = 15;

const PLAIN_NODE = {
  resourceKind: '',
  resource: null,
  facts: {},
  rules: [],
  roles: [],
  findings: [],
  origin: null,
} as const;
const PLAIN_EDGE = { role: null, order: null, rule: null, share: null, broken: null } as const;

/** Measures layouts of graphs of several sizes, then the addition of one route. */
export function benchLayout(sizes: readonly number[] = [100, 500, 2000, 5000]): readonly LayoutFigure[] {
  layOut(city(500));
  return sizes.map((size) => {
    const graph = city(size);
    const larger = withRoute(graph);
    const figures = { ms: [] as number[], cpuMs: [] as number[] };
    const edits = { ms: [] as number[], cpuMs: [] as number[] };
    let moved = 0;
    for (let run = 0; run < RUNS; run++) {
      const before = timed(figures, () => layOut(graph));
      const after = timed(edits, () => layOut(larger, before));
      moved = graph.nodes.filter(({ id, kind }) => {
        const [a, b] = [before.boxes.get(id), after.boxes.get(id)];
        return kind !== 'namespace' && (a?.x !== b?.x || a?.y !== b?.y);
      }).length;
    }
    return { nodes: graph.nodes.length, ...figures, editMs: edits.ms, editCpuMs: edits.cpuMs, moved };
  });
}

function timed<Result>(into: { ms: number[]; cpuMs: number[] }, run: () => Result): Result {
  const lap = stopwatch();
  const result = run();
  const { wall, cpu } = lap();
  into.ms.push(wall);
  into.cpuMs.push(cpu);
  return result;
}

/** Returns namespaces of 20 Services with frontend, backend and route, up to `size` nodes. */
function city(size: number): GraphModel {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const namespaces = Math.ceil(size / (SERVICES * 3 + 2));
  const add = (id: string, kind: GraphNode['kind'], namespace: string) => {
    if (nodes.length >= size) return;
    const rules = kind === 'route' ? [{ rule: 0, summary: '/', more: 0, answers: null }] : [];
    nodes.push({ ...PLAIN_NODE, id, kind, namespace, label: id.replace(/.*[/:]/, ''), rules });
  };
  const join = (from: string, to: string, kind: GraphEdge['kind']) => {
    edges.push({ ...PLAIN_EDGE, id: `${from}->${to}`, from, to, kind });
  };
  for (let at = 0; at < namespaces; at++) {
    const namespace = `ns-${at}`;
    const next = `ns-${(at + 1) % namespaces}`;
    add(`Namespace/${namespace}`, 'namespace', namespace);
    add(`client:${namespace}`, 'client', namespace);
    for (let n = 0; n < SERVICES; n++) {
      const service = `Service/${namespace}/service-${n}`;
      add(service, 'frontend', namespace);
      add(`${service}#backend`, 'backend', namespace);
      const home = n % CONSUMERS === 0 ? next : namespace;
      const route = `HTTPRoute/${home}/route-${at}-${n}`;
      add(route, 'route', home);
      join(service, route, 'attached');
      join(route, `${service}#backend`, 'forwards');
      if (home === next) join(`client:${next}`, service, 'dials');
    }
  }
  const known = new Set(nodes.map((node) => node.id));
  return { nodes, edges: edges.filter((edge) => known.has(edge.from) && known.has(edge.to)) };
}

function withRoute(graph: GraphModel): GraphModel {
  const id = 'HTTPRoute/ns-0/route-added';
  const rules = [{ rule: 0, summary: '/', more: 0, answers: null }];
  const node: GraphNode = {
    ...PLAIN_NODE,
    id,
    kind: 'route',
    namespace: 'ns-0',
    label: 'route-added',
    rules,
  };
  const parent = 'Service/ns-0/service-1';
  const edge: GraphEdge = { ...PLAIN_EDGE, id: `${parent}->${id}`, from: parent, to: id, kind: 'attached' };
  return { nodes: [...graph.nodes, node], edges: [...graph.edges, edge] };
}
