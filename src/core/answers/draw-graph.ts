import { DIALECT_DRAWINGS } from '../dialects/drawings.ts';
import { buildGraph, type GraphInput } from '../graph/build-graph.ts';
import type { GraphModel } from '../graph/graph-model.ts';

/** Returns the graph of a snapshot, with the resources of every dialect. */
export function drawGraph(input: Omit<GraphInput, 'dialects'>): GraphModel {
  return buildGraph({ ...input, dialects: DIALECT_DRAWINGS });
}
