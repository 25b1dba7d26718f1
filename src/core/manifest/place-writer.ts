import type { Span } from '../text/source.ts';
import { NODE_SIZE, type NodeKind, type Places } from './places.ts';

/** Node indexes and offsets of shorter documents fit 16 bits. */
const SHORT_TEXT = 1 << 14;
/** The documents of a bundle share arrays of this length, because a small array has a large overhead. */
const SHARED_LENGTH = 1 << 15;

let shared = new Uint16Array(SHARED_LENGTH);
let used = 0;

let scratch: Int32Array | null = new Int32Array(NODE_SIZE * 1024);

/**
 * Writes the places of one document's nodes, in document order: `open` a node, then its children, then `close`
 * it. `finish` returns the result.
 */
export class PlaceWriter {
  private numbers: Int32Array;
  private count = 0;
  private keys: Map<number, string | null> | null = null;
  private aliases: Map<number, number> | null = null;

  constructor() {
    this.numbers = scratch ?? new Int32Array(NODE_SIZE * 64);
    scratch = null;
  }

  /** Returns the index of the next node. */
  get next(): number {
    return this.count;
  }

  /** Adds a node and returns its index. The node has no children until it is closed. */
  open(kind: NodeKind, start: number, end: number): number {
    const node = this.count++;
    let at = node * NODE_SIZE;
    if (at + NODE_SIZE > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    numbers[at++] = this.count * 4 + kind;
    numbers[at++] = start;
    numbers[at++] = end;
    numbers[at++] = 0;
    numbers[at] = 0;
    return node;
  }

  /** Ends a node: the nodes that were added after it are its descendants. */
  close(node: number, end: number): void {
    const at = node * NODE_SIZE;
    this.numbers[at] = this.count * 4 + ((this.numbers[at] as number) & 3);
    this.numbers[at + 2] = Math.max(end, this.numbers[at + 2] as number);
  }

  /** Sets the place of a node's key. */
  setKey(node: number, start: number, end: number): void {
    const at = node * NODE_SIZE + 3;
    this.numbers[at] = start + 1;
    this.numbers[at + 1] = end;
  }

  /** Sets a node's key that its text does not spell out. Null is a key that is not a string. */
  nameKey(node: number, key: string | null): void {
    this.keys ??= new Map();
    this.keys.set(node, key);
  }

  /** Gives an alias the children of another node. */
  setTarget(alias: number, target: number): void {
    this.aliases ??= new Map();
    this.aliases.set(alias, target);
  }

  /** Returns the span of a node's text. */
  spanOf(node: number): Span {
    const at = node * NODE_SIZE;
    return { start: this.numbers[at + 1] as number, end: this.numbers[at + 2] as number };
  }

  /** Removes the last node and everything below it, for example after the nodes of a key were read. */
  drop(node: number): void {
    for (let index = node; index < this.count; index++) {
      this.keys?.delete(index);
      this.aliases?.delete(index);
    }
    this.count = node;
  }

  /** Returns the places of a text. The writer must not be used afterwards. */
  finish(text: string): Places {
    const { count, keys, aliases } = this;
    const length = count * NODE_SIZE;
    const written = this.numbers.subarray(0, length);
    scratch = this.numbers;
    if (text.length >= SHORT_TEXT || count >= SHORT_TEXT || length > SHARED_LENGTH) {
      return { text, numbers: written.slice(), from: 0, count, keys, aliases };
    }
    if (used + length > SHARED_LENGTH) {
      shared = new Uint16Array(SHARED_LENGTH);
      used = 0;
    }
    const from = used;
    shared.set(written, from);
    used += length;
    return { text, numbers: shared, from, count, keys, aliases };
  }
}
