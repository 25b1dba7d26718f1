import type { Event } from 'js-yaml';
import { EngineMissing } from '../text/engine-missing.ts';
import type { DocumentPart, RecoveryBudget } from './document-part.ts';
import type { Rejection } from './read-events.ts';

/**
 * Reads a document that the fast parser refused, or that holds more than one plain manifest (see
 * difficult-part.ts). `source` is the normalized text, `events` the result of the fast parser.
 */
export type ReadDifficult = (
  text: string,
  source: string,
  events: readonly Event[] | Rejection,
  budget: RecoveryBudget,
) => DocumentPart;

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
