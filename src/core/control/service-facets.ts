import { type Cluster, keyOf } from '../cluster/cluster.ts';
import { readNamespacedName } from '../ids/ids.ts';
import type { ServiceFacts } from '../ir/service.ts';
import type { Profile } from '../profile/profile.ts';
import type { BackendObjectRef, RouteFilter, ServicePort, ServiceResource } from '../resource/resource.ts';
import { policiesOf } from './dialects/gateway-api/policies/policies.ts';
import { groupIn } from './dialects/gateway-api/references/reference-group.ts';
import { type AnyRoute, allRoutes, hasMatches } from './dialects/gateway-api/routes.ts';

/** A Service as routes can refer to it: declared, or assumed because references alone tell of it. */
export interface ServiceFacet {
  readonly facts: ServiceFacts;
  readonly ports: readonly ServicePort[];
  /** null when assumed. */
  readonly resource: ServiceResource | null;
}

export interface ServiceFacets {
  /** The group that a reference of a route means. */
  groupOf(group: string, route: AnyRoute): string;
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
 * Services that its references name are assumed, with the ports that they name (profile field undeclaredServices). That
 * is one rule for all kinds of routes, mirrors, external authorisation and targets of policies.
 */
export function serviceFacets(cluster: Cluster, profile: Profile): ServiceFacets {
  const assumed =
    cluster.services.size === 0 && profile.undeclaredServices === 'assume-when-none'
      ? assumedFacets(cluster, profile)
      : new Map<string, ServiceFacet>();
  return {
    groupOf: (group, route) => groupIn(group, route.sketch, profile),
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

/** What references tell of a Service that no manifest declares. */
interface Told {
  readonly ports: Set<number>;
  /** Names of ports that policies name. */
  readonly sections: Set<string>;
}

function assumedFacets(cluster: Cluster, profile: Profile): Map<string, ServiceFacet> {
  const told = new Map<string, Told>();
  const note = (namespace: string, name: string, port: number | null, section: string | null = null) => {
    const key = keyOf(namespace, name);
    const own = told.get(key) ?? { ports: new Set<number>(), sections: new Set<string>() };
    told.set(key, own);
    if (port !== null) own.ports.add(port);
    if (section !== null) own.sections.add(section);
  };
  for (const route of allRoutes(cluster)) {
    const isService = ({ group, kind }: { readonly group: string; readonly kind: string }) =>
      groupIn(group, route.sketch, profile) === '' && kind === 'Service';
    for (const ref of route.spec.parentRefs) if (isService(ref)) note(ref.namespace, ref.name, ref.port);
    for (const ref of backendsOf(route)) if (isService(ref)) note(ref.namespace, ref.name, ref.port);
  }
  for (const { targetRefs } of policiesOf(cluster)) {
    for (const { group, kind, namespace, name, sectionName } of targetRefs)
      if (group === '' && kind === 'Service') note(namespace, name, null, sectionName);
  }
  const facets = new Map<string, ServiceFacet>();
  for (const key of [...told.keys()].sort()) {
    const { namespace, name } = readNamespacedName(key);
    const { ports, sections } = told.get(key) as Told;
    const named = [...ports].sort((a, b) => a - b);
    const numbers = named.length > 0 ? named : [HTTP_PORT];
    // With one port and one name of a port there is no doubt which is meant.
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

/** Everything that a route forwards to, copies to or asks: backends, mirrors, servers of external authorisation. */
function backendsOf(route: AnyRoute): readonly BackendObjectRef[] {
  if (!hasMatches(route)) return route.spec.rules.flatMap((rule) => rule.backendRefs);
  return route.spec.rules.flatMap((rule) => [
    ...rule.backendRefs,
    ...rule.filters.flatMap(namedBy),
    ...rule.backendRefs.flatMap((ref) => ref.filters.flatMap(namedBy)),
  ]);
}

function namedBy(filter: RouteFilter): readonly BackendObjectRef[] {
  if (filter.type === 'RequestMirror') return [filter.backendRef];
  return filter.type === 'ExternalAuth' && filter.auth !== undefined ? [filter.auth.backendRef] : [];
}
