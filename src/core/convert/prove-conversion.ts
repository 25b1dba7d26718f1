import { effectOf } from '../analysis/questions/canonical-outcome.ts';
import { type Change, ChangeList, type ComparedWorld } from '../analysis/questions/change-list.ts';
import { witnessOf } from '../analysis/sets/witness.ts';
import { reportChange } from '../answers/report-difference.ts';
import { settle } from '../dataplane/decide.ts';
import { readGatewayName } from '../ids/gateway-names.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { GatewayProxy } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import { askedSemantics } from '../ir/semantics.ts';
import { analyse } from '../pipeline.ts';
import type { Profile } from '../profile/profile.ts';
import type { Snapshot } from '../snapshot.ts';
import { compareAtHost, type HostPair, pairsOfHosts } from './compare-hosts.ts';
import type { ConversionChange, ConversionProof } from './conversion.ts';
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

/** The file of the new resources in the snapshot after the conversion. */
const CONVERTED = 'converted.yaml';

/**
 * Returns the comparison of classes of Ingresses with the new resources, over all requests: at both doors, for
 * each host of one of the worlds, one host for each depth below a wildcard, and one that no object names.
 */
export function proveConversion(
  snapshot: Snapshot,
  documents: readonly string[],
  classes: readonly ConvertedClass[],
  profile: Profile,
): ConversionProof {
  if (documents.length === 0) return { complete: true, changes: [] };
  const { clusterDomain, sources } = snapshot;
  const options = { profile: { profile, semantics: askedSemantics(profile.name) }, clusterDomain };
  const before =
    snapshot.profile === profile ? snapshot : analyse(sources, { ...options, previous: snapshot });
  const file = sources.some((source) => source.file === CONVERTED) ? `new-${CONVERTED}` : CONVERTED;
  const text = documents.join('---\n');
  const after = analyse([...sources, { file, text }], { ...options, previous: before });
  const proofs = classes.map((each) => proofOfClass(each, before, after));
  return {
    complete: proofs.every(({ complete }) => complete),
    changes: proofs.flatMap(({ changes }) => changes),
  };
}

function proofOfClass(
  { proxy, gateway, takes }: ConvertedClass,
  before: Snapshot,
  after: Snapshot,
): ConversionProof {
  const seen = seenThroughAliases(proxy, before.cluster, before.control.ir);
  const name = readGatewayName(gateway);
  const entering = (request: SimRequest): SimRequest =>
    name === null ? request : { ...request, gateway: { ...name, listener: null } };
  const worlds: readonly [ComparedWorld, ComparedWorld] = [
    { ir: withProxy(before.control.ir, seen), profile: before.profile },
    { ir: after.control.ir, profile: after.profile, entering },
  ];
  const target = after.control.ir.gateways.get(gateway);
  const list = new ChangeList(...worlds);
  const found: Change[] = [];
  const outcomes = (request: SimRequest) => ({
    before: settle(request, worlds[0].ir, worlds[0].profile),
    after: settle(entering(request), worlds[1].ir, worlds[1].profile),
  });
  if (target === undefined) return { complete: false, changes: [] };
  const pairs = pairsOfHosts(seen, target, worlds, entering).filter(
    ({ old, fresh }) => fresh !== null || old?.table?.entries.some(({ route }) => takes(route)) === true,
  );
  let complete = true;
  const hasNoListener = new Set<string>();
  const byHost = new Map<SimRequest['host'], HostPair>();
  for (const pair of pairs) {
    byHost.set(pair.host, pair);
    if (pair.door === 'https' && pair.fresh === null) {
      const served = servedRequest(pair, outcomes);
      hasNoListener.add(pair.host);
      if (served !== null) found.push(handMade(pair, served, outcomes(served)));
      continue;
    }
    compareAtHost(pair, worlds, list);
    const decoded = decodedPathChange(pair, outcomes);
    if (decoded === 'open') complete = false;
    else if (decoded !== null) found.push(handMade(pair, decoded, outcomes(decoded)));
  }
  const isSame = (request: SimRequest) => {
    const both = outcomes(request);
    return effectOf(both.before) === effectOf(both.after);
  };
  const changes = [...list.changes(), ...found].map((change, at): ConversionChange => {
    const pair = byHost.get(change.request.host);
    return {
      ...reportChange(change, at),
      topic: topicOfChange(
        {
          ...change,
          wildcard: pair?.wildcard ?? null,
          hasNoListener: hasNoListener.has(change.request.host),
        },
        isSame,
      ),
      hosts: [],
      witnessAfter: witnessOf(entering(change.request)),
    };
  });
  return { complete: complete && list.complete, changes: groupedByTopic(changes) };
}

/** Returns a request that the controller answers with the fallback certificate, one that it serves if possible. */
function servedRequest(
  { old, base }: HostPair,
  outcomes: (request: SimRequest) => Pick<Change, 'before'>,
): SimRequest | null {
  const entries = old?.table?.entries ?? [];
  if (entries.length === 0) return null;
  const paths = entries.flatMap(({ conditions }) =>
    conditions.filter(({ of, op }) => of === 'path' && op !== 'regex').map(({ value }) => value),
  );
  const requests = paths.map((path) => ({ ...base, path }));
  return requests.find((request) => outcomes(request).before.kind !== 'rejected') ?? base;
}

function handMade(pair: HostPair, request: SimRequest, outcomes: Pick<Change, 'before' | 'after'>): Change {
  const frontend = (pair.old ?? pair.fresh)?.id ?? '';
  return { frontend, client: '*', request, ...outcomes, because: [], regions: [], steady: false };
}

/** Topics whose changes are one class for all hosts. */
const OF_ALL_HOSTS: readonly ChangeTopic[] = ['no-certificate', 'encoded-path'];

function groupedByTopic(changes: readonly ConversionChange[]): readonly ConversionChange[] {
  const rest = changes.filter(({ topic }) => !OF_ALL_HOSTS.includes(topic));
  const grouped = OF_ALL_HOSTS.flatMap((topic) => {
    const own = changes.filter((change) => change.topic === topic);
    const [first] = own;
    if (first === undefined) return [];
    return [{ ...first, hosts: [...new Set(own.map(({ witness }) => new URL(witness.url).host))] }];
  });
  return [...rest, ...grouped];
}

/** Returns the look-ups of a world with another configuration of one controller. */
function withProxy(ir: MeshIR, seen: GatewayProxy): MeshIR {
  const own: Pick<MeshIR, 'proxy' | 'gateways'> = {
    proxy: (of) => (of === seen.of ? seen : ir.proxy(of)),
    gateways: new Map([...ir.gateways, [seen.id, seen]]),
  };
  return Object.assign(Object.create(ir) as MeshIR, own);
}
