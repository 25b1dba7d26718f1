/** Returns the names of a fact with Chinese separators. */
export function listed(names: string | number | undefined): string {
  return String(names).replaceAll(', ', '、');
}
