/** The target of a link in a sentence. */
export type Link =
  | { readonly to: 'resource'; readonly id: string }
  | { readonly to: 'place'; readonly file: string; readonly line: number; readonly column: number }
  /** A rule of the specification digest: `R-126`, `A-02`. */
  | { readonly to: 'rule'; readonly rule: string };

/** A piece of a sentence: plain text, code, emphasis, or a link. Nouns are links. */
export interface Fragment {
  readonly text: string;
  readonly style?: 'code' | 'strong';
  readonly link?: Link;
}

/** A whole sentence. */
export type Sentence = readonly Fragment[];

/** Returns the text of a sentence without its links. */
export function plain(sentence: Sentence): string {
  return sentence.map((fragment) => fragment.text).join('');
}
