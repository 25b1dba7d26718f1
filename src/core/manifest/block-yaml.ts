import { flowYAML } from './flow-yaml.ts';

/** The indentation of the items of a list below its key. */
export type ListIndent = 0 | 2;

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Returns the lines of a mapping in block style. Texts that are not plain words are quoted.
 *
 * @example
 * ```
 * blockYAML({ rules: [{ name: 'on', port: 80 }] }); // ['rules:', '- name: "on"', '  port: 80']
 * ```
 */
export function blockYAML(mapping: Mapping, listIndent: ListIndent = 0): readonly string[] {
  return Object.entries(mapping).flatMap(([key, value]) => {
    const name = `${flowYAML(key)}:`;
    if (Array.isArray(value) && value.length > 0)
      return [
        name,
        ...indented(
          value.flatMap((item) => itemLines(item, listIndent)),
          listIndent,
        ),
      ];
    if (isMapping(value) && Object.keys(value).length > 0)
      return [name, ...indented(blockYAML(value, listIndent), 2)];
    return [`${name} ${flowYAML(value)}`];
  });
}

function itemLines(item: unknown, listIndent: ListIndent): readonly string[] {
  if (!isMapping(item) || Object.keys(item).length === 0) return [`- ${flowYAML(item)}`];
  return blockYAML(item, listIndent).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
