import type { ChangeList, ComparedWorld } from '../analysis/questions/change-list.ts';
import type { ComparedTables } from '../analysis/questions/class-regions.ts';
import { RegionClasses } from '../analysis/questions/region-classes.ts';
import { findRegions, type Side } from '../analysis/questions/regions.ts';
import { entriesForKind, type KindEntries } from '../analysis/sets/entries-by-request-kind.ts';
import { type RequestSpace, requestSpace } from '../analysis/sets/request-space.ts';
import { decide } from '../dataplane/decide.ts';
import { findHost } from '../dataplane/find-host.ts';
import { coversHost, hostSpecificity } from '../ir/host-pattern.ts';
import type { GatewayProxy, VirtualHost } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { RouteEntry } from '../ir/table.ts';
import { viewRequest } from '../match/request-view.ts';
import { crossOriginProbes } from './cross-origin-probes.ts';
import { rewriteProbes } from './rewrite-probes.ts';

/** A host that a client dials at a door, and the virtual hosts that it leads to before and after. */
export interface HostPair {
  readonly host: string;
  readonly door: 'http' | 'https';
  /** A request for the path `/`, as it enters the controller of the Ingresses. */
  readonly base: SimRequest;
  readonly old: VirtualHost | null;
  readonly fresh: VirtualHost | null;
  /** The wildcard of the virtual host after the conversion. */
  readonly wildcard: string | null;
  readonly space: RequestSpace;
}

type Worlds = readonly [ComparedWorld, ComparedWorld];

/**
 * Returns the hosts to compare: every name of one of the worlds, a name with one more label and with two more
 * labels for each wildcard, and a name that no object has. Hosts that lead to the same virtual hosts are one.
 */
export function pairsOfHosts(
  before: GatewayProxy,
  after: GatewayProxy,
  worlds: Worlds,
  entering: (request: SimRequest) => SimRequest,
): readonly HostPair[] {
  const domains = [before, after].flatMap(({ listeners }) => listeners.map(({ domain }) => domain));
  const names = dialledNames(new Set(domains.flatMap((domain) => domain ?? [])));
  const pairs: HostPair[] = [];
  const seen = new Map<VirtualHost | null, Set<VirtualHost | null>>();
  for (const door of ['http', 'https'] as const) {
    seen.clear();
    for (const host of names) {
      const pair = pairOf(host, door, before, after, worlds, entering);
      if (pair === null) continue;
      const known = seen.get(pair.old) ?? new Set();
      seen.set(pair.old, known);
      if (known.has(pair.fresh)) continue;
      known.add(pair.fresh);
      pairs.push(pair);
    }
  }
  return pairs;
}

function dialledNames(domains: ReadonlySet<string>): readonly string[] {
  const names = new Set([...domains].filter((domain) => !domain.startsWith('*')));
  const fresh = (suffix: string) => {
    let name = `host${suffix}`;
    while (names.has(name)) name = `x${name}`;
    names.add(name);
  };
  for (const domain of domains) {
    if (!domain.startsWith('*')) continue;
    fresh(domain.slice(1));
    fresh(`.sub${domain.slice(1)}`);
  }
  fresh('.of-no-object.example');
  return [...names];
}

function pairOf(
  host: string,
  door: HostPair['door'],
  before: GatewayProxy,
  after: GatewayProxy,
  worlds: Worlds,
  entering: (request: SimRequest) => SimRequest,
): HostPair | null {
  const listener = before.listeners.find(({ name }) => name === door);
  if (listener === undefined) return null;
  const own = requestSpace('http', { gateway: before, listener }, worlds[0].ir, worlds[0].profile);
  const request = (values: Parameters<RequestSpace['request']>[0]): SimRequest => {
    const made = own.request(new Map([...values, ['host', host]]));
    return made.gateway === null ? made : { ...made, gateway: { ...made.gateway, listener: null } };
  };
  const base = request(new Map());
  const find = (asked: SimRequest, proxy: GatewayProxy, { ir, profile }: ComparedWorld) => {
    const arrival = findHost(asked, viewRequest(asked, profile), proxy, ir);
    return arrival.to === 'host' ? arrival.host : null;
  };
  const old = find(base, before, worlds[0]);
  const fresh = find(entering(base), after, worlds[1]);
  if (old === null && fresh === null) return null;
  const space: RequestSpace = {
    kind: 'http',
    profile: worlds[1].profile,
    hostnames: [],
    everyHost: true,
    decodesPaths: old?.table?.paths === 'decoded',
    admitsHost: () => true,
    request,
  };
  const wildcard = fresh?.domain?.startsWith('*') === true ? fresh.domain : null;
  return { host, door, base, old, fresh, wildcard, space };
}

/** Adds the changes of all requests to a host. */
export function compareAtHost(
  { host, old, fresh, space, base }: HostPair,
  worlds: Worlds,
  list: ChangeList,
): void {
  const [before, after] = worlds;
  const seenBefore = seenAt(host, old);
  const seenAfter = seenAt(host, fresh);
  const side = (world: ComparedWorld, seen: KindEntries): Side => ({ ...world, entries: seen.entries });
  const tables: ComparedTables = {
    before: seenBefore.entries,
    after: seenAfter.entries,
    space,
    protocols: ['http', 'grpc'],
    decided: before.profile === after.profile && before.profile.severalMatches !== 'reject',
  };
  const at = {
    frontend: (old ?? fresh)?.id ?? host,
    client: '*',
    hostsVary: false,
    missesVary: false,
    tables,
  };
  const classes = new RegionClasses(list, at, before, after);
  const winner = (request: SimRequest, { ir, profile, entering }: ComparedWorld) =>
    decide(entering?.(request) ?? request, ir, profile).entry;
  const entries = [...seenBefore.entries, ...seenAfter.entries].map(({ original }) => original);
  const complete = findRegions(side(before, seenBefore), side(after, seenAfter), space, classes);
  for (const request of [...rewriteProbes(entries, base), ...crossOriginProbes(entries, base)])
    list.add(at, { request, before: winner(request, before), after: winner(request, after) });
  if (complete && seenBefore.complete && seenAfter.complete) return;
  list.complete = false;
  tables.decided = false;
}

/** Returns the entries of a virtual host that take requests for a name, without the conditions on the name. */
function seenAt(name: string, host: VirtualHost | null): KindEntries {
  const { entries, complete } = entriesForKind(host?.pooled ?? host?.table ?? null, 'http');
  const fitting = entries.filter(({ original }) => coversHost(hostOf(original), name));
  const best = Math.max(...fitting.map(({ original }) => hostSpecificity(hostOf(original))));
  const kept =
    host?.hostnameFallthrough === false
      ? fitting.filter(({ original }) => hostSpecificity(hostOf(original)) === best)
      : fitting;
  return {
    complete,
    entries: kept.map(({ original, entry }) => ({
      original,
      entry: { ...entry, conditions: entry.conditions.filter(({ of }) => of !== 'host') },
    })),
  };
}

function hostOf({ conditions }: RouteEntry): string | null {
  return conditions.find(({ of }) => of === 'host')?.value ?? null;
}
