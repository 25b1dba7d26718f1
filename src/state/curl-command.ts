/** Returns true for a text that starts like a curl command. A shell prompt before it is allowed. */
export function looksLikeCurl(text: string): boolean {
  return /^\s*(?:[$>#%]\s+)?curl(?:\.exe)?\s/.test(text);
}
