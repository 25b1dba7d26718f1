import type { GraphModel, TraceWay } from '../core/graph/graph-model.ts';
import type { Language } from './model.ts';

/** Returns the graph with the way of a request as SVG, in the colours of the page. */
export type DrawPicture = (graph: GraphModel, way: TraceWay, language: Language) => string;

let load: (() => Promise<DrawPicture>) | null = null;

/** Sets the function that loads the code of the picture. It belongs to the view of the graph. */
export function providePicture(loader: () => Promise<DrawPicture>): void {
  load = loader;
}

/** Loads the code of the picture. Rejects when the page has no view of the graph. */
export async function loadPicture(): Promise<DrawPicture> {
  if (load === null) throw new Error('No view draws the graph.');
  return load();
}
