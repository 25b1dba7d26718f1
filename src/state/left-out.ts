import { isMapping } from '../core/text/mapping.ts';
import { LEFT_OUT } from './left-out-comment.ts';
import type { TextFile } from './model.ts';

/** What the user left out when they opened a large bundle. */
export interface LeftOut {
  readonly documents: number;
  /** The namespaces that were opened. Empty when files were left out. */
  readonly namespaces: readonly string[];
  /** The files that were left out. */
  readonly files: readonly string[];
}

/** The comment names no more namespaces and files than this. */
const MOST_NAMES = 50;

/** Returns a text with the comment in its first line. */
export function withLeftOut(text: string, { documents, namespaces, files }: LeftOut): string {
  const note = { documents, namespaces: namespaces.slice(0, MOST_NAMES), files: files.slice(0, MOST_NAMES) };
  return `${LEFT_OUT}${JSON.stringify(note)}\n${text}`;
}

/** Returns everything that was left out of some files. Returns null when nothing was. */
export function leftOutOf(files: readonly TextFile[]): LeftOut | null {
  const notes = files.flatMap(({ text }) => readNotes(text));
  if (notes.length === 0) return null;
  const all = (of: (note: LeftOut) => readonly string[]) => [...new Set(notes.flatMap(of))].sort();
  return {
    documents: notes.reduce((sum, note) => sum + note.documents, 0),
    namespaces: all((note) => note.namespaces),
    files: all((note) => note.files),
  };
}

/** Returns the notes in the first lines of a text. */
function readNotes(text: string): readonly LeftOut[] {
  const notes: LeftOut[] = [];
  for (let at = 0; text.startsWith(LEFT_OUT, at); ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at + LEFT_OUT.length, end < 0 ? undefined : end);
    notes.push(readNote(line));
    if (end < 0) break;
    at = end + 1;
  }
  return notes;
}

/** Returns what a comment says. A damaged comment still says that something is missing. */
function readNote(line: string): LeftOut {
  let value: unknown = null;
  try {
    value = JSON.parse(line);
  } catch {
    // The user changed the comment.
  }
  const { documents, namespaces, files } = isMapping(value) ? value : {};
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  const count = typeof documents === 'number' && documents > 0 ? Math.floor(documents) : 0;
  return { documents: count, namespaces: texts(namespaces), files: texts(files) };
}
