import type { FixEdit } from '../findings/finding.ts';
import { afterComment, itemLikeSibling } from './item-like-sibling.ts';
import type { Locator } from './locator.ts';

/** A replacement of `[start, end)` (UTF-16 offsets) in one file. */
export interface OffsetEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Converts a proposed fix into a change of text that keeps the file's indentation and line breaks. Returns
 * null when the place does not exist any more. `insert-field` inserts before the first field of the mapping.
 * `remove` removes the whole line when the field is alone on it.
 */
export function toOffsetEdit(edit: FixEdit, locator: Locator): OffsetEdit | null {
  const { site } = edit;
  const document = locator.document(site.file, site.document);
  if (document === null) return null;
  const base = document.offset;
  const hasCRLF = document.text.includes('\r\n');
  const withBreaks = (text: string) => (hasCRLF ? text.replace(/\r?\n/g, '\r\n') : text);
  const place = (start: number, end: number, text: string): OffsetEdit => ({
    file: site.file,
    start: base + start,
    end: base + end,
    text: withBreaks(text),
  });
  switch (edit.action) {
    case 'replace': {
      const span = site.span ?? document.spanOf(site.path, site.part ?? 'value');
      return place(span.start, span.end, edit.text);
    }
    case 'insert-field': {
      const { start } = document.spanOf(site.path);
      const field = `${edit.key}: ${edit.text}`;
      if (document.text[start] === '{') return place(start + 1, start + 1, `${field}, `);
      const column = start - (document.text.lastIndexOf('\n', start - 1) + 1);
      return place(start, start, `${field}\n${' '.repeat(column)}`);
    }
    case 'append-item': {
      const before = document.spanOf(site.path);
      if (edit.value === undefined) return item(document.text, before, edit.text, place);
      const { at, text } = itemLikeSibling(document.text, before, edit.value);
      return place(at, at, text);
    }
    case 'append-document': {
      const end = locator.endOf(site.file);
      const separator = locator.endsWithNewline(site.file) ? '---\n' : '\n---\n';
      return { file: site.file, start: end, end, text: withBreaks(`${separator}${edit.text}`) };
    }
    case 'remove':
      return removal(
        document.text,
        document.spanOf(site.path, 'key').start,
        document.spanOf(site.path).end,
        place,
      );
    default:
      return edit.action satisfies never;
  }
}

/** A quoted text, or a word. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[\w/][\w./-]*/g;
/** What JSON writes without quotes. */
const BARE = /^(?:"|true$|false$|null$|\d+(?:\.\d+)?$)/;
/** A list on one line is split into one line for each item if it is longer than this. */
const LONGEST_FIELD = 44;

/**
 * Inserts after the comment that can follow the previous item. `added` has one field on each line. Splits long
 * lists of fields. In a flow list, inserts on the same line, with quotes if the list is JSON.
 */
function item(
  text: string,
  before: { readonly start: number; readonly end: number },
  added: string,
  place: (start: number, end: number, text: string) => OffsetEdit,
): OffsetEdit {
  const lineStart = text.lastIndexOf('\n', before.start - 1) + 1;
  const lead = text.slice(lineStart, before.start);
  const dash = /^(\s*)(?:- +)*- +$/.test(lead) ? lead.lastIndexOf('-') : -1;
  if (dash < 0) {
    const isJSON = text.startsWith('{"', before.start);
    const fields = added.replaceAll('\n', ', ');
    const quoted = isJSON ? fields.replace(TOKEN, quotedToken) : fields;
    return place(before.end, before.end, `, {${quoted}}`);
  }
  const at = afterComment(text, before.end);
  const margin = ' '.repeat(dash);
  const lines = added.split('\n').flatMap(linesOf);
  return place(at, at, `\n${margin}- ${lines.join(`\n${margin}  `)}`);
}

function quotedToken(token: string): string {
  return BARE.test(token) ? token : `"${token}"`;
}

/** Returns the lines of a field. The items of a long list get lines of their own. */
function linesOf(field: string): readonly string[] {
  const start = field.indexOf(': [') + 3;
  if (field.length <= LONGEST_FIELD || start < 3 || !field.endsWith(']')) return [field];
  const list = field.slice(start, -1);
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of list.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    else if (token === ',' && depth === 0) {
      items.push(list.slice(from, index));
      from = index + 1;
    }
  }
  return [`${field.slice(0, start - 2)}`, ...[...items, list.slice(from)].map((each) => `- ${each.trim()}`)];
}

function removal(
  text: string,
  start: number,
  end: number,
  place: (start: number, end: number, text: string) => OffsetEdit,
): OffsetEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const afterLine = newline < 0 ? text.length : newline + 1;
  const before = text.slice(lineStart, start);
  if (/^\s*(-\s+)?$/.test(before) && text.slice(end, afterLine).trim() === '') {
    if (!before.includes('-')) return place(lineStart, afterLine, '');
    // The first field of a list item shares its line with the dash, so the next field moves up to that line.
    const next = /^\s*/.exec(text.slice(afterLine))?.[0].length ?? 0;
    const sameItem = next === start - lineStart;
    return sameItem ? place(start, afterLine + next, '') : place(lineStart, afterLine, '');
  }
  return place(start, end, '');
}
