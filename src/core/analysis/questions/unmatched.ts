import { decide } from '../../dataplane/decide.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { SimRequest } from '../../ir/request.ts';
import { lastResort, type RouteEntry, type RouteTable } from '../../ir/table.ts';
import { viewRequest } from '../../match/request-view.ts';
import type { Profile } from '../../profile/profile.ts';
import { canBeSent } from '../sets/can-be-sent.ts';
import { byDimension, type Dimension } from '../sets/dimension.ts';
import { coverByEntries } from '../sets/entry-cover.ts';
import { everyRequest } from '../sets/every-request.ts';
import type { ValueSource } from '../sets/representative-values.ts';
import {
  arrives,
  requestSpace,
  type SpaceKind,
  spaceKindOf,
  type TableAddress,
  type Values,
} from '../sets/request-space.ts';
import { type FreshValues, freshValues, sampleRequests } from '../sets/sample-requests.ts';
import { mayTake } from '../sets/understood-entries.ts';
import { hostsKeepRequests } from './host-isolation.ts';

/** A request that comes to a table and that no entry of it matches. */
interface UnmatchedRequest {
  readonly request: SimRequest;
  /** The entry that would match after one change. Null if no entry is similar. */
  readonly near: RouteEntry | null;
  /** The missing part, as a trace names it (`header:x-lane`, `method`). Null without such an entry. */
  readonly lacks: string | null;
}

/** The requests that a table rejects because no entry matches. */
export interface Unmatched {
  /** `none` is a proof: every request of the kinds of the table's routes matches. */
  readonly rejects: 'some' | 'none' | 'unknown';
  /** Rejected requests, one of each sort, in the order of the entries that they nearly match. */
  readonly requests: readonly UnmatchedRequest[];
}

const MOST_REQUESTS = 20;
const MOST_ENTRIES = 200;
const STEPS = 400_000;

/** Returns the requests that a table rejects. The simulator confirms every request in the result. */
export function unmatched(table: RouteTable, address: TableAddress, ir: MeshIR, profile: Profile): Unmatched {
  if ('listener' in address && !address.listener.usable) return { rejects: 'unknown', requests: [] };
  if (lastResort(table).kind === 'original') return { rejects: 'none', requests: [] };
  const fresh = freshValues(table.entries);
  const kinds = new Set<SpaceKind>(table.entries.map((entry) => spaceKindOf(entry, table)));
  if (kinds.size === 0) kinds.add(table.transport === 'udp' ? 'udp' : 'http');
  const found = new Map<string, UnmatchedRequest>();
  const isRejected = (request: SimRequest) => decide(request, ir, profile).kind === 'rejected';
  // A hostname may keep requests that it rejects, although entries of another hostname cover them.
  let open = hostsKeepRequests(table, profile);
  for (const kind of kinds) {
    const space = requestSpace(kind, address, ir, profile);
    const source: ValueSource = { space, freshWord: fresh.word, budget: { left: STEPS } };
    const offer = (values: Values, near: RouteEntry | null, lacks: string | null): boolean => {
      const request = space.request(values);
      // A request that does not come to this table is not rejected here.
      if (!space.everyHost && !arrives(request, address, ir, profile)) return false;
      if (!isRejected(request)) return false;
      const view = viewRequest(request, profile);
      if (!canBeSent(request) || table.entries.some((entry) => mayTake(entry, view))) {
        open = true;
        return false;
      }
      const { method, host, path, query, headers } = request;
      const key = JSON.stringify([method, host, path, query, headers]);
      // A request that is found both as a fresh request and as a near miss is a near miss.
      const known = found.get(key);
      if (known === undefined || (known.near === null && near !== null))
        found.set(key, { request, near, lacks });
      return true;
    };
    const entries = table.entries.filter((entry) => spaceKindOf(entry, table) === kind);
    const answer = searchEverything(kind, entries, fresh, source, offer);
    if (answer === 'unknown') open = true;
    if (answer === 'some') offerNearMisses(entries, fresh, source, offer, () => found.size >= MOST_REQUESTS);
  }
  const requests = [...found.values()];
  return { rejects: requests.length > 0 ? 'some' : open ? 'unknown' : 'none', requests };
}

type Offer = (values: Values, near: RouteEntry | null, lacks: string | null) => boolean;

/** Tries a request with fresh values first. If an entry takes it, the union of all entries decides. */
function searchEverything(
  kind: SpaceKind,
  entries: readonly RouteEntry[],
  fresh: FreshValues,
  source: ValueSource,
  offer: Offer,
): Unmatched['rejects'] {
  const everything = everyRequest(kind);
  const tries = sampleRequests(everything, fresh, source);
  if (tries.kind === 'impossible') return 'none';
  if (tries.kind === 'undecided') return 'unknown';
  // The request with fresh values is last and shows most. If the simplest request is rejected, it is equally
  // good.
  for (const values of tries.requests) if (offer(values, null, null)) return 'some';
  const ranked = entries.map((entry, order) => ({ entry, order }));
  const taking = coverByEntries(everything, ranked, tries.requests, source);
  if (taking.taken === 'all') return 'none';
  if (taking.taken === 'undecided') return 'unknown';
  return offer(taking.values, null, null) ? 'some' : 'unknown';
}

/** The parts that a request can lack while it is for the same path of the same host. */
const CAN_LACK: ReadonlySet<Dimension['kind']> = new Set(['header', 'query', 'method', 'grpc-method']);

/** Offers requests that an entry would match except for a header, a parameter or the method. */
function offerNearMisses(
  entries: readonly RouteEntry[],
  fresh: FreshValues,
  source: ValueSource,
  offer: Offer,
  enough: () => boolean,
): void {
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    if (![...byDimension(entry).values()].some(({ dimension }) => CAN_LACK.has(dimension.kind))) continue;
    const tries = sampleRequests(entry, fresh, source);
    const [values] = tries.kind === 'requests' ? tries.requests : [];
    if (values === undefined) continue;
    for (const { dimension, conditions } of byDimension(entry).values()) {
      if (enough()) return;
      const { kind, key } = dimension;
      const on = conditions[0]?.on ?? key;
      if (kind === 'header' || kind === 'query') offer(withValue(values, key, null), entry, on);
      else if (kind === 'method') offer(withValue(values, key, fresh.method), entry, on);
      else if (kind === 'grpc-method') offer(withValue(values, key, fresh.word), entry, on);
    }
  }
}

function withValue(values: Values, key: string, value: string | null): Values {
  return new Map([...values, [key, value]]);
}
