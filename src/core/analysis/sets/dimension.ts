import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { facetOf, type RequestPart } from '../../match/facets.ts';

/** One independent part that conditions examine. A request has one value (or none) for each dimension. */
export interface Dimension {
  /**
   * The part of the request. The Host header and the hostnames of the routes of a Gateway share one dimension
   * . `unknown` is a facet that the matcher does not know. Questions about its values have no
   * answer.
   */
  readonly kind: RequestPart | 'unknown';
  /** The name of the header or query parameter. '' for other parts. */
  readonly name: string;
  /** `kind` and `name` as one key. */
  readonly key: string;
}

/**
 * A value of a dimension. Null means that the request has no such header or parameter. An empty value is
 * different.
 */
export type Value = string | null;

/**
 * Returns the dimension that a condition examines. Returns null for `protocol`, which the space of requests
 * determines.
 */
function dimensionOf({ of, name }: Condition): Dimension | null {
  const facet = facetOf(of);
  if (facet === undefined) return { kind: 'unknown', name, key: `unknown:${of}:${name}` };
  const kind = facet.part(name);
  switch (kind) {
    case null:
      return null;
    case 'header':
    case 'query':
      return { kind, name, key: `${kind}:${name}` };
    case 'path':
    case 'method':
    case 'scheme':
    case 'grpc-service':
    case 'grpc-method':
    case 'client-address':
      return { kind, name: '', key: kind };
    case 'host':
      return HOST;
    default:
      return kind satisfies never;
  }
}

/** The Host header, or the SNI of a TLS connection. */
export const HOST: Dimension = { kind: 'host', name: '', key: 'host' };

/** The conditions of an entry by their dimension. */
export type ByDimension = ReadonlyMap<
  string,
  { readonly dimension: Dimension; readonly conditions: readonly Condition[] }
>;

const known = new WeakMap<RouteEntry, ByDimension>();

/** Returns the conditions of an entry by dimension. Computed once for each entry. */
export function byDimension(entry: RouteEntry): ByDimension {
  const before = known.get(entry);
  if (before) return before;
  const groups = new Map<string, { dimension: Dimension; conditions: Condition[] }>();
  for (const condition of entry.conditions) {
    const dimension = dimensionOf(condition);
    if (dimension === null) continue;
    const group = groups.get(dimension.key);
    if (group) group.conditions.push(condition);
    else groups.set(dimension.key, { dimension, conditions: [condition] });
  }
  known.set(entry, groups);
  return groups;
}

/** Returns a text that is equal for equal conditions, regardless of their origin. Patterns are equal if their texts are. */
export function conditionText({ of, name, op, value, negated, whenMissing, ignoreCase }: Condition): string {
  // Most conditions have none of the last three.
  const isPlain = negated === undefined && whenMissing === undefined && ignoreCase === undefined;
  return JSON.stringify(
    isPlain ? [of, name, op, value] : [of, name, op, value, negated, whenMissing, ignoreCase],
  );
}

/**
 * Returns true if two conditions are equal, regardless of their origin. Patterns are equal if their texts
 * are.
 */
export function sameCondition(a: Condition, b: Condition): boolean {
  return (
    a.of === b.of &&
    a.name === b.name &&
    a.op === b.op &&
    a.value === b.value &&
    a.negated === b.negated &&
    a.whenMissing === b.whenMissing &&
    a.ignoreCase === b.ignoreCase
  );
}
