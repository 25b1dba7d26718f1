import { own, put } from '../text/own.ts';
import { PlaceWriter } from './place-writer.ts';
import { NODE_KIND, type Places } from './places.ts';
import { resolvePlain } from './scalar.ts';
import { isList, isMap, isNamed, SHAPES, type Shape } from './shapes.ts';

/** A document with restored line breaks. */
export interface RestoredDocument {
  readonly value: unknown;
  /** Places in the original text. */
  readonly places: Places;
  /** The document with line breaks. */
  readonly text: string;
}

interface Token {
  readonly kind: 'key' | 'dash' | 'elision' | 'separator' | 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A mapping or list that can still get entries. */
interface Open {
  readonly shape: Exclude<Shape, 'scalar'> | null;
  readonly value: Record<string, unknown> | unknown[];
  /** The index of its node in the places. */
  readonly node: number;
  readonly indent: number;
}

interface Restoring {
  readonly tokens: readonly Token[];
  /** The open mappings and lists, outermost first. */
  readonly stack: Open[];
  readonly lines: string[];
  readonly writer: PlaceWriter;
}

/** `kind: X … metadata:` on one line, in either order, at the start of a document. */
const LOST = /^[^\n]*\bkind:[ \t]+(\w+)\b[^\n]*[ \t]metadata:[ \t]/m;
const LOST_TURNED = /^[^\n]*\bmetadata:[ \t][^\n]*\bkind:[ \t]+(\w+)\b/m;
const SEARCHED = 1_000;
const NUMBERED = /^\s*1\.[ \t]+(?:apiVersion|kind):/;
const NUMBERED_KIND = /^[ \t]*\d+\.[ \t]+kind:[ \t]+(\w+)[ \t]*$/m;
const NUMBERED_LINE = /^[ \t]*\d+\.[ \t]+([^\n]*)/gm;
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|\{[^}]*\}|[^\s]+/g;

/**
 * Reads a document that was copied without its line breaks (`kind: HTTPRoute metadata: name: a spec: …`).
 * Each key belongs to the innermost open mapping whose kind has that key. Returns null when the text is not
 * such a document.
 */
export function restoreLineBreaks(text: string): RestoredDocument | null {
  const start = /^(?:\s|#[^\n]*\n|---(?=\s))*/.exec(text)?.[0].length ?? 0;
  const head = text.slice(start, start + SEARCHED);
  const kind = (LOST.exec(head) ?? LOST_TURNED.exec(head))?.[1];
  return restore(text, kind, tokensOf(text, start), text.startsWith('---') ? '\n---\n' : '');
}

/**
 * Reads a listing that was copied with its line numbers and without its indentation (`7. spec:`). Lines without
 * a number are text of the page. Returns null when the text is not such a listing.
 */
export function restoreIndentation(text: string): RestoredDocument | null {
  if (!NUMBERED.test(text)) return null;
  const kind = NUMBERED_KIND.exec(text)?.[1];
  const tokens: Token[] = [];
  for (const { 0: lead, 1: line = '', index } of text.matchAll(NUMBERED_LINE)) {
    const start = index + lead.length - line.length;
    const end = start + line.length;
    tokens.push(...tokensOf(text.slice(0, end), start));
  }
  return restore(text, kind, tokens, '---\n');
}

function restore(
  text: string,
  kind: string | undefined,
  tokens: readonly Token[],
  separator: string,
): RestoredDocument | null {
  const shape = kind !== undefined && Object.hasOwn(SHAPES, kind) ? own(SHAPES, kind) : undefined;
  if (shape === undefined) return null;
  const start = tokens[0]?.start ?? 0;
  const value: Record<string, unknown> = {};
  const writer = new PlaceWriter();
  const node = writer.open(NODE_KIND.map, tokens[0]?.start ?? start, text.length);
  const restoring: Restoring = { tokens, stack: [{ shape, value, node, indent: 0 }], lines: [], writer };
  const { stack, lines } = restoring;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.kind === 'key') at = readKey(restoring, at);
    else if (token.kind === 'dash') at = readItem(restoring, at);
    else {
      if (token.kind === 'elision') lines.push(`${' '.repeat(stack.at(-1)?.indent ?? 0)}...`);
      at++;
    }
  }
  closeTo(restoring, 0);
  return { value, places: writer.finish(text), text: `${separator}${lines.join('\n')}\n` };
}

function tokensOf(text: string, from: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from).matchAll(TOKEN)) {
    const word = match[0];
    const start = from + match.index;
    const kind =
      word === '-'
        ? 'dash'
        : word === '---'
          ? 'separator'
          : word === '...' || word === '…' || word === '•'
            ? 'elision'
            : /^[A-Za-z_][\w./-]*:$/.test(word)
              ? 'key'
              : 'word';
    tokens.push({ kind, text: kind === 'key' ? word.slice(0, -1) : word, start, end: start + word.length });
  }
  return tokens;
}

/** Returns the words from `at` on that form one value, and their end. */
function wordsFrom(
  tokens: readonly Token[],
  at: number,
): { readonly words: readonly Token[]; readonly next: number } {
  let next = at;
  while (tokens[next]?.kind === 'word') next++;
  return { words: tokens.slice(at, next), next };
}

function scalarOf(words: readonly Token[]): unknown {
  const [first] = words;
  if (first === undefined) return null;
  if (words.length > 1) return words.map(({ text }) => text).join(' ');
  if (first.text.startsWith('"') || first.text.startsWith("'")) return first.text.slice(1, -1);
  if (first.text.startsWith('[')) {
    const inner = first.text.slice(1, -1).split(',');
    return inner.map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2')).filter((item) => item !== '');
  }
  return resolvePlain(first.text);
}

