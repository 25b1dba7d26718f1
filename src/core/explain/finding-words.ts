import type { FindingCode } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { own } from '../text/own.ts';
import type { FindingProse } from './finding-prose.ts';

/** The facts that a sentence is told, by the names that the catalogue of codes lists. */
export type Args = Finding['args'];

/** Everything that is said about findings in one language. */
export interface FindingWords {
  readonly sentences: Readonly<Record<FindingCode, (args: Args) => string>>;
  /** Notes beside related places, by their names in findings. */
  readonly notes: Readonly<Record<string, string>>;
  /** Titles of fixes, by their names in findings. */
  readonly fixes: Readonly<Record<string, (args: Args) => string>>;
}

/** What speaks with these words; a note or fix that they do not know is told by its name. */
export function speaker({ sentences, notes, fixes }: FindingWords): FindingProse {
  return {
    sentenceOf: (finding) => sentences[finding.code](finding.args),
    fixTitle: (fix) =>
      Object.hasOwn(fixes, fix.name) ? (own(fixes, fix.name)?.(fix.args) ?? fix.name) : fix.name,
    noteText: (note) => (Object.hasOwn(notes, note) ? (own(notes, note) ?? note) : note),
  };
}

/** The words for a fact that is one of a few; one that has none is told as it is. */
export function wordsFor(words: Readonly<Record<string, string>>, fact: string | number | undefined): string {
  return Object.hasOwn(words, String(fact)) ? (own(words, String(fact)) as string) : String(fact);
}

/** What a limit says; nothing for one that has no words. */
export function limitWords(
  words: Readonly<Record<string, (bound: number, actual: number) => string>>,
  limit: string | number | undefined,
  bound: string | number | undefined,
  actual: string | number | undefined,
): string | undefined {
  return own(words, String(limit))?.(Number(bound), Number(actual));
}
