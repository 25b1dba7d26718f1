import type { AccessCondition, ServerAccess } from '../../ir/access.ts';
import type { ForwardedRequest } from '../../ir/outcome.ts';
import type { SimRequest } from '../../ir/request.ts';
import { normalisePath } from '../../match/normalise-path.ts';
import { matchesPattern } from './access-pattern.ts';
import { type Identity, matchesIdentity, printIdentity } from './identity.ts';
import { not, type Truth, truthOf } from './truth.ts';

/** What a server sees of a request. */
export interface Seen {
  readonly identity: Identity;
  readonly server: ServerAccess;
  /** The request as the client sent it. */
  readonly asked: SimRequest;
  /** The request as the server gets it. */
  readonly forwarded: ForwardedRequest;
  /** Whether the request has a token that the server verifies. Its content is never known. */
  readonly token: Truth;
}

/** Returns whether a condition holds. */
export function judgeCondition(condition: AccessCondition, seen: Seen): Truth {
  const found = matches(condition, seen);
  return condition.negated ? not(found) : found;
}

function matches({ of, name, anyOf }: AccessCondition, seen: Seen): Truth {
  const one = (value: string | null) =>
    truthOf(value !== null && anyOf.some((pattern) => matchesPattern(pattern, value)));
  switch (of) {
    case 'principal':
    case 'sender-namespace':
    case 'sender-account':
      return matchesIdentity(of, anyOf, seen.identity);
    case 'host':
      return one(seen.forwarded.host);
    case 'method':
      return one(seen.forwarded.method);
    case 'path':
      return one(pathOf(seen.forwarded));
    case 'port':
      return seen.server.port === null ? 'unknown' : one(String(seen.server.port));
    case 'header':
      return matchesHeader(name, anyOf, seen.forwarded);
    case 'server-name':
      return serverName(seen) === 'unknown' ? 'unknown' : one(serverName(seen));
    case 'token':
      // A server that verifies no token of the request knows nothing of one.
      return seen.token === 'no' ? 'no' : 'unknown';
    case 'not-known':
      return 'unknown';
    default:
      return of satisfies never;
  }
}

/** The path without the query, as the proxy of the server normalises it before policies see it (Istio 17). */
function pathOf({ path }: ForwardedRequest): string {
  return normalisePath(path.replace(/[?#].*$/s, ''), 'base');
}

/** A header that is present and empty satisfies `*`, in contrast to other values. */
function matchesHeader(name: string, patterns: AccessCondition['anyOf'], request: ForwardedRequest): Truth {
  const value = headerOf(name, request);
  if (value === null) return 'no';
  return truthOf(patterns.some((pattern) => pattern.op === 'present' || matchesPattern(pattern, value)));
}

function headerOf(name: string, request: ForwardedRequest): string | null {
  switch (name) {
    case ':authority':
    case 'host':
      return request.host;
    case ':method':
      return request.method;
    case ':path':
      return request.path;
    default:
      return Object.entries(request.headers).find(([each]) => each.toLowerCase() === name)?.[1] ?? null;
  }
}

/** The server name of the connection that reaches the server: that of the client, if no proxy encrypts it. */
function serverName({ identity, asked }: Seen): string | null {
  if (identity.mutual !== 'no') return 'unknown';
  return asked.protocol === 'tls' || asked.scheme === 'https' ? (asked.sni ?? asked.host) : null;
}

/** Returns what the request has at the place of a condition. Null if it has nothing, or if it is not known. */
export function actualOf({ of, name }: AccessCondition, seen: Seen): string | null {
  switch (of) {
    case 'principal':
    case 'sender-namespace':
    case 'sender-account':
      return printIdentity(of, seen.identity);
    case 'host':
      return seen.forwarded.host;
    case 'method':
      return seen.forwarded.method;
    case 'path':
      return pathOf(seen.forwarded);
    case 'port':
      return seen.server.port === null ? null : String(seen.server.port);
    case 'header':
      return headerOf(name, seen.forwarded);
    case 'server-name':
    case 'token':
    case 'not-known':
      return null;
    default:
      return of satisfies never;
  }
}
