import { readURL } from '../../ir/read-url.ts';
import type { SimRequest } from '../../ir/request.ts';
import { witnessOf } from './witness.ts';

/** RFC 9110, 5.6.2: the characters of header names and methods. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110, 5.5: no line breaks, no NUL, no control character except the tab. */
const NOT_IN_VALUES = /[\u0000-\u0008\u000A-\u001F\u007F]/;

/**
 * Returns true if a client can send a request: header names and the method are tokens, values have no control
 * characters, and its URL names the host. Manifests can have conditions that no request satisfies (a header
 * `a:b`). Such a request is not a witness.
 */
export function canBeSent(request: SimRequest): boolean {
  const { method, headers, host, port } = request;
  if (!TOKEN.test(method)) return false;
  if (headers.some(([name, value]) => !TOKEN.test(name) || NOT_IN_VALUES.test(value))) return false;
  const read = readURL(witnessOf(request).url);
  return read.ok && read.url.host === host && read.url.port === port;
}
