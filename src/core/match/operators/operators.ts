import type { Condition } from '../../ir/condition.ts';
import type { PatternRules } from '../condition-pattern.ts';
import { EXACT } from './exact.ts';
import { HOST_SUFFIX } from './host-suffix.ts';
import type { IndexKey, Operator, Test, ValueLanguage } from './operator.ts';
import { PATH_PREFIX } from './path-prefix.ts';
import { PREFIX } from './prefix.ts';
import { PRESENT } from './present.ts';
import { REGEX } from './regex.ts';
import { SUBNET } from './subnet.ts';
import { textPattern } from './text-pattern.ts';

type Op = Condition['op'];

/** Every operator of the IR. A new operator is a file and a line here. */
const OPERATORS = {
  exact: EXACT,
  'path-prefix': PATH_PREFIX,
  'host-suffix': HOST_SUFFIX,
  regex: REGEX,
  prefix: PREFIX,
  present: PRESENT,
  subnet: SUBNET,
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
  const language = operatorOf(test.op)?.language(test, rules) ?? UNKNOWN;
  return test.negated === true ? complementOf(language) : language;
}

/** Returns all other values. */
function complementOf(language: ValueLanguage): ValueLanguage {
  switch (language.kind) {
    case 'value':
      return { kind: 'pattern', text: textPattern(language.value, '', false), anchor: 'full', negated: true };
    case 'pattern':
      return { ...language, negated: true };
    case 'path-prefix':
    case 'host-suffix':
    case 'unknown':
      return UNKNOWN;
    default:
      return language satisfies never;
  }
}

/** The parts of a test that decide which kind of set it has. */
type Form = Pick<Test, 'op' | 'negated' | 'ignoreCase'>;

/** Returns true if the values of a test are a pattern, regardless of its operator. */
function isAltered({ op, negated, ignoreCase }: Form): boolean {
  return negated === true || (ignoreCase === true && op === 'exact');
}

/** Returns the kind of the set of the values that satisfy a test, as in `value` or `pattern`. */
export function languageKindOf(test: Form): ValueLanguage['kind'] {
  const kind = operatorOf(test.op)?.asksFor ?? 'unknown';
  return kind === 'value' && isAltered(test) ? 'pattern' : kind;
}

/** Returns the place of a test in an index by path. Returns null if the test must be tried on every path. */
export function indexKeyOf(test: Form & Pick<Test, 'value'>): IndexKey | null {
  return isAltered(test) ? null : (operatorOf(test.op)?.indexKey(test.value) ?? null);
}

/**
 * Returns the expected value of a test as a trace shows it: `/a`, `/a/…` for a prefix, `~pattern` for an
 * expression.
 */
export function expectedOf({
  op,
  value,
  negated,
  shown,
}: Form & Pick<Test, 'value'> & Pick<Condition, 'shown'>): string {
  const expected = shown ?? operatorOf(op)?.expected(value) ?? `${op} ${value}`;
  return negated === true ? `!${expected}` : expected;
}
