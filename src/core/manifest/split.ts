/** One document's part of a text: the half-open range `[start, end)`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface Split {
  readonly pieces: readonly Piece[];
  /** The last piece holds only comments or directives and belongs to the document that follows. */
  readonly unfinished: boolean;
}

/**
 * Returns true when a document starts here with `---` (after an optional byte order mark). `at` must be the
 * start of a line.
 */
export function isSeparator(text: string, at: number): boolean {
  const from = text.charCodeAt(at) === 0xfeff ? at + 1 : at;
  return (
    text.charCodeAt(from) === 0x2d &&
    text.charCodeAt(from + 1) === 0x2d &&
    text.charCodeAt(from + 2) === 0x2d &&
    isBlankOrEnd(text, from + 3)
  );
}

function isBlankOrEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/**
 * Splits a range of a text into documents: at `---` lines, after `...` lines with following text, and between
 * consecutive JSON objects. The range must start at the start of a document. Every character belongs to
 * exactly one piece. Comments and directives before the first `---` belong to the first document.
 */
export function splitDocuments(text: string, from: number, to: number): Split {
  const slice = text.slice(from, to);
  // A lone CR also ends a line. The copy has the same length, so that offsets remain valid.
  const scanned = slice.includes('\r') ? slice.replace(/\r(?!\n)/g, '\n') : slice;
  const starts = separatorsIn(scanned);
  const pieces: Piece[] = [];
  // Searched once for the whole range. A search in every region would take quadratic time.
  const dots = linesOfDots(scanned);
  const inline = [INLINE_SEPARATOR, NUMBERED_START].filter((each) => scanned.search(each) !== -1);
  let held = -1;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? scanned.length;
    for (const piece of splitRegion(scanned, start, end, dots, inline)) {
      const begin = held === -1 ? piece.start : held;
      if (!isSeparator(scanned, piece.start) && isPrefix(scanned, piece.start, piece.end)) {
        held = begin;
        continue;
      }
      held = -1;
      pieces.push({ start: from + begin, end: from + piece.end });
    }
  }
  if (held !== -1) {
    pieces.push({ start: from + held, end: to });
    return { pieces, unfinished: true };
  }
  return { pieces, unfinished: false };
}

/** Returns the starts of the regions between `---` lines. The first start is 0. */
function separatorsIn(text: string): number[] {
  const starts = [0];
  const hasMark = text.includes('\uFEFF');
  for (let at = text.indexOf('\n---'); at !== -1; at = text.indexOf('\n---', at + 4)) {
    if (isBlankOrEnd(text, at + 4)) starts.push(at + 1);
  }
  if (hasMark) {
    for (let at = text.indexOf('\n\uFEFF---'); at !== -1; at = text.indexOf('\n\uFEFF---', at + 5)) {
      if (isBlankOrEnd(text, at + 5)) starts.push(at + 1);
    }
    starts.sort((a, b) => a - b);
  }
  return starts;
}

const DOCUMENT_START = /^\uFEFF?(?:["']?(?:apiVersion|kind|metadata|items)["']?\s*:|[{[%])/;

/** Returns the line breaks before `...` lines, last first, so that the caller can pop the next one. */
function linesOfDots(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\n...'); at !== -1; at = text.indexOf('\n...', at + 4)) {
    if (isBlankOrEnd(text, at + 4)) found.push(at);
  }
  return found.reverse();
}

/** A separator without its own line: text copied from a web page has ` --- ` between two documents. */
const INLINE_SEPARATOR = /[ \t]---(?=[ \t]+(?:kind|apiVersion):[ \t]\S+[ \t])/g;

/** The first line of a listing with line numbers, as web pages copy it. */
const NUMBERED_START = /^[ \t]*1\.[ \t]+(?=(?:apiVersion|kind):)/gm;

/** Splits a region without inner `---` lines at `...` lines and between JSON objects. */
function splitRegion(
  text: string,
  start: number,
  end: number,
  dots: number[],
  inline: readonly RegExp[],
): Piece[] {
  const pieces: Piece[] = [];
  let begin = start;
  for (let at = dots.at(-1); at !== undefined && at < end; at = dots.at(-1)) {
    dots.pop();
    const lineEnd = text.indexOf('\n', at + 1);
    if (lineEnd === -1 || lineEnd + 1 >= end) break;
    const content = contentStart(text, lineEnd + 1, end);
    // Text that does not look like a document is the rest of a document with an omission in the middle.
    if (content === -1 || !DOCUMENT_START.test(text.slice(content, Math.min(content + 40, end)))) continue;
    pieces.push({ start: begin, end: lineEnd + 1 });
    begin = lineEnd + 1;
  }
  for (const separator of inline) {
    for (const { index } of text.slice(start, end).matchAll(separator)) {
      const next = start + index + (separator === INLINE_SEPARATOR ? 1 : 0);
      // A listing at the start needs no separator.
      if (next <= begin || text.slice(begin, next).trim() === '') continue;
      pieces.push({ start: begin, end: next });
      begin = next;
    }
  }
  for (;;) {
    const next = jsonEnd(text, begin, end);
    if (next === -1) break;
    pieces.push({ start: begin, end: next });
    begin = next;
  }
  pieces.push({ start: begin, end });
  return pieces;
}

/** Returns the first offset that is neither blank nor comment, or -1. */
function contentStart(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x23) {
      at = text.indexOf('\n', at);
      if (at === -1 || at >= end) return -1;
    } else if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0xfeff) return at;
  }
  return -1;
}

/** Returns the offset after a JSON object that another one follows, or -1. */
function jsonEnd(text: string, start: number, end: number): number {
  let at = isSeparator(text, start) ? text.indexOf('---', start) + 3 : start;
  at = contentStart(text, at, end);
  if (at === -1 || text.charCodeAt(at) !== 0x7b || text.charCodeAt(at + 1) === 0x7b) return -1;
  let depth = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at++; at < end && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++;
    } else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) break;
  }
  const next = contentStart(text, at + 1, end);
  return next !== -1 && text.charCodeAt(next) === 0x7b ? next : -1;
}

/** Returns true when a range holds only blanks, comments and directives. */
function isPrefix(text: string, start: number, end: number): boolean {
  let at = contentStart(text, start, end);
  while (at !== -1 && text.charCodeAt(at) === 0x25) {
    const line = text.indexOf('\n', at);
    if (line === -1 || line >= end) return true;
    at = contentStart(text, line, end);
  }
  return at === -1;
}
