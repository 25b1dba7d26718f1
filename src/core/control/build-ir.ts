import type { Cluster } from '../cluster/cluster.ts';
import { endpointsOf, podAt, workloadAt } from '../cluster/endpoints.ts';
import type {
  Backend,
  BackendId,
  Destination,
  Frontend,
  FrontendId,
  MeshIR,
  RouteEntry,
  ServiceKey,
} from '../ir/mesh-ir.ts';
import type { Profile } from '../profile/profile.ts';
import type { BackendObjectRef, ResourceId, RouteResource } from '../resource/resource.ts';
import { type Attachment, attachRoute, namesService } from './attach.ts';
import { compileRoute } from './compile/gateway-api.ts';
import { resolveBackend } from './resolve-backend.ts';
import { type ServiceFacet, type ServiceFacets, serviceFacets } from './service-facets.ts';
import { buildTables } from './tables.ts';

/** What the control plane concludes from a cluster. */
export interface ControlPlane {
  readonly ir: MeshIR;
  readonly facets: ServiceFacets;
  /** Service parentRefs of all routes, in the order of the bundle. */
  readonly attachments: readonly Attachment[];
  readonly entriesOf: (route: RouteResource) => readonly RouteEntry[];
  readonly memo: ControlMemo;
}

interface CompiledRoute {
  readonly age: number | null;
  /** Every look-up that compiling made, with its answer: as long as all answer the same, the entries stand. */
  readonly lookups: readonly { readonly ref: BackendObjectRef; readonly to: Destination }[];
  readonly entries: readonly RouteEntry[];
}

interface BuiltService {
  readonly facet: ServiceFacet;
  readonly attachments: readonly Attachment[];
  readonly entries: readonly (readonly RouteEntry[])[];
  readonly frontends: readonly Frontend[];
}

/** What an earlier run concluded, for reuse where nothing it rests on has changed. */
export interface ControlMemo {
  readonly profile: Profile;
  /** The cluster's Services and grants: while these are the same objects, every reference resolves as it did. */
  readonly services: Cluster['services'];
  readonly grants: Cluster['grants'];
  readonly attachments: ReadonlyMap<RouteResource, readonly Attachment[]>;
  readonly compiled: ReadonlyMap<RouteResource, CompiledRoute>;
  readonly built: ReadonlyMap<ServiceKey, BuiltService>;
}

export interface ControlOptions {
  readonly profile: Profile;
  /** Routes from oldest to newest, for manifests that carry no creationTimestamp (RouteTest, A-28). */
  readonly creationOrder?: readonly ResourceId[];
  readonly previous?: ControlMemo;
}

/**
 * Runs the control plane: attaches routes to Service ports, resolves their references and compiles one ordered table
 * for each frontend and scope. Given the memo of an earlier run, only what changed is made again.
 */
export function buildControlPlane(cluster: Cluster, options: ControlOptions): ControlPlane {
  const { profile } = options;
  const previous = options.previous?.profile === profile ? options.previous : undefined;
  const facets = serviceFacets(cluster, profile);
  const sameTargets =
    previous !== undefined &&
    previous.services === cluster.services &&
    previous.grants === cluster.grants &&
    cluster.services.size > 0;
  const ages = new Map((options.creationOrder ?? []).map((id, at) => [id, at]));
  const ageOf = (route: RouteResource) => ages.get(route.id) ?? route.created;

  const attachmentsOf = new Map<RouteResource, readonly Attachment[]>();
  const byService = new Map<ServiceKey, Attachment[]>();
  const attachments: Attachment[] = [];
  for (const route of cluster.routes) {
    const known = previous?.attachments.get(route);
    const own = known && (sameTargets || stillAttached(known, facets)) ? known : attachRoute(route, facets);
    attachmentsOf.set(route, own);
    for (const attachment of own) {
      attachments.push(attachment);
      if (attachment.refusal !== null) continue;
      const list = byService.get(attachment.service);
      if (list) list.push(attachment);
      else byService.set(attachment.service, [attachment]);
    }
  }

  const compiled = new Map<RouteResource, CompiledRoute>();
  const compile = (route: RouteResource): CompiledRoute => {
    const done = compiled.get(route);
    if (done) return done;
    const referrer = { route, mesh: true };
    const resolve = (ref: BackendObjectRef) => resolveBackend(ref, referrer, cluster, facets, profile);
    const stands = ({ ref, to }: CompiledRoute['lookups'][number]) => sameDestination(resolve(ref), to);
    const known = previous?.compiled.get(route);
    const age = ageOf(route);
    let result = known;
    if (!known || known.age !== age || !(sameTargets || known.lookups.every(stands))) {
      const lookups: { ref: BackendObjectRef; to: Destination }[] = [];
      const entries = compileRoute(route, {
        profile,
        age: () => age,
        resolve(ref) {
          const to = resolve(ref);
          lookups.push({ ref, to });
          return to;
        },
      });
      result = { age, lookups, entries };
    }
    compiled.set(route, result as CompiledRoute);
    return result as CompiledRoute;
  };
  const entriesOf = (route: RouteResource) => compile(route).entries;
  // Routes that bind nothing are compiled, too: their findings and drawings need what their references resolve to.
  for (const route of cluster.routes)
    if (route.spec.parentRefs.some((ref) => namesService(ref, route))) compile(route);

  const built = new Map<ServiceKey, BuiltService>();
  const frontends = new Map<FrontendId, Frontend>();
  for (const facet of facets.all()) {
    if (facet.facts.kind !== 'cluster-ip') continue;
    const own = byService.get(facet.facts.key) ?? NONE;
    const known = previous?.built.get(facet.facts.key);
    const service =
      known && sameService(known, facet, own, entriesOf) ? known : build(facet, own, entriesOf, profile);
    built.set(facet.facts.key, service);
    for (const frontend of service.frontends) frontends.set(frontend.id, frontend);
  }
  return {
    ir: meshIR(cluster, facets, frontends),
    facets,
    attachments,
    entriesOf,
    memo: {
      profile,
      services: cluster.services,
      grants: cluster.grants,
      attachments: attachmentsOf,
      compiled,
      built,
    },
  };
}

