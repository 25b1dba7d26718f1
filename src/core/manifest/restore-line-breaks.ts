import { own, put } from '../text/own.ts';
import { type PlaceNode, type PlaceTree, placeNode } from './place-tree.ts';
import { resolvePlain } from './scalar.ts';
import { isList, isMap, SHAPES, type Shape } from './shapes.ts';

/** A document with restored line breaks. */
export interface RestoredDocument {
  readonly value: unknown;
  /** Places in the original text. */
  readonly places: PlaceTree;
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
  readonly place: PlaceNode;
  readonly indent: number;
}

/** `kind: X … metadata:` on one line, in either order, at the start of a document. */
const LOST = /^[^\n]*\bkind:[ \t]+(\w+)\b[^\n]*[ \t]metadata:[ \t]/m;
const LOST_TURNED = /^[^\n]*\bmetadata:[ \t][^\n]*\bkind:[ \t]+(\w+)\b/m;
const SEARCHED = 1_000;
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
  const shape = kind !== undefined && Object.hasOwn(SHAPES, kind) ? own(SHAPES, kind) : undefined;
  if (shape === undefined) return null;
  const tokens = tokensOf(text, start);
  const value: Record<string, unknown> = {};
  const place = placeNode('map', tokens[0]?.start ?? start, text.length, new Map());
  const lines: string[] = [];
  const stack: Open[] = [{ shape, value, place, indent: 0 }];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.kind === 'key') at = readKey(tokens, at, stack, lines);
    else if (token.kind === 'dash') at = readItem(tokens, at, stack, lines);
    else {
      if (token.kind === 'elision') lines.push(`${' '.repeat(stack.at(-1)?.indent ?? 0)}...`);
      at++;
    }
  }
  const separator = text.startsWith('---') ? '\n---\n' : '';
  return { value, places: { root: place, repeated: [] }, text: `${separator}${lines.join('\n')}\n` };
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

function readKey(tokens: readonly Token[], at: number, stack: Open[], lines: string[]): number {
  const key = tokens[at] as Token;
  const holder = holderOf(key.text, stack);
  stack.length = holder + 1;
  const open = stack[holder] as Open;
  return addPair(tokens, at, open, stack, lines, ' '.repeat(open.indent));
}

/** Adds the pair whose key is at `at` to an open mapping. Opens its value when that is a mapping or list. */
function addPair(
  tokens: readonly Token[],
  at: number,
  open: Open,
  stack: Open[],
  lines: string[],
  lead: string,
): number {
  const key = tokens[at] as Token;
  const shape = shapeOf(open, key.text);
  const { words, next } = wordsFrom(tokens, at + 1);
  const end = words.at(-1)?.end ?? key.end;
  const isNested = shape !== 'scalar' && words.length === 0;
  const inner = isNested ? emptyOf(shape) : null;
  const child = placeNode(
    inner === null ? 'scalar' : Array.isArray(inner) ? 'list' : 'map',
    words[0]?.start ?? key.end,
    end,
    inner === null ? null : new Map(),
  );
  child.keyStart = key.start;
  child.keyEnd = key.end - 1;
  // An omitted value (`rules: ...`) is empty. Entries that follow make it a mapping.
  const following = tokens[next]?.kind === 'elision' ? tokens[next + 1] : tokens[next];
  const isEmpty = following === undefined || following.kind === 'separator';
  if (!Array.isArray(open.value))
    put(open.value, key.text, inner === null ? scalarOf(words) : isEmpty ? null : inner);
  open.place.children?.set(key.text, child);
  lines.push(`${lead}${key.text}:${words.length === 0 ? '' : ` ${words.map(({ text }) => text).join(' ')}`}`);
  if (inner !== null && shape !== 'scalar') {
    const isDashed = tokens[next]?.kind === 'dash' || !isList(shape);
    // `rules: ... timeouts:` writes the fields of the only rule without a dash.
    const within = isDashed ? shape : itemShape(shape);
    const value = isDashed ? inner : {};
    if (!isDashed && !isEmpty && !Array.isArray(open.value)) put(open.value, key.text, value);
    const place = isDashed ? child : { ...child, kind: 'map' as const };
    if (!isDashed) {
      place.keyStart = child.keyStart;
      open.place.children?.set(key.text, place);
    }
    stack.push({ shape: within, value, place, indent: open.indent + 2 });
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
    if (shape === 'open' && !Object.hasOwn(value, key)) return at;
  }
  for (let at = stack.length - 1; at >= 0; at--) if (!Array.isArray(stack[at]?.value)) return at;
  return 0;
}

/** Reads a list item. It belongs to the innermost open list whose items have the key that follows. */
function readItem(tokens: readonly Token[], at: number, stack: Open[], lines: string[]): number {
  const following = tokens[at + 1];
  const holder = listOf(following, stack);
  if (holder === -1) return at + 1;
  stack.length = holder + 1;
  const open = stack[holder] as Open;
  const list = open.value as unknown[];
  const shape = open.shape === null ? null : itemShape(open.shape);
  const lead = `${' '.repeat(Math.max(0, open.indent - 2))}- `;
  if (following?.kind !== 'key') {
    const { words, next } = wordsFrom(tokens, at + 1);
    const place = placeNode(
      'scalar',
      words[0]?.start ?? (tokens[at] as Token).end,
      words.at(-1)?.end ?? (tokens[at] as Token).end,
    );
    open.place.children?.set(list.length, place);
    list.push(scalarOf(words));
    lines.push(`${lead}${words.map(({ text }) => text).join(' ')}`);
    return next;
  }
  const item: Record<string, unknown> = {};
  const place = placeNode('map', following.start, following.end, new Map());
  open.place.children?.set(list.length, place);
  list.push(item);
  const inner: Open = { shape, value: item, place, indent: open.indent };
  stack.push(inner);
  return addPair(tokens, at + 1, inner, stack, lines, lead);
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
