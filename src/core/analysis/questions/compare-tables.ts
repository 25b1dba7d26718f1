import type { Protocol } from '../../ir/protocol.ts';
import type { RouteTable } from '../../ir/table.ts';
import { byDimension, HOST } from '../sets/dimension.ts';
import { entriesForKind } from '../sets/entries-by-request-kind.ts';
import type { RequestSpace, SpaceKind } from '../sets/request-space.ts';
import type { Change, ChangeList, ComparedWorld } from './change-list.ts';
import type { ComparedTables } from './class-regions.ts';
import { hostsKeepRequests } from './host-isolation.ts';
import { RegionClasses } from './region-classes.ts';
import { findRegions, type Side } from './regions.ts';

/** Returns true if gRPC requests must be analysed. Without a GRPCRoute, HTTP requests represent them. */
export function hasCalls(tables: readonly (RouteTable | null)[]): boolean {
  return tables.some((table) => table?.entries.some((entry) => entry.takes === 'grpc'));
}

/** Returns the kinds of requests that two tables can distinguish. */
export function kindsOf(
  tables: readonly (RouteTable | null)[],
  transport: RouteTable['transport'],
  calls: boolean,
): readonly SpaceKind[] {
  const kinds = tables.map((table) => new Set(table?.entries.map((entry) => entry.takes)));
  const has = (kind: Protocol) => kinds.some((each) => each.has(kind));
  if (transport === 'udp') return has('udp') ? ['udp'] : [];
  return [
    'http',
    ...(calls ? (['grpc'] as const) : []),
    ...(has('tls') ? (['tls'] as const) : []),
    ...(has('tcp') ? (['tcp'] as const) : []),
  ];
}

/** Adds the changes between two tables for the requests of a space. */
export function compareTables(
  [first, second]: readonly [RouteTable | null, RouteTable | null],
  kind: SpaceKind,
  space: RequestSpace,
  before: ComparedWorld,
  after: ComparedWorld,
  at: Pick<Change, 'frontend' | 'client' | 'except'>,
  list: ChangeList,
  { calls, isOneSpace }: { readonly calls: boolean; readonly isOneSpace: boolean },
): void {
  const [seenBefore, seenAfter] = [entriesForKind(first, kind), entriesForKind(second, kind)];
  const side = (world: ComparedWorld, seen: typeof seenBefore): Side => ({ ...world, entries: seen.entries });
  const all = [...seenBefore.entries, ...seenAfter.entries];
  const hostsVary = space.hostnames.length > 0 || all.some(({ entry }) => byDimension(entry).has(HOST.key));
  const tables: ComparedTables = {
    before: seenBefore.entries,
    after: seenAfter.entries,
    space,
    protocols: kind === 'http' && !calls ? ['http', 'grpc'] : [kind],
    decided: isOneSpace && winnersDecide([first, second], before, after),
  };
  const missesVary =
    hostsVary && [first, second].some((table) => table !== null && table.noMatch.kind !== 'reject');
  const classes = new RegionClasses(list, { ...at, hostsVary, missesVary, tables }, before, after);
  const complete = findRegions(side(before, seenBefore), side(after, seenAfter), space, classes);
  if (complete && seenBefore.complete && seenAfter.complete) return;
  list.complete = false;
  tables.decided = false;
}

/** Returns true if the winners before and after determine the class of a request. */
function winnersDecide(
  tables: readonly (RouteTable | null)[],
  before: ComparedWorld,
  after: ComparedWorld,
): boolean {
  if (before.profile !== after.profile || before.profile.severalMatches === 'reject') return false;
  // If the next table decides, the entries of this one are not all.
  return tables.every(
    (table, at) =>
      table?.noMatch.kind !== 'next' &&
      (table === null || !hostsKeepRequests(table, (at === 0 ? before : after).profile)),
  );
}

/**
 * Returns the requests that are in the spaces of both worlds. Worlds whose `takesPart` is false do not
 * restrict them.
 */
export function jointSpace(spaces: readonly RequestSpace[], takesPart: readonly boolean[]): RequestSpace {
  const model = spaces[1] as RequestSpace;
  const taking = spaces.filter((_, at) => takesPart[at]);
  return {
    ...model,
    hostnames: [...new Set(spaces.flatMap((space) => space.hostnames))],
    everyHost: taking.every((space) => space.everyHost),
    admitsHost: (host) => taking.every((space) => space.admitsHost(host)),
  };
}
