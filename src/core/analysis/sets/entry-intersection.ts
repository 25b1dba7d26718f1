import type { Condition, RouteEntry } from '../../ir/mesh-ir.ts';
import { byDimension, type Dimension, sameCondition } from './dimension.ts';
import { findValue, holdsFor, type ValueSource } from './representative-values.ts';

/** Whether there is a request of which something is true; `undecided` where patterns leave it open. */
export type Answer = 'yes' | 'no' | 'undecided';

/** Whether some request satisfies the conditions of both entries: dimension by dimension, as they are independent. */
export function intersect(a: RouteEntry, b: RouteEntry, source: ValueSource): Answer {
  if (a.routeKind === 'GRPCRoute' && b.routeKind !== 'GRPCRoute') return meetAcross(b, a, source);
  if (b.routeKind === 'GRPCRoute' && a.routeKind !== 'GRPCRoute') return meetAcross(a, b, source);
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

/** Whether one value satisfies some conditions of a dimension. */
function together(dimension: Dimension, conditions: readonly Condition[], source: ValueSource): Answer {
  const [first, second] = conditions;
  if (first === undefined) return 'yes';
  const quick = first.op === 'exact' && second?.op === 'exact' && first.of === second.of;
  if (quick && first.value !== second.value) return 'no';
  const { value, decided } = findValue(dimension, conditions, source);
  return value !== undefined ? 'yes' : decided ? 'no' : 'undecided';
}

const CALL = ['path', 'method', 'query', 'grpc-service', 'grpc-method'];

/** A gRPC request is a POST to `/{service}/{method}` without a query: HTTPRoutes see it as that. */
function meetAcross(http: RouteEntry, grpc: RouteEntry, source: ValueSource): Answer {
  const asked = http.conditions;
  if (asked.some(({ of, value }) => of === 'query' || (of === 'method' && value !== 'POST'))) return 'no';
  const rest = meetIn(http, grpc, source, ({ kind }) => CALL.includes(kind));
  if (rest === 'no') return 'no';
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
  if (path.op === 'regex') {
    if (source.space.profile.regexAnchor === 'search') return 'undecided';
    const patterns = ['/[^/]+/[^/]+', ...names.map(asPathPattern)].map((value) => ({ ...path, value }));
    return together({ kind: 'path', name: '', key: 'path' }, [path, ...patterns], source);
  }
  const elements = path.value
    .replace(/^\//, '')
    .replace(path.op === 'exact' ? '' : /\/+$/, '')
    .split('/');
  if (path.op === 'path-prefix' && elements.length === 1 && elements[0] === '')
    return namesExist(names, source);
  if (elements.some((each) => each === '') || elements.length > 2) return 'no';
  if (path.op === 'exact' && elements.length !== 2) return 'no';
  const [service, method] = elements as [string, string | undefined];
  const open: Condition[] = [];
  for (const condition of names) {
    const element = condition.of === 'grpc-service' ? service : method;
    if (element === undefined) open.push(condition);
    else if (!holdsFor(condition, element, source)) return 'no';
  }
  return namesExist(open, source);
}

function asPathPattern({ of, op, value }: Condition): string {
  const name = op === 'regex' ? `(?:${value})` : value.replace(/[^A-Za-z0-9_]/g, '\\$&');
  return of === 'grpc-service' ? `/${name}/[^/]+` : `/[^/]+/${name}`;
}

/** Whether `wide` takes every request that `narrow` asks for, as far as the texts of their conditions show it. */
export function plainlyCovers(wide: RouteEntry, narrow: RouteEntry, source: ValueSource): boolean {
  return wide.conditions.every((condition) =>
    condition.of === 'protocol'
      ? narrow.routeKind === 'GRPCRoute'
      : narrow.conditions.some((own) => implies(own, condition, source)),
  );
}

/** Whether whatever satisfies `own` satisfies `other`. */
function implies(own: Condition, other: Condition, source: ValueSource): boolean {
  if (own.of !== other.of || own.name !== other.name) return false;
  if (sameCondition(own, other)) return true;
  switch (own.op) {
    case 'exact':
      return holdsFor(other, own.value, source);
    case 'path-prefix':
      return other.op === 'path-prefix' && holdsFor(other, own.value.replace(/\/+$/, '') || '/', source);
    case 'host-suffix':
      return other.op === 'host-suffix' && own.value.endsWith(other.value.slice(1));
    case 'regex':
      return false;
  }
}
