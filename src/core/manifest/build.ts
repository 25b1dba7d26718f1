import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { MANIFEST_CODES } from '../findings/codes-manifest.ts';
import { put } from '../text/own.ts';
import type { Span } from '../text/source.ts';
import { resolveTagged } from './resolve-tagged.ts';
import { resolvePlain } from './scalar.ts';

/** The number of nodes that aliases may add to a document when they are expanded. */
export const EXPANSION_LIMIT = 200_000;
/** The number of anchors and aliases together. */
export const ALIAS_LIMIT = 2_000;

/**
 * A problem found while building, with its span. Its path is looked up later, because problems are rare and
 * paths are expensive.
 */
export interface BuildProblem {
  readonly code: keyof typeof MANIFEST_CODES;
  readonly args: Readonly<Record<string, string | number>>;
  readonly span: Span;
  readonly part?: 'key';
  readonly related?: { readonly note: string; readonly span: Span };
}

/** The data of the events of one document. */
export interface Built {
  /** The value as plain data. Aliases share objects. Undefined when there is no document. */
  readonly value: unknown;
  readonly problems: readonly BuildProblem[];
  /** True when a plain scalar holds `...` or a bullet, so that text was left out. */
  readonly elided: boolean;
  /** The number of documents in the events. It exceeds one when a `...` ended the first document. */
  readonly documents: number;
}

interface Anchor {
  value: unknown;
  /**
   * The number of nodes below this one when aliases are expanded, including itself. 0 while the node is open.
   */
  size: number;
}

interface State {
  readonly source: string;
  readonly events: readonly Event[];
  at: number;
  /** The number of nodes so far, with aliases expanded. */
  size: number;
  aliases: number;
  anchors: Map<string, Anchor> | null;
  problems: BuildProblem[] | null;
  elided: boolean;
}

const NOTHING: readonly BuildProblem[] = [];

/**
 * Builds plain data from the parser's events. `source` is the parsed text. Reports `duplicate-key`,
 * `complex-key`, `unknown-tag`, `alias-*`, `too-many-aliases` and `merge-not-a-mapping`. This function
 * computes no positions, because most documents do not need them.
 */
export function buildValue(source: string, events: readonly Event[]): Built {
  const state: State = {
    source,
    events,
    at: 0,
    size: 0,
    aliases: 0,
    anchors: null,
    problems: null,
    elided: false,
  };
  let documents = 0;
  let value: unknown;
  while (state.at < events.length) {
    state.at++; // the document event
    documents++;
    const read = readNode(state, events[state.at] as Event);
    if (documents === 1) value = read;
    state.at++; // its end
  }
  return { value, problems: state.problems ?? NOTHING, elided: state.elided, documents };
}

function report(state: State, problem: BuildProblem): void {
  state.problems ??= [];
  if (state.problems.length < 50) state.problems.push(problem);
}

/** Returns the node at `state.at`, which is `event`, and moves past it. */
function readNode(state: State, event: Event): unknown {
  state.size++;
  switch (event.type) {
    case EVENT_ID.SCALAR:
      state.at++;
      if (event.tagStart === -1 && event.anchorStart === -1) {
        if (event.fast) {
          const text = state.source.slice(event.valueStart, event.valueEnd);
          if (event.style !== SCALAR_STYLE.PLAIN) return text;
          if (startsUnusually(text)) noteElision(state, text);
          return resolvePlain(text);
        }
        if (event.valueStart === -1) return null;
      }
      return readScalar(state, event);
    case EVENT_ID.MAPPING:
      state.at++;
      return readMapping(state, event);
    case EVENT_ID.SEQUENCE: {
      state.at++;
      const list: unknown[] = [];
      const anchor = event.anchorStart === -1 ? null : openAnchor(state, event, list);
      const before = state.size;
      if (event.tagStart !== -1) checkCollectionTag(state, event, 'seq');
      const events = state.events;
      for (
        let next = events[state.at] as Event;
        next.type !== EVENT_ID.POP;
        next = events[state.at] as Event
      ) {
        list.push(readNode(state, next));
      }
      state.at++;
      if (anchor !== null) anchor.size = state.size - before + 1;
      return list;
    }
    case EVENT_ID.ALIAS:
      state.at++;
      return readAlias(state, event);
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      state.at++;
      return null;
    default:
      return event satisfies never;
  }
}

function readMapping(state: State, event: Extract<Event, { type: typeof EVENT_ID.MAPPING }>): unknown {
  const { source, events } = state;
  const object: Record<string, unknown> = {};
  const anchor = event.anchorStart === -1 ? null : openAnchor(state, event, object);
  const before = state.size;
  if (event.tagStart !== -1) checkCollectionTag(state, event, 'map');
  let merges: { readonly value: unknown; readonly span: Span }[] | null = null;
  for (let next = events[state.at] as Event; next.type !== EVENT_ID.POP; next = events[state.at] as Event) {
    let key: string | null;
    if (next.type === EVENT_ID.SCALAR && next.fast && next.tagStart === -1 && next.anchorStart === -1) {
      state.at++;
      key = source.slice(next.valueStart, next.valueEnd);
      if (next.style === SCALAR_STYLE.PLAIN) {
        if (key === '<<') {
          const span = { start: next.valueStart, end: next.valueEnd };
          const value = readNode(state, events[state.at] as Event);
          merges ??= [];
          merges.push({ value, span });
          continue;
        }
        const resolved = resolvePlain(key);
        if (typeof resolved !== 'string') key = String(resolved);
      }
    } else key = readUnusualKey(state, next);
    const value = readNode(state, events[state.at] as Event);
    if (key === null) continue;
    if (Object.hasOwn(object, key)) reportRepeated(state, key, next, event.start);
    put(object, key, value);
  }
  state.at++;
  if (merges !== null) for (const { value, span } of merges) merge(state, object, value, span);
  if (anchor !== null) anchor.size = state.size - before + 1;
  return object;
}

