/** Names that a fact lists, set apart as Chinese does. */
export function listed(names: string | number | undefined): string {
  return String(names).replaceAll(', ', '、');
}
