import { privateKeysIn } from './private-keys.ts';
import type { SecretKind, SecretSpan } from './secret-span.ts';
import { IS_STAND_IN } from './stand-in.ts';

/**
 * Tokens with a recognizable form, regardless of the text around them. Each pattern must take linear time for
 * all texts, because it runs in the main thread of the page.
 */
const TOKENS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['JWT', /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g],
  ['AWS', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{30,})/g],
  ['GitLab', /\bgl(?:pat|ptt|rt|dt)-[\w-]{20,}/g],
  ['Slack', /\bxox[abeoprs]-[\w-]{20,}/g],
  ['Google', /\bAIza[\w-]{35}(?![\w-])|\bya29\.[\w-]{20,}/g],
  ['Stripe', /\b[rs]k_live_[A-Za-z0-9]{16,}/g],
  ['npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['Docker', /\bdckr_(?:pat|oat)_[\w-]{20,}/g],
  ['Vault', /\bhv[bs]\.[\w-]{24,}/g],
  ['API', /(?<![\w-])sk-(?:[a-z]{1,20}-)?(?=[A-Za-z_-]{0,64}\d)[\w-]{32,}/g],
];

/** PEM in base64, as in Secrets and kubeconfig files. */
const PACKED_PEM = /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{16,}={0,2}/g;

/** `Authorization: Bearer …` is always a secret. In other places a word after "Bearer" can be prose. */
const AUTHORIZATION =
  /\b((?:proxy-)?authorization)(?:\\?["'])?\s*[:=]\s*(?:\\?["'])?(?:Bearer|Basic|Token|Digest)\s+([^\s"'\\,;}]+)/gi;
const BEARER = /\bBearer\s+((?=[\w.~+/-]*\d)[\w.~+/-]{12,}=*)/gi;
const SECRET_HEADERS =
  /^[ \t]*((?:proxy-)?authorization|x-(?:api|auth|access|amz-security|csrf|goog-api)-?(?:key|token)|api-key|private-token)[ \t]*:[ \t]*(?:Bearer[ \t]+|Basic[ \t]+|Token[ \t]+)?(\S[^\n]*)$/gim;

