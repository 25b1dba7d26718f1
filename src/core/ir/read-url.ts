import { toBytes } from '../text/utf8.ts';
import type { SimRequest } from './request.ts';

/** The parts of a request that a URL determines. */
export type URLParts = Pick<
  SimRequest,
  'protocol' | 'scheme' | 'host' | 'port' | 'portWritten' | 'path' | 'query' | 'sni'
>;

/** The reason why a text is not a URL that the simulator can follow. */
export type URLProblem = 'empty' | 'scheme' | 'host' | 'port' | 'port-missing' | 'grpc-path';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, grpc: 80, https: 443, tls: 443 };

/**
 * Returns the parts of a URL, or the problem in it. Accepts `http://HOST[:PORT]/PATH?QUERY`, `https://…`,
 * `grpc://HOST[:PORT]/package.Service/Method`, `tls://HOST:PORT`, `tcp://HOST:PORT` and `udp://HOST:PORT`.
 * The default scheme is `http://`. The path is not decoded and not normalised. Characters that a
 * request target cannot contain (white space, characters beyond ASCII) are percent-encoded, as clients do
 * (RFC 3986). The fragment is dropped, because clients never send it.
 */
export function readURL(
  text: string,
): { readonly ok: true; readonly url: URLParts } | { readonly ok: false; readonly problem: URLProblem } {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  const schemed = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed);
  const scheme = (schemed?.[1] ?? 'http').toLowerCase();
  if (!isScheme(scheme)) return { ok: false, problem: 'scheme' };
  const rest = schemed ? trimmed.slice(schemed[0].length) : trimmed;
  const end = rest.search(/[/?#]/);
  const authority = (end < 0 ? rest : rest.slice(0, end)).replace(/^[^@]*@/, '');
  const tail = end < 0 ? '' : rest.slice(end);
  const match = /^(\[[0-9a-f:.]+\]|[^:\s]+)(?::(\d*))?$/i.exec(authority);
  if (!match) return { ok: false, problem: 'host' };
  const host = (match[1] as string).replace(/^\[|\]$/g, '');
  const portWritten = match[2] !== undefined && match[2] !== '';
  const port = portWritten ? Number(match[2]) : DEFAULT_PORTS[scheme];
  if (port === undefined) return { ok: false, problem: 'port-missing' };
  if (port < 1 || port > 65535) return { ok: false, problem: 'port' };
  const beforeFragment = encodeTarget(tail.split('#', 1)[0] ?? '');
  const mark = beforeFragment.indexOf('?');
  const path = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  const query = mark < 0 ? '' : beforeFragment.slice(mark + 1);
  if (scheme === 'grpc' && !/^\/[^/]+\/[^/]+$/.test(path)) return { ok: false, problem: 'grpc-path' };
  return {
    ok: true,
    url: {
      protocol: scheme === 'https' ? 'http' : scheme,
      scheme,
      host,
      port,
      portWritten,
      path: path === '' ? '/' : path,
      query,
      sni: scheme === 'https' || scheme === 'tls' ? host : null,
    },
  };
}

/**
 * Returns a request target with percent-encoded white space, control characters and characters beyond ASCII.
 */
function encodeTarget(text: string): string {
  return text.replace(/[^\x21-\x7e]/gu, (character) =>
    [...toBytes(character)]
      .map((byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

function isScheme(text: string): text is SimRequest['scheme'] {
  return ['http', 'https', 'grpc', 'tls', 'tcp', 'udp'].includes(text);
}
