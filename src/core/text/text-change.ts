/** Replace the characters from `start` to `end` (UTF-16 offsets of the old text) by `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest single change that makes `to` of `from`; null when they are equal. Never cuts a line ending in two. */
export function changeBetween(from: string, to: string): TextChange | null {
  if (from === to) return null;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < most - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  // A position between CR and LF, or within a surrogate pair, is none.
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
