import type { Condition } from '../../ir/condition.ts';
import type { Profile } from '../../profile/profile.ts';
import type { PatternRules } from '../condition-pattern.ts';

/** What an operator reads of a condition. */
export type Test = Pick<Condition, 'of' | 'op' | 'value'>;

/**
 * The set of all values that satisfy a test, in a form to calculate with.
 *
 * - `value`: this value alone.
 * - `path-prefix`: the path `prefix` and all paths below it; the prefix has no trailing slash, `''` is every path.
 * - `host-suffix`: hostnames with one or more labels in front of `suffix`, as in `.example.com`.
 * - `pattern`: what a regular expression of RE2 syntax matches, as a whole (`full`) or somewhere (`search`).
 * - `unknown`: the matcher can test a value, but the set has no form here. The analysis answers `unknown`.
 */
export type ValueLanguage =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'path-prefix'; readonly prefix: string }
  | { readonly kind: 'host-suffix'; readonly suffix: string }
  | { readonly kind: 'pattern'; readonly text: string; readonly anchor: Profile['regexAnchor'] }
  | { readonly kind: 'unknown' };

/** Where an index by path keeps a test: at one path, or at a path for everything below it. */
export type IndexKey = Extract<ValueLanguage, { readonly kind: 'value' | 'path-prefix' }>;

/** One operator of conditions: everything that differs from operator to operator. */
export interface Operator {
  /** Returns whether a value of the request satisfies the test. Called for each condition: it has to be fast. */
  holds(test: Test, actual: string, rules: PatternRules): boolean;
  /** Returns the expected value as a trace writes it, as in `/a`, `/a/…` or `~a.*`. */
  expected(value: string): string;
  /** The kind of `language`, for callers that have no profile. */
  readonly asksFor: ValueLanguage['kind'];
  /** Returns the set of the values that satisfy the test. */
  language(test: Test, rules: PatternRules): ValueLanguage;
  /** Returns the place of a test on a path in an index; null: each path has to be tried. */
  indexKey(value: string): IndexKey | null;
  /** The type of path match that the operator counts as where paths are ranked by type; null: none. */
  readonly pathType: 'exact' | 'prefix' | 'pattern' | null;
}
