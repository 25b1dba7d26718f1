/** A path into a document: mapping keys and list indexes (from 0) from its root. */
export type Path = readonly (string | number)[];

/** The path of a document's root. */
export const ROOT_PATH: Path = [];

/** The shared paths below a shared path, by their last step. */
const BELOW = new WeakMap<Path, Map<string | number, Path>>([[ROOT_PATH, new Map()]]);
/** Paths with greater list indexes are not shared, so that the number of shared paths stays small. */
const SHARED_INDEXES = 16;

/**
 * Returns a path with further steps. The paths of fields below ROOT_PATH are shared: the objects of an analysis
 * have the same few paths. `steps` are field names of our schemas or list indexes.
 */
export function extendPath(path: Path, ...steps: readonly (string | number)[]): Path {
  let at = path;
  for (const [index, step] of steps.entries()) {
    const below = BELOW.get(at);
    if (below === undefined || (typeof step === 'number' && step >= SHARED_INDEXES))
      return at.concat(steps.slice(index));
    let next = below.get(step);
    if (next === undefined) {
      next = at.concat(step);
      below.set(step, next);
      BELOW.set(next, new Map());
    }
    at = next;
  }
  return at;
}

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
