/**
 * A change that replaces the characters from `start` to `end` (UTF-16 offsets of the old text) with `text`.
 */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns the smallest single change from `from` to `to`. Returns null when they are equal. The change never
 * splits a line ending.
 */
export function changeBetween(from: string, to: string): TextChange | null {
  if (from === to) return null;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < most - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  // A change must not start or end between CR and LF, or within a surrogate pair.
  if (start > 0 && (from[start - 1] === '\r' || isHighSurrogate(from, start - 1))) start--;
  if (tail > 0 && (from[from.length - tail] === '\n' || isLowSurrogate(from, from.length - tail))) tail--;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
