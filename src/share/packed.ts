/** The maximum number of bytes of an unpacked link. A larger one is a bomb or a mistake. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The reason why a packed text could not be read. */
export class UnpackError extends Error {
  readonly reason: 'base64' | 'compression' | 'too-large' | 'utf-8';

  constructor(reason: UnpackError['reason']) {
    super(`the packed text could not be read: ${reason}`);
    this.reason = reason;
  }
}

/** Returns base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Returns the bytes of a base64url text. Throws UnpackError. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new UnpackError('base64');
  // No byte sequence has such a length, so the end is missing.
  if (text.length % 4 === 1) throw new UnpackError('compression');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Compresses a text (raw deflate, no header). */
export async function deflate(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Decompresses to a text. Stops reading above `limit` bytes. Throws UnpackError. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit = MOST_BYTES): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    let chunk: ReadableStreamReadResult<Uint8Array>;
    try {
      chunk = await reader.read();
    } catch {
      throw new UnpackError('compression');
    }
    if (chunk.done) break;
    size += chunk.value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw new UnpackError('too-large');
    }
    parts.push(chunk.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
  } catch {
    throw new UnpackError('utf-8');
  }
}
