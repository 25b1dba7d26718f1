import { encodePart } from '../core/text/encode-part.ts';
import { own } from '../core/text/own.ts';
import { looksLikeCurl } from './curl-command.ts';
import type { RequestFields } from './request-fields.ts';

/** The request of a `curl` command, and the options that the simulator does not support. */
export interface CurlReading {
  readonly request: Pick<RequestFields, 'method' | 'url' | 'headers'>;
  readonly ignored: readonly string[];
}

/**
 * Returns the words of a shell command. Supports single, double and `$'…'` quotes, backslashes and line
 * continuations (POSIX, and `^` or a backtick of other shells). Keeps comments as words. Stops at an unquoted
 * `;`, `|`, `&` or `>`.
 */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  const add = (part: string) => {
    word = (word ?? '') + part;
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    const rest = text.slice(at, at + 3);
    const continued = /^[\\^`]\r?\n/.exec(rest);
    if (continued) {
      at += continued[0].length;
    } else if (char === "'") {
      const end = closing(text, at + 1, "'");
      add(text.slice(at + 1, end));
      at = end + 1;
    } else if (char === '"') {
      const [value, end] = doubleQuoted(text, at + 1);
      add(value);
      at = end;
    } else if (char === '$' && text[at + 1] === "'") {
      const [value, end] = ansiQuoted(text, at + 2);
      add(value);
      at = end;
    } else if (char === '\\') {
      add(text[at + 1] ?? '');
      at += 2;
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      at++;
    } else if (/[;|&>]/.test(char)) {
      // Users paste URLs with an unquoted `&`. Only a separate `&` ends the command.
      if (char === '&' && word !== null && /\S/.test(text[at + 1] ?? ' ') && text[at + 1] !== '&') {
        add(char);
        at++;
      } else break;
    } else {
      add(char);
      at++;
    }
  }
  if (word !== null) words.push(word);
  return words;
}

function closing(text: string, from: number, quote: string): number {
  const end = text.indexOf(quote, from);
  return end < 0 ? text.length : end;
}

function doubleQuoted(text: string, from: number): [string, number] {
  let value = '';
  let at = from;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && at + 1 < text.length) {
      const next = text[at + 1] as string;
      if (next === '\n') value += '';
      else value += '"\\$`'.includes(next) ? next : `\\${next}`;
      at += 2;
    } else value += text[at++];
  }
  return [value, at + 1];
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function ansiQuoted(text: string, from: number): [string, number] {
  let value = '';
  let at = from;
  while (at < text.length && text[at] !== "'") {
    if (text[at] === '\\' && at + 1 < text.length) {
      const coded = /^\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4}))/i.exec(text.slice(at, at + 6));
      if (coded) {
        value += String.fromCharCode(Number.parseInt((coded[1] ?? coded[2]) as string, 16));
        at += coded[0].length;
      } else {
        const next = text[at + 1] as string;
        value += own(ESCAPES, next) ?? `\\${next}`;
        at += 2;
      }
    } else value += text[at++];
  }
  return [value, at + 1];
}

