import type { Profile } from '../profile/profile.ts';

export type Decoding = Profile['queryDecoding'];

/** Returns the parameters of a query string in order, after form decoding or as written. */
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
    // Invalid percent-encoding: servers see the raw text.
    return spaced;
  }
}
