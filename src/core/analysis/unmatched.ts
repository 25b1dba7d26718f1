import { decide } from '../dataplane/simulate.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { SimRequest } from '../ir/request.ts';
import { lastResort, type RouteEntry, type RouteTable } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import { hostsKeepRequests } from './apart.ts';
import { canBeSent } from './can-be-sent.ts';
import { covering } from './covering.ts';
import { byDimension, type Dimension } from './dimension.ts';
import { everyRequest } from './every-request.ts';
import { type FreshValues, firstTries, freshValues } from './first-tries.ts';
import {
  arrives,
  requestSpace,
  type SpaceKind,
  spaceKindOf,
  type TableAddress,
  type Values,
} from './request-space.ts';
import type { ValueSource } from './values.ts';

/** A request that comes to a table and that no entry of it takes. */
interface UnmatchedRequest {
  readonly request: SimRequest;
  /** The entry that would take it but for one thing; null: it is like nothing that an entry asks for. */
  readonly near: RouteEntry | null;
  /** What it lacks there, as a trace names it (`header:x-lane`, `method`); null without such an entry. */
  readonly lacks: string | null;
}

/** What a table rejects because nothing in it matches. */
export interface Unmatched {
  /** `none` is a proof: every request of the kinds that the table's routes are for is taken. */
  readonly rejects: 'some' | 'none' | 'unknown';
  /** Requests that are rejected, one of each sort, in the order of the entries that they nearly match. */
  readonly requests: readonly UnmatchedRequest[];
}

const MOST_REQUESTS = 20;
const MOST_ENTRIES = 200;
const STEPS = 400_000;

/** Asks a table what it rejects. Every request in the answer is rejected by the simulator's own word. */
export function unmatched(table: RouteTable, address: TableAddress, ir: MeshIR, profile: Profile): Unmatched {
  if ('listener' in address && !address.listener.usable) return { rejects: 'unknown', requests: [] };
  if (lastResort(table).kind === 'original') return { rejects: 'none', requests: [] };
  const fresh = freshValues(table.entries);
  const kinds = new Set<SpaceKind>(table.entries.map((entry) => spaceKindOf(entry, table)));
  if (kinds.size === 0) kinds.add(table.transport === 'udp' ? 'udp' : 'http');
  const found = new Map<string, UnmatchedRequest>();
  const isRejected = (request: SimRequest) => decide(request, ir, profile).kind === 'rejected';
  // Requests that one hostname keeps are rejected although entries of another cover them.
  let open = hostsKeepRequests(table, profile);
  for (const kind of kinds) {
    const space = requestSpace(kind, address, ir, profile);
    const source: ValueSource = { space, freshWord: fresh.word, budget: { left: STEPS } };
    const offer = (values: Values, near: RouteEntry | null, lacks: string | null): boolean => {
      const request = space.request(values);
      // One that does not come here is not rejected here.
      if (!space.everyHost && !arrives(request, address, ir, profile)) return false;
      if (!isRejected(request)) return false;
      if (!canBeSent(request)) {
        open = true;
        return false;
      }
      const { method, host, path, query, headers } = request;
      const key = JSON.stringify([method, host, path, query, headers]);
      if (!found.has(key)) found.set(key, { request, near, lacks });
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

/** An unheard-of request first; where that is taken, the union of all entries decides. */
function searchEverything(
  kind: SpaceKind,
  entries: readonly RouteEntry[],
  fresh: FreshValues,
  source: ValueSource,
  offer: Offer,
): Unmatched['rejects'] {
  const everything = everyRequest(kind);
  const tries = firstTries(everything, fresh, source);
  if (tries.kind === 'impossible') return 'none';
  if (tries.kind === 'undecided') return 'unknown';
  // The unheard-of one comes last and says most; one that is as plain as can be is as good where it is rejected.
  for (const values of tries.requests) if (offer(values, null, null)) return 'some';
  const ranked = entries.map((entry, order) => ({ entry, order }));
  const taking = covering(everything, ranked, tries.requests, source);
  if (taking.taken === 'all') return 'none';
  if (taking.taken === 'undecided') return 'unknown';
  return offer(taking.values, null, null) ? 'some' : 'unknown';
}

/** What a request can lack and still be for the same path of the same host. */
const CAN_LACK: ReadonlySet<Dimension['kind']> = new Set(['header', 'query', 'method', 'grpc-method']);

/** Requests that an entry would take but for a header, a parameter or the method. */
function offerNearMisses(
  entries: readonly RouteEntry[],
  fresh: FreshValues,
  source: ValueSource,
  offer: Offer,
  enough: () => boolean,
): void {
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    if (![...byDimension(entry).values()].some(({ dimension }) => CAN_LACK.has(dimension.kind))) continue;
    const tries = firstTries(entry, fresh, source);
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
