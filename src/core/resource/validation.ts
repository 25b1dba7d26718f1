import type { Path } from '../text/path.ts';

/** A violation of a schema. */
export interface SchemaProblem {
  readonly code:
    | 'field-type'
    | 'field-required'
    | 'field-value-unknown'
    | 'field-format'
    | 'field-limit'
    | 'field-unknown'
    | 'list-entry-duplicate'
    | 'scalar-not-a-string'
    | 'field-experimental'
    | 'duration-invalid';
  readonly args: Readonly<Record<string, string | number>>;
  readonly path: Path;
  readonly part?: 'key';
  /** The correct text in place of the value (or, for an unknown field, of the key). */
  readonly replacement?: string;
}

/** The input and the state of a validation. */
export interface Validation {
  readonly report: (problem: SchemaProblem) => void;
  /** Returns the source text of a scalar, for values that YAML does not read as text. */
  readonly written: (path: Path) => string | null;
  /** True for a sketch, in which an empty list item was left out and is not an error. */
  readonly sketch: boolean;
  /** The path to the current value. Only `path[0..depth)` counts. */
  readonly path: (string | number)[];
  depth: number;
  /** The number of values that were left out. */
  lost: number;
  /**
   * True for kinds that are built into the API server. An empty string then counts as absent in fields with a
   * list of words or a format.
   */
  emptyIsAbsent: boolean;
}
