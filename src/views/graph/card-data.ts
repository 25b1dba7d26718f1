import type { NodeMarks } from '../../core/graph/graph-marks.ts';
import type { GraphNode } from '../../core/graph/graph-model.ts';
import type { BackendShare } from './backend-shares.ts';
import type { GraphTexts } from './texts-en.ts';

/**
 * The data of a card or of a workload's line. It is the same object as long as it has not changed. A bare card
 * has no text: a picture of the graph has its name, or it is not visible.
 */
export interface CardData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly texts: GraphTexts;
  readonly bare: boolean;
  /** Null for other cards than backends. */
  readonly share: BackendShare | null;
  /** The index of the line of a route whose rule takes the current request. Null for none. */
  readonly taken: number | null;
  readonly marks: NodeMarks | null;
  /** True when the card shows its namespace, because namespaces have no frames. */
  readonly placed: boolean;
}
