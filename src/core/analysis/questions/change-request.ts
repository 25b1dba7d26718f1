import type { SimRequest } from '../../ir/request.ts';
import { readQuery } from '../../match/query.ts';
import { writeParameter } from '../../match/write-parameter.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Values } from '../sets/request-space.ts';

/**
 * Returns a request with other values in some dimensions. Null removes a header or parameter. The rest of the
 * request does not change.
 */
export function changeRequest(request: SimRequest, values: Values, profile: Profile): SimRequest {
  let changed = request;
  for (const [key, value] of values) changed = withValue(changed, key, value, profile);
  return changed;
}

function withValue(request: SimRequest, key: string, value: string | null, profile: Profile): SimRequest {
  const [kind = '', ...rest] = key.split(':');
  const name = rest.join(':');
  switch (kind) {
    case 'header':
      return { ...request, headers: withHeader(request.headers, name, value) };
    case 'query':
      return { ...request, query: withParameter(request.query, name, value, profile) };
    case 'host':
      return value === null ? request : withHost(request, value);
    default:
      return value === null ? request : { ...request, ...fieldOf(kind, value, request) };
  }
}

function fieldOf(kind: string, value: string, { path }: SimRequest): Partial<SimRequest> {
  const [service = '', ...method] = path.replace(/^\//, '').split('/');
  switch (kind) {
    case 'path':
      return { path: value };
    case 'method':
      return { method: value };
    case 'grpc-service':
      return { path: `/${value}/${method.join('/')}` };
    case 'grpc-method':
      return { path: `/${service}/${value}` };
    default:
      return {};
  }
}

/**
 * Returns headers with a value. It replaces all repetitions of the header, at the place and in the spelling
 * of the first. A new header is added at the end.
 */
function withHeader(
  headers: SimRequest['headers'],
  name: string,
  value: string | null,
): SimRequest['headers'] {
  const isMeant = (each: string) => each.toLowerCase() === name;
  const first = headers.findIndex(([each]) => isMeant(each));
  const kept = headers.filter(([each], at) => !isMeant(each) || (at === first && value !== null));
  if (value === null) return kept;
  if (first < 0) return [...headers, [name, value]];
  return kept.map((header) => (isMeant(header[0]) ? [header[0], value] : header));
}

function withParameter(
  query: string,
  name: string,
  value: string | null,
  { queryDecoding }: Profile,
): string {
  const isMeant = (pair: string) => readQuery(pair, queryDecoding).has(name);
  const kept = query.split('&').filter((pair) => pair !== '' && !isMeant(pair));
  if (value !== null) kept.push(writeParameter(name, value, queryDecoding));
  return kept.join('&');
}

/**
 * Returns a request with another host. In a mesh only the Host header changes. At a Gateway the URL names the
 * host.
 */
function withHost(request: SimRequest, host: string): SimRequest {
  if (request.protocol === 'tls') {
    return { ...request, sni: host, ...(request.gateway === null ? null : { host }) };
  }
  if (request.gateway === null) return { ...request, headers: withHeader(request.headers, 'host', host) };
  const name = host.replace(/:\d+$/, '').replace(/\.$/, '');
  const isName = /^[a-z0-9.-]+$/.test(name);
  return {
    ...request,
    host: isName ? name : request.host,
    sni: request.sni === null || !isName ? request.sni : name,
    headers: withHeader(request.headers, 'host', isName && name === host ? null : host),
  };
}
