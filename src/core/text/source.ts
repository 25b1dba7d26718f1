/** One named text of the user: a pasted text, a dropped file, or a file of the command line. */
export interface Source {
  /** Name shown to the user and used as the key of the file; unique within one bundle. */
  readonly file: string;
  /** The unchanged text. Offsets are UTF-16 code units into this string. */
  readonly text: string;
}

/** A half-open range of UTF-16 offsets into a text: `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in the notation of editors: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
