import type { Span } from '../text/source.ts';

/** A line that is only `...`, `…` or a numbered bullet of a web page (`• 12.`). */
const ELIDED_LINE = /^[ \t]*(?:\.\.\.|…|[•·][ \t]*\d*\.?)[ \t]*(?:#.*)?$/;

/** `...` as a value: after a colon or a dash. */
const ELIDED_VALUE =
  /^([ \t]*(?:-[ \t]+)*(?:[A-Za-z_][\w./-]*:[ \t]+)?)(\[?(?:\.\.\.|…)\]?)([ \t]*(?:#.*)?)$/;

/** Returns a text with its omissions replaced by blanks, at the same length, so that offsets remain valid. */
export function blankElisions(text: string): {
  readonly text: string;
  readonly count: number;
  readonly first: Span;
} {
  let count = 0;
  let first: Span = { start: 0, end: 0 };
  let at = 0;
  const lines = text.split('\n').map((raw) => {
    const start = at;
    at += raw.length + 1;
    const ending = raw.endsWith('\r') ? '\r' : '';
    const line = ending === '' ? raw : raw.slice(0, -1);
    const value = ELIDED_LINE.test(line) ? null : ELIDED_VALUE.exec(line);
    if (value === null && !ELIDED_LINE.test(line)) return raw;
    const from = value === null ? line.length - line.trimStart().length : (value[1] ?? '').length;
    const to = value === null ? line.trimEnd().length : from + (value[2] ?? '').length;
    if (count++ === 0) first = { start: start + from, end: start + to };
    return line.slice(0, from) + ' '.repeat(to - from) + line.slice(to) + ending;
  });
  return { text: lines.join('\n'), count, first };
}
