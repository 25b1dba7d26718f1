import { takesHeader, takesMethod, takesPath } from '../../dataplane/receive-request.ts';
import type { Condition } from '../../ir/mesh-ir.ts';
import { fitsRawQuery } from '../../ir/raw-query.ts';
import { type PatternRules, patternText } from '../../match/condition-pattern.ts';
import { holds } from '../../match/conditions.ts';
import { compilePattern } from '../../match/pattern.ts';
import { type RequestView, viewRequest } from '../../match/request-view.ts';
import { fromBytes, toBytes } from '../../text/utf8.ts';
import type { Dimension, Value } from './dimension.ts';
import { type Budget, exploreValues } from './explore-values.ts';
import { goesBeyondASCII, languageOf, speaks } from './language.ts';
import { PatternAutomaton } from './pattern-automaton.ts';
import type { RequestSpace } from './request-space.ts';
import { inBytes } from './utf8-language.ts';

/** What the values of one table are chosen by. */
export interface ValueSource {
  readonly space: RequestSpace;
  /** A word that no condition of the table has in it: a value that exact conditions and prefixes know nothing of. */
  readonly freshWord: string;
  readonly budget: Budget;
}

/** Values of one dimension: at least one for every way in which some conditions can hold or fail together. */
export interface ValueSet {
  readonly values: readonly Value[];
  /** False: patterns were not followed to their end, there may be other ways. */
  readonly complete: boolean;
}

/** Whether a condition holds for a value of its dimension, by the matcher's own word. */
export function holdsFor(condition: Condition, value: Value, { space }: ValueSource): boolean {
  if (condition.of === 'host' || (condition.of === 'header' && condition.name === 'host')) {
    return (
      value !== null &&
      holds(condition, viewRequest(space.request(new Map([['host', value]])), space.profile))
    );
  }
  if (value === null) return false;
  const single = [value];
  const view: RequestView = {
    path: value,
    method: value,
    host: value,
    grpc: { service: value, method: value },
    header: () => single,
    query: () => single,
    profile: space.profile,
  };
  return holds(condition, view);
}

/**
 * Values of a dimension that satisfy what is asked, one for each way in which the other conditions can hold together,
 * pleasant ones first.
 */
