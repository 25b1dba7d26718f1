import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { put } from '../text/own.ts';
import { ALIAS_LIMIT, EXPANSION_LIMIT } from './build.ts';
import { NO_PLACES } from './document-part.ts';
import { PlaceWriter } from './place-writer.ts';
import { NODE_KIND, type Places } from './places.ts';
import type { Problem } from './problem.ts';
import { DEPTH_LIMIT, type Rejection } from './read-events.ts';
import { resolveTagged } from './resolve-tagged.ts';
import { resolvePlain } from './scalar.ts';
import { earlierKey, pathAt } from './search-places.ts';

/** The number of syntax errors that are reported for one document. */
const ERROR_LIMIT = 50;

/** The readable part of a document that is not valid YAML. */
export interface Recovered {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly places: Places;
}

/**
 * Reads a broken document with the tolerant parser, and reports its errors: `yaml-syntax`, `tab-indentation`,
 * `yaml-syntax-more`, `complex-key`, `duplicate-key`, `too-many-aliases`. Walks the nodes itself, because the
 * library's `toJS` can take minutes on broken input. Never throws.
 */
export function recover(text: string, rejection: Rejection | null): Recovered {
  const marks = text.match(/[&*][^\s,[\]{}]/g)?.length ?? 0;
  if (marks > ALIAS_LIMIT) {
    const problem: Problem = { code: 'too-many-aliases', args: { limit: ALIAS_LIMIT }, place: { path: [] } };
    return { value: undefined, problems: [problem], places: NO_PLACES };
  }
  if (nestsTooDeep(text)) {
    const problem: Problem = { code: 'nesting-too-deep', args: { limit: DEPTH_LIMIT }, place: { path: [] } };
    return { value: undefined, problems: [problem], places: NO_PLACES };
  }
  let document: Document;
  try {
    document = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
      keepSourceTokens: false,
      logLevel: 'silent',
    }) as Document;
  } catch {
    return { value: undefined, problems: [firstComplaint(rejection)], places: NO_PLACES };
  }
  const writer = new PlaceWriter();
  const walk: Walk = { text, budget: EXPANSION_LIMIT, anchors: new Map(), writer, problems: [] };
  const root = document.contents === null ? null : readNode(walk, document.contents as Node, 0);
  const places = writer.finish(text);
  const problems: Problem[] = [];
  for (const error of document.errors.slice(0, ERROR_LIMIT)) {
    const start = Math.min(error.pos[0], text.length);
    const span = { start, end: Math.max(start, Math.min(error.pos[1], text.length)) };
    const place = { path: pathAt(places, start), span };
    problems.push(
      error.code === 'TAB_AS_INDENT'
        ? { code: 'tab-indentation', args: {}, place }
        : {
            code: 'yaml-syntax',
            args: { reason: error.code.toLowerCase().replaceAll('_', '-'), detail: error.message },
            place,
          },
    );
  }
  if (document.errors.length > ERROR_LIMIT) {
    problems.push({
      code: 'yaml-syntax-more',
      args: { count: document.errors.length - ERROR_LIMIT },
      place: { path: [] },
    });
  }
  if (problems.length === 0) problems.push(firstComplaint(rejection));
  for (const problem of walk.problems.slice(0, ERROR_LIMIT)) problems.push(withEarlierKey(problem, places));
  return { value: isObject(root?.value) ? root.value : undefined, problems, places };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Returns the strict library's error as a finding, for texts in which the tolerant parser finds none or that it
 * does not read.
 */
export function firstComplaint(rejection: Rejection | null): Problem {
  return {
    code: 'yaml-syntax',
    args: { reason: 'refused', detail: rejection?.reason ?? 'not one document' },
    place: rejection === null ? { path: [] } : { path: [], span: rejection.span },
  };
}

/**
 * Returns true for brackets or compact lists with extreme nesting, which make the tolerant parser slow. A
 * fast check.
 */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let blocks = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_LIMIT * 4) return true;
    } else if (code === 0x5d || code === 0x7d) {
      if (depth > 0) depth--;
    } else if ((code === 0x2d || code === 0x3f) && text.charCodeAt(at + 1) === 0x20) {
      if (++blocks > DEPTH_LIMIT * 2) return true;
    } else if (code === 0x0a) {
      blocks = 0;
    }
  }
  return false;
}

