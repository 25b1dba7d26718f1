import { put } from '../text/own.ts';
import { isMarker, isSpaceOrEnd, LineCursor, OUTSIDE_SUBSET } from './line-cursor.ts';
import { PlaceWriter } from './place-writer.ts';
import { NODE_KIND, type Places } from './places.ts';
import { resolvePlain } from './scalar.ts';
import { plainValue, readLiteral, readQuoted, skipPlain, startsPlain } from './subset-scalars.ts';

/** The data and places of one document. */
export interface SubsetRead {
  /** Undefined when the document holds no value. */
  readonly value: unknown;
  readonly places: Places;
}

/** Deeper documents are left to the library. */
const NESTING_LIMIT = 50;

/** Characters that need a closer look: control characters, other line breaks, surrogates, byte order marks. */
const UNUSUAL = /[\0-\x08\x0b-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;

/**
 * Reads a document in the part of YAML that Kubernetes tools write: block mappings and lists, flow collections,
 * literal block scalars, and plain and quoted scalars of one line. Returns null at the first construct that is
 * anything else (anchors, tags, merges, repeated keys, errors …), and the caller uses the library. A property
 * in tests/properties verifies that the result is equal to the library's.
 */
export function readSubset(text: string): SubsetRead | null {
  if (UNUSUAL.test(text)) return null;
  try {
    return new SubsetReader(text).read();
  } catch (error) {
    if (error === OUTSIDE_SUBSET) return null;
    throw error;
  }
}

class SubsetReader {
  private readonly text: string;
  private readonly cursor: LineCursor;
  private readonly writer = new PlaceWriter();
  /** The end of the last token. */
  private end = 0;
  private depth = 0;
  /** The key and the colon that `atKey` found. */
  private key = '';
  private keyStart = 0;
  private keyEnd = 0;
  private colon = 0;

  constructor(text: string) {
    this.text = text;
    this.cursor = new LineCursor(text);
  }

  read(): SubsetRead {
    const { cursor, text } = this;
    const isMarked = isMarker(text, 0);
    if (isMarked) {
      cursor.at = 3;
      if (text.charCodeAt(0) !== 0x2d || !isSpaceOrEnd(text.charCodeAt(3))) throw OUTSIDE_SUBSET;
      cursor.endLine();
    } else cursor.toContent();
    let value: unknown = isMarked ? null : undefined;
    if (cursor.column !== -1) {
      value = this.readNode(cursor.column - 1);
      if (typeof value !== 'object' || value === null || cursor.column !== -1) throw OUTSIDE_SUBSET;
    }
    return { value, places: this.writer.finish(text) };
  }

  /** Reads the node at the cursor, and moves to the next content. `parent` is the column of its parent. */
  private readNode(parent: number): unknown {
    const { cursor, text } = this;
    if (++this.depth > NESTING_LIMIT) throw OUTSIDE_SUBSET;
    const value = this.atDash()
      ? this.readList(cursor.column)
      : this.atKey()
        ? this.readMapping(cursor.column, cursor.at)
        : this.readInline(text.charCodeAt(cursor.at), parent);
    this.depth--;
    return value;
  }

  private atDash(): boolean {
    const { at } = this.cursor;
    return this.text.charCodeAt(at) === 0x2d && isSpaceOrEnd(this.text.charCodeAt(at + 1));
  }

  /**
   * Returns true when a key and a colon are at the cursor. `key`, `keyStart`, `keyEnd` and `colon` are then set,
   * and the cursor is still at the key.
   */
  private atKey(): boolean {
    const { cursor, text } = this;
    const start = cursor.at;
    const isKey =
      this.readKey(false) && cursor.skipBlanks() === 0x3a && isSpaceOrEnd(text.charCodeAt(cursor.at + 1));
    this.colon = cursor.at;
    cursor.at = start;
    return isKey;
  }

  /** Reads the text of a key, and moves past it. Returns false when no key can start at the cursor. */
  private readKey(inFlow: boolean): boolean {
    const { cursor, text } = this;
    const start = cursor.at;
    const code = text.charCodeAt(start);
    this.keyStart = start;
    if (code === 0x22 || code === 0x27) this.key = readQuoted(cursor);
    else {
      if (!startsPlain(text, start)) return false;
      this.key = text.slice(start, skipPlain(cursor, inFlow));
      if (this.key === '<<') throw OUTSIDE_SUBSET;
      const resolved = resolvePlain(this.key);
      if (typeof resolved !== 'string') this.key = String(resolved);
    }
    this.keyEnd = cursor.at;
    return true;
  }

  /** Reads a block mapping. `atKey` found its first key, which is at `column`. */
  private readMapping(column: number, start: number): Record<string, unknown> {
    const { cursor, writer } = this;
    const object: Record<string, unknown> = {};
    const mapping = writer.open(NODE_KIND.map, start, start + 1);
    for (;;) {
      const { key, keyStart, keyEnd } = this;
      cursor.at = this.colon + 1;
      if (Object.hasOwn(object, key)) throw OUTSIDE_SUBSET;
      const node = writer.next;
      put(object, key, this.readPairValue(column));
      this.setKey(node, key, keyStart, keyEnd);
      if (cursor.column < column) break;
      if (cursor.column > column || !this.atKey()) throw OUTSIDE_SUBSET;
    }
    writer.close(mapping, this.end);
    return object;
  }

  private setKey(node: number, key: string, start: number, end: number): void {
    this.writer.setKey(node, start, end);
    // A quoted key with escapes is the only one that its text does not spell out.
    if (this.text.charCodeAt(start) <= 0x27 && end - start !== key.length + 2) this.writer.nameKey(node, key);
  }

  /** Reads the value after the colon of a block mapping at `column`. */
  private readPairValue(column: number): unknown {
    const { cursor } = this;
    const colon = cursor.at;
    if (!cursor.endsLine()) return this.readInline(this.text.charCodeAt(cursor.at), column);
    if (cursor.column > column) return this.readNode(column);
    // A list may be at the column of its key.
    if (cursor.column === column && this.atDash()) {
      if (++this.depth > NESTING_LIMIT) throw OUTSIDE_SUBSET;
      const list = this.readList(column);
      this.depth--;
      return list;
    }
    return this.addEmpty(colon);
  }

  private addEmpty(at: number): null {
    this.writer.open(NODE_KIND.scalar, at, at);
    this.end = at;
    return null;
  }

  private readList(column: number): unknown[] {
    const { cursor, writer } = this;
    const items: unknown[] = [];
    const list = writer.open(NODE_KIND.list, cursor.at, cursor.at + 1);
    do {
      const dash = cursor.at + 1;
      cursor.at = dash;
      if (cursor.endsLine()) {
        items.push(cursor.column > column ? this.readNode(column) : this.addEmpty(dash));
      } else {
        cursor.column = column + cursor.at - dash + 1;
        items.push(this.readNode(column));
      }
    } while (cursor.column === column && this.atDash());
    if (cursor.column > column) throw OUTSIDE_SUBSET;
    writer.close(list, this.end);
    return items.slice(); // Without the spare capacity of `push`: most lists are short and kept.
  }

  /** Reads a scalar or flow collection that ends its line. What follows is not deeper than `parent`. */
  private readInline(code: number, parent: number): unknown {
    const { cursor } = this;
    let value: unknown;
    if (code === 0x7c) {
      const start = cursor.at;
      value = readLiteral(cursor, parent);
      this.writer.open(NODE_KIND.scalar, start, cursor.at);
      this.end = cursor.at;
      cursor.toContent();
    } else {
      value = this.readFlowNode(code, parent, false);
      cursor.endLine();
    }
    if (cursor.column > parent) throw OUTSIDE_SUBSET;
    return value;
  }

  /** Reads a scalar or a flow collection, and moves past it. */
  private readFlowNode(code: number, parent: number, inFlow: boolean): unknown {
    const { cursor, text, writer } = this;
    const start = cursor.at;
    if (code === 0x7b || code === 0x5b) {
      if (++this.depth > NESTING_LIMIT) throw OUTSIDE_SUBSET;
      const value = code === 0x7b ? this.readFlowMapping(parent) : this.readFlowList(parent);
      this.depth--;
      return value;
    }
    let value: unknown;
    if (code === 0x22 || code === 0x27) value = readQuoted(cursor);
    else {
      if (!startsPlain(text, start)) throw OUTSIDE_SUBSET;
      const end = skipPlain(cursor, inFlow);
      if (text.charCodeAt(end) === 0x3a) throw OUTSIDE_SUBSET;
      value = plainValue(text.slice(start, end));
    }
    this.end = cursor.at;
    writer.open(NODE_KIND.scalar, start, this.end);
    return value;
  }

  /** Moves to the next character of a flow collection. Its lines are indented deeper than `parent`. */
  private skipFlowSpace(parent: number): number {
    const { cursor, text } = this;
    let code = cursor.skipBlanks();
    while (code === 0x0a) {
      const start = ++cursor.at;
      code = cursor.skipBlanks();
      if (code !== 0x0a && cursor.at - start <= parent) throw OUTSIDE_SUBSET;
      if (start === cursor.at && isMarker(text, start)) throw OUTSIDE_SUBSET;
    }
    return code;
  }

  private readFlowMapping(parent: number): Record<string, unknown> {
    const { cursor, writer } = this;
    const object: Record<string, unknown> = {};
    const mapping = writer.open(NODE_KIND.map, cursor.at, cursor.at + 1);
    cursor.at++;
    for (let code = this.skipFlowSpace(parent); code !== 0x7d; code = this.skipFlowSpace(parent)) {
      const node = writer.next;
      if (!this.readKey(true) || cursor.skipBlanks() !== 0x3a) throw OUTSIDE_SUBSET;
      const { key, keyStart, keyEnd } = this;
      if (Object.hasOwn(object, key)) throw OUTSIDE_SUBSET;
      cursor.at++;
      put(object, key, this.readFlowNode(this.skipFlowSpace(parent), parent, true));
      this.setKey(node, key, keyStart, keyEnd);
      this.skipComma(parent, 0x7d);
    }
    this.end = ++cursor.at;
    writer.close(mapping, this.end);
    return object;
  }

  private readFlowList(parent: number): unknown[] {
    const { cursor, writer } = this;
    const items: unknown[] = [];
    const list = writer.open(NODE_KIND.list, cursor.at, cursor.at + 1);
    cursor.at++;
    for (let code = this.skipFlowSpace(parent); code !== 0x5d; code = this.skipFlowSpace(parent)) {
      items.push(this.readFlowNode(code, parent, true));
      this.skipComma(parent, 0x5d);
    }
    this.end = ++cursor.at;
    writer.close(list, this.end);
    return items.slice(); // Without the spare capacity of `push`: most lists are short and kept.
  }

  /** Moves past the comma after an entry. Only the closing bracket may follow instead. */
  private skipComma(parent: number, closing: number): void {
    const code = this.skipFlowSpace(parent);
    if (code === 0x2c) this.cursor.at++;
    else if (code !== closing) throw OUTSIDE_SUBSET;
  }
}
