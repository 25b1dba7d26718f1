import { percent } from '../text/percent.ts';
import type { GraphEdge } from './graph-model.ts';
import { textWidth } from './text-width.ts';

/** Font size of a label, and the space around its text. */
const LABEL = { size: 12, padding: 10 } as const;
/** Returns the width of the label of an edge, in any language. Returns 0 without a label. */
export function labelWidth(edge: GraphEdge): number {
  const text = labelSample(edge);
  return text === '' ? 0 : Math.ceil(textWidth(text, LABEL.size) + LABEL.padding);
}

function labelSample({ kind, order, share, broken, when }: GraphEdge): string {
  if (broken !== null) return `✕ ${broken}`;
  if (kind === 'attached') return order === null ? '' : `${order}.`;
  if (kind === 'mirrors') return share === null || share === 1 ? 'copy' : `copy ${percent(share)}`;
  if (kind !== 'forwards') return '';
  return share !== null && share < 1 ? percent(share) : (when ?? '');
}