/** Adds the place of the first key to the problem of a repeated key. */
function withEarlierKey(problem: Problem, places: Places): Problem {
  const { start } = problem.place.span ?? { start: -1 };
  const first = problem.code === 'duplicate-key' ? earlierKey(places, start) : null;
  return first === null
    ? problem
    : {
        ...problem,
        related: [{ note: 'duplicate-key-first', place: { path: [], part: 'key', span: first } }],
      };
}

interface Read {
  readonly value: unknown;
  /** The index of the node in the places. */
  readonly node: number;
}

interface Walk {
  readonly text: string;
  budget: number;
  readonly anchors: Map<string, { read: Read | null; size: number }>;
  readonly writer: PlaceWriter;
  readonly problems: Problem[];
}

function readNode(walk: Walk, node: Node, depth: number): Read {
  const [start, end] = node.range ?? [0, 0];
  const { writer } = walk;
  walk.budget--;
  if (depth > DEPTH_LIMIT || walk.budget < 0)
    return { value: null, node: writer.open(NODE_KIND.scalar, start, end) };
  if (isAlias(node)) {
    const known = walk.anchors.get(node.source);
    const read = known?.read ?? null;
    if (known !== undefined) walk.budget -= known.size;
    const alias = writer.open(NODE_KIND.alias, start, end);
    if (read !== null) writer.setTarget(alias, read.node);
    return { value: read === null || walk.budget < 0 ? null : read.value, node: alias };
  }
  const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : '';
  const entry = { read: null as Read | null, size: 0 };
  if (anchor !== '') walk.anchors.set(anchor, entry);
  const before = walk.budget;
  const read = readOwn(walk, node, depth, start, end);
  entry.read = read;
  entry.size = before - walk.budget + 1;
  return read;
}

function readOwn(walk: Walk, node: Node, depth: number, start: number, end: number): Read {
  const { writer } = walk;
  if (isScalar(node)) {
    const source = typeof node.source === 'string' ? node.source : '';
    const scalar = writer.open(NODE_KIND.scalar, start, end);
    if (node.tag !== undefined)
      return { value: resolveTagged(shortTag(node.tag), source).value, node: scalar };
    return { value: node.type === 'PLAIN' ? resolvePlain(source) : String(node.value ?? ''), node: scalar };
  }
  if (isSeq(node)) {
    const list = writer.open(NODE_KIND.list, start, end);
    const value = node.items.map((item) => readNode(walk, item as Node, depth + 1).value);
    writer.close(list, end);
    return { value, node: list };
  }
  if (isMap(node)) {
    const value: Record<string, unknown> = {};
    const mapping = writer.open(NODE_KIND.map, start, end);
    const merges: Read[] = [];
    for (const pair of node.items) {
      const key = pair.key as Node | null;
      const [keyStart, keyEnd] = key?.range ?? [start, start];
      const name = keyName(walk, key, keyStart, keyEnd);
      const read =
        pair.value === null
          ? { value: null, node: writer.open(NODE_KIND.scalar, keyEnd, keyEnd) }
          : readNode(walk, pair.value as Node, depth + 1);
      writer.setKey(read.node, keyStart, keyEnd);
      writer.nameKey(read.node, name);
      if (name === null) continue;
      if (name === '<<') {
        merges.push(read);
        continue;
      }
      if (Object.hasOwn(value, name)) {
        const span = { start: keyStart, end: keyEnd };
        walk.problems.push({
          code: 'duplicate-key',
          args: { key: name },
          place: { path: [], part: 'key', span },
        });
      }
      put(value, name, read.value);
    }
    writer.close(mapping, end);
    for (const source of merges) mergeInto(value, source.value);
    return { value, node: mapping };
  }
  return { value: null, node: writer.open(NODE_KIND.scalar, start, end) };
}

function shortTag(tag: string): string {
  return tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice('tag:yaml.org,2002:'.length)}` : tag;
}

function keyName(walk: Walk, key: Node | null, start: number, end: number): string | null {
  if (key === null) return 'null';
  if (isScalar(key)) {
    const source = typeof key.source === 'string' ? key.source : '';
    return key.type === 'PLAIN' ? String(resolvePlain(source)) : String(key.value ?? '');
  }
  walk.problems.push({
    code: 'complex-key',
    args: {},
    place: { path: [], part: 'key', span: { start, end } },
  });
  return null;
}

function mergeInto(target: Record<string, unknown>, source: unknown): void {
  for (const value of Array.isArray(source) ? source : [source]) {
    if (!isObject(value) || Array.isArray(value)) continue;
    for (const [key, inner] of Object.entries(value))
      if (!Object.hasOwn(target, key)) put(target, key, inner);
  }
}
