/**
 * Returns the UTF-8 bytes of a text, each byte as one character (U+0000 to U+00FF). Returns plain ASCII
 * unchanged.
 */
export function toBytes(text: string): string {
  if (isASCII(text)) return text;
  let bytes = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes += character;
    else if (code < 0x800) bytes += byte(0xc0 | (code >> 6)) + tail(code, 0);
    else if (code < 0x10000) bytes += byte(0xe0 | (code >> 12)) + tail(code, 6) + tail(code, 0);
    else bytes += byte(0xf0 | (code >> 18)) + tail(code, 12) + tail(code, 6) + tail(code, 0);
  }
  return bytes;
}

/** Returns true when a text has only ASCII characters. */
export function isASCII(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function byte(value: number): string {
  return String.fromCharCode(value);
}

function tail(code: number, shift: number): string {
  return byte(0x80 | ((code >> shift) & 0x3f));
}
