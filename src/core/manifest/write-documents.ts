import { dump } from 'js-yaml';

/**
 * Writes one object, as JSON has them, as a YAML document that ends with a line break. Strings that YAML 1.1 would read as
 * something else (`on`, `0777`) are quoted, as Kubernetes reads YAML that way; long lines are not folded.
 */
export function writeDocument(value: unknown): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}
