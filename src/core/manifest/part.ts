import { EVENT_ID, type Event } from 'js-yaml';
import { buildValue } from './build.ts';
import { difficultReader } from './difficult-reader.ts';
import { type DocumentPart, NO_PLACES, type RecoveryBudget, unreadPart } from './document-part.ts';
import { placesOfEvents } from './place-events.ts';
import type { PlaceTree } from './place-tree.ts';
import type { Problem } from './problem.ts';
import { isEvents, readEvents } from './read-events.ts';
import { findTextProblems } from './text-problems.ts';

/** Largest document that is parsed, in UTF-16 units; etcd takes no more than 1.5 MB either. */
const SIZE_LIMIT = 1_000_000;

const NO_BREAK_SPACE = '\u00A0';

/** Reads one document's text. Yields every finding of MANIFEST_CODES. Never throws, but for EngineMissing. */
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
  const events = readEvents(source);
  if (isEvents(events) && !text.includes(NO_BREAK_SPACE)) {
    const built = buildValue(source, events);
    if (built.problems.length === 0 && !built.elided && built.documents <= 1)
      return plainPart(text, source, events, built.value);
  }
  return difficultReader()(text, source, events, budget);
}

/** A document that the fast parser read whole, with what is wrong with its characters. */
export function plainPart(
  text: string,
  parsed: string,
  events: readonly Event[],
  value: unknown,
): DocumentPart {
  const problems = findTextProblems(text, value, true);
  return { text, empty: isEmpty(events), value, sketch: false, problems, parsed, places: null };
}

/** The places of a document, made on the first call. */
export function placesOf(part: DocumentPart): PlaceTree {
  if (part.places === null) {
    const events = readEvents(part.parsed);
    part.places = isEvents(events) ? placesOfEvents(part.parsed, events) : NO_PLACES;
  }
  return part.places;
}

/** The same text as the parser likes it: lone CR as LF, a byte order mark inside the text as a blank. */
function tidy(text: string): string {
  let tidied = text;
  if (tidied.includes('\r')) tidied = tidied.replace(/\r(?!\n)/g, '\n');
  // The mark leaves its line (where it would be indentation) and a blank is put at the end of the line above.
  if (tidied.includes('\uFEFF', 1)) tidied = tidied.replace(/(\r?\n)\uFEFF/g, ' $1');
  return tidied;
}

/** True for a document without content. */
export function isEmpty(events: readonly Event[]): boolean {
  if (events.length === 0) return true;
  const first = events[1];
  return (
    events.length === 3 &&
    first !== undefined &&
    first.type === EVENT_ID.SCALAR &&
    first.valueStart === -1 &&
    first.tagStart === -1 &&
    first.anchorStart === -1
  );
}
