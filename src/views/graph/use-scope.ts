import { useCallback, useState } from 'react';
import { cardsIn } from '../../core/graph/card-rows.ts';
import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import { layOut } from '../../core/graph/layout.ts';
import { fitsReadably, type PaneSize, roomOf, type Scale } from './opening-view.ts';
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
  /** The pane of the choice for this graph. */
  pane: PaneSize | null;
  moment: string;
}

/** A pane that is larger by this factor can show more. */
const LARGER = 1.2;

/** What the part of the graph depends on, besides the graph and the way of the request. */
interface ScopeSetting {
  readonly secondWay: TraceWay | null;
  /** Null before the pane is measured. */
  readonly pane: PaneSize | null;
  readonly scale: Scale;
  /** The step of the lesson and the presentation. */
  readonly moment: string;
  /** True after the user has moved the view. */
  readonly held: { readonly current: boolean };
}

/**
 * Returns the part of the graph to draw, and a function for the user's choice. Without a choice, a graph is
 * drawn in full if it is small, and if all of it or the way of the request is readable then. The decision
 * remains until another graph replaces this one, a lesson or presentation goes on, or the pane is larger and the
 * user has not moved the view.
 */
export function useScope(
  graph: GraphModel,
  way: TraceWay | null,
  { secondWay, pane, scale, moment, held }: ScopeSetting,
): readonly [scope: Scope, choose: (scope: Scope) => void] {
  // A cache, not state: its content follows from the graphs that were shown.
  const [memory] = useState<Memory>(() => ({
    known: new Set(),
    scope: null,
    chosen: null,
    pane: null,
    moment,
  }));
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
  if (memory.moment !== moment || (!held.current && isLarger(pane, memory.pane))) memory.scope = null;
  memory.moment = moment;
  if (pane !== null) memory.known = new Set(graph.nodes.map(({ id }) => id));
  if (way === null || way.nodes.length < 2) return ['all', choose];
  if (pane !== null && memory.scope === null) {
    memory.scope = scopeFor(graph, [...way.nodes, ...(secondWay?.nodes ?? [])], pane, scale);
    memory.pane = pane;
  }
  return [memory.chosen ?? memory.scope ?? 'all', choose];
}

function isOther(graph: GraphModel, known: ReadonlySet<string>): boolean {
  const same = graph.nodes.filter(({ id }) => known.has(id)).length;
  return same * 2 < graph.nodes.length;
}

function isLarger(now: PaneSize | null, before: PaneSize | null): boolean {
  if (now === null || before === null) return false;
  return now.width > before.width * LARGER || now.height > before.height * LARGER;
}

function scopeFor(graph: GraphModel, way: readonly string[], pane: PaneSize, scale: Scale): Scope {
  const cards = cardsIn(graph);
  if (cards.nodes.filter(({ kind }) => kind !== 'namespace').length > MANY_CARDS) return 'request';
  const { boxes } = layOut(graph, null, roomOf(pane, scale));
  const passed = way.flatMap((id) => boxes.get(id) ?? []);
  return fitsReadably(boxes.values(), pane, scale) || fitsReadably(passed, pane, scale) ? 'all' : 'request';
}
