import type { Places } from './places.ts';
import type { Problem } from './problem.ts';

/** The amount of broken text that may still be recovered while one source is read. */
export interface RecoveryBudget {
  left: number;
}

/** The meaning of one document's text, independent of its place. */
export interface DocumentPart {
  readonly text: string;
  readonly empty: boolean;
  readonly value: unknown;
  readonly sketch: boolean;
  readonly problems: readonly Problem[];
  readonly places: Places;
  /** Present when the text is a run of empty documents. */
  readonly isRun?: true;
}

/** The places of a document without values. */
export const NO_PLACES: Places = {
  text: '',
  numbers: new Uint16Array(0),
  from: 0,
  count: 0,
  keys: null,
  aliases: null,
};

/** Returns a document whose text is not read, with the reasons. */
export function unreadPart(text: string, problems: readonly Problem[]): DocumentPart {
  return { text, empty: false, value: undefined, sketch: false, problems, places: NO_PLACES };
}

/** Returns several documents without content as one document. */
export function emptyRun(text: string): DocumentPart {
  return { ...unreadPart(text, []), empty: true, isRun: true };
}
