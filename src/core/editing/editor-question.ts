import type { Path } from '../text/path.ts';

/** A question of the editor about the texts. Lines and columns count from 1. */
export type EditorQuestion =
  /** Asks for the defaults of missing fields, in some lines of a file. */
  | { readonly about: 'implied'; readonly file: string; readonly from: number; readonly to: number }
  /** Asks where the object named at a place is declared. */
  | { readonly about: 'definition'; readonly file: string; readonly line: number; readonly column: number }
  /** Asks which objects refer to the object named at a place. */
  | {
      readonly about: 'references';
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly withDeclaration: boolean;
    }
  /** Asks for the possible values of a field of a reference. */
  | NamesQuestion;

/** A field whose value the user is typing, and the fields around it. */
export interface NamesQuestion {
  readonly about: 'names';
  /** Kind of the object. */
  readonly kind: string;
  /** Namespace of the object, or `default` when the object has none. */
  readonly namespace: string;
  /** The field, from the object's root. */
  readonly path: Path;
  /** The other fields of the same mapping. */
  readonly beside: Readonly<Record<string, string>>;
}

/** A default at a line. */
export interface ImpliedLine {
  readonly line: number;
  readonly text: string;
}

/** A range of a file. */
export interface TextRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A possible value. */
export interface NameOffer {
  readonly value: string;
  /** A description in the terms of the manifests: `Service in faces`, `port 80`. */
  readonly detail: string;
  /** The namespace that must also be written for the name to have this meaning. */
  readonly namespace: string | null;
}

export type EditorAnswer =
  | { readonly about: 'implied'; readonly lines: readonly ImpliedLine[] }
  | { readonly about: 'definition'; readonly places: readonly TextRange[] }
  | { readonly about: 'references'; readonly places: readonly TextRange[] }
  | { readonly about: 'names'; readonly names: readonly NameOffer[] };

/** The answer to a kind of question. */
export type AnswerAbout<About extends EditorQuestion['about']> = Extract<EditorAnswer, { about: About }>;
