import { withoutDotSegments } from './normalise-path.ts';

/**
 * Returns a path as nginx compares it: percent-encoded bytes are decoded, also `%2F`, then repeated
 * slashes are merged and dot segments are removed (I-612).
 */
export function decodedPath(path: string): string {
  if (PLAIN.test(path)) return path;
  const decoded = path.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return withoutDotSegments(decoded.replace(/\/{2,}/g, '/'));
}

/** Paths without percent signs, dots at the start of a segment, and empty segments. */
const PLAIN = /^(?:\/[^/.%][^/%]*)*\/?$/;
