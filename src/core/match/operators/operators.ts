import type { Condition } from '../../ir/condition.ts';
import type { PatternRules } from '../condition-pattern.ts';
import { EXACT } from './exact.ts';
import { HOST_SUFFIX } from './host-suffix.ts';
import type { IndexKey, Operator, Test, ValueLanguage } from './operator.ts';
import { PATH_PREFIX } from './path-prefix.ts';
import { REGEX } from './regex.ts';

type Op = Condition['op'];

/** Every operator of the IR. A new operator is a file and a line here. */
const OPERATORS = {
  exact: EXACT,
  'path-prefix': PATH_PREFIX,
  'host-suffix': HOST_SUFFIX,
  regex: REGEX,
} satisfies Record<Op, Operator>;

const BY_NAME: ReadonlyMap<Op, Operator> = new Map(Object.entries(OPERATORS) as [Op, Operator][]);

/**
 * Returns an operator. Returns undefined if it is not in the table. The condition then has no known meaning.
 */
export function operatorOf(op: Op): Operator | undefined {
  return BY_NAME.get(op);
}

const UNKNOWN: ValueLanguage = { kind: 'unknown' };

/** Returns the set of the values that satisfy a test. */
export function languageOfTest(test: Test, rules: PatternRules): ValueLanguage {
  return operatorOf(test.op)?.language(test, rules) ?? UNKNOWN;
}

/** Returns the kind of the set of the values that satisfy a test, as in `value` or `pattern`. */
export function languageKindOf({ op }: Pick<Test, 'op'>): ValueLanguage['kind'] {
  return operatorOf(op)?.asksFor ?? 'unknown';
}

/** Returns the place of a test in an index by path. Returns null if the test must be tried on every path. */
export function indexKeyOf({ op, value }: Pick<Test, 'op' | 'value'>): IndexKey | null {
  return operatorOf(op)?.indexKey(value) ?? null;
}

/**
 * Returns the expected value of a test as a trace shows it: `/a`, `/a/…` for a prefix, `~pattern` for an
 * expression.
 */
export function expectedOf({ op, value }: Pick<Test, 'op' | 'value'>): string {
  return operatorOf(op)?.expected(value) ?? `${op} ${value}`;
}
