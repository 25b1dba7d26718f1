const FORM = /^([0-9]{1,5}(h|m|s|ms)){1,4}$/;
const MILLISECONDS: ReadonlyMap<string | undefined, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]);

/**
 * Returns the milliseconds of a GEP-2257 duration (`1h30m`, `100ms`). Units can have any order, and repeated
 * units add up. Returns null for an invalid duration.
 */
export function readDuration(text: string): number | null {
  if (!FORM.test(text)) return null;
  let total = 0;
  for (const [, digits, unit] of text.matchAll(/([0-9]+)(ms|h|m|s)/g)) {
    total += Number(digits) * (MILLISECONDS.get(unit) as number);
  }
  return total;
}

/** Returns milliseconds as a duration that `readDuration` accepts: `80ms`, `2s`, `1m30s250ms`. */
export function printDuration(milliseconds: number): string {
  const parts: string[] = [];
  let left = Math.round(milliseconds);
  for (const [unit, size] of [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join('') || '0s';
}
