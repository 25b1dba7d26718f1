/**
 * The number of characters that are searched. Certificates start early, and values may be as large as an
 * object.
 */
const LIMIT = 1 << 16;

const BLOCK = /-----BEGIN [A-Z0-9][A-Z0-9 ]*-----/;
const SHAPE = /^[A-Za-z0-9+/]*={0,2}$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Returns true if a text contains the start of a PEM block. */
export function holdsPem(text: string): boolean {
  return BLOCK.test(text.length > LIMIT ? text.slice(0, LIMIT) : text);
}

/**
 * Returns true if a text is base64 (line breaks are ignored) of a text that contains the start of a PEM
 * block.
 */
export function holdsEncodedPem(text: string): boolean {
  const packed = text.replaceAll(/[\r\n]/g, '');
  return packed.length % 4 === 0 && SHAPE.test(packed) && holdsPem(decodeStart(packed));
}

/** Returns the start of the decoded base64, each byte as the character with its number. */
function decodeStart(packed: string): string {
  const bytes: number[] = [];
  const chunks: string[] = [];
  let bits = 0;
  const end = Math.min(packed.length, LIMIT);
  for (let at = 0; at < end; at++) {
    const value = ALPHABET.indexOf(packed.charAt(at));
    if (value === -1) break;
    bits = ((bits << 6) | value) & 0xff_ffff;
    // In each group of four characters, all but the first complete a byte.
    const step = at % 4;
    if (step > 0) bytes.push((bits >> (6 - 2 * step)) & 0xff);
    if (bytes.length < 4096) continue;
    chunks.push(String.fromCharCode(...bytes));
    bytes.length = 0;
  }
  return chunks.join('') + String.fromCharCode(...bytes);
}
