import type { Box, Slot } from './layout-frame.ts';

/** Space between a line and the cards that it passes, and between two lines that pass the same cards. */
const CLEARANCE = 5;
const BETWEEN_LINES = 3;

interface Span {
  readonly low: number;
  readonly high: number;
}

/** Returns the first and the last slot that a range covers. */
export function slotsOf(start: number, end: number, slots: readonly Slot[]): readonly [number, number] {
  let [low, high] = [0, slots.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] as Slot).end > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last + 1 < slots.length && (slots[last + 1] as Slot).start < end) last++;
  return [low, last];
}

/** The heights of the slots where a line can pass without touching a card. */
export class Corridors {
  readonly #taken: Span[][];

  constructor(boxes: readonly Box[], slots: readonly Slot[]) {
    this.#taken = slots.map(() => []);
    for (const { x, y, width, height } of boxes) {
      const [first, last] = slotsOf(x, x + width, slots);
      for (let at = first; at <= last; at++) {
        this.#taken[at]?.push({ low: y - CLEARANCE, high: y + height + CLEARANCE });
      }
    }
    for (const list of this.#taken) list.sort((a, b) => a.low - b.low);
  }

  /** Returns true when a line at this height touches no card in the slots. */
  isFree(first: number, last: number, y: number): boolean {
    for (let at = first; at <= last; at++) if (this.#spanAt(at, y) !== null) return false;
    return true;
  }

  /** Returns the free height that is nearest to a preferred one, and takes it. */
  take(first: number, last: number, wish: number): number {
    const up = this.#move(first, last, wish, (span) => span.low);
    const down = this.#move(first, last, wish, (span) => span.high);
    const y = wish - up <= down - wish ? up : down;
    for (let at = first; at <= last; at++) {
      const list = this.#taken[at] as Span[];
      const span = { low: y - BETWEEN_LINES, high: y + BETWEEN_LINES };
      list.splice(firstAfter(list, span.low), 0, span);
    }
    return y;
  }

  #move(first: number, last: number, wish: number, next: (span: Span) => number): number {
    let y = wish;
    for (let changed = true; changed; ) {
      changed = false;
      for (let at = first; at <= last; at++) {
        const span = this.#spanAt(at, y);
        if (span === null) continue;
        y = next(span);
        changed = true;
      }
    }
    return y;
  }

  /** Returns a span of a slot that contains a height. Spans overlap by little, so only a few are looked at. */
  #spanAt(slot: number, y: number): Span | null {
    const list = this.#taken[slot] ?? [];
    for (let at = firstAfter(list, y) - 1, looked = 0; at >= 0 && looked < NEAR; at--, looked++) {
      const span = list[at] as Span;
      if (span.low < y && span.high > y) return span;
    }
    return null;
  }
}

/** Corridors next to each other can begin before a card that contains a height. */
const NEAR = 24;

/** Returns the index of the first span that begins at or after a height. */
function firstAfter(list: readonly Span[], y: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Span).low < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
