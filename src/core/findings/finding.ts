import type { Path } from '../text/path.ts';
import type { FindingCode } from './catalogue.ts';
import type { Severity } from './code-entry.ts';

export type { Severity };

/**
 * The place of a value in the user's manifests. `manifest/locator.ts` computes lines only when they are shown,
 * so that a finding costs little until then.
 */
export interface Site {
  /** Name of the source. */
  readonly file: string;
  /** Index (from 0) of the YAML document within that source. */
  readonly document: number;
  /** Path to the value within the document; the empty path is the whole document. */
  readonly path: Path;
  /** The part of the pair that the finding is about. The default is `value`. */
  readonly part?: 'key' | 'value';
  /** The exact UTF-16 range within the document's text, when no path identifies the place (syntax errors). */
  readonly span?: { readonly start: number; readonly end: number };
}

/**
 * A change of text that fixes a finding. It replaces the value at `site` with `text`, or inserts `text`
 * there.
 */
export interface FixEdit {
  readonly site: Site;
  /**
   * `replace`: the value at the site · `insert-field`: adds a `key: value` to the mapping at the site ·
   * `append-item`: adds a list item after the one at the site · `append-document`: adds a document at the end
   * of the file · `remove`: removes the whole pair or list item at the site.
   */
  readonly action: 'replace' | 'insert-field' | 'append-item' | 'append-document' | 'remove';
  /** For `insert-field`: the key. */
  readonly key?: string;
  /**
   * YAML text of the new value or document. The code that applies the edit indents it. For `append-item`: the
   * fields of a mapping, each on one line, as plain words, numbers, quoted texts and flow collections.
   */
  readonly text: string;
  /** For `append-item`: the same item as data. It is then written in the style of the item before it. */
  readonly value?: Readonly<Record<string, unknown>>;
}

/** One proposed fix. The page and the command line make its title from `name` and `args`. */
export interface Fix {
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly edits: readonly FixEdit[];
}

/**
 * A fact about the manifests that the user should know. It holds no prose. `explain` makes the sentence from
 * `code` and `args`, so that it exists in every language and no code has to parse it.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Facts for the sentence, by the names in the code's catalogue entry. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly site: Site;
  /** Other places that belong to the finding, each with the name of its note in `explain`. */
  readonly related: readonly { readonly note: string; readonly site: Site }[];
  readonly fixes: readonly Fix[];
  /** The condition that a controller would write, if it writes one. */
  readonly condition?: { readonly type: string; readonly reason: string };
}
