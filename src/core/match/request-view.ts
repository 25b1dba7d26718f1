import type { SimRequest } from '../ir/trace.ts';
import type { Profile } from '../profile/profile.ts';

/** A request as conditions look at it: names folded, query decoded, each thing looked up once. */
export interface RequestView {
  readonly path: string;
  readonly method: string;
  /** Service and method of a gRPC request; null for any other. */
  readonly grpc: { readonly service: string; readonly method: string } | null;
  /** All values of a header by its lower-case name, `host` included; null when absent. */
  header(name: string): readonly string[] | null;
  /** All decoded values of a query parameter; null when absent. */
  query(name: string): readonly string[] | null;
  readonly profile: Profile;
}

/** Builds the view. The `Host` header is the one given, else what was dialled. */
export function viewRequest(request: SimRequest, profile: Profile): RequestView {
  const headers = new Map<string, string[]>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  if (!headers.has('host')) headers.set('host', [authorityOf(request)]);
  let parameters: Map<string, string[]> | null = null;
  return {
    path: request.path,
    method: request.method,
    grpc: request.protocol === 'grpc' ? readGRPCPath(request.path) : null,
    header: (name) => headers.get(name) ?? null,
    query(name) {
      parameters ??= readQuery(request.query);
      return parameters.get(name) ?? null;
    },
    profile,
  };
}

/** Host and port as the Host header carries them: the port only when the URL spelled it out. */
export function authorityOf(request: SimRequest): string {
  const host = request.host.includes(':') ? `[${request.host}]` : request.host;
  return request.portWritten ? `${host}:${request.port}` : host;
}

function readGRPCPath(path: string): { service: string; method: string } {
  const [service = '', ...rest] = path.replace(/^\//, '').split('/');
  return { service, method: rest.join('/') };
}

/** Form-urlencoded pairs in order; a malformed escape stays as written. */
function readQuery(query: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  if (query === '') return parameters;
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    const values = parameters.get(name);
    if (values) values.push(value);
    else parameters.set(name, [value]);
  }
  return parameters;
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Not valid percent-encoding: a server would see the raw text, and so do we.
    return spaced;
  }
}
