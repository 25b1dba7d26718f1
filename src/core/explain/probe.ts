import type { Witness } from '../analysis/sets/witness.ts';
import { readURL } from '../ir/read-url.ts';
import { hasInvisible, visible } from '../text/visible.ts';

/** Returns a word in single quotes for a POSIX shell. The shell expands nothing in it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Returns a word for a POSIX shell, in quotes if the shell would change it. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word);
}

/**
 * Returns a request as a curl command that runs at the client. Returns null for requests that curl cannot
 * send (gRPC and raw connections).
 */
export function curlOf({ method, url, headers, sni }: Witness): string | null {
  const read = readURL(url);
  if (!read.ok || (read.url.scheme !== 'http' && read.url.scheme !== 'https')) return null;
  // Characters that end a line of the request or of the script cannot be sent.
  if ([method, url, sni ?? '', ...headers.flat()].some(hasInvisible)) return null;
  const { host, port } = read.url;
  const words = ['curl', '-sS', '-o', '/dev/null', '-w', quoted('%{http_code}\\n'), '-X', shellWord(method)];
  for (const [name, value] of headers) words.push('-H', quoted(`${name}: ${value}`));
  // The server name of TLS, if it differs from the dialled host.
  if (sni !== undefined) words.push('--connect-to', quoted(`${sni}::${host}:${port}`));
  const target = sni === undefined ? url : url.replace(host, sni);
  return [...words, quoted(target)].join(' ');
}

/**
 * Returns a request as two lines of a shell script: a comment with the place to run it and its purpose, then
 * the command.
 */
export function probeOf(witness: Witness, what: string): readonly string[] {
  const { from, gateway, method, url } = witness;
  const where = gateway === undefined ? `from ${from}` : `through ${gateway}`;
  // A name in a manifest must not end a comment.
  const comment = `# ${visible(where)}, ${visible(what)}`;
  return [comment, curlOf(witness) ?? `# not for curl: ${visible(`${method} ${url}`)}`];
}
