import { signatureOf } from '../analysis/questions/same-action.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';

/** A query that redirects may drop. */
const QUERY = 'x=1';

/**
 * Returns requests that tell apart redirects and rewrites which treat other requests of an entry alike: with a query,
 * and with other paths below the one that the entry compares.
 */
export function rewriteProbes(entries: readonly RouteEntry[], base: SimRequest): readonly SimRequest[] {
  const paths = new Set<string>();
  const known = new Set<string>();
  for (const { action, conditions } of entries) {
    // One entry represents all that do the same.
    if (known.has(signatureOf(action))) continue;
    known.add(signatureOf(action));
    if (!action.filters.some(({ kind }) => kind === 'return' || kind === 'rewrite' || kind === 'redirect'))
      continue;
    const path = conditions.find(({ of }) => of === 'path');
    const start = path === undefined ? '/' : startOf(path.value, path.op === 'regex');
    for (const each of below(start)) paths.add(each);
  }
  return [...paths].flatMap((path) => [
    { ...base, path },
    { ...base, path, query: QUERY },
  ]);
}

/** Returns the start of a path condition, without the operators of an expression. */
function startOf(value: string, isPattern: boolean): string {
  if (!isPattern) return value;
  const text = value
    .replace(/^\^/, '')
    .replace(/^\(\?i:/, '')
    .replace(/^\(\?i\)/, '');
  const start = text.replace(/[\\^$.|?*+()[\]{}][\s\S]*$/, '');
  return start.startsWith('/') ? start : '/';
}

function below(start: string): readonly string[] {
  const bare = start.replace(/\/$/, '');
  const upper = bare.toUpperCase();
  return [
    ...(bare === '' ? ['/'] : [bare, `${bare}/`, `${bare}x`]),
    `${bare}/x`,
    `${bare}/x/`,
    `${bare}/x/y`,
    ...(upper === bare ? [] : [`${upper}/X`]),
  ];
}
