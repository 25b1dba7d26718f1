import { isASCII, toBytes } from './utf8.ts';

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
