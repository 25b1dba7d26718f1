import { methodsTaken, takesHeader, takesMethod, takesPath } from '../../dataplane/receive-request.ts';
import type { Condition } from '../../ir/condition.ts';
import { fitsRawQuery } from '../../ir/raw-query.ts';
import { holds, isUnderstood } from '../../match/conditions.ts';
import { decodedPath } from '../../match/decoded-path.ts';
import { facetOf } from '../../match/facets.ts';
import { languageOfTest } from '../../match/operators/operators.ts';
import { type RequestView, viewRequest } from '../../match/request-view.ts';
import { readIPv4 } from '../../match/subnet.ts';
import { fromBytes } from '../../text/from-bytes.ts';
import { toBytes } from '../../text/utf8.ts';
import { type Automata, automataOf, languagesOf, patternsOf } from './condition-patterns.ts';
import type { Dimension, Value } from './dimension.ts';
import { type Budget, exploreValues } from './explore-values.ts';
import { freshHost, freshHostBelow } from './fresh-host.ts';
import { goesBeyondASCII, languageOf, speaks } from './language.ts';
import type { PatternAutomaton } from './pattern-automaton.ts';
import type { RequestSpace } from './request-space.ts';
import { inBytes } from './utf8-language.ts';

/** The context for choosing the values of one table. */
export interface ValueSource {
  readonly space: RequestSpace;
  /** A word that no condition of the table contains. Exact conditions and prefixes do not match it. */
  readonly freshWord: string;
  readonly budget: Budget;
}

/** Values of one dimension: at least one for every way in which some conditions can hold or fail together. */
export interface ValueSet {
  readonly values: readonly Value[];
  /** False if the analysis of patterns ended early. There may be other ways. */
  readonly complete: boolean;
}

/** Returns true if a condition holds for a value of its dimension. The matcher decides. */
export function holdsFor(condition: Condition, value: Value, { space }: ValueSource): boolean {
  if (condition.of === 'host' || condition.of === 'authority' || isHostHeader(condition)) {
    return (
      value !== null &&
      holds(condition, viewRequest(space.request(new Map([['host', value]])), space.profile))
    );
  }
  // Only headers and query parameters can be missing.
  const single = value === null ? null : [value];
  const text = value ?? '';
  const view: RequestView = {
    path: text,
    method: text,
    scheme: text === 'https' ? 'https' : 'http',
    host: text,
    authority: text,
    grpc: { service: text, method: text },
    clientAddress: text,
    header: () => single,
    query: () => single,
    profile: space.profile,
  };
  return holds(condition, view);
}

function isHostHeader({ of, name }: Condition): boolean {
  return of === 'header' && name === 'host';
}

/** Returns whether a condition holds for a value. `unknown` means that the matcher does not understand it. */
export function takesValue(
  condition: Condition,
  value: Value,
  source: ValueSource,
): 'yes' | 'no' | 'unknown' {
  if (!isUnderstood(condition)) return 'unknown';
  return holdsFor(condition, value, source) ? 'yes' : 'no';
}

/** Returns true if a condition leaves only one value of its dimension. */
function leavesOneValue(condition: Condition, { space }: ValueSource): boolean {
  const facet = facetOf(condition.of);
  return facet?.comparesWhole === true && languageOfTest(condition, space.profile).kind === 'value';
}

/** Returns true if the set of values of each condition is known, so that some values can be all values. */
function areKnown(conditions: readonly Condition[], { space }: ValueSource): boolean {
  return conditions.every(
    (each) => isUnderstood(each) && languageOfTest(each, space.profile).kind !== 'unknown',
  );
}

/**
 * Returns values of a dimension that satisfy `asked`, one for each way in which `others` can hold together.
 * Readable values come first.
 */
export function valuesOf(
  dimension: Dimension,
  asked: readonly Condition[],
  others: readonly Condition[],
  source: ValueSource,
): ValueSet {
  if (dimension.kind === 'unknown') return { values: [], complete: false };
  const conditions = [...asked, ...others];
  const known = areKnown(conditions, source);
  const fits = (value: Value) =>
    isPossible(dimension, value, source) && asked.every((each) => holdsFor(each, value, source));
  const plain = plainValues(dimension, conditions, source).filter(fits);
  // An exact value leaves no other value for the patterns.
  if (plain.length > 0 && asked.some((each) => leavesOneValue(each, source))) {
    return { values: distinct(plain, others, source), complete: known };
  }
  const few = fewValues(dimension, conditions, source);
  if (few !== null) {
    const usable = [...plain, ...few].filter(fits);
    return { values: distinct(usable, others, source), complete: known };
  }
  const values: Value[] = plain;
  const patterns = automataOf(conditions, source);
  let complete = known && patterns.complete;
  if (patterns.some) {
    const wanted = patternsOf(asked, source);
    const required = patterns.keys.map((key) => wanted.has(key));
    const found = explore(dimension, conditions, patterns.automata, required, source);
    let step = found.next();
    for (; !step.done; step = found.next()) {
      if (fits(step.value)) values.push(step.value);
      else if (!isPossible(dimension, step.value, source)) complete = false;
    }
    if (!step.value || hasHostnames(dimension, conditions, source)) complete = false;
  }
  return { values: distinct(values, others, source), complete };
}

