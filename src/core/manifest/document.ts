import type { Finding } from '../findings/finding.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';

/** Returns the documents of each file, in their order. */
export function documentsByFile(
  documents: readonly ManifestDocument[],
): ReadonlyMap<string, readonly ManifestDocument[]> {
  const files = new Map<string, readonly ManifestDocument[]>();
  for (let start = 0; start < documents.length; ) {
    const { file } = documents[start] as ManifestDocument;
    let end = start + 1;
    while (documents[end]?.file === file) end++;
    const own = documents.slice(start, end);
    const before = files.get(file);
    files.set(file, before === undefined ? own : [...before, ...own]);
    start = end;
  }
  return files;
}

/**
 * One YAML (or JSON) document: plain data, with places on request. The value consists of ordinary objects,
 * arrays, strings, numbers, booleans and null. Read user-defined keys (labels) with `Object.hasOwn`.
 */
export interface ManifestDocument {
  readonly file: string;
  /** Index from 0 within the file. Documents that hold only comments count, and have `empty: true`. */
  readonly index: number;
  /** The start of the document's text in the file, in UTF-16 units. */
  readonly offset: number;
  readonly text: string;
  readonly empty: boolean;
  /** The value as Kubernetes reads it. Undefined when nothing could be read. */
  readonly value: unknown;
  /** True when the text was repaired as a sketch (omissions `...`, numbered bullets of a web page). */
  readonly sketch: boolean;
  /**
   * Findings about syntax: broken YAML, duplicate keys, alias bombs, too deep nesting, too large documents.
   */
  readonly findings: readonly Finding[];
  /**
   * Returns the span of a value (or its key), as offsets into this document's text. Returns the span of the
   * nearest existing ancestor when the path does not exist.
   */
  spanOf(path: Path, part?: 'key' | 'value'): Span;
  /**
   * Returns the source text of the scalar at a path as written (`0777`, `yes`, `"a"`). Returns null when the
   * value is not a scalar.
   */
  writtenScalar(path: Path): string | null;
}
