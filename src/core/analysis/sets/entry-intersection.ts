import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { isUnderstood } from '../../match/conditions.ts';
import { languageOfTest } from '../../match/operators/operators.ts';
import { byDimension, type Dimension, sameCondition } from './dimension.ts';
import { findValue, holdsFor, takesValue, type ValueSource } from './representative-values.ts';

/** Whether a request exists for which a statement is true. `undecided` means that patterns leave it open. */
export type Answer = 'yes' | 'no' | 'undecided';

/**
 * Returns whether some request satisfies the conditions of both entries. Dimensions are independent and
 * checked one by one.
 */
export function intersect(a: RouteEntry, b: RouteEntry, source: ValueSource): Answer {
  if (a.takes === 'grpc' && b.takes !== 'grpc') return meetAcross(b, a, source);
  if (b.takes === 'grpc' && a.takes !== 'grpc') return meetAcross(a, b, source);
  return meetIn(a, b, source, () => false);
}

function meetIn(
  a: RouteEntry,
  b: RouteEntry,
  source: ValueSource,
  skip: (dimension: Dimension) => boolean,
): Answer {
  let undecided = false;
  const [own, other] = [byDimension(a), byDimension(b)];
  const pairs = [...own.values()].map((each) => ({
    dimension: each.dimension,
    conditions: [...each.conditions, ...(other.get(each.dimension.key)?.conditions ?? [])],
  }));
  const alone = [...other.values()].filter((each) => !own.has(each.dimension.key));
  for (const { dimension, conditions } of [...pairs, ...alone]) {
    if (skip(dimension)) continue;
    const answer = together(dimension, conditions, source);
    if (answer === 'no') return 'no';
    if (answer === 'undecided') undecided = true;
  }
  return undecided ? 'undecided' : 'yes';
}

/** Returns whether one value satisfies some conditions of a dimension. */
function together(dimension: Dimension, conditions: readonly Condition[], source: ValueSource): Answer {
  const [first, second] = conditions;
  if (first === undefined) return 'yes';
  const [one, other] = [first, second].map((each) =>
    each === undefined ? undefined : languageOfTest(each, source.space.profile),
  );
  const isQuick = one?.kind === 'value' && other?.kind === 'value' && first.of === second?.of;
  if (isQuick && isUnderstood(first) && one.value !== other.value) return 'no';
  const { value, decided } = findValue(dimension, conditions, source);
  return value !== undefined ? 'yes' : decided ? 'no' : 'undecided';
}

const CALL = ['path', 'method', 'query', 'grpc-service', 'grpc-method'];

/**
 * Returns whether an HTTP entry and a gRPC entry share a request. HTTPRoutes see a gRPC request as a POST to
 * `/{service}/{method}` without a query.
 */
function meetAcross(http: RouteEntry, grpc: RouteEntry, source: ValueSource): Answer {
  const asked = http.conditions;
  const ofCall = asked.flatMap((each) => {
    if (each.of === 'query') return [takesValue(each, null, source)];
    return each.of === 'method' ? [takesValue(each, 'POST', source)] : [];
  });
  if (ofCall.includes('no')) return 'no';
  const others = meetIn(http, grpc, source, ({ kind }) => CALL.includes(kind));
  if (others === 'no') return 'no';
  const rest = ofCall.includes('unknown') ? 'undecided' : others;
  const path = asked.find(({ of }) => of === 'path');
  const names = grpc.conditions.filter(({ of }) => of === 'grpc-service' || of === 'grpc-method');
  const call = path === undefined ? namesExist(names, source) : callMeets(path, names, source);
  return call === 'yes' ? rest : call;
}

function namesExist(names: readonly Condition[], source: ValueSource): Answer {
  let answer: Answer = 'yes';
  for (const condition of names) {
    const dimension = { kind: condition.of as 'grpc-service', name: '', key: condition.of };
    const own = together(dimension, [condition], source);
    if (own === 'no') return 'no';
    if (own === 'undecided') answer = own;
  }
  return answer;
}

function callMeets(path: Condition, names: readonly Condition[], source: ValueSource): Answer {
  const language = languageOfTest(path, source.space.profile);
  switch (language.kind) {
    case 'value':
    case 'path-prefix': {
      const written = language.kind === 'value' ? language.value : language.prefix;
      const elements = written.replace(/^\//, '').split('/');
      if (language.kind === 'path-prefix' && written === '') return namesExist(names, source);
      if (elements.some((each) => each === '') || elements.length > 2) return 'no';
      if (language.kind === 'value' && elements.length !== 2) return 'no';
      return elementsMeet(elements as [string, string | undefined], names, source);
    }
    case 'pattern': {
      if (language.anchor === 'search') return 'undecided';
      const patterns = names.map((each) => asPathPattern(each, source));
      if (patterns.includes(null)) return 'undecided';
      const all = ['/[^/]+/[^/]+', ...patterns].map(
        (value): Condition => ({ ...path, op: 'regex', value: value as string }),
      );
      return together({ kind: 'path', name: '', key: 'path' }, [path, ...all], source);
    }
    case 'host-suffix':
    case 'unknown':
      return 'undecided';
    default:
      return language satisfies never;
  }
}

/**
 * Returns whether a path of these elements (or below it, if there is only one) is a call with matching names.
 */
function elementsMeet(
  [service, method]: readonly [string, string | undefined],
  names: readonly Condition[],
  source: ValueSource,
): Answer {
  const open: Condition[] = [];
  for (const condition of names) {
    const element = condition.of === 'grpc-service' ? service : method;
    if (element === undefined) open.push(condition);
    else if (!isUnderstood(condition)) open.push(condition);
    else if (!holdsFor(condition, element, source)) return 'no';
  }
  return namesExist(open, source);
}

/**
 * Returns a condition on a service or a method as a pattern of the whole path. Returns null if it cannot be
 * expressed.
 */
function asPathPattern(condition: Condition, { space }: ValueSource): string | null {
  const language = languageOfTest(condition, space.profile);
  const name =
    language.kind === 'pattern' && language.anchor === 'full'
      ? `(?:${language.text})`
      : language.kind === 'value'
        ? language.value.replace(/[^A-Za-z0-9_]/g, '\\$&')
        : null;
  if (name === null) return null;
  return condition.of === 'grpc-service' ? `/${name}/[^/]+` : `/[^/]+/${name}`;
}

/**
 * Returns true if the texts of the conditions show that `wide` matches every request that `narrow` matches.
 */
export function plainlyCovers(wide: RouteEntry, narrow: RouteEntry, source: ValueSource): boolean {
  return wide.conditions.every((condition) =>
    condition.of === 'protocol'
      ? narrow.takes === 'grpc'
      : narrow.conditions.some((own) => implies(own, condition, source)),
  );
}

/** Returns true if every value that satisfies `own` satisfies `other`. */
function implies(own: Condition, other: Condition, source: ValueSource): boolean {
  if (own.of !== other.of || own.name !== other.name) return false;
  if (!isUnderstood(own) || !isUnderstood(other)) return false;
  if (sameCondition(own, other)) return true;
  const { profile } = source.space;
  const [narrow, wide] = [languageOfTest(own, profile), languageOfTest(other, profile)];
  switch (narrow.kind) {
    case 'value':
      return holdsFor(other, narrow.value, source);
    case 'path-prefix':
      return wide.kind === 'path-prefix' && holdsFor(other, narrow.prefix || '/', source);
    case 'host-suffix':
      return wide.kind === 'host-suffix' && narrow.suffix.endsWith(wide.suffix);
    case 'pattern':
    case 'unknown':
      return false;
    default:
      return narrow satisfies never;
  }
}
