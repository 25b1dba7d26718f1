import type { Path } from '../text/path.ts';
import type { FindingCode } from './catalogue.ts';
import type { Severity } from './code-entry.ts';

export type { Severity };

/**
 * Where something stands in what the user gave us. Lines are looked up only when somebody asks
 * (see manifest/locate.ts), so that finding something costs nothing until it is shown.
 */
export interface Site {
  /** Name of the source. */
  readonly file: string;
  /** Index (from 0) of the YAML document within that source. */
  readonly document: number;
  /** Path to the value within the document; the empty path is the whole document. */
  readonly path: Path;
  /** Which part of the pair the finding is about; default `value`. */
  readonly part?: 'key' | 'value';
  /** Exact UTF-16 range within the document's text, where a path cannot say it (syntax errors). */
  readonly span?: { readonly start: number; readonly end: number };
}

/** A change of text that mends a finding: replace what stands at `site` by `text`, or insert there. */
export interface FixEdit {
  readonly site: Site;
  /**
   * `replace` the value at the site · `insert-field`: a `key: value` added to the mapping at the site ·
   * `append-item`: a list item after the one at the site ·
   * `append-document`: a new document at the end of the file · `remove`: the whole pair or list item at the site.
   */
  readonly action: 'replace' | 'insert-field' | 'append-item' | 'append-document' | 'remove';
  /** For `insert-field`: the key. */
  readonly key?: string;
  /**
   * YAML text of the new value or document, indented by whoever applies the edit; for `append-item`: the fields of a
   * mapping, on one line, of plain words, numbers and flow collections.
   */
  readonly text: string;
}

/** One proposed mending; its title is made from `name` and `args` at the edge. */
export interface Fix {
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly edits: readonly FixEdit[];
}

/**
 * A fact worth telling about the manifests. Holds no prose: `explain` makes the sentence from `code` and `args`,
 * so that it exists in every language and nobody has to parse it back.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Facts for the sentence, by the names that the catalogue of the code lists. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly site: Site;
  /** Other places that belong to it, each with the name of its note in `explain`. */
  readonly related: readonly { readonly note: string; readonly site: Site }[];
  readonly fixes: readonly Fix[];
  /** How a controller would say it, where one would. */
  readonly condition?: { readonly type: string; readonly reason: string };
}
