import { type Carried, type CarriedReading, readCarried } from './carried.ts';
import { deflate, fromBase64Url, inflate, toBase64Url, UnpackError } from './packed.ts';

const PREFIX = '#g1:';
/** Above this length some chat programs and browsers cut a link. */
export const LONG_LINK = 32 * 1024;

/**
 * The fragment of a share link: `#g1:`, a letter for the codec (`d`: deflate-raw), and the payload in base64url. The
 * fragment never leaves the browser.
 */
export async function writeLink(carried: Carried): Promise<string> {
  return `${PREFIX}d${toBase64Url(await deflate(JSON.stringify({ v: 1, ...carried })))}`;
}

/** Reads a share link; what cannot be read is named in `broken`, the rest is there. Never throws. */
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

/** Some programs escape or wrap what they send. */
function unescaped(payload: string): string {
  return payload.replace(/%2D/gi, '-').replace(/%5F/gi, '_').replace(/\s+/g, '');
}
