import { type Carried, type CarriedReading, readCarried } from './carried.ts';
import { deflate, fromBase64Url, inflate, toBase64Url, UnpackError } from './packed.ts';

const PREFIX = '#g1:';
/** Some chat programs and browsers cut links above this length. */
export const LONG_LINK = 32 * 1024;

/**
 * Returns the fragment of a share link: `#g1:`, a letter for the codec (`d`: deflate-raw), and the payload in
 * base64url. The browser never sends the fragment.
 */
export async function writeLink(carried: Carried): Promise<string> {
  return `${PREFIX}d${toBase64Url(await deflate(JSON.stringify({ v: 1, ...carried })))}`;
}

/** Reads a share link. `broken` names the unreadable fields, and the others are present. Never throws. */
export async function readLink(fragment: string): Promise<CarriedReading> {
  const nothing = (...broken: string[]): CarriedReading => ({ carried: { request: {} }, broken });
  if (!fragment.startsWith(PREFIX)) return nothing('version');
  const codec = fragment.charAt(PREFIX.length);
  if (codec !== 'd') return nothing('codec');
  try {
    const text = await inflate(fromBase64Url(unescaped(fragment.slice(PREFIX.length + 1))));
    return readCarried(JSON.parse(text));
  } catch (error) {
    return nothing(error instanceof UnpackError ? error.reason : 'content');
  }
}

/** Reverts the escaping and line breaks of some programs that send links. */
function unescaped(payload: string): string {
  return payload.replace(/%2D/gi, '-').replace(/%5F/gi, '_').replace(/\s+/g, '');
}
