import { type Cluster, keyOf } from '../cluster/cluster.ts';
import type { Destination } from '../ir/mesh-ir.ts';
import type { Profile } from '../profile/profile.ts';
import type { BackendObjectRef } from '../resource/resource.ts';
import type { AnyRoute } from './any-route.ts';
import { isPermitted } from './is-permitted.ts';
import { groupOf } from './reference-group.ts';
import type { ServiceFacets } from './service-facets.ts';

/** Who refers: the route's kind and namespace, and whether its parent is a Service. */
export interface Referrer {
  readonly route: AnyRoute;
  readonly mesh: boolean;
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
  const granted = ref.namespace === route.namespace || isPermitted(route, { ...ref, group: '' }, cluster);
  // In a mesh it is open whether a grant is needed: what lacks one says so.
  const mark = mesh && !granted ? ({ ungranted: true } as const) : null;
  if (!granted && (!mesh || profile.meshReferenceGrant === 'required')) {
    return { kind: 'unresolved', cause: 'RefNotPermitted', detail: 'grant', ...mark };
  }
  return { ...resolveService(ref, route, facets), ...mark };
}

function resolveService(ref: BackendObjectRef, route: AnyRoute, facets: ServiceFacets): Destination {
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
function speaks(appProtocol: string | null, kind: AnyRoute['kind']): boolean {
  if (appProtocol === 'kubernetes.io/ws') return kind === 'HTTPRoute';
  if (appProtocol === 'kubernetes.io/wss') return kind === 'TLSRoute';
  return true;
}
