import type { GraphMarks } from '../../core/graph/graph-marks.ts';
import type { GraphEdge, GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import type { Highlights } from './map-scene.ts';

/** Highlights of elements. They also have the animated step, the keyboard, and what else is known about nodes. */
export interface Lights extends Highlights {
  /** The animated step. Null highlights the whole way. */
  readonly step: number | null;
  /** The node that Tab reaches in graphs with too many nodes for Tab. Null means every node. */
  readonly roving: string | null;
  readonly marks: GraphMarks | null;
}

export type DataAttributes = Record<`data-${string}`, string>;

/** The highlights by element. */
export interface Lit {
  readonly onTrace: ReadonlySet<string>;
  readonly onSecond: ReadonlySet<string>;
  /** The lines of the animated step, with the number of lines that the request passes before each. */
  readonly legs: ReadonlyMap<string, number>;
  attributes(id: string, container: boolean): DataAttributes;
}

/** Returns the highlights of the ways, the step and the focus, by element. */
export function lightsOf({ way, secondWay, step, focus }: Lights, graph: GraphModel): Lit {
  const onTrace = idsOn(way);
  const onSecond = idsOn(secondWay);
  const now = new Set<string>();
  const reached = new Set<string>();
  const stopped = new Set<string>();
  const failed = new Set(way?.failed);
  for (const stage of way?.stages ?? []) {
    if (step !== null && stage.step > step) continue;
    for (const id of [...stage.nodes, ...stage.edges]) {
      reached.add(id);
      if (failed.has(id)) stopped.add(id);
      if (stage.step === step) now.add(id);
    }
  }
  return {
    onTrace,
    onSecond,
    legs:
      now.size === 0
        ? NO_LEGS
        : legsOf(graph.edges.filter(({ id, kind }) => now.has(id) && kind !== 'applies')),
    attributes(id, container) {
      const lit = onTrace.has(id);
      const second = onSecond.has(id);
      const faded = focus !== null ? !focus.has(id) : onTrace.size > 1 && !lit && !second;
      return {
        ...(lit ? { 'data-on-trace': 'true' } : null),
        ...(second ? { 'data-on-second': 'true' } : null),
        ...(lit && reached.has(id) ? { 'data-reached': 'true' } : null),
        ...(stopped.has(id) ? { 'data-stopped': 'true' } : null),
        ...(now.has(id) ? { 'data-now': 'true' } : null),
        ...(faded && !container ? { 'data-faded': 'true' } : null),
      };
    },
  };
}

function idsOn(way: TraceWay | null): ReadonlySet<string> {
  return new Set(way ? [...way.nodes, ...way.edges] : []);
}

const NO_LEGS: ReadonlyMap<string, number> = new Map();

/**
 * Returns how many lines of a step come before each of its lines. A request passes a step from left to right.
 */
function legsOf(edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const legs = new Map<string, number>();
  const into = new Map<string, GraphEdge[]>();
  for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  const legOf = (edge: GraphEdge): number => {
    const known = legs.get(edge.id);
    if (known !== undefined) return known;
    legs.set(edge.id, 0);
    const before = (into.get(edge.from) ?? []).map(legOf);
    const leg = before.length === 0 ? 0 : Math.max(...before) + 1;
    legs.set(edge.id, leg);
    return leg;
  };
  for (const edge of edges) legOf(edge);
  return legs;
}
