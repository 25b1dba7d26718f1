import type { Span } from '../text/source.ts';

/** Text that was copied together with a manifest. */
type Surrounding = 'heredoc' | 'prompt' | 'markdown' | 'quote' | 'diff' | 'no-break-space';

/** A text whose surroundings of the manifest are replaced by blanks, so that offsets remain valid. */
export interface Unwrapped {
  readonly form: Surrounding;
  readonly text: string;
  /** The first part that does not belong to the manifest. */
  readonly first: Span;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** A command line: a prompt before a word, or one of the commands that users paste manifests with. */
const COMMAND = /^(?:[$%>]\s+\w|(?:#\s+)?(?:sudo\s+)?(?:kubectl|cat|oc|k|echo|curl|helm|istioctl|linkerd)\s)/;
const HEREDOC = /<<[-~]?\s*["']?(\w+)["']?/;
const FENCE = /^\s*(?:```|~~~)/;
const DIFF_HEAD = /^(?:diff |index [0-9a-f]|@@ |--- \S|\+\+\+ \S|new file|deleted file|similarity |rename )/;
const NO_BREAK = /^[ \t]*\u00A0|(?:^|[ \t])[:-]\u00A0/m;

/** Returns true when a text may have no-break spaces where YAML requires blanks. The check is fast. */
export function hasNoBreakIndentation(text: string): boolean {
  return text.includes('\u00A0') && NO_BREAK.test(text);
}

/** Returns a text with blanks instead of no-break spaces in indentation and after colons and dashes. */
export function withoutNoBreakSpaces(text: string): Unwrapped {
  const start = text.indexOf('\u00A0');
  const blanked = text
    .replace(/^[ \t\u00A0]+/gm, (indent) => indent.replaceAll('\u00A0', ' '))
    .replace(/([:-])(\u00A0+)/g, (_, mark: string, spaces: string) => mark + ' '.repeat(spaces.length));
  return { form: 'no-break-space', text: blanked, first: { start, end: start + 1 } };
}

/**
 * Returns the manifest in a text that was copied with its surroundings: a shell's heredoc or prompt, the
 * prose and fences of Markdown, the marks of a quotation, or a diff (its new side). Returns null when the
 * text has none of these.
 */
export function unwrap(text: string): Unwrapped | null {
  const lines = linesOf(text);
  return (
    unquoted(text, lines) ?? fromDiff(text, lines) ?? fromMarkdown(text, lines) ?? fromShell(text, lines)
  );
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line, start };
    start += line.length + 1;
    return found;
  });
}

/** Returns the text with some lines replaced by blanks, and others from their start up to a column. */
function blank(
  text: string,
  lines: readonly Line[],
  columns: (line: Line, at: number) => number,
  form: Surrounding,
): Unwrapped {
  let first: Span | null = null;
  const parts = lines.map((line, at) => {
    const upTo = Math.min(columns(line, at), line.text.length);
    if (upTo > 0 && first === null && line.text.slice(0, upTo).trim() !== '')
      first = { start: line.start, end: line.start + upTo };
    // The carriage return still ends the line.
    const isWhole = upTo === line.text.length && line.text.endsWith('\r');
    return ' '.repeat(isWhole ? upTo - 1 : upTo) + (isWhole ? '\r' : line.text.slice(upTo));
  });
  return { form, text: parts.join('\n'), first: first ?? { start: 0, end: Math.min(1, text.length) } };
}

/** Reads a quotation of a mail or an issue: every line with content begins with `>`. */
function unquoted(text: string, lines: readonly Line[]): Unwrapped | null {
  const told = lines.filter(({ text: line }) => line.trim() !== '');
  const isQuoted = told.length > 1 && told.every(({ text: line }) => /^\s*>/.test(line));
  if (!isQuoted) return null;
  return blank(text, lines, ({ text: line }) => (/^\s*(?:>\s?)+/.exec(line)?.[0] ?? '').length, 'quote');
}

/**
 * Reads a diff: each line begins with a blank, `+` or `-`, except its headers. Removed lines are left out.
 */
function fromDiff(text: string, lines: readonly Line[]): Unwrapped | null {
  const told = lines.filter(({ text: line }) => line.trim() !== '');
  const isHead = (line: string) => DIFF_HEAD.test(line);
  const marked = told.filter(({ text: line }) => !isHead(line) && line !== '---');
  const changes = marked.filter(({ text: line }) => /^[+-]/.test(line));
  if (changes.length === 0 || !marked.every(({ text: line }) => /^[ +-]/.test(line))) return null;
  // A list at the left edge looks like removed lines. A diff also has context or headers.
  if (marked.length === changes.length && !told.some(({ text: line }) => isHead(line))) return null;
  return blank(
    text,
    lines,
    ({ text: line }) => (isHead(line) || line.startsWith('-') ? line.length : 1),
    'diff',
  );
}

/** Reads Markdown: the content of a fence, or the text before or after the only fence. */
function fromMarkdown(text: string, lines: readonly Line[]): Unwrapped | null {
  const fences = lines.flatMap((line, at) => (FENCE.test(line.text) ? [at] : []));
  const [open, close] = fences;
  if (open === undefined) return null;
  const isManifest = (part: readonly Line[]) =>
    part.some(({ text: line }) => /^\s*(?:apiVersion|kind|spec|metadata)\s*:/.test(line));
  const begins = isManifest(lines.slice(0, open)) ? -1 : open;
  const ends = begins === -1 ? open : (close ?? lines.length);
  return blank(text, lines, (line, at) => (at > begins && at < ends ? 0 : line.text.length), 'markdown');
}

/**
 * Reads shell commands with a manifest: keeps the content of a heredoc and removes everything after its end,
 * and removes prompts with their commands.
 */
function fromShell(text: string, lines: readonly Line[]): Unwrapped | null {
  const opening = lines.findIndex(({ text: line }) => HEREDOC.test(line) && COMMAND.test(line));
  const word = opening === -1 ? null : (HEREDOC.exec((lines[opening] as Line).text)?.[1] ?? null);
  const isEnd = ({ text: line }: Line, at: number) =>
    at > opening && (word === null ? /^(?:EOF|EOT|EOM|END|YAML)\s*$/.test(line) : line.trimEnd() === word);
  const end = lines.findIndex(isEnd);
  const commands = lines.flatMap(({ text: line }, at) => (COMMAND.test(line) && at !== opening ? [at] : []));
  if (opening === -1 && end === -1 && commands.length === 0) return null;
  const last = end === -1 ? lines.length : end;
  return blank(
    text,
    lines,
    (line, at) => (at <= opening || at >= last || commands.includes(at) ? line.text.length : 0),
    opening === -1 && end === -1 ? 'prompt' : 'heredoc',
  );
}
