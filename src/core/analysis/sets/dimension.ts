import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { facetOf, type RequestPart } from '../../match/facets.ts';

/** One independent thing that conditions look at: a request is one value (or none) for each dimension. */
export interface Dimension {
  /**
   * The part of the request. The Host header is one dimension with the hostnames of a Gateway's routes.
   * `unknown`: a facet that the matcher does not know. No question about its values has an answer.
   */
  readonly kind: RequestPart | 'unknown';
  /** Of the header or query parameter; '' for the others. */
  readonly name: string;
  /** `kind` and `name` in one word, to index by. */
  readonly key: string;
}

/** A value of a dimension; null: the request has no such header or parameter, which is not the same as an empty one. */
export type Value = string | null;

/** The dimension that a condition looks at; null for `protocol`, which a space of requests settles. */
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
    case 'grpc-service':
    case 'grpc-method':
      return { kind, name: '', key: kind };
    case 'host':
      return HOST;
    default:
      return kind satisfies never;
  }
}

const HOST: Dimension = { kind: 'host', name: '', key: 'host' };

/** The conditions of an entry by what they look at. */
export type ByDimension = ReadonlyMap<
  string,
  { readonly dimension: Dimension; readonly conditions: readonly Condition[] }
>;

const known = new WeakMap<RouteEntry, ByDimension>();

/** Groups the conditions of an entry; made once for each entry. */
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

/** Whether two conditions ask the same, wherever they are written; patterns are the same when their text is. */
export function sameCondition(a: Condition, b: Condition): boolean {
  return a.of === b.of && a.name === b.name && a.op === b.op && a.value === b.value;
}
