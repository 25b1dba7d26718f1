import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { put } from '../text/own.ts';
import { ALIAS_LIMIT, EXPANSION_LIMIT } from './build.ts';
import { NO_PLACES } from './document-part.ts';
import { type PlaceNode, type PlaceTree, pathAt, placeNode, type RepeatedKey } from './place-tree.ts';
import type { Problem } from './problem.ts';
import { DEPTH_LIMIT, type Rejection } from './read-events.ts';
import { resolvePlain, resolveTagged } from './scalar.ts';

/** The number of syntax errors that are reported for one document. */
const ERROR_LIMIT = 50;

/** The readable part of a document that is not valid YAML. */
export interface Recovered {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly places: PlaceTree;
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
  const walk: Walk = { text, budget: EXPANSION_LIMIT, anchors: new Map(), repeated: [], problems: [] };
  const root = document.contents === null ? null : readNode(walk, document.contents as Node, 0);
  const places: PlaceTree = { root: root?.place ?? null, repeated: walk.repeated };
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
  for (const problem of walk.problems.slice(0, ERROR_LIMIT)) problems.push(problem);
  return { value: isObject(root?.value) ? root.value : undefined, problems, places };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Returns the fast parser's error as a finding, for texts in which the tolerant parser finds none or that it
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

interface Read {
  readonly value: unknown;
  readonly place: PlaceNode;
}

interface Walk {
  readonly text: string;
  budget: number;
  readonly anchors: Map<string, { read: Read | null; size: number }>;
  readonly repeated: RepeatedKey[];
  readonly problems: Problem[];
}

function readNode(walk: Walk, node: Node, depth: number): Read {
  const [start, end] = node.range ?? [0, 0];
  walk.budget--;
  if (depth > DEPTH_LIMIT || walk.budget < 0) return { value: null, place: placeNode('scalar', start, end) };
  if (isAlias(node)) {
    const known = walk.anchors.get(node.source);
    const read = known?.read ?? null;
    if (known !== undefined) walk.budget -= known.size;
    const place = placeNode('alias', start, end, read?.place.children ?? null);
    return { value: read === null || walk.budget < 0 ? null : read.value, place };
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
  if (isScalar(node)) {
    const source = typeof node.source === 'string' ? node.source : '';
    const place = placeNode('scalar', start, end);
    if (node.tag !== undefined) return { value: resolveTagged(shortTag(node.tag), source).value, place };
    return { value: node.type === 'PLAIN' ? resolvePlain(source) : String(node.value ?? ''), place };
  }
  if (isSeq(node)) {
    const children = new Map<number, PlaceNode>();
    const value = node.items.map((item, index) => {
      const read = readNode(walk, item as Node, depth + 1);
      children.set(index, read.place);
      return read.value;
    });
    return { value, place: placeNode('list', start, end, children) };
  }
  if (isMap(node)) {
    const value: Record<string, unknown> = {};
    const children = new Map<string, PlaceNode>();
    const place = placeNode('map', start, end, children);
    const merges: Read[] = [];
    for (const pair of node.items) {
      const key = pair.key as Node | null;
      const [keyStart, keyEnd] = key?.range ?? [start, start];
      const name = keyName(walk, key, keyStart, keyEnd);
      const read =
        pair.value === null
          ? { value: null, place: placeNode('scalar', keyEnd, keyEnd) }
          : readNode(walk, pair.value as Node, depth + 1);
      read.place.keyStart = keyStart;
      read.place.keyEnd = keyEnd;
      if (name === null) continue;
      if (name === '<<') {
        merges.push(read);
        continue;
      }
      const earlier = children.get(name);
      if (earlier !== undefined) {
        const span = { start: keyStart, end: keyEnd };
        const first = { start: earlier.keyStart, end: earlier.keyEnd };
        walk.repeated.push({ first, second: span });
        walk.problems.push({
          code: 'duplicate-key',
          args: { key: name },
          place: { path: [], part: 'key', span },
          related: [{ note: 'duplicate-key-first', place: { path: [], part: 'key', span: first } }],
        });
      }
      put(value, name, read.value);
      children.set(name, read.place);
    }
    for (const source of merges) mergeInto(value, place, source);
    return { value, place };
  }
  return { value: null, place: placeNode('scalar', start, end) };
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

function mergeInto(target: Record<string, unknown>, place: PlaceNode, source: Read): void {
  for (const value of Array.isArray(source.value) ? source.value : [source.value]) {
    if (!isObject(value) || Array.isArray(value)) continue;
    for (const [key, inner] of Object.entries(value))
      if (!Object.hasOwn(target, key)) put(target, key, inner);
  }
  place.merged ??= [];
  place.merged.push(
    ...(source.place.kind === 'list' ? [...(source.place.children?.values() ?? [])] : [source.place]),
  );
}
