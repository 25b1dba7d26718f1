import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { TraceNote } from '../../../../ir/trace-note.ts';
import { CONFIG_MAP } from '../../../../resource/kinds/rare-kinds.ts';
import type { BackendContext } from '../backend-of-ingress.ts';
import type { ServedHost } from '../ingress-hosts.ts';
import { ingressAction, ingressEntry, ingressTable, pathCondition, withOwnIds } from '../ingress-table.ts';
import type { AgedIngress } from '../specification-hosts.ts';
import { annotationPlace } from './annotation-place.ts';
import { hangCanaries } from './canaries.ts';
import type { DecidedByNginx } from './decided-by-nginx.ts';
import { type LocationContext, locationEntries } from './location-entries.ts';
import { locationMatches } from './location-matches.ts';
import type { NginxContext } from './nginx-context.ts';
import { readIngresses } from './nginx-ingress.ts';
import { nginxRemarks } from './nginx-remarks.ts';
import { notesOnLocation } from './notes-on-location.ts';
import { allLocations, type Server, serversOf } from './servers.ts';
import { upstreamsOf } from './upstreams.ts';

const FOUND = 302;
const REDIRECT = 308;

/**
 * Returns the hosts of a controller of ingress-nginx, in the order of the decisions of the controller (I-601 to
 * I-722). Calls `keep` with what it decided.
 */
export function nginxHosts(
  ingresses: readonly AgedIngress[],
  given: BackendContext,
  keep: (decided: DecidedByNginx) => void,
): readonly ServedHost[] {
  const { cluster } = given;
  const read = readIngresses(ingresses, allowsSnippets(cluster));
  const context: NginxContext = {
    ...given,
    hasSecret: (namespace, name) =>
      cluster.secrets.has(name.includes('/') ? name : namespacedName(namespace, name)),
  };
  const upstreams = upstreamsOf(read.served, context);
  const servers = serversOf(read.served, upstreams);
  const inert = hangCanaries(read.served, upstreams, servers);
  keep({ read, servers, inert });
  const remarks = nginxRemarks({ read, servers, inert });
  const hosts = [...servers.values()].flatMap((server) => hostsOf(server, servers, context, remarks));
  return [...hosts, ...wwwHosts(servers)];
}

/** Returns true if the configuration of the controller allows snippets, as far as the manifests show (I-714). */
function allowsSnippets(cluster: Cluster): boolean {
  return cluster.resourcesOf(CONFIG_MAP).some(({ raw }) => {
    const { data } = raw as { readonly data?: Readonly<Record<string, unknown>> };
    return data?.['allow-snippet-annotations'] === 'true' && data['annotations-risk-level'] === 'Critical';
  });
}

type Remarks = ReturnType<typeof nginxRemarks>;

/** Returns a server under its own name and its aliases (I-707). */
function hostsOf(
  server: Server,
  servers: ReadonlyMap<string, Server>,
  context: NginxContext,
  remarks: Remarks,
): readonly ServedHost[] {
  const matches = locationMatches(server);
  const table = (scheme: 'http' | 'https', host: string) => {
    const certificate = certificateFor(host, servers);
    const at: LocationContext = {
      ...context,
      hasCertificate: certificate !== null,
      ofWildcard: certificate === 'wildcard',
      scheme,
      host,
    };
    const located = matches.flatMap((match) =>
      locationEntries(match, at).map((entry) => ({ entry, notes: notesOnLocation(entry, match, at) })),
    );
    const first = appRoots(server);
    const entries = withOwnIds([
      ...first,
      ...located.map(({ entry }) => entry),
      ...duplicateEntries(server, at),
    ]);
    const notes = new Map<RouteEntry, readonly TraceNote[]>();
    located.forEach((each, index) => {
      const entry = entries[first.length + index];
      if (entry !== undefined && each.notes.length > 0) notes.set(entry, each.notes);
    });
    return ingressTable(entries, { paths: 'decoded', remarks: remarks(server, notes) });
  };
  const aliases = server.aliases.filter(
    (alias) => !alias.startsWith('~') && alias !== server.host && !servers.has(alias.toLowerCase()),
  );
  return [server.host, ...aliases].map((host) => ({
    host: host === '' ? null : host.toLowerCase(),
    http: table('http', host),
    https: table('https', host),
  }));
}

/**
 * Returns which certificate the controller has for a host at run time: that of the host, or of the wildcard above
 * it (I-722). An unknown host has none.
 */
function certificateFor(host: string, servers: ReadonlyMap<string, Server>): 'host' | 'wildcard' | null {
  if (host === '') return null;
  if (servers.get(host)?.hasCertificate === true) return 'host';
  const above = host.replace(/^[^.]+/, '*');
  return above !== host && servers.get(above)?.hasCertificate === true ? 'wildcard' : null;
}

/** Returns the redirects of the path `/` of a host, which come before all locations (I-703). */
function appRoots(server: Server): readonly RouteEntry[] {
  const found = allLocations(server).find(({ from }) => from.settings.appRoot !== '');
  if (found === undefined) return [];
  const { from, rule, match } = found;
  const origin = annotationPlace(from.ingress, 'app-root', found.origin);
  const target = { kind: 'path', path: from.settings.appRoot, keepsQuery: false } as const;
  const action = ingressAction(origin, {
    filters: [{ kind: 'return', status: FOUND, location: target, origin }],
  });
  const rank = [{ by: 'position', prefer: 'lesser', value: -1 }] as const;
  return [
    ingressEntry({ ingress: from.ingress, rule, match }, [pathCondition('exact', '/', origin)], rank, action),
  ];
}

/** Returns the paths that an earlier Ingress has: no request reaches them (I-605). */
function duplicateEntries(server: Server, context: LocationContext): readonly RouteEntry[] {
  const { duplicates } = server;
  if (duplicates.length === 0) return [];
  const doubled = locationMatches({ ...server, fallback: null, locations: duplicates });
  return doubled
    .flatMap((match) => locationEntries(match, context))
    .map((entry) => ({ ...entry, rank: [{ by: 'age', prefer: 'lesser', value: null }] as const }));
}

/** Returns the servers that redirect a name with `www.` to the one without it, or the reverse (I-706). */
function wwwHosts(servers: ReadonlyMap<string, Server>): readonly ServedHost[] {
  return [...servers.values()].flatMap((server): readonly ServedHost[] => {
    const { host, redirectsWWW } = server;
    const from = host.startsWith('www.') ? host.slice('www.'.length) : `www.${host}`;
    const asker = allLocations(server).find((each) => each.from.settings.redirectsWWW);
    if (!redirectsWWW || asker === undefined || host === '' || servers.has(from)) return [];
    const origin = annotationPlace(asker.from.ingress, 'from-to-www-redirect', asker.origin);
    const location = { kind: 'request-uri', scheme: null, host, writesPort: true, cutsSlash: true } as const;
    const action = ingressAction(origin, {
      filters: [{ kind: 'return', status: REDIRECT, location, origin }],
    });
    const { from: read, rule, match } = asker;
    const rank = [{ by: 'position', prefer: 'lesser', value: 0 }] as const;
    const entry = ingressEntry(
      { ingress: read.ingress, rule, match },
      [pathCondition('path-prefix', '/', origin)],
      rank,
      action,
    );
    const table = ingressTable([entry], { paths: 'decoded' });
    return [{ host: from, http: table, https: table }];
  });
}
