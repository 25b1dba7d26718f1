/** A word or duration that YAML reads as a text, also within a flow collection. */
const PLAIN = /^(?:[A-Za-z/][\w./-]*|\d+(?:ms|s|m|h))$/;
/** Words that YAML 1.1 reads as another type. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n|nan|inf)$/i;

/**
 * Returns a value as YAML on one line. Texts that are not plain words are quoted as in JSON.
 *
 * @example
 * ```
 * flowYAML([{ path: { type: 'Exact', value: '/a b' } }]); // [{path: {type: Exact, value: "/a b"}}]
 * ```
 */
export function flowYAML(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowYAML).join(', ')}]`;
  if (typeof value === 'string') {
    return PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([key, inner]) => `${flowYAML(key)}: ${flowYAML(inner)}`);
  return `{${fields.join(', ')}}`;
}
