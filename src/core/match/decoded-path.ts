/**
 * Returns a path as nginx compares it: percent-encoded bytes are decoded, also `%2F`, then dot segments and
 * repeated slashes are removed (I-612).
 */
export function decodedPath(path: string): string {
  if (PLAIN.test(path)) return path;
  const decoded = path.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  const kept: string[] = [];
  const segments = decoded.slice(1).split(SLASH);
  segments.forEach((segment, at) => {
    const isLast = at === segments.length - 1;
    if (segment === '..') kept.pop();
    const isDot = segment === '.' || segment === '..';
    if (isDot ? isLast : segment !== '' || isLast) kept.push(isDot ? '' : segment);
  });
  return `/${kept.join('/')}`;
}

const SLASH = '/';
/** Paths without percent signs, dots at the start of a segment, and empty segments. */
const PLAIN = /^(?:\/[^/.%][^/%]*)*\/?$/;
