import { dump } from 'js-yaml';

/**
 * Returns one JSON object as a YAML document that ends with a line break. Quotes strings that YAML 1.1 reads
 * as another type (`on`, `0777`), because Kubernetes uses YAML 1.1. Does not fold long lines.
 */
export function writeDocument(value: unknown): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}
