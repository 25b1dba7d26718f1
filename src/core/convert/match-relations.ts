import type { RouteMatch } from './route-rule.ts';

/** Returns true if every request that the second match takes is also taken by the first. False if unknown. */
export function coversMatch(wide: RouteMatch, narrow: RouteMatch): boolean {
  return (
    coversPath(wide, narrow) &&
    wide.headers.every((header) => narrow.headers.some((each) => sameHeader(header, each)))
  );
}

/** Returns true if every path of the second match is a path of the first. False if unknown. */
export function coversPath(wide: RouteMatch, narrow: RouteMatch): boolean {
  if (wide.path.type === narrow.path.type && wide.path.value === narrow.path.value) return true;
  if (wide.startInAnyCase !== null) {
    const start = narrow.startInAnyCase ?? startOf(narrow)?.toLowerCase();
    return wide.startInAnyCase === '/' || start?.startsWith(wide.startInAnyCase) === true;
  }
  if (wide.path.type !== 'PathPrefix') return false;
  const prefix = bare(wide.path.value);
  if (prefix === '') return true;
  const { type, value } = narrow.path;
  if (type === 'RegularExpression') return false;
  return bare(value) === prefix || value.startsWith(`${prefix}/`);
}

/**
 * Returns true if no request is taken by both matches. False if unknown. Headers keep no requests apart: a request
 * may repeat a header with another value.
 */
export function areApart(a: RouteMatch, b: RouteMatch): boolean {
  if (coversPath(a, b) || coversPath(b, a)) return false;
  const [first, second] = [startOf(a), startOf(b)];
  if (first !== null && second !== null) return true;
  const [open, other] = [a.startInAnyCase, b.startInAnyCase];
  if (open !== null && other !== null) return !open.startsWith(other) && !other.startsWith(open);
  if (open !== null && second !== null) return isApartFrom(open, b);
  if (other !== null && first !== null) return isApartFrom(other, a);
  return false;
}

/** Returns true if no path of an exact or prefix match has a start. */
function isApartFrom(start: string, { path }: RouteMatch): boolean {
  const value = bare(path.value).toLowerCase();
  return path.type === 'Exact'
    ? !path.value.toLowerCase().startsWith(start)
    : !value.startsWith(start) && !start.startsWith(value);
}

/** Returns the path that all paths of an exact or prefix match start with. */
function startOf({ path }: RouteMatch): string | null {
  return path.type === 'RegularExpression' ? null : path.value;
}

function bare(path: string): string {
  return path.replace(/\/+$/, '');
}

function sameHeader(a: RouteMatch['headers'][number], b: RouteMatch['headers'][number]): boolean {
  return a.type === b.type && a.name.toLowerCase() === b.name.toLowerCase() && a.value === b.value;
}

/** Returns the match of the requests that both matches take. Returns null if it cannot be written. */
export function commonMatch(a: RouteMatch, b: RouteMatch): RouteMatch | null {
  const narrow = coversPath(a, b) ? b : coversPath(b, a) ? a : null;
  if (narrow === null) return null;
  const headers = [...a.headers];
  for (const header of b.headers) {
    if (headers.some((each) => sameHeader(each, header))) continue;
    // Of two conditions on one header, only the first is read.
    if (headers.some(({ name }) => name.toLowerCase() === header.name.toLowerCase())) return null;
    headers.push(header);
  }
  return { ...narrow, headers };
}
