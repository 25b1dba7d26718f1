import type { Action, Target } from '../../ir/action.ts';
import type { CORSPolicy, EnvoyCORSPolicy, Filter, HeaderChange } from '../../ir/filter.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { lowestTerms } from './canonical-outcome.ts';

const signatures = new WeakMap<Action, string>();

/**
 * Returns the effect of an action as a text. Two actions with the same text have the same effect on every
 * request. Backends are combined in lowest terms and in a fixed order, and so are changes of different
 * headers.
 */
export function signatureOf(action: Action): string {
  const known = signatures.get(action);
  if (known !== undefined) return known;
  const { targets, filters, retry, ...rest } = action;
  const signature = print({
    ...rest,
    retry: retry === null ? null : { ...retry, codes: [...retry.codes].sort((a, b) => a - b) },
    filters: filters.map(canonicalFilter),
    targets: canonicalTargets(targets),
  });
  signatures.set(action, signature);
  return signature;
}

/** Fields that only explain an action. */
const EXPLAINING: ReadonlySet<string> = new Set(['origin', 'ungranted', 'definedBy']);

function print(value: unknown): string {
  return JSON.stringify(value, (key, each) => (EXPLAINING.has(key) ? undefined : each));
}

/**
 * Returns the targets of an action. A weight has a meaning only together with the others: its share in lowest
 * terms. Without any weight requests fail.
 */
function canonicalTargets(targets: readonly Target[]): readonly string[] {
  const total = targets.reduce((sum, target) => sum + target.weight, 0);
  const weights = new Map<string, number>();
  for (const { weight, ...target } of targets) {
    if (total > 0 && weight === 0) continue;
    const key = print({ ...target, filters: target.filters.map(canonicalFilter) });
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return [...weights]
    .map(([key, weight]) => `${key} ${total === 0 ? 'none' : lowestTerms(weight, total)}`)
    .sort();
}

function canonicalFilter(filter: Filter): unknown {
  switch (filter.kind) {
    case 'request-headers':
    case 'response-headers':
      return { ...filter, change: canonicalChange(filter.change) };
    case 'cors':
      return { ...filter, policy: canonicalCORS(filter.policy) };
    case 'envoy-cors':
      return { ...filter, policy: canonicalEnvoyCORS(filter.policy) };
    case 'redirect':
    case 'return':
    case 'rewrite':
    case 'mirror':
    case 'respond':
    case 'delay':
    case 'opaque':
    case 'broken':
      return filter;
    default:
      // As written: two filters of an unknown kind are equal if their texts are equal.
      return filter satisfies never;
  }
}

/** Returns a CORS policy in a fixed order. The lists of a CORS filter are sets. */
function canonicalCORS(policy: CORSPolicy): CORSPolicy {
  return { ...policy, ...sortedLists(policy), allowOrigins: [...policy.allowOrigins].sort() };
}

/** Returns a CORS policy of Envoy in a fixed order. */
function canonicalEnvoyCORS(policy: EnvoyCORSPolicy): unknown {
  const origins = new Set(policy.allowOrigins.map(({ kind, value }) => `${kind} ${value}`));
  return { ...policy, ...sortedLists(policy), allowOrigins: [...origins].sort() };
}

function sortedLists({
  allowMethods,
  allowHeaders,
  exposeHeaders,
}: Pick<CORSPolicy, 'allowMethods' | 'allowHeaders' | 'exposeHeaders'>) {
  return {
    allowMethods: [...allowMethods].sort(),
    allowHeaders: [...allowHeaders].sort(),
    exposeHeaders: [...exposeHeaders].sort(),
  };
}

/**
 * Returns a header change in a fixed order. Changes of different headers are independent. Changes of one
 * header keep their order.
 */
function canonicalChange({ set, add, remove }: HeaderChange): HeaderChange {
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => {
    const [first, second] = [a.name.toLowerCase(), b.name.toLowerCase()];
    return first < second ? -1 : first > second ? 1 : 0;
  };
  const named = (items: HeaderChange['set']) =>
    items.map(({ name, value }) => ({ name: name.toLowerCase(), value })).sort(byName);
  return { set: named(set), add: named(add), remove: remove.map((name) => name.toLowerCase()).sort() };
}

/** Returns true if two entries have different effects on a request that both match. */
export function differs(a: RouteEntry, b: RouteEntry): boolean {
  return a.action !== b.action && signatureOf(a.action) !== signatureOf(b.action);
}