/** Closes the innermost mappings and lists until `depth` are open. */
function closeTo({ stack, writer }: Restoring, depth: number): void {
  while (stack.length > depth) writer.close((stack.pop() as Open).node, 0);
}

function readKey(restoring: Restoring, at: number): number {
  const { tokens, stack } = restoring;
  const key = tokens[at] as Token;
  const holder = holderOf(key.text, stack);
  closeTo(restoring, holder + 1);
  const open = stack[holder] as Open;
  return addPair(restoring, at, open, ' '.repeat(open.indent));
}

/** Adds the pair whose key is at `at` to an open mapping. Opens its value when that is a mapping or list. */
function addPair(restoring: Restoring, at: number, open: Open, lead: string): number {
  const { tokens, stack, lines, writer } = restoring;
  const key = tokens[at] as Token;
  const shape = shapeOf(open, key.text);
  const { words, next } = wordsFrom(tokens, at + 1);
  const end = words.at(-1)?.end ?? key.end;
  const isNested = shape !== 'scalar' && words.length === 0;
  // `rules: ... timeouts:` writes the fields of the only rule without a dash.
  const isDashed = tokens[next]?.kind === 'dash' || shape === 'scalar' || !isList(shape);
  const inner = isNested ? (isDashed ? emptyOf(shape) : {}) : null;
  const node = writer.open(
    inner === null ? NODE_KIND.scalar : Array.isArray(inner) ? NODE_KIND.list : NODE_KIND.map,
    words[0]?.start ?? key.end,
    end,
  );
  writer.setKey(node, key.start, key.end - 1);
  writer.nameKey(node, key.text);
  // An omitted value (`rules: ...`) is empty. Entries that follow make it a mapping.
  const following = tokens[next]?.kind === 'elision' ? tokens[next + 1] : tokens[next];
  const isEmpty = following === undefined || following.kind === 'separator';
  if (!Array.isArray(open.value))
    put(open.value, key.text, inner === null ? scalarOf(words) : isEmpty ? null : inner);
  lines.push(`${lead}${key.text}:${words.length === 0 ? '' : ` ${words.map(({ text }) => text).join(' ')}`}`);
  if (inner !== null && shape !== 'scalar') {
    const within = isDashed ? shape : itemShape(shape);
    stack.push({ shape: within, value: inner, node, indent: open.indent + 2 });
  }
  return next;
}

function itemShape(shape: Exclude<Shape, 'scalar'>): Open['shape'] {
  if (!isList(shape)) return shape;
  return shape.items === 'scalar' ? null : shape.items;
}

function emptyOf(shape: Exclude<Shape, 'scalar'>): Record<string, unknown> | unknown[] {
  return isList(shape) ? [] : {};
}

function shapeOf(open: Open, key: string): Shape {
  if (isNamed(open.shape)) return open.shape.values;
  return isMap(open.shape) ? (own(open.shape.fields, key) ?? 'scalar') : 'scalar';
}

/** Returns the index of the open mapping that a key belongs to. */
function holderOf(key: string, stack: readonly Open[]): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const { shape, value } = stack[at] as Open;
    if (
      !Array.isArray(value) &&
      isMap(shape) &&
      Object.hasOwn(shape.fields, key) &&
      !Object.hasOwn(value, key)
    )
      return at;
  }
  // No mapping has the key. Labels and selectors accept any key. Otherwise the key belongs to the innermost
  // mapping.
  for (let at = stack.length - 1; at >= 0; at--) {
    const { shape, value } = stack[at] as Open;
    if ((shape === 'open' || isNamed(shape)) && !Object.hasOwn(value, key)) return at;
  }
  for (let at = stack.length - 1; at >= 0; at--) if (!Array.isArray(stack[at]?.value)) return at;
  return 0;
}

/** Reads a list item. It belongs to the innermost open list whose items have the key that follows. */
function readItem(restoring: Restoring, at: number): number {
  const { tokens, stack, lines, writer } = restoring;
  const following = tokens[at + 1];
  const holder = listOf(following, stack);
  if (holder === -1) return at + 1;
  closeTo(restoring, holder + 1);
  const open = stack[holder] as Open;
  const list = open.value as unknown[];
  const shape = open.shape === null ? null : itemShape(open.shape);
  const lead = `${' '.repeat(Math.max(0, open.indent - 2))}- `;
  if (following?.kind !== 'key') {
    const { words, next } = wordsFrom(tokens, at + 1);
    const dash = (tokens[at] as Token).end;
    writer.open(NODE_KIND.scalar, words[0]?.start ?? dash, words.at(-1)?.end ?? dash);
    list.push(scalarOf(words));
    lines.push(`${lead}${words.map(({ text }) => text).join(' ')}`);
    return next;
  }
  const item: Record<string, unknown> = {};
  const node = writer.open(NODE_KIND.map, following.start, following.end);
  list.push(item);
  const inner: Open = { shape, value: item, node, indent: open.indent };
  stack.push(inner);
  return addPair(restoring, at + 1, inner, lead);
}

function listOf(following: Token | undefined, stack: readonly Open[]): number {
  let innermost = -1;
  for (let at = stack.length - 1; at >= 0; at--) {
    const { shape, value } = stack[at] as Open;
    if (!Array.isArray(value)) continue;
    if (innermost === -1) innermost = at;
    if (!isList(shape)) continue;
    const { items } = shape;
    if (following?.kind !== 'key') {
      if (items === 'scalar') return at;
    } else if (isMap(items) && Object.hasOwn(items.fields, following.text)) return at;
  }
  return innermost;
}
