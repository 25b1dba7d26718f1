import { isMarker, isSpaceOrEnd, type LineCursor, lineEnd, OUTSIDE_SUBSET } from './line-cursor.ts';
import { resolvePlain } from './scalar.ts';
import { hasElisions } from './sketch.ts';

/** The codes of characters that cannot start a plain scalar, or that can do so only with conditions. */
const SPECIAL_START: ReadonlySet<number> = new Set(
  Array.from('\t\n -?:,[]{}#&*!|>\'"%@`', (character) => character.charCodeAt(0)),
);

/** Returns true when the character at `at` can start a plain scalar. */
export function startsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x2d) return !isSpaceOrEnd(text.charCodeAt(at + 1)) && !isFlow(text.charCodeAt(at + 1));
  return !Number.isNaN(code) && !SPECIAL_START.has(code);
}

/** Returns true for `,`, `[`, `]`, `{` and `}`. */
function isFlow(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

/**
 * Returns the end of the plain text that starts at `at`, and moves there: before ` #`, `: `, the end of the line
 * or, in a flow collection, a flow indicator. Blanks at the end do not count.
 */
export function skipPlain(cursor: LineCursor, inFlow: boolean): number {
  const { text } = cursor;
  let { at } = cursor;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) {
      const next = text.charCodeAt(at + 1);
      if (isSpaceOrEnd(next)) break;
      if (next === 0x09 || (inFlow && isFlow(next))) throw OUTSIDE_SUBSET;
    } else if (code === 0x20) {
      if (text.charCodeAt(at + 1) === 0x23) break;
      at++;
      continue;
    } else if (code === 0x0a || Number.isNaN(code)) break;
    else if (code === 0x09) throw OUTSIDE_SUBSET;
    else if (inFlow && isFlow(code)) break;
    end = ++at;
  }
  cursor.at = end;
  return end;
}

/** Returns the value of a plain scalar. */
export function plainValue(written: string): unknown {
  const first = written.charCodeAt(0);
  if ((first === 0x2e || first > 0x7f) && hasElisions(written)) throw OUTSIDE_SUBSET;
  return resolvePlain(written);
}

const QUOTED = /"([^"\\\n]*(?:\\[^\n][^"\\\n]*)*)"|'([^'\n]*(?:''[^'\n]*)*)'/y;

/** Returns the text of the quoted scalar at the cursor, and moves past its closing quote. */
export function readQuoted(cursor: LineCursor): string {
  QUOTED.lastIndex = cursor.at;
  const match = QUOTED.exec(cursor.text);
  if (match === null) throw OUTSIDE_SUBSET;
  cursor.at = QUOTED.lastIndex;
  const [, double, single = ''] = match;
  if (double === undefined) return single.replaceAll("''", "'");
  if (!double.includes('\\')) return double;
  if (!JSON_ESCAPES.test(double)) throw OUTSIDE_SUBSET;
  return JSON.parse(`"${double}"`);
}

/** Text with the escapes that JSON has, too, and without halves of surrogate pairs. */
const JSON_ESCAPES = /^(?:[^\\\t]|\\(?:["\\/bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}))*$/;

/**
 * Returns the text of the literal block scalar (`|` or `|-`) at the cursor, and moves to the start of the line
 * after it. Its content is indented deeper than `parent`.
 */
export function readLiteral(cursor: LineCursor, parent: number): string {
  const { text } = cursor;
  cursor.at++;
  const isStripped = text.charCodeAt(cursor.at) === 0x2d;
  if (isStripped) cursor.at++;
  if (cursor.skipBlanks() !== 0x0a) throw OUTSIDE_SUBSET;
  const lines: string[] = [];
  let indent = -1;
  let content = 0;
  let deepest = 0;
  let at = cursor.at + 1;
  for (;;) {
    let first = at;
    let code = text.charCodeAt(first);
    while (code === 0x20) code = text.charCodeAt(++first);
    const column = first - at;
    if (Number.isNaN(code)) {
      if (column > 0) throw OUTSIDE_SUBSET;
      break;
    }
    if (code === 0x0a) {
      if (indent === -1) deepest = Math.max(deepest, column);
      lines.push(indent === -1 ? '' : text.slice(Math.min(at + indent, first), first));
      if (indent !== -1 && column > indent) content = lines.length;
      at = first + 1;
      continue;
    }
    if (indent === -1) {
      if (code === 0x09 || column < deepest) throw OUTSIDE_SUBSET;
      if (column > parent) indent = column;
    }
    if (column === 0 && isMarker(text, at)) throw OUTSIDE_SUBSET;
    if (indent === -1 || column < indent) break;
    const end = lineEnd(text, first);
    lines.push(text.slice(at + indent, end));
    content = lines.length;
    at = end + 1;
    if (end === text.length) break;
  }
  cursor.at = Math.min(at, text.length);
  lines.length = content;
  const value = lines.join('\n');
  return isStripped || content === 0 ? value : `${value}\n`;
}
