import { describe, expect, test } from 'vitest';
import { drawGraph } from '../../core/answers/draw-graph.ts';
import { foldServices, unroutedServices } from '../../core/graph/fold-services.ts';
import { layOut } from '../../core/graph/layout.ts';
import { aroundRequest } from '../../core/graph/reduce-graph.ts';
import { wayOf, withClientOf } from '../../core/graph/trace-way.ts';
import { analyse, traceRequest } from '../../core/index.ts';
import { EXAMPLE_IDS, loadExample } from '../../state/examples.ts';
import { readRequest } from '../../state/request-fields.ts';
import { fitsReadably, roomOf } from './opening-view.ts';

/** The panes of the page: at 1440×900, at 1280×720, next to a lesson, and on a phone. */
const PANES = [
  { width: 790, height: 620 },
  { width: 700, height: 470 },
  { width: 600, height: 480 },
  { width: 390, height: 480 },
];

async function world(id: string) {
  const example = await loadExample(id);
  const reading = example && readRequest(example.request);
  if (!example || !reading?.ok) throw new Error(id);
  const snapshot = analyse([{ file: 'a.yaml', text: example.files[0]?.text ?? '' }]);
  const drawn = drawGraph({ ...snapshot, findings: [] });
  const way = wayOf(traceRequest(snapshot, reading.request), drawn);
  return { graph: withClientOf(drawn, way), way };
}

describe.each(EXAMPLE_IDS)('the example %s', (id) => {
  test.each(PANES)('has the way of its request readable in a pane of $width×$height', async (pane) => {
    const { graph, way } = await world(id);
    const scopes = [foldServices(graph, unroutedServices(graph), [way]), aroundRequest(graph, way)];
    const fits = scopes.map((scope) => {
      const { boxes } = layOut(scope, null, roomOf(pane));
      return fitsReadably(
        way.nodes.flatMap((node) => boxes.get(node) ?? []),
        pane,
      );
    });
    expect(fits).toContain(true);
  });
});
