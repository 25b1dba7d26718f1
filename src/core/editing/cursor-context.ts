import type { Path } from '../text/path.ts';

/** A field whose value the user is typing, in a text that can be incomplete. */
export interface CursorContext {
  readonly kind: string;
  readonly namespace: string;
  /** From the object's root. */
  readonly path: Path;
  /** The other fields of the same mapping that have plain values. */
  readonly beside: Readonly<Record<string, string>>;
  /** Column (from 1) at which the value starts. */
  readonly valueColumn: number;
  /** Column (from 1) of the field's own name. */
  readonly keyColumn: number;
  /** Whether the mapping is written in braces. */
  readonly flow: boolean;
}

/** A mapping or list that is open at a line. */
interface Level {
  readonly list: boolean;
  /** Column (from 0) of its keys or dashes. Within braces it exceeds every column. */
  readonly column: number;
  step: string | number;
  readonly fields: Map<string, string>;
}

/** The number of lines above the cursor to read a document from, and of lines below to read siblings from. */
const MOST_LINES = 3000;
const BELOW = 60;

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#:,{}[\]"'][^:#{}[\],]*?))\s*:(?:\s+|$)/;

/**
 * Returns the field whose value is at a place (line and column from 1). Reads the text by indentation, so
 * that it works while the document is broken. Returns null when there is no value at the place, and in braces
 * that span several lines.
 */
export function contextAt(
  lineAt: (line: number) => string | null,
  line: number,
  column: number,
): CursorContext | null {
  let first = line;
  while (first > 1 && line - first < MOST_LINES && !isBorder(lineAt(first - 1))) first--;
  const reader = new Reader();
  for (let at = first; at < line; at++) reader.read(lineAt(at) ?? '');
  const text = lineAt(line) ?? '';
  const found = reader.field(text, column - 1);
  if (found === null) return null;
  // Fields below the cursor also count if they belong to the same mapping.
  for (let at = line + 1; at <= line + BELOW && reader.isOpen(found.level); at++) {
    const below = lineAt(at);
    if (below === null || isBorder(below)) break;
    reader.read(below);
  }
  const { level, root, path, valueColumn, keyColumn, flow } = found;
  const { [String(path.at(-1))]: _, ...beside } = Object.fromEntries(level.fields);
  const kind = root.fields.get('kind');
  if (kind === undefined) return null;
  return {
    kind,
    namespace: reader.namespaceOf(root) ?? 'default',
    path,
    beside,
    valueColumn: valueColumn + 1,
    keyColumn: keyColumn + 1,
    flow,
  };
}

function isBorder(line: string | null): boolean {
  return line === null || /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}

class Reader {
  private stack: Level[] = [];
  private readonly namespaces = new Map<Level, string>();

  namespaceOf(root: Level): string | undefined {
    return this.namespaces.get(root);
  }

  isOpen(level: Level): boolean {
    return this.stack.includes(level);
  }

  /** Reads a whole line. */
  read(text: string): void {
    const start = this.open(text);
    if (start !== null) this.flow(text, start, text.length);
  }

  /** Reads a line whose value is being typed at an offset (from 0). Returns the field at the offset. */
  field(text: string, offset: number) {
    const start = this.open(text);
    if (start === null || offset < start.value) return null;
    const depth = this.stack.length;
    const inner = this.flow(text, start, offset);
    const top = this.stack.at(-1);
    if (!inner || !top || top.list) return null;
    const level = top;
    const { root, path } = this.path();
    const flow = this.stack.length > depth;
    const found = { level, root, path, valueColumn: inner.value, keyColumn: inner.key, flow };
    if (flow) this.rest(text, inner.value);
    return found;
  }

