import type { Cluster } from '../../../cluster/cluster.ts';
import { namespacedName } from '../../../ids/ids.ts';
import type { ResourceOf } from '../../../resource/kinds/kind.ts';
import { SERVICE_ENTRY, SIDECAR } from '../../../resource/kinds/rare-kinds.ts';
import type { World } from '../../dialect-compiler.ts';
import { type ResolvedRule, resolvedRules, type VirtualServiceResource } from './delegates.ts';
import { type DestinationRules, destinationRules } from './destination-rules.ts';
import { defaultExportTo, exportDefaultsOf, withExportDefault } from './export-defaults.ts';
import { type DerivedLanes, deriveLanes, type GeneratedLanes } from './lanes/derive-lanes.ts';
import { type MeshServices, meshServices } from './mesh-services.ts';
import { meshSettingsOf } from './mesh-settings.ts';
import { resolveGateway, resolveHost } from './names.ts';
import { serviceEntryHosts } from './service-entries.ts';
import { type Audience, audienceOf } from './visibility.ts';

export type SidecarResource = ResourceOf<typeof SIDECAR>;

/** A VirtualService with full names. Delegates are resolved. */
export interface MeshVirtualService {
  readonly resource: VirtualServiceResource;
  readonly id: string;
  readonly namespace: string;
  readonly hosts: readonly string[];
  readonly gateways: readonly string[];
  readonly audience: Audience;
  readonly rules: readonly ResolvedRule[];
  readonly age: Age;
  /** Null if it is written, not generated. */
  readonly lanes: GeneratedLanes | null;
}

/** What orders objects: the time of creation, then the name, then the namespace (Istio 3.3). */
export interface Age {
  /** An unknown time is the oldest. */
  readonly created: number;
  readonly name: string;
  readonly namespace: string;
}

/** The objects of Istio in a bundle, in the order of their age. */
export interface MeshConfig {
  readonly cluster: Cluster;
  readonly services: MeshServices;
  /** Those that have hosts. */
  readonly virtualServices: readonly MeshVirtualService[];
  readonly destinationRules: DestinationRules;
  readonly sidecars: readonly SidecarResource[];
  /** What happens to unknown hosts, unless a Sidecar says it (Istio 1.4). */
  readonly outbound: 'ALLOW_ANY' | 'REGISTRY_ONLY';
  /** What VirtualEnvironments derive. */
  readonly derived: DerivedLanes;
  /** Returns objects in the order of their age. */
  inOrder<R extends Aged>(resources: readonly R[]): readonly R[];
  ageOf(resource: Aged): Age;
}

type Aged = Parameters<World['ageOf']>[0] & { readonly name: string; readonly namespace: string };

export function compareAge(a: Age, b: Age): number {
  if (a.created !== b.created) return a.created - b.created;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.namespace === b.namespace ? 0 : a.namespace < b.namespace ? -1 : 1;
}

/** Returns the objects of Istio in a bundle. */
export function meshConfig(world: World): MeshConfig {
  const { cluster } = world;
  const { clusterDomain } = cluster;
  const ageOf: MeshConfig['ageOf'] = (resource) => ({
    created: world.ageOf(resource) ?? Number.NEGATIVE_INFINITY,
    name: resource.name,
    namespace: resource.namespace,
  });
  const inOrder = <R extends Aged>(resources: readonly R[]): readonly R[] =>
    [...resources].sort((a, b) => compareAge(ageOf(a), ageOf(b)));
  const derived = deriveLanes(cluster, (each) => world.ageOf(each));
  const { services, virtualServices, destinationRules: rules } = exportDefaultsOf(cluster);
  const all = withExportDefault(inOrder(derived.virtualServices), virtualServices);
  const delegates = new Map<string, VirtualServiceResource>();
  for (const each of all)
    if (each.spec.hosts.length === 0) delegates.set(namespacedName(each.namespace, each.name), each);
  const find = (namespace: string, name: string) => delegates.get(namespacedName(namespace, name)) ?? null;
  return {
    cluster,
    services: meshServices(
      world.services,
      serviceEntryHosts(withExportDefault(inOrder(cluster.resourcesOf(SERVICE_ENTRY)), services)),
      clusterDomain,
      defaultExportTo(services),
    ),
    virtualServices: all
      .filter(({ spec }) => spec.hosts.length > 0)
      .map((resource) => {
        const { id, namespace, spec } = resource;
        const gateways = spec.gateways.length === 0 ? ['mesh'] : spec.gateways;
        return {
          resource,
          id,
          namespace,
          hosts: spec.hosts.map((host) => resolveHost(host, namespace, clusterDomain)),
          gateways: gateways.map((each) => resolveGateway(each, namespace)),
          audience: audienceOf(spec.exportTo, namespace),
          rules: resolvedRules(resource, find),
          age: ageOf(resource),
          lanes: derived.generated.get(id) ?? null,
        };
      }),
    destinationRules: destinationRules(
      withExportDefault(inOrder(derived.destinationRules), rules),
      clusterDomain,
    ),
    sidecars: inOrder(cluster.resourcesOf(SIDECAR)),
    outbound: meshSettingsOf(cluster)?.outboundMode === 'REGISTRY_ONLY' ? 'REGISTRY_ONLY' : 'ALLOW_ANY',
    derived,
    inOrder,
    ageOf,
  };
}
