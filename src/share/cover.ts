import type { SecretSpan } from './secret-span.ts';
import type { StandIns } from './stand-in.ts';

/** Returns the ranges in the order of the text. Merges ranges that overlap. */
export function mergeSpans(spans: readonly SecretSpan[]): readonly SecretSpan[] {
  const merged: SecretSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/**
 * Returns a text with placeholders in some (merged) ranges. Quotes, block headers, indentation and the number
 * of lines remain.
 */
export function coverSpans(text: string, spans: readonly SecretSpan[], standIns: StandIns): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + coverValue(text.slice(start, end), standIns);
    at = end;
  }
  return result + text.slice(at);
}

function coverValue(value: string, standIns: StandIns): string {
  const quote = /^(["'])[\s\S]*\1$/.exec(value)?.[1];
  if (quote) {
    const [first = '', ...rest] = value.slice(1, -1).split(/(?=\r\n|\r(?!\n)|(?<!\r)\n)/);
    const breaks = rest.map((line) => /^[\r\n]+[ \t]*/.exec(line)?.[0] ?? '').join('');
    return `${quote}${standIns.of([first, ...rest].join(''))}${breaks}${quote}`;
  }
  const lines = value.split(/(\r\n|\r|\n)/);
  if (lines.length === 1) return covered(value, standIns.of(value));
  const isBlock = /^[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/.test(lines[0] ?? '');
  const standIn = standIns.of(isBlock ? lines.slice(2).join('') : value);
  return lines
    .map((line, index) => (index % 2 === 1 || (isBlock && index === 0) ? line : covered(line, standIn)))
    .join('');
}

/** Returns a line with a placeholder between the blanks at both ends. A blank line remains. */
function covered(line: string, standIn: string): string {
  const [, before = '', content = '', after = ''] = /^([ \t]*)([\s\S]*?)([ \t]*)$/.exec(line) ?? [];
  return content === '' ? line : before + standIn + after;
}
