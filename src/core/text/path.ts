/** A path into a document: mapping keys and list indexes (from 0) from its root. */
export type Path = readonly (string | number)[];

/**
 * Returns a path in its usual notation: `spec.rules[0].matches[1].path`. Keys that are not plain words are
 * quoted: `metadata.labels["app.kubernetes.io/name"]`. The root is the empty string.
 */
export function printPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
