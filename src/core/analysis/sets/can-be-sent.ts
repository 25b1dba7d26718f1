import { readURL } from '../../ir/read-url.ts';
import type { SimRequest } from '../../ir/request.ts';
import { witnessOf } from './witness.ts';

/** RFC 9110, 5.6.2: the characters of header names and methods. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110, 5.5: no line breaks, no NUL, no control character except the tab. */
const NOT_IN_VALUES = /[\u0000-\u0008\u000A-\u001F\u007F]/;

/** Names whose last label is not a number, which could make them an address. */
const PLAIN_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
/** Paths without percent signs, dots at the start of a segment, and empty segments. */
const PLAIN_PATH = /^(?:\/[\w~-][\w.~-]*)*\/?$/;

/** Returns true for an HTTP URL that every reader returns unchanged. Most witnesses have one. */
export function hasPlainURL(request: URLFields): boolean {
  const { scheme, host, port, portWritten, path, query } = request;
  const isPort = portWritten ? port >= 1 && port <= 65_535 : port === 80;
  const isPlain = path !== '' && PLAIN_HOST.test(host) && PLAIN_PATH.test(path);
  return scheme === 'http' && isPort && query === '' && isPlain;
}

type URLFields = Pick<SimRequest, 'scheme' | 'host' | 'port' | 'portWritten' | 'path' | 'query'>;

/**
 * Returns true if a client can send a request: header names and the method are tokens, values have no control
 * characters, and its URL names the host. Manifests can have conditions that no request satisfies (a header
 * `a:b`). Such a request is not a witness.
 */
export function canBeSent(request: SimRequest): boolean {
  const { method, headers, host, port } = request;
  if (!TOKEN.test(method)) return false;
  if (headers.some(([name, value]) => !TOKEN.test(name) || NOT_IN_VALUES.test(value))) return false;
  if (hasPlainURL(request)) return true;
  const read = readURL(witnessOf(request).url);
  return read.ok && read.url.host === host && read.url.port === port;
}
