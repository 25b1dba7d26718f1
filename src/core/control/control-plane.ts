import type { Cluster, ClusterIdentity } from '../cluster/cluster.ts';
import { endpointsOf, podAt, workloadAt } from '../cluster/endpoints.ts';
import { backendId } from '../ids/ids.ts';
import type { Backend, BackendKey } from '../ir/backend.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import type { Frontend, FrontendId } from '../ir/proxy-config.ts';
import type { ServiceKey } from '../ir/service.ts';
import type { Profile } from '../profile/profile.ts';
import { type TableField, type TableRules, tableRulesKey } from '../profile/table-rules.ts';
import type { DecodedResource } from '../resource/decoded-resource.ts';
import type { ResourceId } from '../resource/resource.ts';
import { type Proxies, type ProxySources, proxyCompiler } from './compile-proxies.ts';
import type { CompiledDialect } from './dialect-compiler.ts';
import type { MergePolicy } from './merge/merge-policy.ts';
import { influencesIn } from './not-simulated/influence-reader.ts';
import { targetRefsIn } from './policy-target.ts';
import type { ServiceFacets } from './service-facets.ts';
import type { ServiceFrontends } from './service-frontends.ts';
import type { UnitMemory } from './unit-memory.ts';

/** The results of the control plane for a cluster. */
export interface ControlPlane {
  readonly ir: MeshIR;
  readonly services: ServiceFacets;
  /** The compiled resources of each dialect, by its name. */
  readonly compiled: ReadonlyMap<string, CompiledDialect>;
  readonly memo: ControlMemo;
}

/** The results of an earlier run, for reuse where their inputs did not change. */
export interface ControlMemo {
  readonly profile: Profile;
  readonly cluster: ClusterIdentity;
  readonly creationOrder: readonly ResourceId[];
  readonly compiled: ReadonlyMap<string, CompiledDialect>;
  readonly byService: UnitMemory<ServiceKey, ServiceFrontends>;
  readonly frontends: ReadonlyMap<FrontendId, Frontend>;
  /** The fields of the profile that the tables depend on. An edit never removes a field. */
  readonly dependsOn: Set<TableField>;
}

/** Returns the IR with tables of another profile. */
type Recompile = (rules: TableRules) => MeshIR;

/** Returns a control plane from its memo. */
export function assemble(
  cluster: Cluster,
  services: ServiceFacets,
  memo: ControlMemo,
  merge: MergePolicy,
  recompile: Recompile,
): ControlPlane {
  return { ir: meshIR(cluster, services, memo, merge, recompile), services, compiled: memo.compiled, memo };
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

function meshIR(
  cluster: Cluster,
  services: ServiceFacets,
  memo: ControlMemo,
  merge: MergePolicy,
  recompile: Recompile,
): MeshIR {
  const backends = new Map<string, Backend>();
  let influences: ReturnType<typeof influencesIn> | null = null;
  const dialects = [...memo.compiled.values()];
  const otherEndpoints = dialects.some((dialect) => dialect.otherEndpoints === true);
  const sources: ProxySources = {
    frontends: memo.frontends,
    gateways: joined(dialects.map((dialect) => dialect.gateways?.() ?? NONE)),
    merge,
    mesh: dialects.find(({ clients }) => clients !== undefined)?.clients ?? null,
    passedOverOnService: (key) => dialects.flatMap((dialect) => dialect.passedOverOnService?.(key) ?? []),
  };
  const proxiesUnder = proxyCompiler(sources);
  const others = new Map<Proxies, MeshIR>();
  const ownTables = tableRulesKey(memo.profile);
  const recompiled = new Map<string, MeshIR>();
  const ir: MeshIR = {
    clusterDomain: cluster.clusterDomain,
    ...proxiesUnder(memo.profile),
    dependsOn: memo.dependsOn,
    under(profile) {
      const tables = tableRulesKey(profile);
      if (tables !== ownTables) {
        const other = recompiled.get(tables) ?? recompile(profile);
        recompiled.set(tables, other);
        return other.under(profile);
      }
      const proxies = proxiesUnder(profile);
      const known = others.get(proxies) ?? { ...ir, ...proxies };
      others.set(proxies, known);
      return known;
    },
    frontends: memo.frontends,
    hosts: joined(dialects.map((dialect) => dialect.hosts?.() ?? NONE)),
    pendingGateways: joined(dialects.map((dialect) => dialect.pendingGateways?.() ?? NONE)),
    ownNames: joined(dialects.map((dialect) => dialect.ownNames?.() ?? NONE)),
    service: (key) => services.find(key)?.facts ?? null,
    serviceByAddress(ip) {
      const key = cluster.addresses.get(ip);
      return key === undefined ? null : (services.find(key)?.facts ?? null);
    },
    backend(key) {
      const id = backendId(key.service, key.port, key.subset?.name ?? null);
      const known = backends.get(id);
      if (known) return known;
      const backend = dialects.reduce(
        (made, dialect) => dialect.backend?.(made) ?? made,
        backendOf(key, cluster, services, otherEndpoints),
      );
      backends.set(id, backend);
      return backend;
    },
    hasPolicies: () => targetRefsIn(cluster).length > 0,
    policiesOn: (id) => dialects.flatMap((dialect) => dialect.policiesOn?.(id) ?? []),
    influences() {
      const unsimulated = (resource: DecodedResource) => {
        for (const dialect of dialects) {
          const found = dialect.unsimulated?.(resource) ?? null;
          if (found !== null) return found;
        }
        return null;
      };
      const isSimulated = (setting: string) =>
        dialects.some((dialect) => dialect.simulatedSettings?.has(setting) === true);
      influences ??= influencesIn(cluster, services, unsimulated, isSimulated);
      return influences;
    },
    podByAddress: (ip) => podAt(cluster, ip),
    workload: (key) => workloadAt(cluster, key),
    spelledOut: (key) => dialects.flatMap((dialect) => dialect.spelledOut?.(key) ?? []),
    access: dialects.find(({ access }) => access !== undefined)?.access ?? null,
    readsLabels: (client) => sources.mesh?.readsLabels(client) ?? false,
    distinctClients: (other) => sources.mesh?.distinctClients(other) ?? [],
    unknownHeader: (client) => sources.mesh?.unknownHeader(client) ?? null,
    hasNamespace: (namespace) => cluster.namespaceNames.has(namespace),
  };
  return ir;
}

function joined<Value>(maps: readonly ReadonlyMap<string, Value>[]): ReadonlyMap<string, Value> {
  const [only, ...others] = maps;
  if (only !== undefined && others.length === 0) return only;
  return new Map(maps.flatMap((map) => [...map]));
}

function backendOf(
  key: BackendKey,
  cluster: Cluster,
  services: ServiceFacets,
  otherEndpoints: boolean,
): Backend {
  const facet = services.find(key.service);
  if (facet === null || facet.resource === null) {
    return { key, endpoints: null, source: 'unknown', workloads: [] };
  }
  const declared = facet.ports.find((each) => each.port === key.port) ?? null;
  const facts = endpointsOf(cluster, facet.resource, declared, key.subset?.labels ?? null);
  const open = otherEndpoints && facts.source === 'no-selector';
  const isUnmatched = facts.source === 'unknown' && key.subset === null && cluster.workloads.size > 0;
  const source = isUnmatched ? 'unmatched' : facts.source;
  return { key, endpoints: open ? null : facts.ready, source, workloads: facts.workloads };
}
