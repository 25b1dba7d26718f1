import type { RuleIndex } from '../../../../ids/ids.ts';
import type { Origin } from '../../../../ir/origin.ts';
import { placeIn } from '../place-in-ingress.ts';
import type { NginxIngress } from './nginx-ingress.ts';
import { type Upstream, upstreamKey } from './upstreams.ts';

/** A path of a server, with the settings of the Ingress that it comes from. */
export interface Location {
  readonly path: string;
  /** Other types than Exact count as Prefix (I-305). */
  readonly isExact: boolean;
  readonly from: NginxIngress;
  readonly rule: RuleIndex;
  readonly match: number;
  /** Null is the default backend of the controller, which answers 404. */
  readonly upstream: Upstream | null;
  readonly origin: Origin;
  /** The order in which locations are added. */
  readonly added: number;
}

/** The virtual server of a host. */
export interface Server {
  /** In lower case. '' takes the hosts that no other server has. */
  readonly host: string;
  /** The location `/` that every server is born with, unless a rule replaces it. Null without an Ingress. */
  fallback: Location | null;
  readonly locations: Location[];
  /** Paths whose host and type an earlier Ingress has. They take no request (I-605). */
  readonly duplicates: Location[];
  aliases: readonly string[];
  redirectsWWW: boolean;
  /** True if an Ingress that names the host has a `tls` entry (I-722). */
  hasCertificate: boolean;
  /** A server snippet, whose effect is unknown (I-714). */
  snippet: string | null;
}

/** Returns the locations of a server, with its location `/` from the first Ingress that names the host. */
export function allLocations({ locations, fallback }: Server): readonly Location[] {
  return fallback === null ? locations : [fallback, ...locations];
}

/** Returns the server of a host, which takes the requests of a path. */
export function serverOf(host: string | null, servers: ReadonlyMap<string, Server>): Server {
  return (servers.get(host?.toLowerCase() ?? '') ?? servers.get('')) as Server;
}

/** Returns the servers by host, with their locations in the order of the Ingresses (I-603 to I-606). */
export function serversOf(
  ingresses: readonly NginxIngress[],
  upstreams: ReadonlyMap<string, Upstream>,
): ReadonlyMap<string, Server> {
  const servers = new Map<string, Server>([['', newServer('', null)]]);
  const ordinary = ingresses.filter(({ settings }) => settings.canary === null);
  for (const each of ordinary) addServers(each, servers, upstreams);
  for (const each of ordinary) configureServers(each, servers);
  let added = 0;
  for (const each of ingresses) added = addLocations(each, servers, upstreams, added);
  return servers;
}

function newServer(host: string, fallback: Location | null): Server {
  return {
    host,
    fallback,
    locations: [],
    duplicates: [],
    aliases: [],
    redirectsWWW: false,
    hasCertificate: false,
    snippet: null,
  };
}

/** Adds the servers of the hosts of an Ingress. The first Ingress that names a host decides its location `/`. */
function addServers(
  each: NginxIngress,
  servers: Map<string, Server>,
  upstreams: ReadonlyMap<string, Upstream>,
): void {
  const { ingress } = each;
  const { defaultBackend, rules } = ingress.spec;
  const upstream =
    defaultBackend === null || defaultBackend.kind === 'resource'
      ? null
      : (upstreams.get(upstreamKey(ingress.namespace, defaultBackend)) ?? null);
  const fallback: Location = {
    path: '/',
    isExact: false,
    from: each,
    rule: 'defaultBackend',
    match: 0,
    upstream,
    origin: placeIn(ingress, defaultBackend?.origin ?? rules[0]?.origin ?? []),
    added: -1,
  };
  const rest = servers.get('');
  if (rules.length === 0 && upstream !== null && rest !== undefined && rest.fallback === null)
    rest.fallback = withoutRedirects(fallback);
  for (const { host } of rules) {
    const key = host?.toLowerCase() ?? '';
    if (!servers.has(key)) servers.set(key, newServer(key, fallback));
  }
}

/** Redirects and rewrites do not act on the catch-all backend (I-606). */
function withoutRedirects(location: Location): Location {
  const { from } = location;
  const settings = {
    ...from.settings,
    redirect: null,
    redirectsWWW: false,
    rewriteTarget: '',
    usesRegex: false,
    appRoot: '',
    sslRedirect: false,
    forceSSLRedirect: false,
  };
  return { ...location, from: { ...from, settings } };
}

function configureServers({ ingress, settings }: NginxIngress, servers: ReadonlyMap<string, Server>): void {
  for (const { host } of ingress.spec.rules) {
    const server = serverOf(host, servers);
    if (server.aliases.length === 0) server.aliases = settings.aliases;
    if (ingress.spec.tls.length > 0) server.hasCertificate = true;
    if (settings.snippet === 'server-snippet') server.snippet ??= ingress.id;
  }
}

function addLocations(
  each: NginxIngress,
  servers: ReadonlyMap<string, Server>,
  upstreams: ReadonlyMap<string, Upstream>,
  first: number,
): number {
  const { ingress, settings } = each;
  let added = first;
  ingress.spec.rules.forEach(({ host, paths }, rule) => {
    // A host without a server is one of a canary whose Service is taken: its paths go to the rest (I-708).
    const server = serverOf(host, servers);
    paths.forEach(({ path, pathType, backend, origin }, match) => {
      if (backend.kind === 'resource') return;
      const upstream = upstreams.get(upstreamKey(ingress.namespace, backend)) ?? null;
      if (upstream === null || upstream.canary !== null) return;
      const location: Location = {
        path: path === '' ? '/' : path,
        isExact: pathType === 'Exact',
        from: each,
        rule,
        match,
        upstream,
        origin: placeIn(ingress, origin),
        // A prefix `/` takes the place of the location that every server is born with.
        added: path === '/' && pathType !== 'Exact' ? -1 : added++,
      };
      const isTaken = server.locations.some(
        (known) => known.path === location.path && known.isExact === location.isExact,
      );
      if (isTaken) {
        server.duplicates.push(location);
        return;
      }
      if (location.path === '/' && !location.isExact) server.fallback = null;
      server.locations.push(location);
      if (settings.redirectsWWW) server.redirectsWWW = true;
      upstream.affinity ??= settings.affinity;
    });
  });
  return added;
}
