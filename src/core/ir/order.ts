/** Orders texts by their UTF-16 units: the same everywhere, whatever the locale. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
