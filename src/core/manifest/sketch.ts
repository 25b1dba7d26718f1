/** Returns true when a text may have omissions. The check is fast and ignores quotes. */
export function hasElisions(text: string): boolean {
  return text.includes('...') || /[…•]/.test(text);
}
