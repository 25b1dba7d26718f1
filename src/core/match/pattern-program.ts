/** The conditions between two characters, as bits: the empty-width assertions of RE2. */
export const ASSERT = {
  beginLine: 1,
  endLine: 2,
  beginText: 4,
  endText: 8,
  wordBoundary: 16,
  noWordBoundary: 32,
} as const;

/** One instruction of a compiled pattern. `to` and `or` are indexes of other steps. */
export type ProgramStep =
  | { readonly kind: 'fork'; readonly to: number; readonly or: number }
  | { readonly kind: 'jump'; readonly to: number }
  /** Continues if all bits of `holds` (see ASSERT) hold. */
  | { readonly kind: 'assert'; readonly holds: number; readonly to: number }
  /** Takes one character. `changes` are the code points at which the result of `takes` may change. */
  | {
      readonly kind: 'character';
      readonly changes: readonly number[];
      takes(code: number): boolean;
      readonly to: number;
    }
  | { readonly kind: 'accept' }
  | { readonly kind: 'fail' };

/**
 * A pattern as a nondeterministic automaton. It is the program of the engine itself, so that both have the
 * same meaning.
 */
export interface PatternProgram {
  readonly start: number;
  readonly steps: readonly ProgramStep[];
}
