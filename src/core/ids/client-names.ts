/** Returns the name of clients of the mesh: `ns`, or `ns{app=web}`. `*` is a namespace that no object names. */
export function clientName({
  namespace,
  labels = {},
}: {
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
}): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const name = namespace === '' ? '*' : namespace;
  return pairs.length === 0 ? name : `${name}{${pairs.sort().join(',')}}`;
}
