import { type Cluster, keyOf } from '../cluster/cluster.ts';
import type { Destination } from '../ir/mesh-ir.ts';
import type { Profile } from '../profile/profile.ts';
import type { L4RouteResource } from '../resource/gateway-resource.ts';
import type { BackendObjectRef, ReferenceGrantResource, RouteResource } from '../resource/resource.ts';
import { groupOf } from './reference-group.ts';
import type { ServiceFacets } from './service-facets.ts';

/** Who refers: the route's kind and namespace, and whether its parent is a Service. */
export interface Referrer {
  readonly route: RouteResource | L4RouteResource;
  readonly mesh: boolean;
}

/**
 * Whether a grant permits `route` to refer to `service` of the grant's namespace: one `from` equal in group, kind and
 * namespace, and one `to` equal in group and kind whose name is absent or equal.
 */
function grants(
  grant: ReferenceGrantResource,
  route: RouteResource | L4RouteResource,
  service: string,
): boolean {
  const from = grant.spec.from.some(
    (each) => each.group === route.group && each.kind === route.kind && each.namespace === route.namespace,
  );
  if (!from) return false;
  return grant.spec.to.some(
    (each) =>
      each.group === '' &&
      each.kind === 'Service' &&
      (each.name === null || each.name === '' || each.name === service),
  );
}

/**
 * What a backendRef (or a mirror's) leads to. Checked in the order kind → grant → existence → port → protocol, so that
 * a reference that is not permitted tells nothing of what it names.
 */
export function resolveBackend(
  ref: BackendObjectRef,
  referrer: Referrer,
  cluster: Cluster,
  facets: ServiceFacets,
  profile: Profile,
): Destination {
  const { route, mesh } = referrer;
  if (groupOf(ref.group, route.sketch) !== '' || ref.kind !== 'Service') {
    return { kind: 'unresolved', cause: 'InvalidKind', detail: 'kind' };
  }
  const needsGrant =
    ref.namespace !== route.namespace && (!mesh || profile.meshReferenceGrant === 'required');
  if (needsGrant) {
    const inNamespace = cluster.grants.get(ref.namespace) ?? [];
    if (!inNamespace.some((grant) => grants(grant, route, ref.name))) {
      return { kind: 'unresolved', cause: 'RefNotPermitted', detail: 'grant' };
    }
  }
  const facet = facets.find(keyOf(ref.namespace, ref.name));
  if (facet === null) return { kind: 'unresolved', cause: 'BackendNotFound', detail: 'service' };
  if (facet.facts.kind === 'external-name') {
    return { kind: 'unresolved', cause: 'InvalidKind', detail: 'external-name' };
  }
  const port = facet.ports.find((each) => each.port === ref.port);
  if (port === undefined) return { kind: 'unresolved', cause: 'BackendNotFound', detail: 'port' };
  if (!speaks(port.appProtocol, route.kind)) {
    return { kind: 'unresolved', cause: 'UnsupportedProtocol', detail: 'protocol' };
  }
  return { kind: 'backend', id: `${facet.facts.key}:${port.port}` };
}

/**
 * Whether a backend's appProtocol goes with a route kind. Only the `kubernetes.io/` names constrain;
 * IANA names such as `http` do not. `wss` on an HTTPRoute needs a BackendTLSPolicy.
 */
function speaks(appProtocol: string | null, kind: (RouteResource | L4RouteResource)['kind']): boolean {
  if (appProtocol === 'kubernetes.io/ws') return kind === 'HTTPRoute';
  if (appProtocol === 'kubernetes.io/wss') return kind === 'TLSRoute';
  return true;
}
