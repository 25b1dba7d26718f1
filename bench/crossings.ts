import { cardsIn } from '../src/core/graph/card-rows.ts';
import type { GraphEdge, GraphModel } from '../src/core/graph/graph-model.ts';
import { layOut } from '../src/core/graph/layout.ts';
import { analyse, presentSnapshot } from '../src/core/index.ts';
import { bundle } from './generate.ts';
import { type LayoutEngine, layoutPeers, type Middles } from './layout-peers.ts';
import { stopwatch } from './stopwatch.ts';

/** The crossings of one graph under one layout. */
export interface CrossingFigure {
  readonly nodes: number;
  readonly edges: number;
  readonly engine: string;
  /** Null when the engine was not run. */
  readonly crossings: number | null;
  /** Mean length of the edges, in pixels. */
  readonly length: number | null;
  /** Milliseconds of processor time of one layout without warm-up. */
  readonly cpuMs: number | null;
}

/** Documents of the bundles. Their graphs have 102, 407 and 1,016 cards. */
const DOCUMENTS = [100, 400, 1000];

const OWN: LayoutEngine = {
  name: 'Gammascope',
  most: Number.POSITIVE_INFINITY,
  async layOut(graph) {
    const middles = new Map<string, { x: number; y: number }>();
    for (const [id, { x, y, width, height }] of layOut(graph).boxes) {
      middles.set(id, { x: x + width / 2, y: y + height / 2 });
    }
    return middles;
  },
};

/**
 * Counts the crossings of edges in the graphs of generated bundles: pairs of straight lines between the
 * middles of nodes that cross within both. `peers` is a folder with other layout libraries, or null.
 */
export async function benchCrossings(peers: string | null): Promise<readonly CrossingFigure[]> {
  const engines = [OWN, ...(peers === null ? [] : await layoutPeers(peers))];
  const figures: CrossingFigure[] = [];
  for (const documents of DOCUMENTS) {
    const whole = presentSnapshot(analyse([{ file: 'bundle.yaml', text: bundle(documents, 0).text }]));
    // Workloads are lines of cards in the picture, so that no edge leads to them.
    const graph = cardsIn(whole.graph);
    for (const engine of engines) figures.push(await measure(engine, graph));
  }
  return figures;
}

async function measure(engine: LayoutEngine, graph: GraphModel): Promise<CrossingFigure> {
  const sizes = { nodes: graph.nodes.length, edges: graph.edges.length, engine: engine.name };
  if (graph.nodes.length > engine.most) return { ...sizes, crossings: null, length: null, cpuMs: null };
  const lap = stopwatch();
  const middles = await engine.layOut(graph);
  const { cpu: cpuMs } = lap();
  const lines = linesOf(graph.edges, middles);
  const length = lines.reduce((sum, { a, b }) => sum + Math.hypot(a.x - b.x, a.y - b.y), 0);
  return {
    ...sizes,
    crossings: countCrossings(lines),
    length: length / Math.max(1, lines.length),
    cpuMs,
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly a: Point;
  readonly b: Point;
}

function linesOf(edges: readonly GraphEdge[], middles: Middles): readonly Line[] {
  return edges.flatMap(({ from, to }) => {
    const [a, b] = [middles.get(from), middles.get(to)];
    return a && b ? [{ a, b }] : [];
  });
}

/** Returns the number of pairs of lines that cross. Lines that only touch, as at a common end, do not. */
function countCrossings(lines: readonly Line[]): number {
  let count = 0;
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length; next++) {
      const other = lines[next] as Line;
      if (separates(one, other) && separates(other, one)) count++;
    }
  });
  return count;
}

/** Returns true when the ends of a line are on different sides of another line, and neither is on it. */
function separates({ a, b }: Line, line: Line): boolean {
  return side(a, b, line.a) * side(a, b, line.b) < 0;
}

function side(a: Point, b: Point, point: Point): number {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}
