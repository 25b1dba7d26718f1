/** Returns the order of two texts by their UTF-16 units. The order is independent of the locale. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
