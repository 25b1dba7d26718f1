/** True for a text that starts like a curl command, also behind a shell prompt. */
export function looksLikeCurl(text: string): boolean {
  return /^\s*(?:[$>#%]\s+)?curl(?:\.exe)?\s/.test(text);
}