/** Returns a value that all conditions take. `decided` is false if patterns leave it open. */
export function findValue(
  dimension: Dimension,
  conditions: readonly Condition[],
  source: ValueSource,
): { readonly value: Value | undefined; readonly decided: boolean } {
  if (dimension.kind === 'unknown') return { value: undefined, decided: false };
  const fits = (value: Value) =>
    isPossible(dimension, value, source) && conditions.every((each) => holdsFor(each, value, source));
  const plain = plainValues(dimension, conditions, source).find(fits);
  if (plain !== undefined) return { value: plain, decided: true };
  if (!areKnown(conditions, source)) return { value: undefined, decided: false };
  const few = fewValues(dimension, conditions, source);
  if (few !== null) return { value: few.find(fits), decided: true };
  const patterns = automataOf(conditions, source);
  // An exact value is the only candidate.
  const exact = conditions.some((each) => leavesOneValue(each, source));
  if (exact || !patterns.some) return { value: undefined, decided: true };
  if (patterns.refused || beginApart(conditions, patterns, source))
    return { value: undefined, decided: true };
  const wanted = patternsOf(conditions, source);
  const all = patterns.keys.map((key) => wanted.has(key));
  const found = explore(dimension, conditions, patterns.automata, all, source);
  let skipped = false;
  let step = found.next();
  for (; !step.done; step = found.next()) {
    if (fits(step.value)) return { value: step.value, decided: true };
    // Another value that the patterns treat alike may be possible.
    if (!isPossible(dimension, step.value, source)) skipped = true;
  }
  const decided = step.value && !skipped && patterns.complete && !hasHostnames(dimension, conditions, source);
  return { value: undefined, decided };
}

/** Returns all values of a dimension that patterns examine, if there are few. Returns null otherwise. */
function fewValues(
  { kind }: Dimension,
  conditions: readonly Condition[],
  source: ValueSource,
): readonly string[] | null {
  if (kind !== 'method') return null;
  const hasPatterns = languagesOf(conditions, source).some((each) => each.kind === 'pattern');
  return hasPatterns ? methodsTaken(source.space.profile) : null;
}

/** Yields values by the states of patterns and literals (see explore-values.ts), or bytes of values. */
function* explore(
  dimension: Dimension,
  conditions: readonly Condition[],
  automata: readonly PatternAutomaton[],
  required: readonly boolean[],
  source: ValueSource,
): Generator<string, boolean> {
  const { space, budget } = source;
  const { profile } = space;
  const own = languageOf(dimension, profile, space.decodesPaths);
  const literals = literalsOf(conditions, source);
  if (profile.patternUnit === 'characters' || !goesBeyondASCII(own)) {
    return yield* exploreValues({ language: own, literals, automata, required }, budget);
  }
  const found = exploreValues(
    { language: inBytes(own), literals: literals.map(toBytes), automata, required },
    budget,
  );
  let step = found.next();
  for (; !step.done; step = found.next()) {
    const text = fromBytes(step.value);
    if (text !== null) yield text;
  }
  return step.value;
}

/** Returns true if the patterns require different starts of the value. Most pairs of patterns do. */
function beginApart(conditions: readonly Condition[], patterns: Automata, source: ValueSource): boolean {
  const wanted = patternsOf(conditions, source);
  const beginnings = [
    ...patterns.automata.flatMap(({ prefix }, at) =>
      wanted.has(patterns.keys[at] as string) ? [prefix] : [],
    ),
    ...languagesOf(conditions, source).flatMap((each) => (each.kind === 'path-prefix' ? [each.prefix] : [])),
  ].sort((a, b) => a.length - b.length);
  const [longest] = beginnings.slice(-1);
  return beginnings.some((each) => !longest?.startsWith(each));
}

/** Returns true if hostnames are compared, from their end. `exploreValues` does not support this. */
function hasHostnames(
  { kind }: Dimension,
  conditions: readonly Condition[],
  { space }: ValueSource,
): boolean {
  return kind === 'host' && (!space.everyHost || conditions.some((each) => each.of === 'host'));
}

