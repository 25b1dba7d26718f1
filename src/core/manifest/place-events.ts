import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { type PlaceNode, type PlaceTree, placeNode, type RepeatedKey } from './place-tree.ts';
import { resolvePlain } from './scalar.ts';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

interface State {
  readonly source: string;
  readonly events: readonly Event[];
  at: number;
  /** The end of the last token: the start of the search for `|`, `-` and `:`. */
  cursor: number;
  readonly anchors: Map<string, PlaceNode>;
  readonly repeated: RepeatedKey[];
}

/** Builds the places of a document from the parser's events. `source` is the parsed text. */
export function placesOfEvents(source: string, events: readonly Event[]): PlaceTree {
  const state: State = { source, events, at: 1, cursor: 0, anchors: new Map(), repeated: [] };
  const root = events.length < 2 ? null : readNode(state, events[1] as Event);
  return { root, repeated: state.repeated };
}

function readNode(state: State, event: Event): PlaceNode {
  state.at++;
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const node = placeScalar(state, event);
      state.cursor = Math.max(state.cursor, node.end);
      if (event.anchorStart !== -1) setAnchor(state, event, node);
      return node;
    }
    case EVENT_ID.ALIAS: {
      const name = state.source.slice(event.anchorStart, event.anchorEnd);
      const target = state.anchors.get(name);
      const node = placeNode('alias', event.anchorStart - 1, event.anchorEnd, target?.children ?? null);
      node.merged = target?.merged ?? null;
      state.cursor = event.anchorEnd;
      return node;
    }
    case EVENT_ID.SEQUENCE: {
      const children = new Map<number, PlaceNode>();
      const node = placeNode('list', event.start, event.start + 1, children);
      state.cursor = Math.max(state.cursor, event.start);
      for (let next = state.events[state.at] as Event; next.type !== EVENT_ID.POP; ) {
        children.set(children.size, readNode(state, next));
        next = state.events[state.at] as Event;
      }
      return close(state, event, node);
    }
    case EVENT_ID.MAPPING:
      return readMapping(state, event);
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return placeNode('scalar', state.cursor, state.cursor);
    default:
      return event satisfies never;
  }
}

function readMapping(state: State, event: Extract<Event, { type: typeof EVENT_ID.MAPPING }>): PlaceNode {
  const children = new Map<string, PlaceNode>();
  const node = placeNode('map', event.start, event.start + 1, children);
  state.cursor = Math.max(state.cursor, event.start);
  for (let next = state.events[state.at] as Event; next.type !== EVENT_ID.POP; ) {
    const keyNode = readNode(state, next);
    const key = nodeKey(state.source, next, keyNode);
    // After the colon, so that an empty value has its own place.
    const colon = skipTo(state.source, state.cursor, 0x3a);
    if (colon !== -1) state.cursor = colon + 1;
    const value = readNode(state, state.events[state.at] as Event);
    value.keyStart = keyNode.start;
    value.keyEnd = keyNode.end;
    next = state.events[state.at] as Event;
    if (key === null) continue;
    if (key === '<<' && state.source.startsWith('<<', keyNode.start)) {
      node.merged ??= [];
      node.merged.push(...(value.kind === 'list' ? [...(value.children?.values() ?? [])] : [value]));
      continue;
    }
    const before = children.get(key);
    if (before !== undefined) {
      state.repeated.push({
        first: { start: before.keyStart, end: before.keyEnd },
        second: { start: keyNode.start, end: keyNode.end },
      });
    }
    children.set(key, value);
  }
  return close(state, event, node);
}

/** Moves past the end of a collection and finds the end of its text. */
function close(
  state: State,
  event: Extract<Event, { type: typeof EVENT_ID.MAPPING | typeof EVENT_ID.SEQUENCE }>,
  node: PlaceNode,
): PlaceNode {
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
  node.end = Math.max(node.end, state.cursor);
  if (event.anchorStart !== -1) setAnchor(state, event, node);
  return node;
}

function setAnchor(
  state: State,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
  node: PlaceNode,
): void {
  state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), node);
}

function nodeKey(source: string, event: Event, node: PlaceNode): string | null {
  if (event.type === EVENT_ID.ALIAS) return source.slice(event.anchorStart, event.anchorEnd);
  if (event.type !== EVENT_ID.SCALAR) return null;
  const text = getScalarValue(source, event);
  if (event.style !== SCALAR_STYLE.PLAIN || event.tagStart !== -1) return text;
  return node.start === node.end ? 'null' : String(resolvePlain(text));
}

function placeScalar(state: State, event: ScalarEvent): PlaceNode {
  const { source } = state;
  if (event.valueStart === -1) {
    // The value is empty. Its place is directly after the colon or the dash (or the tag, or the anchor).
    let at = Math.max(state.cursor, event.tagEnd, event.anchorEnd);
    const dash = skipTo(source, at, 0x2d);
    if (dash !== -1 && event.tagStart === -1 && event.anchorStart === -1) at = dash + 1;
    return placeNode('scalar', at, at);
  }
  switch (event.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return placeNode('scalar', event.valueStart - 1, event.valueEnd + 1);
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const indicator = event.style === SCALAR_STYLE.LITERAL_BLOCK ? 0x7c : 0x3e;
      const from = Math.max(state.cursor, event.tagEnd, event.anchorEnd);
      const start = skipTo(source, from, indicator);
      return placeNode('scalar', start === -1 ? event.valueStart : start, event.valueEnd);
    }
    case SCALAR_STYLE.PLAIN:
      return placeNode('scalar', event.valueStart, event.valueEnd);
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
