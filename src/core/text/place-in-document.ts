import { own } from './own.ts';

/** A place whose line counts from 1 within its document. */
export interface PlaceInDocument {
  readonly file: string;
  readonly document: number;
  readonly line: number;
  readonly column: number;
}

/** The number of lines before each document of a file. */
export type LinesBefore = Readonly<Record<string, readonly number[]>>;

/** Returns a place within its file. Lines count from 1. */
export function placeInFile(
  linesBefore: LinesBefore,
  { file, document, line, column }: PlaceInDocument,
): { readonly file: string; readonly line: number; readonly column: number } {
  return { file, line: (own(linesBefore, file)?.[document] ?? 0) + line, column };
}
