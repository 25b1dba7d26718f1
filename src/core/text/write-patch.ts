import { diffLines, type LineChange } from './line-diff.ts';

/** A named text. */
interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Unchanged lines around each change. */
const CONTEXT = 3;

/**
 * Returns a patch that `git apply` and `patch -p1` accept, from files to other files with the same names.
 * Returns an empty string when no text differs. Files that are only in one list are new or deleted. Line
 * endings are part of the lines, as in git.
 */
export function writePatch(before: readonly NamedText[], after: readonly NamedText[]): string {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  const textIn = (files: readonly NamedText[], name: string) =>
    files.find((file) => file.name === name)?.text ?? null;
  return names.map((name) => filePatch(name, textIn(before, name), textIn(after, name))).join('');
}

/** Returns the patch of one file. A text of null means that the file does not exist. */
function filePatch(name: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const path = patchPath(name);
  const [from, to] = [linesOf(before ?? ''), linesOf(after ?? '')];
  const mode =
    before === null ? 'new file mode 100644\n' : after === null ? 'deleted file mode 100644\n' : '';
  const head = `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n${mode}`;
  const hunks = hunksOf(diffLines(from, to));
  if (hunks.length === 0) return head;
  const header =
    `--- ${before === null ? '/dev/null' : named(`a/${path}`)}\n` +
    `+++ ${after === null ? '/dev/null' : named(`b/${path}`)}\n`;
  return head + header + hunks.map((hunk) => hunkText(hunk, from, to)).join('');
}

/**
 * Returns a path below the folder that the patch is applied in. Absolute paths and `..` are not accepted by
 * git.
 */
function patchPath(file: string): string {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? 'manifests.yaml' : parts.join('/');
}

/** Returns a path as git quotes it: in C notation if it has a quotation mark, a backslash or a control character. */
function quoted(path: string): string {
  if (!/["\\\u0000-\u001f\u007f]/.test(path)) return path;
  const escaped = path.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, (char) => {
    return `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

/** Returns a path in a header line. A tab ends a path with spaces, because `patch` ends it at the space. */
function named(path: string): string {
  const name = quoted(path);
  return name === path && path.includes(' ') ? `${name}\t` : name;
}

/** Returns the lines with their endings. The last line may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Groups changes whose context overlaps. */
function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const hunk = hunks.at(-1);
    const previous = hunk?.at(-1);
    if (hunk && previous && change.from - (previous.from + previous.removed) <= 2 * CONTEXT)
      hunk.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(hunk: readonly LineChange[], from: readonly string[], to: readonly string[]): string {
  const first = hunk[0] as LineChange;
  const last = hunk.at(-1) as LineChange;
  const lead = Math.min(CONTEXT, first.from);
  const end = Math.min(from.length, last.from + last.removed + CONTEXT);
  const toEnd = last.to + last.added + (end - last.from - last.removed);
  const lines: string[] = [];
  const add = (sign: string, added: readonly string[]) => {
    for (const line of added)
      lines.push(line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
  };
  let at = first.from - lead;
  for (const change of hunk) {
    add(' ', from.slice(at, change.from));
    at = change.from + change.removed;
    add('-', from.slice(change.from, at));
    add('+', to.slice(change.to, change.to + change.added));
  }
  add(' ', from.slice(at, end));
  const range = `-${rangeOf(first.from - lead, end)} +${rangeOf(first.to - lead, toEnd)}`;
  return `@@ ${range} @@\n${lines.join('')}`;
}

/** Returns a range of lines, from an index to before another one. An empty range names the line before it. */
function rangeOf(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}
