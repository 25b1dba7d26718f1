import type { SimRequest } from '../ir/request.ts';
import type { Profile } from '../profile/profile.ts';
import { readQuery } from './query.ts';

/** A request as conditions examine it: names in lower case, a parsed query, and each part computed once. */
export interface RequestView {
  readonly path: string;
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /**
   * The host that hostnames are compared with: the SNI of a TLS connection, else the Host header. In lower
   * case and without a port.
   */
  readonly host: string;
  /** The Host header of the request, or the dialled host without a port (Istio 6.7). */
  readonly authority: string;
  /** The service and method of a gRPC request. Null for any other request. */
  readonly grpc: { readonly service: string; readonly method: string } | null;
  /** The IP address of the client. 127.0.0.1 if the request does not give it (I-716). */
  readonly clientAddress: string;
  /**
   * Returns all values of a header by its lower-case name, including `host`. Returns null if it is
   * absent.
   */
  header(name: string): readonly string[] | null;
  /**
   * Returns all values of a query parameter, decoded as the profile says. Returns null if it is
   * absent.
   */
  query(name: string): readonly string[] | null;
  readonly profile: Profile;
}

/** The view of a whole request. It also lists what the request has. */
export interface WholeRequestView extends RequestView {
  /** Returns the values of all headers by their lower-case names, including `host`. */
  headers(): ReadonlyMap<string, readonly string[]>;
}

/**
 * Returns the view of a request. The `Host` header is the one in the request, else the dialled host.
 */
export function viewRequest(request: SimRequest, profile: Profile): WholeRequestView {
  return new LazyView(request, profile);
}

const NO_VALUES: ReadonlyMap<string, readonly string[]> = new Map();

/** Parses headers and query on first use. */
class LazyView implements WholeRequestView {
  readonly path: string;
  readonly method: string;
  readonly scheme: RequestView['scheme'];
  readonly profile: Profile;
  readonly grpc: RequestView['grpc'];
  private readonly request: SimRequest;
  private byName: ReadonlyMap<string, readonly string[]> | null = null;
  private parameters: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(request: SimRequest, profile: Profile) {
    this.request = request;
    this.path = request.path;
    this.method = request.method;
    this.scheme = request.scheme === 'https' ? 'https' : 'http';
    this.profile = profile;
    this.grpc = request.protocol === 'grpc' ? readGRPCPath(request.path) : null;
  }

  headers(): ReadonlyMap<string, readonly string[]> {
    this.byName ??= readHeaderValues(this.request);
    return this.byName;
  }

  header(name: string): readonly string[] | null {
    return this.headers().get(name) ?? null;
  }

  get host(): string {
    const host =
      this.request.protocol === 'tls' ? (this.request.sni ?? '') : (this.header('host')?.[0] ?? '');
    return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  }

  get authority(): string {
    const { request } = this;
    const isWritten = request.headers.some(([name]) => name.toLowerCase() === 'host');
    const sent = this.header('host')?.[0] ?? '';
    return isWritten ? sent : sent.replace(/:\d+$/, '');
  }

  get clientAddress(): string {
    return this.request.clientAddress ?? '127.0.0.1';
  }

  query(name: string): readonly string[] | null {
    const { query } = this.request;
    this.parameters ??= query === '' ? NO_VALUES : readQuery(query, this.profile.queryDecoding);
    return this.parameters.get(name) ?? null;
  }
}

function readHeaderValues(request: SimRequest): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  if (!headers.has('host')) headers.set('host', [authorityOf(request)]);
  return headers;
}

/** Returns host and port as in the Host header. The port is present only if the URL contains it. */
export function authorityOf(request: SimRequest): string {
  const host = request.host.includes(':') ? `[${request.host}]` : request.host;
  return request.portWritten ? `${host}:${request.port}` : host;
}

function readGRPCPath(path: string): { service: string; method: string } {
  const [service = '', ...rest] = path.replace(/^\//, '').split('/');
  return { service, method: rest.join('/') };
}