/** Returns true if a request with this value reaches the routes. */
function isPossible(dimension: Dimension, value: Value, { space }: ValueSource): boolean {
  if (value === null) return dimension.kind === 'header' || dimension.kind === 'query';
  const { profile } = space;
  if (!speaks(languageOf(dimension, profile, space.decodesPaths), value)) return false;
  switch (dimension.kind) {
    case 'host':
      return space.everyHost || space.admitsHost(value);
    case 'path':
      return takesPath(value, profile) && (!space.decodesPaths || decodedPath(value) === value);
    case 'grpc-service':
      return takesPath(`/${value}/Method`, profile);
    case 'grpc-method':
      return takesPath(`/Service/${value}`, profile);
    case 'method':
      return takesMethod(value, profile);
    case 'scheme':
      return value === (space.request(new Map()).scheme === 'https' ? 'https' : 'http');
    case 'client-address':
      return readIPv4(value) !== null;
    case 'header':
      return takesHeader(dimension.name, profile);
    case 'query':
      return profile.queryDecoding === 'form' || fitsRawQuery(dimension.name, 'name');
    case 'unknown':
      return false;
    default:
      return dimension.kind satisfies never;
  }
}

/** Returns the texts that values are compared with: as a whole, or as path prefixes. */
function literalsOf(conditions: readonly Condition[], source: ValueSource): readonly string[] {
  return languagesOf(conditions, source).flatMap((language) => {
    switch (language.kind) {
      case 'value':
        return [language.value];
      case 'path-prefix':
        return [language.prefix];
      case 'host-suffix':
      case 'pattern':
      case 'unknown':
        return [];
      default:
        return language satisfies never;
    }
  });
}

/**
 * Returns values that decide everything but patterns: the expected values, a value below each, and a
 * different one.
 */
function plainValues(
  { kind }: Dimension,
  conditions: readonly Condition[],
  source: ValueSource,
): readonly Value[] {
  const { space, freshWord } = source;
  const languages = languagesOf(conditions, source);
  const exact = languages.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
  switch (kind) {
    case 'path': {
      const prefixes = languages.flatMap((each) => (each.kind === 'path-prefix' ? [each.prefix] : []));
      const below = prefixes.map((prefix) => `${prefix}/${freshWord}`);
      return [...prefixes.filter((prefix) => prefix !== ''), '/', ...below, `/${freshWord}`, ...exact];
    }
    case 'method':
      return [METHODS.find((method) => !exact.includes(method)) ?? freshMethod(exact), ...exact];
    case 'scheme':
      return ['http', 'https', ...exact];
    case 'header':
    case 'query':
      return [null, freshWord, ...exact];
    case 'host':
      return hosts(conditions, space.hostnames, source);
    case 'client-address':
      return ['127.0.0.1', '192.0.2.1', ...exact];
    case 'grpc-service':
    case 'grpc-method':
      return [freshWord, ...exact];
    case 'unknown':
      return [];
    default:
      return kind satisfies never;
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND', 'REPORT'];

function freshMethod(exact: readonly string[]): string {
  let method = 'SEARCH';
  while (exact.includes(method)) method += 'X';
  return method;
}

/** A port changes the Host header but not the hostname. Routes with this hostname still match. */
const SOME_PORT = ':8443';

function hosts(
  conditions: readonly Condition[],
  listeners: readonly string[],
  { space, freshWord }: ValueSource,
): readonly string[] {
  const written = [
    ...conditions.filter((each) => each.of === 'host').map((each) => each.value),
    ...listeners,
  ];
  const names = written.map((name) =>
    name.startsWith('*.') ? freshHostBelow(name, freshWord, written) : name,
  );
  names.push(freshHost(freshWord, written));
  const headers = conditions.filter(
    (each) => each.of === 'header' && languageOfTest(each, space.profile).kind === 'value',
  );
  if (headers.length === 0) return names;
  return [...names, ...names.map((name) => `${name}${SOME_PORT}`), ...headers.map((each) => each.value)];
}

/** Returns the first value for each combination of conditions that hold. */
function distinct(
  values: readonly Value[],
  conditions: readonly Condition[],
  source: ValueSource,
): readonly Value[] {
  const kinds = new Map<string, Value>();
  for (const value of values) {
    const kind = conditions.map((condition) => (holdsFor(condition, value, source) ? '1' : '0')).join('');
    if (!kinds.has(kind)) kinds.set(kind, value);
  }
  return [...kinds.values()];
}
