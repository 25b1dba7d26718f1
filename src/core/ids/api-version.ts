/**
 * Returns the `apiVersion` of a manifest: `GROUP/VERSION`, or `VERSION` alone for the core group, whose name
 * is `''`.
 */
export function formatApiVersion(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

/** Returns the group and the version of an `apiVersion`. */
export function readApiVersion(text: string): { readonly group: string; readonly version: string } {
  const slash = text.indexOf('/');
  return { group: slash === -1 ? '' : text.slice(0, slash), version: text.slice(slash + 1) };
}
