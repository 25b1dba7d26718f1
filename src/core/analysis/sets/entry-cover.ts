import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { coverCell, type Product } from './box-cover.ts';
import { byDimension, type Dimension, HOST, sameCondition, type Value } from './dimension.ts';
import { intersect } from './entry-intersection.ts';
import { holdsFor, type ValueSource, valuesOf } from './representative-values.ts';
import type { Values } from './request-space.ts';
import type { Ranked } from './rival-index.ts';
import { smallestCover } from './smallest-cover.ts';

/** Whether rivals together take every request that an entry matches. */
export type Taking =
  | { readonly taken: 'all'; readonly by: readonly Ranked[] }
  /** `values` are those of a request that no rival takes. */
  | { readonly taken: 'not-all'; readonly values: Values }
  | { readonly taken: 'undecided' };

/**
 * One dimension, with one value for each way in which the conditions of the entry and its rivals can hold
 * together.
 */
interface Axis {
  readonly dimension: Dimension;
  readonly values: readonly Value[];
  readonly complete: boolean;
}

/**
 * Returns whether the union of rivals covers an entry. The result is exact. With one value for each way in
 * which conditions can hold together, every entry is a product of finite sets, and the question is one of
 * cutting boxes (see box-cover.ts). `samples` are requests that satisfy the entry. A rival that takes
 * everything takes them, too.
 */
export function coverByEntries(
  entry: RouteEntry,
  rivals: readonly Ranked[],
  samples: readonly Values[],
  source: ValueSource,
): Taking {
  const alone = rivals.find(
    (rival) =>
      samples.every((sample) => takes(rival.entry, sample, source)) &&
      coversAlone(rival.entry, entry, source),
  );
  if (alone !== undefined) return { taken: 'all', by: [alone] };
  const meeting = rivals.filter((rival) => intersect(entry, rival.entry, source) !== 'no');
  const taking = coverTogether(entry, meeting, source);
  return taking.taken === 'not-all' ? { ...taking, values: arriving(taking.values, samples) } : taking;
}

/** Returns values with the host of the samples, if no condition examines it: only such a request arrives. */
function arriving(values: Values, [sample]: readonly Values[]): Values {
  const host = sample?.get(HOST.key);
  return host === undefined || values.has(HOST.key) ? values : new Map([...values, [HOST.key, host]]);
}

function coverTogether(entry: RouteEntry, rivals: readonly Ranked[], source: ValueSource): Taking {
  const axes = axesOf(entry, rivals, source);
  if (axes.some(({ values }) => values.length === 0)) return { taken: 'undecided' };
  const cell = axes.map(({ values }) => fullSet(values.length));
  const products = new Map<number, Product>();
  for (const [id, rival] of rivals.entries()) products.set(id, productOf(rival.entry, axes, source));
  const answer = coverCell(cell, products, source.budget);
  if (answer.covered === null) return { taken: 'undecided' };
  if (!answer.covered) return { taken: 'not-all', values: firstOf(answer.rest, axes) };
  // A value that was not examined may be uncovered.
  if (axes.some(({ complete }) => !complete)) return { taken: 'undecided' };
  const ids = smallestCover(cell, products, answer.used, source.budget);
  return { taken: 'all', by: ids.map((id) => rivals[id] as Ranked) };
}

function axesOf(entry: RouteEntry, rivals: readonly Ranked[], source: ValueSource): readonly Axis[] {
  const concerned = new Map<string, { dimension: Dimension; conditions: Condition[] }>();
  for (const each of [entry, ...rivals.map((rival) => rival.entry)]) {
    for (const [key, { dimension, conditions }] of byDimension(each)) {
      const known = concerned.get(key) ?? { dimension, conditions: [] };
      concerned.set(key, known);
      for (const condition of conditions) {
        if (!known.conditions.some((other) => sameCondition(condition, other)))
          known.conditions.push(condition);
      }
    }
  }
  const own = byDimension(entry);
  return [...concerned.values()].map(({ dimension, conditions }) => {
    const asked = own.get(dimension.key)?.conditions ?? [];
    return { dimension, ...valuesOf(dimension, asked, conditions, source) };
  });
}

function productOf(entry: RouteEntry, axes: readonly Axis[], source: ValueSource): Product {
  const own = byDimension(entry);
  return axes.map(({ dimension, values }) => {
    const conditions = own.get(dimension.key)?.conditions ?? [];
    let set = 0n;
    for (const [at, value] of values.entries()) {
      if (conditions.every((condition) => holdsFor(condition, value, source))) set |= 1n << BigInt(at);
    }
    return set;
  });
}

/** Returns true if an entry matches a request, as far as its values are given. */
function takes(entry: RouteEntry, sample: Values, source: ValueSource): boolean {
  for (const { dimension, conditions } of byDimension(entry).values()) {
    const value = sample.get(dimension.key);
    if (value === undefined) continue;
    if (!conditions.every((condition) => holdsFor(condition, value, source))) return false;
  }
  return true;
}

/**
 * Returns true if a rival matches every request that an entry matches. Returns false also if patterns leave it
 * open.
 */
export function coversAlone(rival: RouteEntry, entry: RouteEntry, source: ValueSource): boolean {
  const own = byDimension(entry);
  for (const { dimension, conditions } of byDimension(rival).values()) {
    const asked = own.get(dimension.key)?.conditions ?? [];
    const left = conditions.filter((condition) => !asked.some((other) => sameCondition(condition, other)));
    if (left.length === 0) continue;
    const { values, complete } = valuesOf(dimension, asked, left, source);
    if (!complete) return false;
    if (!values.every((value) => left.every((condition) => holdsFor(condition, value, source)))) return false;
  }
  return true;
}

function fullSet(size: number): bigint {
  return (1n << BigInt(size)) - 1n;
}

/** Returns the first value of each set. Values are ordered by readability. */
function firstOf(part: Product, axes: readonly Axis[]): Values {
  const values = new Map<string, Value>();
  for (const [at, { dimension, values: choice }] of axes.entries()) {
    const set = part[at] as bigint;
    let first = 0;
    while (((set >> BigInt(first)) & 1n) === 0n) first++;
    values.set(dimension.key, choice[first] as Value);
  }
  return values;
}
