/** One named text that the user gave us: a pasted buffer, a dropped file, a file named on the command line. */
export interface Source {
  /** Name shown to the user and used as the key of the file; unique within one bundle. */
  readonly file: string;
  /** The text as given. Offsets elsewhere are UTF-16 code units into this string. */
  readonly text: string;
}

/** A half-open range of UTF-16 offsets into a text: `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as people and editors count: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
