import type { Profile } from '../profile/profile.ts';

type Normalisation = Profile['pathNormalisation'];

/**
 * Returns a path as a proxy compares and forwards it. Percent-encoded unreserved characters are
 * decoded, `\` becomes `/`, and dot segments are removed (RFC 3986). `merge`, `decode` and `redirect` also
 * merge repeated slashes. `decode` and `redirect` first decode `%2F` and `%5C` to slashes. A second
 * normalisation changes nothing.
 */
export function normalisePath(path: string, how: Normalisation): string {
  const unescapes = how === 'decode' || how === 'redirect';
  if (how === 'none' || (!isOdd(path) && !(unescapes && hasEscapedSlash(path)))) return path;
  const unescaped = unescapes ? path.replace(ESCAPED_SLASH, '/') : path;
  const decoded = unescaped
    // Nothing is decoded after a single percent sign. Otherwise a new percent-encoding could appear.
    .replace(/(?<!%[0-9A-Fa-f]?)%([2-7][0-9A-Fa-f])/g, (written: string, digits: string) => {
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return UNRESERVED.test(character) ? character : written;
    })
    .replaceAll('\\', '/');
  const dotless = withoutDotSegments(decoded);
  return how === 'base' ? dotless : dotless.replace(/\/{2,}/g, '/');
}

/** Returns true if a path contains anything that proxies may normalise. Other paths never change. */
export function isOdd(path: string): boolean {
  return ODD.test(path);
}

/** Returns true if a path has an encoded slash or backslash. */
export function hasEscapedSlash(path: string): boolean {
  return /%(2f|5c)/i.test(path);
}

const ESCAPED_SLASH = /%(?:2f|5c)/gi;
const UNRESERVED = /[A-Za-z0-9\-._~]/;
/** Repeated slashes, dot segments, backslashes and percent-encoded characters that need no encoding. */
const ODD = /\/\/|\/\.{1,2}(\/|$)|\\|%(2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])/;

/**
 * Returns a path without `.` and `..` segments. A dot segment at the end leaves a slash (RFC 3986, 5.2.4).
 */
export function withoutDotSegments(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, at) => {
    const last = at === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (last) kept.push('');
  });
  return `/${kept.join('/')}`;
}
