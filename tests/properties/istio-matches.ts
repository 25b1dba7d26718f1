import type { Text, WorldMatch } from './istio-world.ts';

/** The parts of a request that matches look at. */
export interface Form {
  readonly path: string;
  readonly method: string;
  /** Null means that the request does not have it. */
  readonly x: string | null;
  readonly q: string | null;
}

/** 6.5 … 6.10 */
export function matches(match: WorldMatch, { path, method, x, q }: Form): boolean {
  if (match.uri !== undefined && !holdsUri(match.uri, path, match.ignoreUriCase === true)) return false;
  if (match.method !== undefined && !holds(match.method, method)) return false;
  for (const test of Object.values(match.headers ?? {})) if (!present(test, x)) return false;
  for (const test of Object.values(match.withoutHeaders ?? {}))
    if (isPresence(test) ? x !== null : holds(test as Text, x ?? '')) return false;
  for (const test of Object.values(match.queryParams ?? {})) if (!present(test, q)) return false;
  return true;
}

const isPresence = (test: Text | Record<string, never>) => Object.keys(test).length === 0;

function present(test: Text | Record<string, never>, value: string | null): boolean {
  if (value === null) return false;
  return isPresence(test) || holds(test as Text, value);
}

function holdsUri(test: Text, path: string, folds: boolean): boolean {
  if (!folds || 'regex' in test) return holds(test, path);
  return 'exact' in test
    ? test.exact.toLowerCase() === path.toLowerCase()
    : path.toLowerCase().startsWith(test.prefix.toLowerCase());
}

export function holds(test: Text, value: string): boolean {
  if ('exact' in test) return value === test.exact;
  if ('prefix' in test) return value.startsWith(test.prefix);
  return new RegExp(`^(?:${test.regex})$`).test(value);
}
