import type { Filter } from '../ir/filter.ts';
import type { Redirect } from '../ir/outcome.ts';
import type { SimRequest } from '../ir/request.ts';

type ReturnFilter = Extract<Filter, { kind: 'return' }>;

const WELL_KNOWN: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
]);

/** Returns the redirect of the controller of an Ingress (I-608, I-703 to I-706). */
export function returnedRedirect(
  { location: target, status }: ReturnFilter,
  request: SimRequest,
  hostHeader: string,
): Redirect {
  const own = request.scheme === 'https' ? 'https' : 'http';
  const asked = hostHeader.replace(/:\d+$/, '');
  switch (target.kind) {
    case 'literal':
      return { status, location: target.url, ...partsOf(target.url, own, asked) };
    case 'path': {
      const query = target.keepsQuery && request.query !== '' ? `?${request.query}` : '';
      return redirectTo(status, own, asked, null, `${target.path}${query}`);
    }
    case 'request-uri': {
      const uri = request.query === '' ? request.path : `${request.path}?${request.query}`;
      const scheme = target.scheme ?? own;
      const port = target.writesPort ? (WELL_KNOWN.get(own) ?? null) : null;
      return redirectTo(
        status,
        scheme,
        target.host ?? asked,
        port,
        target.cutsSlash ? uri.replace(/\/$/, '') : uri,
      );
    }
    default:
      return target satisfies never;
  }
}

/** Returns a redirect. A path that is cut to nothing is not written. */
function redirectTo(
  status: number,
  scheme: string,
  host: string,
  port: number | null,
  uri: string,
): Redirect {
  const [path = ''] = uri.split('?', 1);
  return {
    status,
    location: `${scheme}://${port === null ? host : `${host}:${port}`}${uri}`,
    scheme,
    host,
    port: port ?? WELL_KNOWN.get(scheme) ?? 80,
    path: path === '' ? '/' : path,
  };
}

function partsOf(
  url: string,
  own: string,
  asked: string,
): Pick<Redirect, 'scheme' | 'host' | 'port' | 'path'> {
  const found = /^(?:([a-z][a-z0-9+.-]*):)?\/\/([^/?#:]+)(?::(\d+))?([^?#]*)/i.exec(url);
  // A target without a host is relative to the URL of the request.
  const scheme = found?.[1]?.toLowerCase() ?? own;
  const path = found === null ? (url.split(/[?#]/, 1)[0] ?? '') : (found[4] ?? '');
  return {
    scheme,
    host: found?.[2] ?? asked,
    port: Number(found?.[3] ?? WELL_KNOWN.get(scheme) ?? 80),
    path: path === '' ? '/' : path,
  };
}
