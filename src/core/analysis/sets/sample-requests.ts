import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { indexKeyOf } from '../../match/operators/operators.ts';
import { byDimension, type Dimension, HOST, type Value } from './dimension.ts';
import { freshHost } from './fresh-host.ts';
import { findValue, type ValueSource } from './representative-values.ts';
import type { Values } from './request-space.ts';

/** Requests that satisfy an entry, or the reason why there are none. */
export type Samples =
  /** Requests that satisfy it: first as written, then requests that as few other entries as possible take. */
  | { readonly kind: 'requests'; readonly requests: readonly Values[] }
  /** No request satisfies it: a pattern without values, or a hostname of another listener. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'undecided' };

/**
 * Returns requests with the values in the conditions of an entry. Nearly every reachable entry wins one of
 * them.
 */
export function sampleRequests(entry: RouteEntry, fresh: FreshValues, source: ValueSource): Samples {
  const values = new Map<string, Value>();
  let undecided = false;
  const take = (dimension: Dimension, conditions: readonly Condition[]): boolean => {
    const { value, decided } = findValue(dimension, conditions, source);
    if (value !== undefined) values.set(dimension.key, value);
    else if (!decided) undecided = true;
    return value !== undefined || !decided;
  };
  for (const { dimension, conditions } of byDimension(entry).values()) {
    if (!take(dimension, conditions)) return { kind: 'impossible' };
  }
  // At a listener the host decides whether a request arrives.
  const named = source.space.hostnames.length > 0 && hasHosts(source);
  if (named && !values.has(HOST.key) && !take(HOST, [])) return { kind: 'impossible' };
  if (undecided) return { kind: 'undecided' };
  return { kind: 'requests', requests: [values, freshened(entry, values, fresh, source)] };
}

function hasHosts({ space }: ValueSource): boolean {
  return space.kind === 'http' || space.kind === 'grpc' || space.kind === 'tls';
}

/** Values that no exact condition of a table requires. */
export interface FreshValues {
  readonly word: string;
  readonly method: string;
  /** True if a condition examines the Host header. */
  readonly readsHost: boolean;
}

/** Returns the same request with a fresh value for every part that the entry leaves open. */
function freshened(
  { conditions }: RouteEntry,
  values: Values,
  fresh: FreshValues,
  { space }: ValueSource,
): Values {
  const open = new Map(values);
  if (space.kind === 'grpc') {
    for (const key of ['grpc-service', 'grpc-method']) if (!open.has(key)) open.set(key, fresh.word);
  } else if (space.kind === 'http') {
    const paths = conditions.filter(({ of }) => of === 'path').map(indexKeyOf);
    const prefixes = paths.flatMap((key) => (key?.kind === 'path-prefix' ? [key.prefix] : []));
    if (prefixes.length === paths.length) {
      // Of several compatible prefixes, each covers the longer ones.
      const [longest = ''] = prefixes.sort((a, b) => b.length - a.length);
      open.set('path', `${longest}/${fresh.word}`);
    }
    if (!open.has('method')) open.set('method', fresh.method);
  }
  if (fresh.readsHost && !open.has('host')) {
    const host = freshHost(fresh.word, space.hostnames);
    if (space.admitsHost(host)) open.set('host', host);
  }
  return open;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** Returns values that no exact condition of some entries requires. */
export function freshValues(entries: readonly RouteEntry[]): FreshValues {
  const written: string[] = [];
  const methods = new Set<string>();
  let readsHost = false;
  for (const entry of entries) {
    for (const { of, name, value } of entry.conditions) {
      if (of === 'method') methods.add(value);
      else if (value.includes(WORD)) written.push(value);
      if (of === 'header' && name === 'host') readsHost = true;
    }
  }
  let word = WORD;
  for (let at = 2; written.some((value) => value.includes(word)); at++) word = `${WORD}${at}`;
  let method = METHODS.find((each) => !methods.has(each)) ?? 'SEARCH';
  while (methods.has(method)) method += 'X';
  return { word, method, readsHost };
}

const WORD = 'other';
