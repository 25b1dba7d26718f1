import type { Condition } from '../../ir/condition.ts';
import type { Profile } from '../../profile/profile.ts';
import type { PatternRules } from '../condition-pattern.ts';

/** The parts of a condition that an operator reads. */
export type Test = Pick<Condition, 'of' | 'op' | 'value' | 'negated' | 'ignoreCase'>;

/**
 * The set of all values that satisfy a test, in a form for calculations.
 *
 * - `value`: only this value.
 * - `path-prefix`: the path `prefix` and all paths below it. The prefix has no trailing slash. `''` is every
 *   path.
 * - `host-suffix`: hostnames with one or more labels in front of `suffix`, as in `.example.com`.
 * - `pattern`: the matches of a regular expression of RE2 syntax, as a whole (`full`) or in any part
 *   (`search`). With `negated`, all values that do not match.
 * - `unknown`: the matcher can test a value, but the set has no form here. The analysis answers `unknown`.
 */
export type ValueLanguage =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'path-prefix'; readonly prefix: string }
  | { readonly kind: 'host-suffix'; readonly suffix: string }
  | {
      readonly kind: 'pattern';
      readonly text: string;
      readonly anchor: Profile['regexAnchor'];
      readonly negated?: true;
    }
  | { readonly kind: 'unknown' };

/** The place of a test in an index by path: one path, or a path and everything below it. */
export type IndexKey = Extract<ValueLanguage, { readonly kind: 'value' | 'path-prefix' }>;

/** The definition of an operator: all code that depends on the operator of a condition. */
export interface Operator {
  /**
   * Returns true if a value of the request satisfies the test. It must be fast, because it runs for each
   * condition.
   */
  holds(test: Test, actual: string, rules: PatternRules): boolean;
  /** Returns the expected value as a trace writes it, as in `/a`, `/a/…` or `~a.*`. */
  expected(value: string): string;
  /** The kind of `language`, for callers that have no profile. */
  readonly asksFor: ValueLanguage['kind'];
  /** Returns the set of the values that satisfy the test. */
  language(test: Test, rules: PatternRules): ValueLanguage;
  /**
   * Returns the place of a test on a path in an index. Returns null if the test must be tried on every path.
   */
  indexKey(value: string): IndexKey | null;
  /**
   * The type of path match that the operator counts as in criteria that compare types. Null if it has
   * none.
   */
  readonly pathType: 'exact' | 'prefix' | 'pattern' | null;
}
