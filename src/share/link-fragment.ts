/** Returns true when a fragment has the form of a share link. */
export function isLink(fragment: string): boolean {
  return /^#g\d+:/.test(fragment);
}
