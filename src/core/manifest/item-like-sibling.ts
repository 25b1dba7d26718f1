import { blockYAML, type ListIndent } from './block-yaml.ts';
import { flowYAML } from './flow-yaml.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * Returns the text to insert, and its offset, that add an item after another one of a list, in the style of that one: block style with
 * its indentation, flow style, or JSON.
 */
export function itemLikeSibling(
  text: string,
  before: { readonly start: number; readonly end: number },
  value: Item,
): { readonly at: number; readonly text: string } {
  const lineStart = text.lastIndexOf('\n', before.start - 1) + 1;
  const lead = text.slice(lineStart, before.start);
  const written = text.slice(before.start, before.end);
  const dash = /^(\s*)(?:- +)*- +$/.test(lead) ? lead.lastIndexOf('-') : -1;
  if (dash < 0) {
    const isAlone = lead.trim() === '';
    const item = /^\{\s*"/.test(written) ? jsonItem(value, written, isAlone ? lead : '') : flowYAML(value);
    return { at: before.end, text: isAlone ? `,\n${lead}${item}` : `, ${item}` };
  }
  const margin = ' '.repeat(dash);
  const lines = linesLike(written, value, listIndentAt(text, lineStart, dash));
  return {
    at: afterComment(text, before.end),
    text: `\n${margin}- ${lines.join(`\n${margin}  `)}`,
  };
}

/** Returns the offset after the comment that follows a value on its line, or the end of the value. */
export function afterComment(text: string, end: number): number {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  return /^[ \t]*(#.*)?\r?$/.test(rest) ? end + rest.trimEnd().length : end;
}

/** Returns an item of a JSON list. It has several lines if the item before it has. */
function jsonItem(value: Item, before: string, lead: string): string {
  const step = /\n([ \t]+)"/.exec(before)?.[1]?.slice(lead.length);
  if (step === undefined || step === '') return JSON.stringify(value);
  return JSON.stringify(value, null, step).replaceAll('\n', `\n${lead}`);
}

/** Returns the lines of an item in a block list. */
function linesLike(before: string, value: Item, listIndent: ListIndent): readonly string[] {
  if (before.startsWith('{')) return [flowYAML(value)];
  const hasFlow = /(?:^|\s)(?:-|\S+:)[ \t]+[[{]/.test(before);
  return hasFlow
    ? Object.entries(value).map(([key, inner]) => `${flowYAML(key)}: ${flowYAML(inner)}`)
    : blockYAML(value, listIndent);
}

/** Returns the indentation of a list below its key. The list has its dashes at a column. */
function listIndentAt(text: string, lineStart: number, dash: number): ListIndent {
  for (let end = lineStart - 1; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    const column = line.search(/\S/);
    if (column >= 0 && line[column] !== '#') {
      if (column < dash) return 2;
      if (column === dash && line[column] !== '-') return 0;
    }
    end = start - 1;
  }
  return 0;
}
