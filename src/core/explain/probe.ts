import type { Witness } from '../analysis/sets/witness.ts';
import { readURL } from '../ir/read-url.ts';
import { hasInvisible, visible } from '../text/visible.ts';

/** A word for a POSIX shell, in single quotes: nothing in it is expanded. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** A word for a POSIX shell, in quotes where a shell would read it otherwise. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word);
}

/**
 * A request as a curl command, to be run where the request comes from; null for what curl does not speak (gRPC and raw
 * connections).
 */
export function curlOf({ method, url, headers, sni }: Witness): string | null {
  const read = readURL(url);
  if (!read.ok || (read.url.scheme !== 'http' && read.url.scheme !== 'https')) return null;
  // What would end a line of the request, or of the script, cannot be sent.
  if ([method, url, sni ?? '', ...headers.flat()].some(hasInvisible)) return null;
  const { host, port } = read.url;
  const words = ['curl', '-sS', '-o', '/dev/null', '-w', quoted('%{http_code}\\n'), '-X', shellWord(method)];
  for (const [name, value] of headers) words.push('-H', quoted(`${name}: ${value}`));
  // The name that TLS asks for, where it is not the one that is dialled.
  if (sni !== undefined) words.push('--connect-to', quoted(`${sni}::${host}:${port}`));
  const target = sni === undefined ? url : url.replace(host, sni);
  return [...words, quoted(target)].join(' ');
}

/** A request as two lines of a shell script: where it is to be run and what it shows, then the command. */
export function probeOf(witness: Witness, what: string): readonly string[] {
  const { from, gateway, method, url } = witness;
  const where = gateway === undefined ? `from ${from}` : `through ${gateway}`;
  // A name from a manifest must not end a comment.
  const comment = `# ${visible(where)}, ${visible(what)}`;
  return [comment, curlOf(witness) ?? `# not for curl: ${visible(`${method} ${url}`)}`];
}
