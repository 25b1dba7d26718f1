import { EngineMissing } from '../text/engine-missing.ts';
import type { DocumentPart, RecoveryBudget } from './document-part.ts';

/**
 * Reads a document that the subset reader does not read, with the YAML libraries (see difficult-part.ts).
 * `source` is the normalized text.
 */
export type ReadDifficult = (text: string, source: string, budget: RecoveryBudget) => DocumentPart;

let reader: ReadDifficult | null = null;

/** Registers the reader of difficult documents (see core/engines.ts). */
export function provideDifficultReader(read: ReadDifficult): void {
  reader = read;
}

/** Returns the reader of difficult documents. Throws EngineMissing when it is not loaded. */
export function difficultReader(): ReadDifficult {
  if (reader === null) throw new EngineMissing('difficult documents');
  return reader;
}
