import type { Operator } from './operator.ts';

/** Whole elements of a path: `/abc` and `/abc/` cover `/abc`, `/abc/` and `/abc/def`, never `/abcd`. */
export const PATH_PREFIX: Operator = {
  holds: ({ value }, actual) => hasPathPrefix(actual, value),
  expected: (value) => `${withoutTrailingSlashes(value)}/…`,
  asksFor: 'path-prefix',
  language: ({ value }) => ({ kind: 'path-prefix', prefix: withoutTrailingSlashes(value) }),
  indexKey: (value) => ({ kind: 'path-prefix', prefix: withoutTrailingSlashes(value) }),
  pathType: 'prefix',
};

/**
 * Returns a prefix without the slashes at its end, which have no effect. Returns `''` for the root.
 */
export function withoutTrailingSlashes(prefix: string): string {
  let end = prefix.length;
  while (end > 0 && prefix.charCodeAt(end - 1) === SLASH) end--;
  return end === prefix.length ? prefix : prefix.slice(0, end);
}

const SLASH = 0x2f;

function hasPathPrefix(path: string, written: string): boolean {
  const prefix = withoutTrailingSlashes(written);
  const end = prefix.length;
  if (end === 0) return true;
  return path.startsWith(prefix) && (path.length === end || path.charCodeAt(end) === SLASH);
}
