import type { Cluster } from '../cluster/cluster.ts';
import { namespacedName } from '../ids/ids.ts';
import type { ServiceFacts } from '../ir/service.ts';
import type { Profile } from '../profile/profile.ts';
import type { ServicePort, ServiceResource } from '../resource/resource.ts';

/** A Service that routes can refer to: declared, or assumed because only references name it. */
export interface ServiceFacet {
  readonly facts: ServiceFacts;
  readonly ports: readonly ServicePort[];
  /** Null if it is assumed. */
  readonly resource: ServiceResource | null;
}

/** The Services that routes can refer to. `find` takes `ns/name` and returns null for an unknown Service. */
export interface ServiceFacets {
  find(key: string): ServiceFacet | null;
  /** Returns all facets: declared ones in the order of the bundle, then assumed ones by key. */
  all(): Iterable<ServiceFacet>;
}

const facetOf = new WeakMap<ServiceResource, ServiceFacet>();

/** Returns the facet of a declared Service. It is the same object as long as the resource is the same. */
function declaredFacet(service: ServiceResource): ServiceFacet {
  const known = facetOf.get(service);
  if (known) return known;
  const { spec } = service;
  const facet: ServiceFacet = {
    facts: {
      key: namespacedName(service.namespace, service.name),
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

/** A Service that a reference names, with the details in the reference. */
export interface NamedService {
  readonly namespace: string;
  readonly name: string;
  readonly port: number | null;
  /** The name of one of its ports. Null if the reference names none. */
  readonly section: string | null;
}

/**
 * Returns the Services that routes can refer to. If a bundle declares no Service, it is probably only a part
 * of a cluster. The Services that its references name are then assumed, with the ports that they name
 * (profile field undeclaredServices). `named` is called only then.
 */
export function serviceFacets(
  cluster: Cluster,
  profile: Profile,
  named: () => readonly NamedService[],
): ServiceFacets {
  const assumed =
    cluster.services.size === 0 && profile.undeclaredServices === 'assume-when-none'
      ? assumedFacets(named())
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

/** What references show about a Service that no manifest declares. */
interface Told {
  readonly namespace: string;
  readonly name: string;
  readonly ports: Set<number>;
  /** The names of ports in policies. */
  readonly sections: Set<string>;
}

function assumedFacets(named: readonly NamedService[]): Map<string, ServiceFacet> {
  const told = new Map<string, Told>();
  for (const { namespace, name, port, section } of named) {
    const key = namespacedName(namespace, name);
    const own = told.get(key) ?? { namespace, name, ports: new Set<number>(), sections: new Set<string>() };
    told.set(key, own);
    if (port !== null) own.ports.add(port);
    if (section !== null) own.sections.add(section);
  }
  const facets = new Map<string, ServiceFacet>();
  for (const key of [...told.keys()].sort()) {
    const { namespace, name, ports, sections } = told.get(key) as Told;
    const numbers = ports.size > 0 ? [...ports].sort((a, b) => a - b) : [HTTP_PORT];
    // One port number and one port name belong to the same port.
    const [portName = ''] = numbers.length === 1 && sections.size === 1 ? sections : [];
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
        name: portName,
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