const NONE: readonly Attachment[] = [];

function stillAttached(attachments: readonly Attachment[], facets: ServiceFacets): boolean {
  return attachments.every(({ service, facet }) => facets.find(service) === facet);
}

function sameDestination(a: Destination, b: Destination): boolean {
  if (a.kind === 'backend') return b.kind === 'backend' && a.id === b.id;
  if (a.kind === 'unresolved') return b.kind === 'unresolved' && a.cause === b.cause && a.detail === b.detail;
  return a.kind === b.kind;
}

function sameService(
  known: BuiltService,
  facet: ServiceFacet,
  attachments: readonly Attachment[],
  entriesOf: (route: RouteResource) => readonly RouteEntry[],
): boolean {
  return (
    known.facet === facet &&
    known.attachments.length === attachments.length &&
    attachments.every(
      (each, at) => known.attachments[at] === each && known.entries[at] === entriesOf(each.route),
    )
  );
}

function build(
  facet: ServiceFacet,
  attachments: readonly Attachment[],
  entriesOf: (route: RouteResource) => readonly RouteEntry[],
  profile: Profile,
): BuiltService {
  const { facts } = facet;
  const frontends: Frontend[] = [];
  const seen = new Set<number>();
  let shared: { readonly bound: readonly Attachment[]; readonly tables: Frontend['tables'] } | null = null;
  for (const port of facet.ports) {
    // TCP and UDP may share a number; routes of the kinds simulated here are about the first.
    if (seen.has(port.port)) continue;
    seen.add(port.port);
    const bound = attachments.filter((each) => each.ports.includes(port.port));
    // Ports that the same routes bind have the same tables.
    if (shared === null || !sameList(shared.bound, bound)) {
      shared = {
        bound,
        tables: bound.length === 0 ? [] : buildTables(bound, facts.namespace, entriesOf, profile),
      };
    }
    frontends.push({
      id: `${facts.key}:${port.port}`,
      service: facts.key,
      namespace: facts.namespace,
      port: port.port,
      portName: port.name,
      appProtocol: port.appProtocol,
      tables: shared.tables,
      originalDestination: `${facts.key}:${port.port}`,
    });
  }
  return { facet, attachments, entries: attachments.map((each) => entriesOf(each.route)), frontends };
}

function sameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function meshIR(
  cluster: Cluster,
  facets: ServiceFacets,
  frontends: ReadonlyMap<FrontendId, Frontend>,
): MeshIR {
  const backends = new Map<BackendId, Backend>();
  return {
    clusterDomain: cluster.clusterDomain,
    frontends,
    service: (key) => facets.find(key)?.facts ?? null,
    serviceByAddress(ip) {
      const key = cluster.addresses.get(ip);
      return key === undefined ? null : (facets.find(key)?.facts ?? null);
    },
    backend(id) {
      const known = backends.get(id);
      if (known) return known;
      const backend = backendOf(id, cluster, facets);
      backends.set(id, backend);
      return backend;
    },
    podByAddress: (ip) => podAt(cluster, ip),
    workload: (key) => workloadAt(cluster, key),
    hasNamespace: (namespace) => cluster.namespaceNames.has(namespace),
  };
}

function backendOf(id: BackendId, cluster: Cluster, facets: ServiceFacets): Backend {
  const colon = id.lastIndexOf(':');
  const service = id.slice(0, colon);
  const port = Number(id.slice(colon + 1));
  const facet = facets.find(service);
  if (facet === null || facet.resource === null) {
    return { id, service, port, endpoints: null, source: 'unknown', workloads: [] };
  }
  const declared = facet.ports.find((each) => each.port === port) ?? null;
  const facts = endpointsOf(cluster, facet.resource, declared);
  return { id, service, port, endpoints: facts.ready, source: facts.source, workloads: facts.workloads };
}
