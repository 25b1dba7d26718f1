import type { FindingCode } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { own } from '../text/own.ts';
import type { FindingProse } from './finding-prose.ts';

/** The facts in a sentence, by the names in the catalogue of codes. */
export type Args = Finding['args'];

/** All texts of findings in one language. */
export interface FindingWords {
  readonly sentences: Readonly<Record<FindingCode, (args: Args) => string>>;
  /** The notes at related places, by their names in findings. */
  readonly notes: Readonly<Record<string, string>>;
  /** The titles of fixes, by their names in findings. */
  readonly fixes: Readonly<Record<string, (args: Args) => string>>;
}

/** Returns the functions that write the texts. A note or fix without a text is shown by its name. */
export function speaker({ sentences, notes, fixes }: FindingWords): FindingProse {
  return {
    sentenceOf: (finding) => sentences[finding.code](finding.args),
    fixTitle: (fix) =>
      Object.hasOwn(fixes, fix.name) ? (own(fixes, fix.name)?.(fix.args) ?? fix.name) : fix.name,
    noteText: (note) => (Object.hasOwn(notes, note) ? (own(notes, note) ?? note) : note),
  };
}

/** Returns the words for a fact with a fixed set of values. A value without words is returned as it is. */
export function wordsFor(words: Readonly<Record<string, string>>, fact: string | number | undefined): string {
  return Object.hasOwn(words, String(fact)) ? (own(words, String(fact)) as string) : String(fact);
}

/** Returns the text of a limit. Returns an empty text for a limit without words. */
export function limitWords(
  words: Readonly<Record<string, (bound: number, actual: number) => string>>,
  limit: string | number | undefined,
  bound: string | number | undefined,
  actual: string | number | undefined,
): string | undefined {
  return own(words, String(limit))?.(Number(bound), Number(actual));
}
