/** Who sees an object: all namespaces, or some (Istio 2.6, 3.2). */
export type Audience = 'all' | ReadonlySet<string>;

const NOBODY: Audience = new Set();

/** Returns the audience that `exportTo` describes. Without an entry, all clients see the object. */
export function audienceOf(exportTo: readonly string[], namespace: string): Audience {
  if (exportTo.length === 0 || exportTo.includes('*')) return 'all';
  if (exportTo.includes('~')) return NOBODY;
  return new Set(exportTo.map((each) => (each === '.' ? namespace : each)));
}

/** Returns true if clients of a namespace see an object. Null is a namespace that no object names. */
export function sees(audience: Audience, namespace: string | null): boolean {
  return audience === 'all' || (namespace !== null && audience.has(namespace));
}
