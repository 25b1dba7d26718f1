import type { Cluster, ClusterIdentity } from '../cluster/cluster.ts';
import { endpointsOf, podAt, workloadAt } from '../cluster/endpoints.ts';
import { backendId } from '../ids/ids.ts';
import type { Backend, BackendKey } from '../ir/backend.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Frontend, FrontendId } from '../ir/proxy-config.ts';
import type { ServiceKey } from '../ir/service.ts';
import type { RouteEntry } from '../ir/table.ts';
import type { Profile } from '../profile/profile.ts';
import type { ResourceId } from '../resource/resource.ts';
import { compileProxies, type ProxySources, proxiesUnder } from './compile-proxies.ts';
import type { Attachment } from './dialects/gateway-api/attach/attach-to-services.ts';
import { passedOverRoutes } from './dialects/gateway-api/attach/passed-over-routes.ts';
import { buildGateways, ownNames, pendingGateways } from './dialects/gateway-api/compile/compile-gateways.ts';
import type { CompiledRoute } from './dialects/gateway-api/compile/compiled-route.ts';
import type { GatewayPlane } from './dialects/gateway-api/gateways/gateway-plane.ts';
import { attachPolicies } from './dialects/gateway-api/policies/attach-policies.ts';
import { spelledOutBy } from './dialects/gateway-api/references/spelled-out-group.ts';
import { type AnyRoute, allRoutes } from './dialects/gateway-api/routes.ts';
import { influencesIn } from './not-simulated/influence-reader.ts';
import type { ServiceFacets } from './service-facets.ts';
import type { BuiltService } from './service-frontends.ts';

/** What the control plane concludes from a cluster. */
export interface ControlPlane {
  readonly ir: MeshIR;
  readonly facets: ServiceFacets;
  /** Service parentRefs of all routes, in the order of the bundle. */
  readonly attachments: readonly Attachment[];
  readonly entriesOf: (route: AnyRoute) => readonly RouteEntry[];
  readonly memo: ControlMemo;
}

/** What an earlier run concluded about the mesh, for reuse where nothing it rests on has changed. */
export interface MeshMemo {
  readonly profile: Profile;
  readonly cluster: ClusterIdentity;
  readonly creationOrder: readonly ResourceId[];
  readonly attachments: ReadonlyMap<AnyRoute, readonly Attachment[]>;
  readonly compiled: ReadonlyMap<AnyRoute, CompiledRoute>;
  /** Accepted attachments by the Service they bind. */
  readonly byService: ReadonlyMap<ServiceKey, readonly Attachment[]>;
  readonly built: ReadonlyMap<ServiceKey, BuiltService>;
  readonly frontends: ReadonlyMap<FrontendId, Frontend>;
  /** The routes that this run made again; null when it was all of them. */
  readonly renewed: ReadonlySet<AnyRoute> | null;
}

/** The memo of both sides; Gateways are few and their tables are made anew. */
export interface ControlMemo extends MeshMemo {
  readonly plane: GatewayPlane;
  readonly compiledAtGateways: ReadonlyMap<AnyRoute, CompiledRoute>;
}

const NO_ENTRIES: readonly RouteEntry[] = [];
const NO_ROUTES: readonly string[] = [];

/** Puts a control plane together from its memo. */
export function assemble(cluster: Cluster, facets: ServiceFacets, memo: ControlMemo): ControlPlane {
  let attachments: readonly Attachment[] | null = null;
  return {
    ir: meshIR(cluster, facets, memo),
    facets,
    // A list of every attachment is wanted by drawings alone, and an edit need not pay for it.
    get attachments() {
      attachments ??= allRoutes(cluster).flatMap((route) => memo.attachments.get(route) ?? []);
      return attachments;
    },
    entriesOf: (route) => memo.compiled.get(route)?.entries ?? NO_ENTRIES,
    memo,
  };
}

function meshIR(cluster: Cluster, facets: ServiceFacets, memo: ControlMemo): MeshIR {
  const backends = new Map<string, Backend>();
  let policies: ReturnType<typeof attachPolicies> | null = null;
  let spelled: ReturnType<typeof spelledOutBy> | null = null;
  let influences: ReturnType<typeof influencesIn> | null = null;
  const atGateways = (route: AnyRoute) => memo.compiledAtGateways.get(route)?.entries ?? NO_ENTRIES;
  const passedOver = passedOverRoutes(
    cluster,
    facets,
    memo.plane,
    (route) => memo.attachments.get(route) ?? [],
    (route) => (memo.compiledAtGateways.get(route) ?? memo.compiled.get(route))?.entries ?? NO_ENTRIES,
  );
  const sources: ProxySources = {
    frontends: memo.frontends,
    gateways: buildGateways(memo.plane, atGateways, passedOver.atGateway, memo.profile),
    passedOverOnService: passedOver.onService,
  };
  const ir: MeshIR = {
    clusterDomain: cluster.clusterDomain,
    ...compileProxies(sources, memo.profile),
    under: (profile) => ({ ...ir, ...proxiesUnder(sources, profile) }),
    frontends: memo.frontends,
    pendingGateways: pendingGateways(memo.plane),
    ownNames: ownNames(memo.plane, new Set(cluster.gatewayClasses.keys())),
    service: (key) => facets.find(key)?.facts ?? null,
    serviceByAddress(ip) {
      const key = cluster.addresses.get(ip);
      return key === undefined ? null : (facets.find(key)?.facts ?? null);
    },
    backend(key) {
      const id = backendId(key.service, key.port, key.subset?.name ?? null);
      const known = backends.get(id);
      if (known) return known;
      const backend = backendOf(key, cluster, facets);
      backends.set(id, backend);
      return backend;
    },
    policiesOn(id) {
      policies ??= attachPolicies(cluster, facets, memo.profile);
      return policies.get(id) ?? [];
    },
    influences() {
      influences ??= influencesIn(cluster, facets);
      return influences;
    },
    podByAddress: (ip) => podAt(cluster, ip),
    workload: (key) => workloadAt(cluster, key),
    spelledOut(key) {
      spelled ??= spelledOutBy(cluster);
      return spelled.get(key) ?? NO_ROUTES;
    },
    hasNamespace: (namespace) => cluster.namespaceNames.has(namespace),
  };
  return ir;
}

function backendOf(key: BackendKey, cluster: Cluster, facets: ServiceFacets): Backend {
  const facet = facets.find(key.service);
  if (facet === null || facet.resource === null) {
    return { key, endpoints: null, source: 'unknown', workloads: [] };
  }
  const declared = facet.ports.find((each) => each.port === key.port) ?? null;
  const facts = endpointsOf(cluster, facet.resource, declared, key.subset?.labels ?? null);
  return { key, endpoints: facts.ready, source: facts.source, workloads: facts.workloads };
}
