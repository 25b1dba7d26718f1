/** The parts of the id of an object. */
export interface ObjectIdParts {
  /** Kind as ids begin with it: with the group, where the id gives one. */
  readonly prefix: string;
  readonly kind: string;
  /** The group where the id gives one: it does for a kind that shares its name with a kind of another group. */
  readonly group: string | null;
  /** `''` for objects without a namespace. */
  readonly namespace: string;
  readonly name: string;
}

/**
 * The id of an object: `KIND/ns/name`, or `KIND/name` without a namespace. `kind` is the kind as ids begin with it, with
 * the group where the name of the kind is not enough (`kindInIds`).
 */
export function objectId(kind: string, namespace: string, name: string): string {
  return namespace === '' ? `${kind}/${name}` : `${kind}/${namespacedName(namespace, name)}`;
}

/** The parts of an id that `objectId` made. */
export function readObjectId(id: string): ObjectIdParts {
  const [prefix, rest] = cut(id, '/');
  const [kind, group] = cut(prefix, '.');
  return { prefix, kind, group, ...readNamespacedName(rest ?? '') };
}

/** The name of an object within the objects of its kind: `ns/name`. */
export function namespacedName(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** The id without its kind: `ns/name`, or the name of an object without a namespace. */
export function namespacedNameIn(id: string): string {
  return cut(id, '/')[1] ?? '';
}

/** The namespace (`''` where there is none) and the name in a `ns/name`. */
export function readNamespacedName(key: string): { readonly namespace: string; readonly name: string } {
  const [first, rest] = cut(key, '/');
  return rest === null ? { namespace: '', name: first } : { namespace: first, name: rest };
}

/** A client as requests name it: a namespace, or a workload of it as `ns/workload`. */
export function readClientName(text: string): {
  readonly namespace: string;
  readonly workload: string | null;
} {
  const [namespace, workload] = cut(text, '/');
  return { namespace, workload };
}

/** The text before the first separator, and the text after it; null where there is none. */
function cut(text: string, separator: string): readonly [string, string | null] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}
