import type { PlaceTree } from './place-tree.ts';
import type { Problem } from './problem.ts';

/** How much broken text may still be recovered while one source is read. */
export interface RecoveryBudget {
  left: number;
}

/** What one document's text means, wherever it stands. */
export interface DocumentPart {
  readonly text: string;
  readonly empty: boolean;
  readonly value: unknown;
  readonly sketch: boolean;
  readonly problems: readonly Problem[];
  /** The text that was really parsed: the same length as `text`, with what cannot be read blanked out. */
  readonly parsed: string;
  places: PlaceTree | null;
  /** Present where the text is a run of empty documents. */
  readonly isRun?: true;
}

/** Of documents without anything that a path could lead to. */
export const NO_PLACES: PlaceTree = { root: null, repeated: [] };

/** A document whose text is not read at all, for the reasons given. */
export function unreadPart(text: string, problems: readonly Problem[]): DocumentPart {
  return { text, empty: false, value: undefined, sketch: false, problems, parsed: text, places: NO_PLACES };
}

/** Several documents without content, read as one. */
export function emptyRun(text: string): DocumentPart {
  return { ...unreadPart(text, []), empty: true, isRun: true };
}
