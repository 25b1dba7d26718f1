import { useCallback, useState } from 'react';
import { cardsIn } from '../../core/graph/card-rows.ts';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import { layOut } from '../../core/graph/layout.ts';
import { fitsReadably, type PaneSize, roomOf } from './opening-view.ts';
import type { Scope } from './use-graph-layout.ts';

/** Graphs with more cards open with the request only. */
const MANY_CARDS = 40;

interface Memory {
  /** The ids of the last graph. */
  known: ReadonlySet<string>;
  /** The choice for this graph. Null before there is a request. */
  scope: Scope | null;
  /** The choice of the user. */
  chosen: Scope | null;
}

/**
 * Returns the part of the graph to draw, and a function for the user's choice. Without a choice, a graph is
 * drawn in full if it is small, and if all of it or the way of the request is readable then. The decision
 * remains until another graph replaces this one.
 */
export function useScope(
  graph: GraphModel,
  way: TraceWay | null,
  pane: PaneSize | null,
): readonly [scope: Scope, choose: (scope: Scope) => void] {
  // A cache, not state: its content follows from the graphs that were shown.
  const [memory] = useState<Memory>(() => ({ known: new Set(), scope: null, chosen: null }));
  const [, render] = useState(0);
  const choose = useCallback(
    (scope: Scope) => {
      memory.chosen = scope;
      render((count) => count + 1);
    },
    [memory],
  );
  if (pane !== null && isOther(graph, memory.known)) {
    memory.scope = null;
    memory.chosen = null;
  }
  if (pane !== null) memory.known = new Set(graph.nodes.map(({ id }) => id));
  if (way === null || way.nodes.length < 2) return ['all', choose];
  if (pane !== null && memory.scope === null) memory.scope = scopeFor(graph, way, pane);
  return [memory.chosen ?? memory.scope ?? 'all', choose];
}

function isOther(graph: GraphModel, known: ReadonlySet<string>): boolean {
  const same = graph.nodes.filter(({ id }) => known.has(id)).length;
  return same * 2 < graph.nodes.length;
}

function scopeFor(graph: GraphModel, way: TraceWay, pane: PaneSize): Scope {
  const cards = cardsIn(graph);
  if (cards.nodes.filter(({ kind }) => kind !== 'namespace').length > MANY_CARDS) return 'request';
  const { boxes } = layOut(graph, null, roomOf(pane));
  const passed = way.nodes.flatMap((id) => boxes.get(id) ?? []);
  return fitsReadably(boxes.values(), pane) || fitsReadably(passed, pane) ? 'all' : 'request';
}
