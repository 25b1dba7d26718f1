import { effectOf } from '../analysis/questions/canonical-outcome.ts';
import { type Change, ChangeList, type ComparedWorld } from '../analysis/questions/change-list.ts';
import { witnessOf } from '../analysis/sets/witness.ts';
import { reportChange } from '../answers/report-difference.ts';
import { settle } from '../dataplane/decide.ts';
import { readGatewayName } from '../ids/gateway-names.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { GatewayProxy } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { Snapshot } from '../snapshot.ts';
import { compareAtHost, type HostPair, pairsOfHosts } from './compare-hosts.ts';
import type { ConversionChange, ConversionProof } from './conversion-result.ts';
import { decodedPathChange } from './decoded-paths.ts';
import { seenThroughAliases } from './seen-through-aliases.ts';
import { type ChangeTopic, topicOfChange } from './topic-of-change.ts';

/** The controller of a class of Ingresses, and the Gateway that takes its place. */
export interface ConvertedClass {
  readonly proxy: GatewayProxy;
  /** `ns/name`. */
  readonly gateway: string;
  /** Returns true if an Ingress is converted. */
  takes(ingress: string): boolean;
}

/** Returns the outcomes of a request before and after. */
export type BothOutcomes = (request: SimRequest) => Pick<Change, 'before' | 'after'>;

/** Returns the comparison of one class with the Gateway that takes its place. */
export function proveClass(
  { proxy, gateway, takes }: ConvertedClass,
  before: Snapshot,
  after: Snapshot,
): ConversionProof {
  const target = after.control.ir.gateways.get(gateway);
  const name = readGatewayName(gateway);
  if (target === undefined || name === null) return { complete: false, changes: [] };
  const seen = seenThroughAliases(proxy, before.cluster, before.control.ir);
  const entering = (request: SimRequest): SimRequest => ({
    ...request,
    gateway: { ...name, listener: null },
  });
  const worlds: readonly [ComparedWorld, ComparedWorld] = [
    { ir: withProxy(before.control.ir, seen), profile: before.profile },
    { ir: after.control.ir, profile: after.profile, entering },
  ];
  const outcomes: BothOutcomes = (request) => ({
    before: settle(request, worlds[0].ir, worlds[0].profile),
    after: settle(entering(request), worlds[1].ir, worlds[1].profile),
  });
  // Hosts of Ingresses that are not converted stay with their controller.
  const pairs = pairsOfHosts(seen, target, worlds, entering).filter(({ old, fresh }) => {
    const entries = old?.table?.entries ?? [];
    return fresh !== null || entries.length === 0 || entries.some(({ route }) => takes(route));
  });
  const isSame = (request: SimRequest) => {
    const both = outcomes(request);
    return effectOf(both.before) === effectOf(both.after);
  };
  const { found, complete } = comparePairs(pairs, worlds, outcomes);
  const byAddress = new Map(pairs.map((pair) => [addressOf(pair.base), pair]));
  const changes = found.map(({ change, topic }, at): ConversionChange => {
    const { request } = change;
    const pair = byAddress.get(addressOf(request));
    const changed = { ...change, wildcard: pair?.wildcard ?? null };
    return {
      ...reportChange(change, at),
      topic: topic ?? (hasNoListener(pair) ? 'no-certificate' : topicOfChange(changed, isSame)),
      hosts: [pair === undefined ? request.host : nameOf(pair)],
      witnessAfter: witnessOf(entering(request)),
    };
  });
  return { complete, changes };
}

function addressOf({ scheme, host }: SimRequest): string {
  return `${scheme}://${host}`;
}

/** Returns true if no listener for HTTPS takes the requests to a host. */
function hasNoListener(pair: HostPair | undefined): boolean {
  return pair?.door === 'https' && pair.fresh === null;
}

/** Returns the name of the virtual host of a request: a host, a wildcard, or `*` for all others. */
function nameOf({ host, old, fresh }: HostPair): string {
  const domain = (old ?? fresh)?.domain;
  return domain === null ? '*' : (domain ?? host);
}

interface FoundChange {
  readonly change: Change;
  /** Null if the change has to show it. */
  readonly topic: ChangeTopic | null;
}

function comparePairs(
  pairs: readonly HostPair[],
  worlds: readonly [ComparedWorld, ComparedWorld],
  outcomes: BothOutcomes,
): { readonly found: readonly FoundChange[]; readonly complete: boolean } {
  const list = new ChangeList(...worlds);
  const found: FoundChange[] = [];
  let complete = true;
  const add = (pair: HostPair, request: SimRequest, topic: ChangeTopic) => {
    const frontend = (pair.old ?? pair.fresh)?.id ?? '';
    const change = { frontend, client: '*', because: [], regions: [], steady: false };
    found.push({ change: { ...change, request, ...outcomes(request) }, topic });
  };
  for (const pair of pairs) {
    compareAtHost(pair, worlds, list);
    // A host without a listener is one class.
    if (pair.fresh === null) continue;
    const decoded = decodedPathChange(pair, outcomes);
    if (decoded === 'open') complete = false;
    else if (decoded !== null) add(pair, decoded, 'encoded-path');
  }
  const changes = list.changes().map((change) => ({ change, topic: null }));
  return { found: [...changes, ...found], complete: complete && list.complete };
}

/** Returns the look-ups of a world with another configuration of one controller. */
function withProxy(ir: MeshIR, seen: GatewayProxy): MeshIR {
  const own: Pick<MeshIR, 'proxy' | 'gateways'> = {
    proxy: (of) => (of === seen.of ? seen : ir.proxy(of)),
    gateways: new Map([...ir.gateways, [seen.id, seen]]),
  };
  return Object.assign(Object.create(ir) as MeshIR, own);
}
