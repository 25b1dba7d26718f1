/** A decoded mapping of YAML or JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns true for a mapping: neither a list nor null. */
export function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