/** Reports a key that is already in the mapping. The last pair wins. */
function reportRepeated(state: State, key: string, event: Event, mappingStart: number): void {
  // The caller finds the first place in the place tree. Here only the winning pair is known.
  report(state, {
    code: 'duplicate-key',
    args: { key },
    span: spanOfKey(event),
    part: 'key',
    related: { note: 'duplicate-key-first', span: { start: mappingStart, end: mappingStart } },
  });
}

function spanOfKey(event: Event): Span {
  if (event.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const start = Math.max(0, event.valueStart);
    return quoted
      ? { start: start - 1, end: event.valueEnd + 1 }
      : { start, end: Math.max(start, event.valueEnd) };
  }
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
    return { start: event.start, end: event.start + 1 };
  }
  return { start: 0, end: 0 };
}

/**
 * Returns a key that is not a simple scalar. Returns null and reports a finding when the key cannot be a
 * string.
 */
function readUnusualKey(state: State, event: Event): string | null {
  const key = readNode(state, event);
  if (typeof key === 'object' && key !== null) {
    report(state, { code: 'complex-key', args: {}, span: spanOfKey(event), part: 'key' });
    return null;
  }
  return String(key);
}

function readScalar(state: State, event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): unknown {
  const text = getScalarValue(state.source, event);
  let value: unknown = text;
  if (event.tagStart !== -1) {
    const tag = state.source.slice(event.tagStart, event.tagEnd);
    const resolved = resolveTagged(tag, text);
    value = resolved.value;
    if (!resolved.known) {
      report(state, {
        code: 'unknown-tag',
        args: { tag },
        span: { start: event.tagStart, end: event.tagEnd },
      });
    }
  } else if (event.style === SCALAR_STYLE.PLAIN) {
    // The parser also marks the text of one line that an indented comment follows.
    const hasLines = state.source.slice(event.valueStart, event.valueEnd).includes('\n');
    if (hasLines || startsUnusually(text)) noteElision(state, text);
    value = event.valueStart === -1 ? null : resolvePlain(text);
  }
  if (event.anchorStart !== -1) openAnchor(state, event, value).size = 1;
  return value;
}

const ELISION = /(?:^|\s)(?:\.\.\.|…|•\s*\d*\.?)(?:\s|$)/;

/** Returns true for the first characters of an omission as a whole value. */
function startsUnusually(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 0x2e || first > 0x7f;
}

function noteElision(state: State, text: string): void {
  if (!state.elided && ELISION.test(text)) state.elided = true;
}

function openAnchor(
  state: State,
  event: { readonly anchorStart: number; readonly anchorEnd: number },
  value: unknown,
): Anchor {
  const anchor: Anchor = { value, size: 0 };
  state.anchors ??= new Map();
  state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
  countAlias(state, event);
  return anchor;
}

function countAlias(state: State, event: { readonly anchorStart: number; readonly anchorEnd: number }): void {
  state.aliases++;
  if (state.aliases === ALIAS_LIMIT + 1) {
    report(state, {
      code: 'too-many-aliases',
      args: { limit: ALIAS_LIMIT },
      span: { start: event.anchorStart - 1, end: event.anchorEnd },
    });
  }
}

function readAlias(state: State, event: Extract<Event, { type: typeof EVENT_ID.ALIAS }>): unknown {
  const name = state.source.slice(event.anchorStart, event.anchorEnd);
  const span = { start: event.anchorStart - 1, end: event.anchorEnd };
  countAlias(state, event);
  if (state.aliases > ALIAS_LIMIT) return null;
  const anchor = state.anchors?.get(name);
  if (anchor === undefined) {
    report(state, { code: 'alias-unknown', args: { name }, span });
    return null;
  }
  if (anchor.size === 0) {
    report(state, { code: 'alias-to-itself', args: { name }, span });
    return null;
  }
  if (state.size > EXPANSION_LIMIT) return null;
  state.size += anchor.size;
  if (state.size > EXPANSION_LIMIT) {
    report(state, { code: 'alias-expansion-too-large', args: { limit: EXPANSION_LIMIT }, span });
    return null;
  }
  return anchor.value;
}

/**
 * Handles `<<`: adds the pairs of another mapping that this mapping does not have. Among several sources the
 * first takes precedence.
 */
function merge(state: State, object: Record<string, unknown>, value: unknown, span: Span): void {
  for (const source of Array.isArray(value) ? value : [value]) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      report(state, { code: 'merge-not-a-mapping', args: {}, span });
      continue;
    }
    for (const [key, inner] of Object.entries(source))
      if (!Object.hasOwn(object, key)) put(object, key, inner);
  }
}

function checkCollectionTag(
  state: State,
  event: { readonly tagStart: number; readonly tagEnd: number },
  expected: 'map' | 'seq',
): void {
  const tag = state.source.slice(event.tagStart, event.tagEnd);
  if (tag === `!!${expected}` || tag === '!' || tag === `!<tag:yaml.org,2002:${expected}>`) return;
  report(state, { code: 'unknown-tag', args: { tag }, span: { start: event.tagStart, end: event.tagEnd } });
}