export function valuesOf(
  dimension: Dimension,
  asked: readonly Condition[],
  others: readonly Condition[],
  source: ValueSource,
): ValueSet {
  const conditions = [...asked, ...others];
  const fits = (value: Value) =>
    isPossible(dimension, value, source) && asked.every((each) => holdsFor(each, value, source));
  const plain = plainValues(dimension, conditions, source).filter(fits);
  // An exact value leaves no other, however the patterns go on.
  if (plain.length > 0 && asked.some((each) => each.op === 'exact' && each.of !== 'host')) {
    return { values: distinct(plain, others, source), complete: true };
  }
  const values: Value[] = plain;
  const patterns = automataOf(conditions, source);
  let complete = patterns.complete;
  if (patterns.some) {
    const required = patterns.texts.map((text) =>
      asked.some((each) => each.op === 'regex' && patternText(each, source.space.profile) === text),
    );
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

/** One value that all conditions take; `decided` is false when patterns leave open whether there is one. */
export function findValue(
  dimension: Dimension,
  conditions: readonly Condition[],
  source: ValueSource,
): { readonly value: Value | undefined; readonly decided: boolean } {
  const fits = (value: Value) =>
    isPossible(dimension, value, source) && conditions.every((each) => holdsFor(each, value, source));
  const plain = plainValues(dimension, conditions, source).find(fits);
  if (plain !== undefined) return { value: plain, decided: true };
  const patterns = automataOf(conditions, source);
  // An exact value is the only candidate there is.
  const exact = conditions.some((each) => each.op === 'exact' && each.of !== 'host');
  if (exact || !patterns.some) return { value: undefined, decided: true };
  if (patterns.refused || beginApart(conditions, patterns.automata))
    return { value: undefined, decided: true };
  const all = patterns.automata.map(() => true);
  const found = explore(dimension, conditions, patterns.automata, all, source);
  let skipped = false;
  let step = found.next();
  for (; !step.done; step = found.next()) {
    if (fits(step.value)) return { value: step.value, decided: true };
    // Another value that the patterns treat alike could be possible where this one is not.
    if (!isPossible(dimension, step.value, source)) skipped = true;
  }
  const decided = step.value && !skipped && patterns.complete && !hasHostnames(dimension, conditions, source);
  return { value: undefined, decided };
}

/** Values by what patterns and literals make of them (see explore-values.ts); byte by byte where patterns compare bytes. */
function* explore(
  dimension: Dimension,
  conditions: readonly Condition[],
  automata: readonly PatternAutomaton[],
  required: readonly boolean[],
  { space: { profile }, budget }: ValueSource,
): Generator<string, boolean> {
  const own = languageOf(dimension, profile);
  const literals = literalsOf(conditions);
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

/** Whether values that go together would have to begin in two ways at once: most pairs of patterns are told apart so. */
function beginApart(conditions: readonly Condition[], patterns: readonly PatternAutomaton[]): boolean {
  const beginnings = [
    ...patterns.map(({ prefix }) => prefix),
    ...conditions.filter((each) => each.op === 'path-prefix').map((each) => stripped(each.value)),
  ].sort((a, b) => a.length - b.length);
  const [longest] = beginnings.slice(-1);
  return beginnings.some((each) => !longest?.startsWith(each));
}

/** Hostnames compare from their end, which the walk through values does not follow. */
function hasHostnames(
  { kind }: Dimension,
  conditions: readonly Condition[],
  { space }: ValueSource,
): boolean {
  return kind === 'host' && (!space.everyHost || conditions.some((each) => each.of === 'host'));
}

/** Whether a request with this value reaches the routes at all. */
function isPossible(dimension: Dimension, value: Value, { space }: ValueSource): boolean {
  if (value === null) return dimension.kind === 'header' || dimension.kind === 'query';
  const { profile } = space;
  if (!speaks(languageOf(dimension, profile), value)) return false;
  switch (dimension.kind) {
    case 'host':
      return space.everyHost || space.admitsHost(value);
    case 'path':
      return takesPath(value, profile);
    case 'grpc-service':
      return takesPath(`/${value}/Method`, profile);
    case 'grpc-method':
      return takesPath(`/Service/${value}`, profile);
    case 'method':
      return takesMethod(value, profile);
    case 'header':
      return takesHeader(dimension.name, profile);
    case 'query':
      return profile.queryDecoding === 'form' || fitsRawQuery(dimension.name, 'name');
    default:
      return dimension.kind satisfies never;
  }
}

interface Automata {
  readonly automata: readonly PatternAutomaton[];
  /** The patterns they were made of. */
  readonly texts: readonly string[];
  /** There are patterns at all. */
  readonly some: boolean;
  /** A pattern that RE2 refuses never holds: all together never do. */
  readonly refused: boolean;
  /** All patterns can be followed. */
  readonly complete: boolean;
}

function automataOf(conditions: readonly Condition[], { space }: ValueSource): Automata {
  const automata: PatternAutomaton[] = [];
  const texts: string[] = [];
  let refused = false;
  let complete = true;
  const patterns = new Set(
    conditions.filter((each) => each.op === 'regex').map((each) => patternText(each, space.profile)),
  );
  for (const text of patterns) {
    const automaton = automatonOf(text, space.profile);
    if (automaton === 'refused') refused = true;
    else if (automaton === null) complete = false;
    else {
      automata.push(automaton);
      texts.push(text);
    }
  }
  return { automata, texts, some: patterns.size > 0, refused, complete };
}

const automata = new Map<string, PatternAutomaton | 'refused' | null>();
const MOST_KNOWN = 2000;

/** The automaton of a pattern; null when it cannot be followed (look-behind, folding beyond ASCII). */
function automatonOf(
  text: string,
  { regexAnchor: anchor, patternUnit: unit }: PatternRules,
): PatternAutomaton | 'refused' | null {
  const key = `${anchor}:${unit}:${text}`;
  const known = automata.get(key);
  if (known !== undefined) return known;
  const pattern = compilePattern(text, anchor, unit);
  const program = pattern.ok ? pattern.program() : null;
  const made = !pattern.ok
    ? 'refused'
    : program === null
      ? null
      : new PatternAutomaton(program, anchor === 'search');
  if (automata.size >= MOST_KNOWN) automata.clear();
  automata.set(key, made);
  return made;
}

function stripped(prefix: string): string {
  return prefix.replace(/\/+$/, '');
}

function literalsOf(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap(({ op, value }) =>
    op === 'exact' ? [value] : op === 'path-prefix' ? [stripped(value)] : [],
  );
}

/** Values that settle everything but patterns: what is asked for, what lies below it, and something quite different. */
function plainValues(
  { kind }: Dimension,
  conditions: readonly Condition[],
  { space, freshWord }: ValueSource,
): readonly Value[] {
  const exact = conditions.filter((each) => each.op === 'exact').map((each) => each.value);
  switch (kind) {
    case 'path': {
      const prefixes = conditions
        .filter((each) => each.op === 'path-prefix')
        .map((each) => stripped(each.value));
      const below = prefixes.map((prefix) => `${prefix}/${freshWord}`);
      return [...prefixes.filter((prefix) => prefix !== ''), '/', ...below, `/${freshWord}`, ...exact];
    }
    case 'method':
      return [METHODS.find((method) => !exact.includes(method)) ?? freshMethod(exact), ...exact];
    case 'header':
    case 'query':
      return [null, freshWord, ...exact];
    case 'host':
      return hosts(conditions, space.hostnames, freshWord);
    case 'grpc-service':
    case 'grpc-method':
      return [freshWord, ...exact];
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND', 'REPORT'];

function freshMethod(exact: readonly string[]): string {
  let method = 'SEARCH';
  while (exact.includes(method)) method += 'X';
  return method;
}

/** A port changes the Host header but not the hostname: routes by hostname still take it. */
const SOME_PORT = ':8443';

function hosts(
  conditions: readonly Condition[],
  listeners: readonly string[],
  freshWord: string,
): readonly string[] {
  const names: string[] = [];
  for (const name of [
    ...conditions.filter((each) => each.of === 'host').map((each) => each.value),
    ...listeners,
  ]) {
    names.push(name.startsWith('*.') ? `${freshWord}${name.slice(1)}` : name);
  }
  names.push(`${freshWord}.example`);
  const headers = conditions.filter((each) => each.of === 'header' && each.op === 'exact');
  if (headers.length === 0) return names;
  return [...names, ...names.map((name) => `${name}${SOME_PORT}`), ...headers.map((each) => each.value)];
}

/** Keeps the first value of each kind: one for each combination of conditions that hold. */
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
