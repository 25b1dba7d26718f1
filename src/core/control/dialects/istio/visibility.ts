/** Who sees an object: all namespaces, or some (Istio 2.6, 3.2). */
export type Audience = 'all' | ReadonlySet<string>;

/** Returns the audience that `exportTo` describes. Without an entry, all clients see the object. */
export function audienceOf(exportTo: readonly string[], namespace: string): Audience {
  if (exportTo.length === 0 || exportTo.includes('*')) return 'all';
  return new Set(exportTo.filter((each) => each !== '~').map((each) => (each === '.' ? namespace : each)));
}

/** Returns true if clients of a namespace see an object. Null is a namespace that no object names. */
export function sees(audience: Audience, namespace: string | null): boolean {
  return audience === 'all' || (namespace !== null && audience.has(namespace));
}