/** Short options that take a value, and their long names. */
const SHORT_WITH_VALUE: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  A: 'user-agent',
  b: 'cookie',
  u: 'user',
  e: 'referer',
  F: 'form',
  o: 'output',
  w: 'write-out',
  m: 'max-time',
  x: 'proxy',
  T: 'upload-file',
  c: 'cookie-jar',
  E: 'cert',
  r: 'range',
};
const SHORT_FLAGS: Readonly<Record<string, string>> = { I: 'head', G: 'get' };
const LONG_WITH_VALUE = new Set([
  ...Object.values(SHORT_WITH_VALUE),
  'url',
  'data-raw',
  'data-binary',
  'data-ascii',
  'data-urlencode',
  'json',
  'connect-timeout',
  'resolve',
  'connect-to',
  'cacert',
  'cert',
  'key',
  'retry',
  'retry-delay',
  'max-redirs',
  'interface',
  'oauth2-bearer',
]);
/** Options that do not change the request. */
const HARMLESS =
  /^(silent|show-error|verbose|include|location|insecure|fail|compressed|globoff|no-buffer|http1\.1|http2|max-time|output|write-out|[svikLfgNS#])$/;

interface Option {
  readonly name: string;
  readonly value: string;
}

function readOptions(words: readonly string[]): { options: Option[]; urls: string[] } {
  const options: Option[] = [];
  const urls: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word.startsWith('--') && word.length > 2) {
      const mark = word.indexOf('=');
      const name = mark < 0 ? word.slice(2) : word.slice(2, mark);
      if (mark >= 0) options.push({ name, value: word.slice(mark + 1) });
      else if (LONG_WITH_VALUE.has(name)) options.push({ name, value: words[++at] ?? '' });
      else options.push({ name, value: '' });
    } else if (word.startsWith('-') && word.length > 1) {
      for (let letter = 1; letter < word.length; letter++) {
        const short = word[letter] as string;
        const long = own(SHORT_WITH_VALUE, short);
        if (long) {
          options.push({ name: long, value: word.slice(letter + 1) || (words[++at] ?? '') });
          break;
        }
        options.push({ name: own(SHORT_FLAGS, short) ?? short, value: '' });
      }
    } else urls.push(word);
  }
  return { options, urls };
}

/** Reads a pasted `curl …` command. Returns null when the text is not a curl command or has no URL. */
export function readCurl(text: string): CurlReading | null {
  if (!looksLikeCurl(text)) return null;
  const { options, urls } = readOptions(shellWords(text.replace(/^\s*(?:[$>#%]\s+)?curl(?:\.exe)?\s/, '')));
  const headers: [string, string][] = [];
  const ignored = new Set<string>();
  const data: string[] = [];
  let method: string | null = null;
  let fallback = 'GET';
  let asQuery = false;
  const header = (name: string, value: string) => headers.push([name, value]);
  for (const { name, value } of options) {
    if (name === 'request') method = value.toUpperCase();
    else if (name === 'url') urls.push(value);
    else if (name === 'header') {
      const read = /^([^:;]+)(?::\s*(.*)|;)$/s.exec(value);
      // `Name:` removes one of curl's default headers, which the page never adds.
      if (read && (read[2] !== '' || value.endsWith(';'))) header((read[1] as string).trim(), read[2] ?? '');
    } else if (name === 'head') fallback = 'HEAD';
    else if (name === 'get') asQuery = true;
    else if (name === 'user-agent') header('User-Agent', value);
    else if (name === 'referer') header('Referer', value);
    else if (name === 'cookie') header('Cookie', value);
    else if (name === 'user') header('Authorization', `Basic ${base64(value)}`);
    else if (name === 'oauth2-bearer') header('Authorization', `Bearer ${value}`);
    else if (name === 'json') {
      data.push(value);
      header('Content-Type', 'application/json');
    } else if (name === 'data-urlencode') data.push(urlEncoded(value));
    else if (/^data(-raw|-binary|-ascii)?$/.test(name)) data.push(value);
    else if (name === 'form') {
      fallback = 'POST';
      ignored.add('--form');
    } else if (name === 'upload-file') {
      fallback = 'PUT';
      ignored.add('--upload-file');
    } else if (!HARMLESS.test(name)) ignored.add(name.length === 1 ? `-${name}` : `--${name}`);
  }
  let url = urls[0] ?? '';
  if (url === '') return null;
  if (data.length > 0) {
    if (asQuery) url += (url.includes('?') ? '&' : '?') + data.join('&');
    else {
      fallback = 'POST';
      if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
        header('Content-Type', 'application/x-www-form-urlencoded');
      }
    }
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) url = `http://${url}`;
  return {
    request: {
      method: method ?? fallback,
      url,
      headers: headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`).join('\n'),
    },
    ignored: [...ignored],
  };
}

/** Encodes the value of curl's `--data-urlencode`: `name=content` encodes the content only. */
function urlEncoded(value: string): string {
  const mark = value.indexOf('=');
  if (mark < 0) return encodePart(value);
  const name = value.slice(0, mark);
  return `${name === '' ? '' : `${name}=`}${encodePart(value.slice(mark + 1))}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
