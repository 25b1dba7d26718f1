import type { GraphModel, TraceWay } from '../../core/graph/graph-model.ts';
import { aroundRequest } from '../../core/graph/reduce-graph.ts';
import { withClientOf } from '../../core/graph/trace-way.ts';
import { writeSvg } from '../../core/graph/write-svg.ts';
import type { Language } from '../../state/model.ts';
import { litBy, svgWords } from './describe.ts';
import { pagePalette } from './graph-export.tsx';
import { graphTexts } from './texts.ts';

/** A larger graph is too small to read in a picture, so that only the part around the request is drawn. */
const MOST_NODES = 40;

/** Returns the graph with the way of a request as SVG, in the colours of the page. */
export function answerPicture(whole: GraphModel, way: TraceWay, language: Language): string {
  const all = withClientOf(whole, way);
  const graph = all.nodes.length > MOST_NODES && way.nodes.length > 1 ? aroundRequest(all, way) : all;
  return writeSvg(graph, pagePalette(), svgWords(graphTexts(language)), litBy(way));
}
