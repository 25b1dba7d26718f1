import { difficultReader } from './difficult-reader.ts';
import { type DocumentPart, type RecoveryBudget, unreadPart } from './document-part.ts';
import type { Problem } from './problem.ts';
import { readSubset } from './subset-reader.ts';
import { findTextProblems } from './text-problems.ts';

/** The largest document that is parsed, in UTF-16 units. The limit of etcd is 1.5 MB. */
const SIZE_LIMIT = 1_000_000;

/** A listing with line numbers: it can be valid YAML with numbers in its keys. */
const NUMBERED = /^\s*1\.[ \t]+(?:apiVersion|kind):/;

/** Reads one document's text. Reports all findings of MANIFEST_CODES. Throws only EngineMissing. */
export function readPart(text: string, budget: RecoveryBudget): DocumentPart {
  if (text.length > SIZE_LIMIT) {
    const problem: Problem = {
      code: 'document-too-large',
      args: { size: text.length, limit: SIZE_LIMIT },
      place: { path: [], span: { start: 0, end: Math.min(text.length, 80) } },
    };
    return unreadPart(text, [problem]);
  }
  const source = tidy(text);
  const read = NUMBERED.test(source) ? null : readSubset(source);
  if (read !== null) {
    const { value, places } = read;
    return {
      text,
      empty: places.count === 0,
      value,
      sketch: false,
      problems: findTextProblems(text, value, true),
      places,
    };
  }
  return difficultReader()(text, source, budget);
}

/**
 * Returns the text in the form that the parser accepts: LF for lone CR, and a blank for a byte order mark
 * inside the text.
 */
function tidy(text: string): string {
  let tidied = text;
  if (tidied.includes('\r')) tidied = tidied.replace(/\r(?!\n)/g, '\n');
  // At the start of a line a blank would be indentation. The blank goes to the end of the previous line.
  if (tidied.includes('\uFEFF', 1)) tidied = tidied.replace(/(\r?\n)\uFEFF/g, ' $1');
  return tidied;
}
