import type { RuleIndex } from '../ids/ids.ts';
/**
 * What else is known about a node or a rule: no request reaches it, it differs from the version that it is
 * compared with, or a test that ends there fails.
 */
export type MarkKind = 'dead' | 'changed' | 'failing';

/** The marks of one node: those of its card, and those of its rules by index in the manifest. */
export interface NodeMarks {
  readonly card: readonly MarkKind[];
  readonly rules: ReadonlyMap<RuleIndex, readonly MarkKind[]>;
}

/** Marks by node id. */
export type GraphMarks = ReadonlyMap<string, NodeMarks>;
