import type { Cluster } from '../../../../cluster/cluster.ts';
import { findObject } from '../../../../cluster/declared-objects.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { Destination } from '../../../../ir/destination.ts';
import { errorStatus } from '../../../../ir/status.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type { BackendObjectRef } from '../../../../resource/resource.ts';
import { resourceId } from '../../../../resource/resource-id.ts';
import { errorView } from '../compile/route-protocol.ts';
import type { AnyRoute } from '../routes.ts';
import { backendKindOf, GATEWAY_GROUP } from './backend-kinds.ts';
import { isPermitted } from './reference-grants.ts';
import type { RouteServices } from './route-services.ts';

/** The referrer: the kind and namespace of the route, and whether its parent is a Service. */
export interface Referrer {
  readonly route: AnyRoute;
  readonly mesh: boolean;
}

/**
 * Returns the target of a backendRef or a mirror. Kind, grant, existence, port and protocol are checked in
 * this order, so that a reference without permission reveals nothing about its target.
 */
export function resolveBackend(
  ref: BackendObjectRef,
  referrer: Referrer,
  cluster: Cluster,
  services: RouteServices,
  profile: Profile,
): Destination {
  const { route, mesh } = referrer;
  const group = services.groupOf(ref.group, route);
  if (group !== '' || ref.kind !== 'Service') return resolveOther({ ...ref, group }, route, cluster);
  const granted = ref.namespace === route.namespace || isPermitted(route, { ...ref, group: '' }, cluster);
  // It is open whether a grant is needed in a mesh. A reference without one is marked.
  const mark = mesh && !granted ? ({ ungranted: true } as const) : null;
  if (!granted && (!mesh || profile.meshReferenceGrant === 'required')) {
    return { ...unresolved('RefNotPermitted', 'grant', route), ...mark };
  }
  return { ...resolveService(ref, route, services), ...mark };
}

type Unresolved = Extract<Destination, { kind: 'unresolved' }>;

const INTERNAL_ERROR = 500;

/**
 * Returns a reference whose share fails: with 500, or with the status that clients of the kind of route see
 * (R-332, R-243).
 */
function unresolved(cause: Unresolved['cause'], detail: Unresolved['detail'], route: AnyRoute): Unresolved {
  const status = errorStatus(INTERNAL_ERROR, errorView(route.kind));
  return { kind: 'unresolved', cause, detail, status };
}

function resolveService(ref: BackendObjectRef, route: AnyRoute, services: RouteServices): Destination {
  const facet = services.find(namespacedName(ref.namespace, ref.name));
  if (facet === null) return unresolved('BackendNotFound', 'service', route);
  if (facet.facts.kind === 'external-name') {
    return unresolved('InvalidKind', 'external-name', route);
  }
  const ports = facet.ports.filter((each) => each.port === ref.port);
  if (ports.length === 0) return unresolved('BackendNotFound', 'port', route);
  // TCP and UDP may share a port number. The protocol of an assumed Service is unknown.
  const transport = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  const port = ports.find(({ protocol }) => protocol === transport || facet.facts.assumed);
  if (port === undefined) return unresolved('BackendNotFound', 'transport', route);
  if (!speaks(port.appProtocol, route.kind)) {
    return unresolved('UnsupportedProtocol', 'protocol', route);
  }
  return { kind: 'backend', key: { service: facet.facts.key, port: port.port, subset: null } };
}

/**
 * Returns the target for a kind other than Service: an error if the kind can never be a backend, or if the
 * bundle has other objects of its kind and not this one. Otherwise the target belongs to the
 * implementation and is not simulated.
 */
function resolveOther(ref: BackendObjectRef, route: AnyRoute, cluster: Cluster): Destination {
  const found = findObject(ref, cluster);
  const isOpen = backendKindOf(ref.group, ref.kind) === 'open' || (ref.group !== '' && found === 'declared');
  if (!isOpen) return unresolved('InvalidKind', 'kind', route);
  const what = resourceId(ref.kind, ref.group, ref.namespace, ref.name);
  const isMissing = found === 'missing' && !(ref.group === GATEWAY_GROUP && isElsewhere(ref, route, cluster));
  return isMissing ? unresolved('BackendNotFound', 'object', route) : { kind: 'not-simulated', what };
}

/**
 * Returns true if a route that another route delegates to may be outside the bundle. Both routes have the
 * same kind, so the delegating routes do not show that the bundle has the others. A name with `*` means
 * several routes.
 */
function isElsewhere(ref: BackendObjectRef, route: AnyRoute, cluster: Cluster): boolean {
  if (ref.name.includes('*')) return true;
  if (ref.kind !== route.kind) return false;
  return cluster.routes.every((each) => each.kind !== ref.kind || delegates(each));
}

function delegates(route: AnyRoute): boolean {
  return route.spec.rules.some((rule) =>
    rule.backendRefs.some(({ group, kind }) => group === GATEWAY_GROUP && kind === route.kind),
  );
}

/**
 * Returns true if the appProtocol of a backend is compatible with a kind of route. Only the
 * `kubernetes.io/` names restrict it. IANA names such as `http` do not. `wss` on an HTTPRoute needs a
 * BackendTLSPolicy.
 */
function speaks(appProtocol: string | null, kind: AnyRoute['kind']): boolean {
  if (appProtocol === 'kubernetes.io/ws') return kind === 'HTTPRoute';
  if (appProtocol === 'kubernetes.io/wss') return kind === 'TLSRoute';
  return true;
}
