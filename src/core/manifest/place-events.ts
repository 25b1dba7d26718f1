import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Span } from '../text/source.ts';
import { PlaceWriter } from './place-writer.ts';
import { NODE_KIND, type Places, writtenKey } from './places.ts';
import { resolvePlain } from './scalar.ts';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type CollectionEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING | typeof EVENT_ID.SEQUENCE }>;

interface State {
  readonly source: string;
  readonly events: readonly Event[];
  readonly writer: PlaceWriter;
  at: number;
  /** The end of the last token: the start of the search for `|`, `-` and `:`. */
  cursor: number;
  readonly anchors: Map<string, number>;
}

/** Returns the places of a document from the parser's events. `source` is the parsed text. */
export function placesOfEvents(source: string, events: readonly Event[]): Places {
  const writer = new PlaceWriter();
  const state: State = { source, events, writer, at: 1, cursor: 0, anchors: new Map() };
  if (!isEmpty(events)) readNode(state, events[1] as Event, false);
  return writer.finish(source);
}

/** Returns true for a document without content. */
export function isEmpty(events: readonly Event[]): boolean {
  const first = events[1];
  if (first === undefined) return true;
  return (
    events.length === 3 &&
    first.type === EVENT_ID.SCALAR &&
    first.valueStart === -1 &&
    first.tagStart === -1 &&
    first.anchorStart === -1
  );
}

/** Adds the node of an event and everything below it. Returns its index. */
function readNode(state: State, event: Event, isItem: boolean): number {
  const { writer } = state;
  state.at++;
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const { start, end } = scalarSpan(state, event, isItem);
      const node = writer.open(NODE_KIND.scalar, start, end);
      state.cursor = Math.max(state.cursor, end);
      if (event.anchorStart !== -1) setAnchor(state, event, node);
      return node;
    }
    case EVENT_ID.ALIAS: {
      const name = state.source.slice(event.anchorStart, event.anchorEnd);
      const target = state.anchors.get(name);
      const node = writer.open(NODE_KIND.alias, event.anchorStart - 1, event.anchorEnd);
      if (target !== undefined) writer.setTarget(node, target);
      state.cursor = event.anchorEnd;
      return node;
    }
    case EVENT_ID.SEQUENCE: {
      const node = writer.open(NODE_KIND.list, event.start, event.start + 1);
      state.cursor = Math.max(state.cursor, event.start);
      for (let next = state.events[state.at] as Event; next.type !== EVENT_ID.POP; ) {
        readNode(state, next, true);
        next = state.events[state.at] as Event;
      }
      return close(state, event, node);
    }
    case EVENT_ID.MAPPING:
      return readMapping(state, event);
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return writer.open(NODE_KIND.scalar, state.cursor, state.cursor);
    default:
      return event satisfies never;
  }
}

function readMapping(state: State, event: Extract<Event, { type: typeof EVENT_ID.MAPPING }>): number {
  const { writer, source } = state;
  const mapping = writer.open(NODE_KIND.map, event.start, event.start + 1);
  state.cursor = Math.max(state.cursor, event.start);
  for (let next = state.events[state.at] as Event; next.type !== EVENT_ID.POP; ) {
    const keyNode = readNode(state, next, false);
    const { start, end } = writer.spanOf(keyNode);
    writer.drop(keyNode);
    // After the colon, so that an empty value has its own place.
    const colon = skipTo(source, state.cursor, 0x3a);
    if (colon !== -1) state.cursor = colon + 1;
    const value = readNode(state, state.events[state.at] as Event, false);
    writer.setKey(value, start, end);
    const key = keyText(source, next, start === end);
    if (key === null || key !== writtenKey(source, { start, end })) writer.nameKey(value, key);
    next = state.events[state.at] as Event;
  }
  return close(state, event, mapping);
}

/** Moves past the end of a collection and finds the end of its text. */
function close(state: State, event: CollectionEvent, node: number): number {
  state.at++;
  if (event.style === COLLECTION_STYLE.FLOW) {
    const opening = state.source.charCodeAt(event.start);
    // A single pair inside `[a: b]` is a mapping without brackets.
    if (opening === 0x7b || opening === 0x5b) {
      state.cursor = Math.max(state.cursor, event.start + 1);
      const closing = skipTo(state.source, state.cursor, opening === 0x7b ? 0x7d : 0x5d);
      if (closing !== -1) state.cursor = closing + 1;
    }
  }
  state.writer.close(node, state.cursor);
  if (event.anchorStart !== -1) setAnchor(state, event, node);
  return node;
}

function setAnchor(
  state: State,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
  node: number,
): void {
  state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), node);
}

/** Returns the text of a key. Returns null when the key cannot be a string. */
function keyText(source: string, event: Event, isEmptyText: boolean): string | null {
  if (event.type === EVENT_ID.ALIAS) return source.slice(event.anchorStart, event.anchorEnd);
  if (event.type !== EVENT_ID.SCALAR) return null;
  const text = getScalarValue(source, event);
  if (event.style !== SCALAR_STYLE.PLAIN || event.tagStart !== -1) return text;
  return isEmptyText ? 'null' : String(resolvePlain(text));
}

function scalarSpan(state: State, event: ScalarEvent, isItem: boolean): Span {
  const { source } = state;
  if (event.valueStart === -1) {
    // The value is empty. Its place is directly after the colon or the dash (or the tag, or the anchor).
    const at = Math.max(state.cursor, event.tagEnd, event.anchorEnd);
    const dash = isItem && event.tagStart === -1 && event.anchorStart === -1 ? skipTo(source, at, 0x2d) : -1;
    return dash === -1 ? { start: at, end: at } : { start: dash + 1, end: dash + 1 };
  }
  switch (event.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const indicator = event.style === SCALAR_STYLE.LITERAL_BLOCK ? 0x7c : 0x3e;
      const from = Math.max(state.cursor, event.tagEnd, event.anchorEnd);
      const start = skipTo(source, from, indicator);
      return { start: start === -1 ? event.valueStart : start, end: event.valueEnd };
    }
    case SCALAR_STYLE.PLAIN:
      return { start: event.valueStart, end: event.valueEnd };
    default:
      return event.style satisfies never;
  }
}

/**
 * Returns the next place of a character if only blanks, commas, dashes and comments are before it. Returns -1
 * otherwise.
 */
function skipTo(source: string, from: number, wanted: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === wanted) return at;
    if (code === 0x23) {
      const before = at === 0 ? 0x20 : source.charCodeAt(at - 1);
      if (before !== 0x20 && before !== 0x09 && before !== 0x0a && before !== 0x0d) return -1;
      while (at < source.length && source.charCodeAt(at) !== 0x0a && source.charCodeAt(at) !== 0x0d) at++;
    } else if (
      code !== 0x20 &&
      code !== 0x09 &&
      code !== 0x0a &&
      code !== 0x0d &&
      code !== 0x2c &&
      code !== 0x2d
    ) {
      return -1;
    }
  }
  return -1;
}
