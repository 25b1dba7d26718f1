/** Returns true if two texts differ only in the case of ASCII letters. */
export function sameText(a: string, b: string): boolean {
  return a.length === b.length && lowered(a) === lowered(b);
}

/** Returns a text with its ASCII letters in lower case, as proxies compare it. */
export function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Returns an expression of RE2 syntax for a text, followed by the expression `rest`. */
export function textPattern(text: string, rest: string, ignoreCase: boolean): string {
  const quoted = text.replace(/[A-Za-z]|[^A-Za-z0-9_]/gu, (character) => quote(character, ignoreCase));
  return `(?s)${quoted}${rest}`;
}

function quote(character: string, ignoreCase: boolean): string {
  if (/[A-Za-z]/.test(character))
    return ignoreCase ? `[${character.toLowerCase()}${character.toUpperCase()}]` : character;
  return /[\x21-\x7e]/.test(character) ? `\\${character}` : character;
}
