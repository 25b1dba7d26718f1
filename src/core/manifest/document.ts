import type { Finding } from '../findings/finding.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/source.ts';

/**
 * One YAML (or JSON) document: plain data, with places on request. The value is built from ordinary objects, arrays,
 * strings, numbers, booleans and null; user-chosen keys (labels) must be read with `Object.hasOwn`.
 */
export interface ManifestDocument {
  readonly file: string;
  /** Index from 0 within the file; documents that hold nothing but comments count but have `empty: true`. */
  readonly index: number;
  /** Where the document's text starts in the file, in UTF-16 units. */
  readonly offset: number;
  readonly text: string;
  readonly empty: boolean;
  /** The value as Kubernetes reads it; undefined when nothing could be read. */
  readonly value: unknown;
  /** True when the text had to be repaired as a sketch (elisions `...`, numbered bullets of a web page). */
  readonly sketch: boolean;
  /** Syntax-level findings: broken YAML, duplicate keys, alias bombs, too deep, too large. */
  readonly findings: readonly Finding[];
  /**
   * Where a value (or its key) stands, as offsets into this document's text; the nearest existing ancestor when the
   * path does not exist. Parsed on the first call and kept.
   */
  spanOf(path: Path, part?: 'key' | 'value'): Span;
  /** The source text of the scalar at a path as written (`0777`, `yes`, `"a"`), or null when it is no scalar. */
  writtenScalar(path: Path): string | null;
}