  /**
   * Opens and closes levels by indentation. Returns the start of the value of the line's key. Returns null
   * when the line has no key.
   */
  private open(text: string): { readonly key: number; readonly value: number } | null {
    while (this.stack.at(-1)?.column === Number.POSITIVE_INFINITY) this.stack.pop();
    if (/^\s*(?:#|$)/.test(text)) return null;
    let at = text.length - text.trimStart().length;
    for (let dash = /^-(\s+|$)/.exec(text.slice(at)); dash; dash = /^-(\s+|$)/.exec(text.slice(at))) {
      this.close((level) => level.column > at);
      const top = this.stack.at(-1);
      if (top?.list && top.column === at) top.step = Number(top.step) + 1;
      else this.stack.push({ list: true, column: at, step: 0, fields: new Map() });
      at += dash[0].length;
    }
    const key = KEY.exec(text.slice(at));
    if (!key) return /^[{[]/.test(text.slice(at)) ? { key: at, value: at } : null;
    const column = at;
    this.close((level) => level.column > column || (level.list && level.column === column));
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    const top = this.stack.at(-1);
    const level =
      top && !top.list && top.column === column
        ? top
        : ({ list: false, column, step: name, fields: new Map() } satisfies Level);
    if (level !== top) this.stack.push(level);
    level.step = name;
    const value = at + key[0].length;
    this.note(level, name, text.slice(value));
    return { key: column, value };
  }

  private close(isOver: (level: Level) => boolean): void {
    for (let top = this.stack.at(-1); top && isOver(top); top = this.stack.at(-1)) this.stack.pop();
  }

  /** Stores a plain value. */
  private note(level: Level, name: string, written: string): void {
    const text = written.replace(/\s+#.*$/, '').trim();
    const plain = /^(?:"([^"]*)"|'([^']*)'|([^{}[\],&*|>]+))$/.exec(text);
    if (plain) level.fields.set(name, plain[1] ?? plain[2] ?? plain[3]?.trim() ?? '');
    else level.fields.delete(name);
    const { root, path } = this.path();
    if (plain && path.length === 2 && path[0] === 'metadata' && name === 'namespace') {
      this.namespaces.set(root, level.fields.get(name) ?? '');
    }
  }

  /**
   * Reads braces and brackets from the start of a value up to an offset. Returns the place of the value at
   * the offset.
   */
  private flow(
    text: string,
    start: { readonly key: number; readonly value: number },
    end: number,
  ): { readonly key: number; readonly value: number } | null {
    let place: { key: number; value: number } | null = start;
    if (!/^[{[]/.test(text.slice(start.value))) return place;
    for (let at = start.value; at < end; ) {
      const top = this.stack.at(-1);
      const letter = text[at] ?? '';
      if (letter === '{' || letter === '[') {
        const list = letter === '[';
        this.stack.push({ list, column: Number.POSITIVE_INFINITY, step: list ? 0 : '', fields: new Map() });
        place = list ? { key: at + 1, value: at + 1 } : null;
        at++;
      } else if (letter === '}' || letter === ']') {
        this.stack.pop();
        place = null;
        at++;
      } else if (letter === ',') {
        if (top?.list) top.step = Number(top.step) + 1;
        place = null;
        at++;
      } else if (letter === ' ') at++;
      else {
        const key = top && !top.list ? KEY.exec(text.slice(at)) : null;
        if (key && top) {
          const value = at + key[0].length;
          if (value > end) return null;
          top.step = key[1] ?? key[2] ?? key[3] ?? '';
          place = { key: at, value };
          at = value;
        }
        const scalar = /^(?:"[^"]*"?|'[^']*'?|[^,{}[\]]*)/.exec(text.slice(at))?.[0] ?? '';
        if (key && top && scalar !== '') this.note(top, String(top.step), scalar);
        at += key ? scalar.length : Math.max(1, scalar.length);
      }
    }
    return place;
  }

  /** Stores the fields that follow in the same braces. */
  private rest(text: string, from: number): void {
    const top = this.stack.at(-1);
    if (!top) return;
    const own = top.step;
    const end = text.indexOf('}', from);
    for (const part of text
      .slice(from, end < 0 ? text.length : end)
      .split(',')
      .slice(1)) {
      const key = KEY.exec(part.trimStart());
      if (!key) continue;
      top.step = key[1] ?? key[2] ?? key[3] ?? '';
      this.note(top, String(top.step), part.trimStart().slice(key[0].length));
    }
    top.step = own;
  }

  /**
   * Returns the path of the present field, from the root of its object. Items of a List are separate objects.
   */
  private path(): { readonly root: Level; readonly path: Path } {
    const steps = this.stack.map(({ step }) => step);
    const isItem = steps[0] === 'items' && this.stack[1]?.list === true && this.stack.length > 2;
    const from = isItem ? 2 : 0;
    return { root: this.stack[from] as Level, path: steps.slice(from) };
  }
}