const URL_PASSWORD =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,40}:\/\/[^\s/:@?#"'<>]*:([^\s/@?#"'<>]+)@(?=[\w[.-])/gi;
const QUERY =
  /[?&]((?:access_|id_|refresh_|auth_?)?token|api_?key|password|client_?secret|sig)=([^\s&#"'<>]{6,})/gi;

/**
 * A key and its value: on a separate line, in a flow mapping or JSON, in JSON within a string, in a
 * properties file or an argument. The value is quoted, or extends to the end of the line or to a separator.
 */
const PAIR =
  /(?<![\w.-])([\w.-]{3,80})(?:\\?["'])?[ \t]*[:=][ \t]*(?:\\"([^"\\\n]+)\\"|"((?:[^"\\\n]|\\.)+)"|'((?:[^'\n]|'')+)'|([^\s"'{}[\],|>&*!#\\=][^\n#,}\]"'\\]*))/g;

/** A variable of a container: its name and, on the next line, its value. */
const VARIABLE =
  /\bname:[ \t]*["']?([A-Z][A-Z0-9_]{2,})["']?[ \t]*\r?\n[ \t]*value:[ \t]*(?:"((?:[^"\\\n]|\\.)+)"|'((?:[^'\n]|'')+)'|([^\s"'{}[\],|>&*!#][^\n#]*))/g;

/** The last words of the names of secret values. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'passphrase',
  'token',
  'apikey',
  'api key',
  'client secret',
  'clientsecret',
  'secret key',
  'secretkey',
  'secret access key',
  'private key',
  'privatekey',
  'client key data',
  'account key',
]);

/** Returns true when a key such as `dbPassword`, `API_TOKEN` or `client-key-data` ends with such a word. */
function isSecretKey(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter(Boolean);
  return [1, 2, 3].some((count) => words.length >= count && SECRET_NAMES.has(words.slice(-count).join(' ')));
}

/** Values in the place of a secret that are not secret: references, templates, types, switches. */
const NO_SECRET =
  /^(?:\$[({].*|\$\w+|\{\{.*|<.*>|%.*%|\*+|x{3,}|\.{2,}|…|true|false|yes|no|on|off|null|~|none|string|integer|number|boolean|object|array|required|optional|bearer|basic|jwt|header|cookie|query|[./~].*|@.*)$/i;

const isSecretValue = (value: string) =>
  value.length > 0 && !NO_SECRET.test(value.trim()) && !IS_STAND_IN.test(value);

/**
 * Returns true for a number after `token` or `key`, which is a count (rate limits, buckets). A number after
 * `password` is a password.
 */
const isCount = (key: string, value: string) => /token|key/i.test(key) && /^[\d._]+[a-z%]*$/i.test(value);

/**
 * Returns the values that look secret by their form or by the key or header before them. Ranges can overlap,
 * and their order is that of the patterns. Known false positives (references, templates, types) are left out.
 */
export function secretsInText(text: string): readonly SecretSpan[] {
  const found: SecretSpan[] = [];
  const add = (match: RegExpExecArray, value: string | undefined, kind: SecretKind, name: string) => {
    if (value === undefined || !isSecretValue(value)) return;
    // The value is the last captured group of a pattern, up to a closing quote or separator.
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, kind, name });
  };
  found.push(...privateKeysIn(text).filter(({ start, end }) => isSecretValue(text.slice(start, end))));
  for (const match of text.matchAll(PACKED_PEM)) {
    if (unpacked(match[0]).includes('PRIVATE KEY')) add(match, match[0], 'private-key', 'private key');
  }
  for (const [name, pattern] of TOKENS) {
    for (const match of text.matchAll(pattern)) add(match, match[0], 'token', name);
  }
  for (const match of text.matchAll(AUTHORIZATION)) add(match, match[2], 'header', match[1] ?? '');
  for (const match of text.matchAll(BEARER)) add(match, match[1], 'token', 'Bearer');
  for (const match of text.matchAll(URL_PASSWORD)) add(match, match[1], 'url', 'URL');
  for (const match of text.matchAll(QUERY)) add(match, match[2], 'url', match[1] ?? '');
  for (const match of text.matchAll(PAIR)) {
    const [whole, key = '', escaped, double, single, plain] = match;
    if (!isSecretKey(key)) continue;
    const value = escaped ?? double ?? single ?? plain?.trimEnd();
    if (value === undefined || isCount(key, value)) continue;
    // Several words without quotes are prose, except after a password at the start of a line.
    if (plain !== undefined && /\s/.test(value) && !isPasswordLine(text, match.index, key)) continue;
    const start = match.index + whole.lastIndexOf(value);
    if (isSecretValue(value)) found.push({ start, end: start + value.length, kind: 'key', name: key });
  }
  for (const match of text.matchAll(VARIABLE)) {
    const [, name = '', double, single, plain] = match;
    const value = double ?? single ?? plain?.trimEnd();
    if (value !== undefined && isSecretKey(name) && !isCount(name, value)) add(match, value, 'key', name);
  }
  return found;
}

/**
 * Returns the values that look secret in lines `Name: value` of the request form: as in any text, and by the
 * names of headers.
 */
export function secretsInHeaders(text: string): readonly SecretSpan[] {
  const found = [...secretsInText(text)];
  for (const match of text.matchAll(SECRET_HEADERS)) {
    const [line, name = '', rest = ''] = match;
    const value = rest.trimEnd();
    if (!isSecretValue(value)) continue;
    const start = match.index + line.lastIndexOf(value);
    found.push({ start, end: start + value.length, kind: 'header', name });
  }
  return found;
}

function isPasswordLine(text: string, at: number, key: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /pass/i.test(key) && /^[ \t]*(?:-[ \t]+)?["']?$/.test(line);
}

/** Returns the beginning of the text that a base64 value encodes. */
function unpacked(packed: string): string {
  return atob(packed.slice(0, Math.min(64, packed.length - (packed.length % 4))));
}
