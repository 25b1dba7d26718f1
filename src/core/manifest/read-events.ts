import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Span } from '../text/source.ts';

/** Deepest nesting of mappings and lists; Kubernetes objects stay far below. */
export const DEPTH_LIMIT = 64;

/** Why the fast parser gave up. */
export interface Rejection {
  readonly tooDeep: boolean;
  readonly reason: string;
  readonly span: Span;
}

const OPTIONS = { maxDepth: DEPTH_LIMIT + 1 };

/**
 * The fast parser's events for a text, or its first complaint. Never throws. Lines of a quoted text that are indented as
 * little as its key are read, as the YAML library of Kubernetes reads them; places are those of the text as it is.
 */
export function readEvents(source: string): readonly Event[] | Rejection {
  const read = parse(source);
  return isEvents(read) || read.reason !== DEFICIENT ? read : (parseJoined(source, read) ?? read);
}

/** What the parser says of a continuation line that YAML 1.2 wants further to the right. */
const DEFICIENT = 'deficient indentation';
/** Each such line is one more reading of the whole text; so many characters are read at most. */
const JOINING_LIMIT = 20_000_000;

/**
 * The events of a text with such lines joined, at the same length: a line break inside quotes or brackets is a blank to
 * the parser of Kubernetes, however far the next line is indented. null when the text cannot be read that way either.
 */
function parseJoined(source: string, first: Rejection): readonly Event[] | null {
  let text = source;
  let complaint = first;
  for (let read = 0; read < JOINING_LIMIT; read += text.length + 1) {
    const end = text.lastIndexOf('\n', Math.max(complaint.span.start - 1, 0));
    if (end === -1) return null;
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    // What looks like a comment would take the joined line with it, unless it is inside quotes.
    if (/(?:^|\s)#/.test(line) && !opensQuotes(line)) return null;
    text = `${text.slice(0, end)} ${text.slice(end + 1)}`;
    const again = parse(text);
    if (isEvents(again)) return again.map((event) => folding(event, source));
    if (again.reason !== DEFICIENT) return null;
    complaint = again;
  }
  return null;
}

/** A scalar whose text has line breaks is not read as it is but folded; in the joined text there were none. */
function folding(event: Event, source: string): Event {
  if (event.type !== EVENT_ID.SCALAR || !event.fast) return event;
  return source.slice(event.valueStart, event.valueEnd).includes('\n') ? { ...event, fast: false } : event;
}

/** Whether a line ends inside quotes that it opens. */
function opensQuotes(line: string): boolean {
  const count = (quote: string) => line.split(quote).length - 1;
  return count('"') % 2 === 1 || count("'") % 2 === 1;
}

function parse(source: string): readonly Event[] | Rejection {
  try {
    return parseEvents(source, OPTIONS);
  } catch (error) {
    if (!(error instanceof YAMLException)) {
      return { tooDeep: false, reason: 'unreadable', span: { start: 0, end: source.length } };
    }
    const start = Math.min(error.mark?.position ?? 0, source.length);
    return {
      tooDeep: error.reason.startsWith('nesting exceeded'),
      reason: error.reason,
      span: { start, end: Math.min(start + 1, source.length) },
    };
  }
}

/** True when `readEvents` gave events. */
export function isEvents(read: readonly Event[] | Rejection): read is readonly Event[] {
  return Array.isArray(read);
}
