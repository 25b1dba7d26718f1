import { encodePart } from '../text/encode-part.ts';
import type { Decoding } from './query.ts';

/**
 * Returns one parameter in the form of a query string, so that it is read as this name and value. Only
 * characters that a query cannot contain are percent-encoded, so that proxies that compare the raw text see
 * the same. `raw` encodes nothing.
 */
export function writeParameter(name: string, value: string, decoding: Decoding): string {
  if (decoding === 'raw') return `${name}=${value}`;
  return `${encode(name).replaceAll('=', '%3D')}=${encode(value)}`;
}

/** Characters that a query cannot contain (RFC 3986), or that have a special meaning in it. */
const NOT_IN_A_QUERY = /[^A-Za-z0-9\-._~!$'()*,;:@/?=]/gu;

function encode(text: string): string {
  return text.replace(NOT_IN_A_QUERY, encodePart);
}
