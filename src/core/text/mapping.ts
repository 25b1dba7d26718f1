/** A mapping of YAML or JSON, as read. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for a mapping: neither a list nor null. */
export function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
