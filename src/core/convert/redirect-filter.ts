import type { ReturnLocation } from '../ir/filter.ts';
import type { LossCode } from './loss.ts';
import type { RouteFilterDocument } from './route-rule.ts';

/** The codes of a RequestRedirect. */
const CODES: readonly number[] = [301, 302, 303, 307, 308];

/** A redirect as a filter writes it. */
export interface WrittenRedirect {
  /** Null if no filter can express it. */
  readonly filter: RouteFilterDocument | null;
  readonly losses: readonly { readonly code: LossCode; readonly args: Readonly<Record<string, string>> }[];
}

/** Returns the filter for a redirect of the controller of an Ingress (I-608, I-703 to I-706). */
export function redirectFilter(status: number, location: ReturnLocation): WrittenRedirect {
  if (!CODES.includes(status))
    return { filter: null, losses: [{ code: 'redirect-code', args: { code: String(status) } }] };
  switch (location.kind) {
    case 'literal':
      return literalRedirect(status, location.url);
    case 'path':
      return written({ path: fullPath(location.path), statusCode: status });
    case 'request-uri':
      return written({
        ...(location.scheme === null ? null : { scheme: location.scheme }),
        ...(location.host === null ? null : { hostname: location.host }),
        statusCode: status,
      });
    default:
      return location satisfies never;
  }
}

function literalRedirect(status: number, url: string): WrittenRedirect {
  const refused: WrittenRedirect = { filter: null, losses: [{ code: 'redirect-url', args: { url } }] };
  const found = /^(https?):\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?(\/[^?#]*)?([?#].*)?$/i.exec(
    url,
  );
  if (found === null) {
    if (!/^\/[^/?#][^?#]*$|^\/$/.test(url)) return refused;
    return written({ path: fullPath(url), statusCode: status });
  }
  const [, scheme = '', host = '', , port, path = '/', rest] = found;
  if (/^[\d.]+$/.test(host)) return refused;
  const redirect = written({
    scheme: scheme.toLowerCase(),
    hostname: host.toLowerCase(),
    ...(port === undefined ? null : { port: Number(port) }),
    path: fullPath(path),
    statusCode: status,
  });
  return rest === undefined ? redirect : { ...redirect, losses: refused.losses };
}

function fullPath(path: string) {
  return { type: 'ReplaceFullPath', replaceFullPath: path };
}

function written(requestRedirect: Readonly<Record<string, unknown>>): WrittenRedirect {
  return { filter: { type: 'RequestRedirect', requestRedirect }, losses: [] };
}
