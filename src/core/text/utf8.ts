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

/** Returns the text of some bytes (see `toBytes`). Returns null when they are not UTF-8. */
export function fromBytes(bytes: string): string | null {
  if (isASCII(bytes)) return bytes;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes.charCodeAt(at);
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    let code = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let more = 1; more < length; more++) code = (code << 6) | (bytes.charCodeAt(at + more) & 0x3f);
    if (code > 0x10ffff || Number.isNaN(code)) return null;
    text += String.fromCodePoint(code);
    at += length;
  }
  return toBytes(text) === bytes ? text : null;
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
