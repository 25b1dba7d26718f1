import { type Cluster, keyOf } from '../cluster/cluster.ts';
import type { ServiceFacts } from '../ir/mesh-ir.ts';
import type { Profile } from '../profile/profile.ts';
import type { ServicePort, ServiceResource } from '../resource/resource.ts';
import { groupOf } from './reference-group.ts';

/** A Service as routes can refer to it: declared, or assumed because references alone tell of it. */
export interface ServiceFacet {
  readonly facts: ServiceFacts;
  readonly ports: readonly ServicePort[];
  /** null when assumed. */
  readonly resource: ServiceResource | null;
}

export interface ServiceFacets {
  find(key: string): ServiceFacet | null;
  /** All facets, declared ones in the order of the bundle, then the assumed ones by key. */
  all(): Iterable<ServiceFacet>;
}

const facetOf = new WeakMap<ServiceResource, ServiceFacet>();

/** The facet of a declared Service; the same object as long as the resource is the same. */
function declaredFacet(service: ServiceResource): ServiceFacet {
  const known = facetOf.get(service);
  if (known) return known;
  const { spec } = service;
  const facet: ServiceFacet = {
    facts: {
      key: keyOf(service.namespace, service.name),
      namespace: service.namespace,
      name: service.name,
      kind: spec.type === 'ExternalName' ? 'external-name' : spec.headless ? 'headless' : 'cluster-ip',
      externalName: spec.externalName,
      ports: spec.ports.map((each) => each.port),
      assumed: false,
    },
    ports: spec.ports,
    resource: service,
  };
  facetOf.set(service, facet);
  return facet;
}

/**
 * The Services that routes can refer to. A bundle that declares no Service at all is taken for half a cluster: the
 * Services that its references name are assumed, with the ports that they name (profile field undeclaredServices).
 */
export function serviceFacets(cluster: Cluster, profile: Profile): ServiceFacets {
  const assumed =
    cluster.services.size === 0 && profile.undeclaredServices === 'assume-when-none'
      ? assumedFacets(cluster)
      : new Map<string, ServiceFacet>();
  return {
    find(key) {
      const service = cluster.services.get(key);
      return service ? declaredFacet(service) : (assumed.get(key) ?? null);
    },
    *all() {
      for (const service of cluster.services.values()) yield declaredFacet(service);
      yield* assumed.values();
    },
  };
}

const HTTP_PORT = 80;

function assumedFacets(cluster: Cluster): Map<string, ServiceFacet> {
  const ports = new Map<string, Set<number>>();
  const note = (namespace: string, name: string, port: number | null) => {
    const key = keyOf(namespace, name);
    const known = ports.get(key);
    const set = known ?? new Set<number>();
    if (!known) ports.set(key, set);
    if (port !== null) set.add(port);
  };
  for (const route of cluster.routes) {
    for (const ref of route.spec.parentRefs) {
      if (groupOf(ref.group, route.sketch) === '' && ref.kind === 'Service')
        note(ref.namespace, ref.name, ref.port);
    }
    for (const rule of route.spec.rules) {
      for (const ref of rule.backendRefs) {
        if (groupOf(ref.group, route.sketch) === '' && ref.kind === 'Service')
          note(ref.namespace, ref.name, ref.port);
      }
    }
  }
  const facets = new Map<string, ServiceFacet>();
  for (const key of [...ports.keys()].sort()) {
    const [namespace, name] = key.split('/') as [string, string];
    const named = [...(ports.get(key) as Set<number>)].sort((a, b) => a - b);
    const numbers = named.length > 0 ? named : [HTTP_PORT];
    facets.set(key, {
      facts: {
        key,
        namespace,
        name,
        kind: 'cluster-ip',
        externalName: null,
        ports: numbers,
        assumed: true,
      },
      ports: numbers.map((port) => ({
        name: '',
        port,
        targetPort: port,
        protocol: 'TCP',
        appProtocol: null,
        nodePort: null,
      })),
      resource: null,
    });
  }
  return facets;
}
