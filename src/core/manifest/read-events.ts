import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Span } from '../text/source.ts';

/** The deepest nesting of mappings and lists. Kubernetes objects are far below it. */
export const DEPTH_LIMIT = 64;

/** The reason why the strict library refused a text. */
export interface Rejection {
  readonly tooDeep: boolean;
  readonly reason: string;
  readonly span: Span;
}

const OPTIONS = { maxDepth: DEPTH_LIMIT + 1 };

/**
 * Returns the strict library's events for a text, or its first error. Never throws. Accepts continuation lines
 * of a quoted text that are indented no deeper than their key, as the YAML library of Kubernetes does. Places
 * are those of the original text.
 */
export function readEvents(source: string): readonly Event[] | Rejection {
  const read = parse(source);
  return isEvents(read) || read.reason !== DEFICIENT ? read : (parseJoined(source, read) ?? read);
}

/** The parser's error for a continuation line that YAML 1.2 expects to be indented deeper. */
const DEFICIENT = 'deficient indentation';
/**
 * Each such line requires another parse of the whole text. This is the total number of characters to parse.
 */
const JOINING_LIMIT = 20_000_000;

/**
 * Returns the events of a text with such lines joined, at the same length: for the parser of Kubernetes a
 * line break inside quotes or brackets is a blank, regardless of the indentation of the next line. Returns
 * null when this does not make the text readable.
 */
function parseJoined(source: string, first: Rejection): readonly Event[] | null {
  let text = source;
  let complaint = first;
  for (let read = 0; read < JOINING_LIMIT; read += text.length + 1) {
    const end = text.lastIndexOf('\n', Math.max(complaint.span.start - 1, 0));
    if (end === -1) return null;
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    // After joining, text that looks like a comment would include the joined line, unless it is inside
    // quotes.
    if (/(?:^|\s)#/.test(line) && !opensQuotes(line)) return null;
    text = `${text.slice(0, end)} ${text.slice(end + 1)}`;
    const again = parse(text);
    if (isEvents(again)) return again.map((event) => folding(event, source));
    if (again.reason !== DEFICIENT) return null;
    complaint = again;
  }
  return null;
}

/** Returns the event, with folding enabled if its text has line breaks. The joined text had none. */
function folding(event: Event, source: string): Event {
  if (event.type !== EVENT_ID.SCALAR || !event.fast) return event;
  return source.slice(event.valueStart, event.valueEnd).includes('\n') ? { ...event, fast: false } : event;
}

/** Returns true when a line ends inside quotes that it opens. */
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

/** Returns true when `readEvents` returned events. */
export function isEvents(read: readonly Event[] | Rejection): read is readonly Event[] {
  return Array.isArray(read);
}
