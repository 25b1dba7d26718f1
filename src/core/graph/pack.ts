/** Something with a preferred middle and a size along one axis. */
export interface Packed {
  readonly wish: number;
  readonly size: number;
}

interface Block {
  first: number;
  count: number;
  /** The sum of the preferred places of the first item. */
  sum: number;
  length: number;
}

/**
 * Returns middles for items in their given order, with a space between neighbours, so that the sum of squares
 * of the distances to the preferred middles is least. Linear.
 */
export function pack(items: readonly Packed[], gap: number): readonly number[] {
  const blocks: Block[] = [];
  items.forEach(({ wish, size }, at) => {
    let block: Block = { first: at, count: 1, sum: wish - size / 2, length: size };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count + last.length + gap <= block.sum / block.count) break;
      blocks.pop();
      block = {
        first: last.first,
        count: last.count + block.count,
        sum: last.sum + block.sum - block.count * (last.length + gap),
        length: last.length + gap + block.length,
      };
    }
    blocks.push(block);
  });
  const middles: number[] = [];
  for (const { first, count, sum } of blocks) {
    let start = sum / count;
    for (let at = first; at < first + count; at++) {
      const { size } = items[at] as Packed;
      middles.push(start + size / 2);
      start += size + gap;
    }
  }
  return middles;
}

/** Returns packed middles within limits. Where they do not fit, the space between them is less. */
export function packWithin(
  items: readonly Packed[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const needed = items.reduce((sum, { size }) => sum + size, 0) + gap * (items.length - 1);
  if (needed > high - low) {
    const [first, last] = [(items[0]?.size ?? 0) / 2, (items.at(-1)?.size ?? 0) / 2];
    const step = items.length < 2 ? 0 : (high - last - low - first) / (items.length - 1);
    const start = step > 0 ? low + first : (low + high) / 2;
    return items.map((_, at) => start + Math.max(0, step) * at);
  }
  const middles = [...pack(items, gap)];
  let free = low;
  for (let at = 0; at < middles.length; at++) {
    const { size } = items[at] as Packed;
    middles[at] = Math.max(middles[at] as number, free + size / 2);
    free = (middles[at] as number) + size / 2 + gap;
  }
  free = high;
  for (let at = middles.length - 1; at >= 0; at--) {
    const { size } = items[at] as Packed;
    middles[at] = Math.min(middles[at] as number, free - size / 2);
    free = (middles[at] as number) - size / 2 - gap;
  }
  return middles;
}
