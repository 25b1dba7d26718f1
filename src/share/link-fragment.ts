/** True when a fragment claims to be a share link. */
export function isLink(fragment: string): boolean {
  return /^#g\d+:/.test(fragment);
}
