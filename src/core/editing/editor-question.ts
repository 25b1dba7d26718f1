import type { Path } from '../text/path.ts';

/** What the editor asks of the texts; lines and columns count from 1. */
export type EditorQuestion =
  /** What defaults fill in, in some lines of a file. */
  | { readonly about: 'implied'; readonly file: string; readonly from: number; readonly to: number }
  /** Where what is named at a place is declared. */
  | { readonly about: 'definition'; readonly file: string; readonly line: number; readonly column: number }
  /** Who refers to what is named at a place. */
  | {
      readonly about: 'references';
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly withDeclaration: boolean;
    }
  /** What could be written into a field of a reference. */
  | NamesQuestion;

/** A field that is being written, and what is written around it. */
export interface NamesQuestion {
  readonly about: 'names';
  /** Kind of the object. */
  readonly kind: string;
  /** Namespace of the object; `default` where none is written. */
  readonly namespace: string;
  /** The field, from the object's root. */
  readonly path: Path;
  /** The other fields of the same mapping. */
  readonly beside: Readonly<Record<string, string>>;
}

/** What a default fills in at a line. */
export interface ImpliedLine {
  readonly line: number;
  readonly text: string;
}

/** A stretch of a file. */
export interface TextRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something that could be written. */
export interface NameOffer {
  readonly value: string;
  /** What it is, in the terms of the manifests: `Service in faces`, `port 80`. */
  readonly detail: string;
  /** A namespace that has to be written, too, for the name to mean this. */
  readonly namespace: string | null;
}

export type EditorAnswer =
  | { readonly about: 'implied'; readonly lines: readonly ImpliedLine[] }
  | { readonly about: 'definition'; readonly places: readonly TextRange[] }
  | { readonly about: 'references'; readonly places: readonly TextRange[] }
  | { readonly about: 'names'; readonly names: readonly NameOffer[] };

/** The answer to a question of this sort. */
export type AnswerAbout<About extends EditorQuestion['about']> = Extract<EditorAnswer, { about: About }>;
