/** So many characters of a value are looked at: certificates begin early, and values may be as large as an object. */
const LIMIT = 1 << 16;

const BLOCK = /-----BEGIN [A-Z0-9][A-Z0-9 ]*-----/;
const SHAPE = /^[A-Za-z0-9+/]*={0,2}$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Whether a text contains the beginning of a PEM block. */
export function holdsPem(text: string): boolean {
  return BLOCK.test(text.length > LIMIT ? text.slice(0, LIMIT) : text);
}

/** Whether a text is base64 (line breaks do not count) of one that contains the beginning of a PEM block. */
export function holdsEncodedPem(text: string): boolean {
  const packed = text.replaceAll(/[\r\n]/g, '');
  return packed.length % 4 === 0 && SHAPE.test(packed) && holdsPem(decodeStart(packed));
}

/** The beginning of what base64 stands for, each byte as the character of its number. */
function decodeStart(packed: string): string {
  const bytes: number[] = [];
  const chunks: string[] = [];
  let bits = 0;
  const end = Math.min(packed.length, LIMIT);
  for (let at = 0; at < end; at++) {
    const value = ALPHABET.indexOf(packed.charAt(at));
    if (value === -1) break;
    bits = ((bits << 6) | value) & 0xff_ffff;
    // Of each four characters, all but the first complete a byte.
    const step = at % 4;
    if (step > 0) bytes.push((bits >> (6 - 2 * step)) & 0xff);
    if (bytes.length < 4096) continue;
    chunks.push(String.fromCharCode(...bytes));
    bytes.length = 0;
  }
  return chunks.join('') + String.fromCharCode(...bytes);
}
