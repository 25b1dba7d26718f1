import type { Profile } from '../profile/profile.ts';
import { encodePart } from '../text/encode-part.ts';

type Decoding = Profile['queryDecoding'];

/** The parameters of a query string in order, decoded as a form or as they are written. */
export function readQuery(query: string, decoding: Decoding): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals), decoding);
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1), decoding);
    const values = parameters.get(name);
    if (values) values.push(value);
    else parameters.set(name, [value]);
  }
  return parameters;
}

function decode(text: string, decoding: Decoding): string {
  if (decoding === 'raw') return text;
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Not valid percent-encoding: a server would see the raw text, and so do we.
    return spaced;
  }
}

/**
 * One parameter as a query string carries it, so that it is read as this name and value. Only what a query cannot hold
 * is percent-encoded, so that those who compare the raw text see the same. `raw` encodes nothing.
 */
export function writeParameter(name: string, value: string, decoding: Decoding): string {
  if (decoding === 'raw') return `${name}=${value}`;
  return `${encode(name).replaceAll('=', '%3D')}=${encode(value)}`;
}

/** Outside of what RFC 3986 lets a query hold, or with a meaning of its own in one. */
const NOT_IN_A_QUERY = /[^A-Za-z0-9\-._~!$'()*,;:@/?=]/gu;

function encode(text: string): string {
  return text.replace(NOT_IN_A_QUERY, encodePart);
}
