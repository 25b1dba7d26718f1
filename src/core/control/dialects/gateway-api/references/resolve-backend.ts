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
  services: RouteServices,
  profile: Profile,
): Destination {
  const { route, mesh } = referrer;
  const group = services.groupOf(ref.group, route);
  if (group !== '' || ref.kind !== 'Service') return resolveOther({ ...ref, group }, route, cluster);
  const granted = ref.namespace === route.namespace || isPermitted(route, { ...ref, group: '' }, cluster);
  // In a mesh it is open whether a grant is needed: what lacks one says so.
  const mark = mesh && !granted ? ({ ungranted: true } as const) : null;
  if (!granted && (!mesh || profile.meshReferenceGrant === 'required')) {
    return { ...unresolved('RefNotPermitted', 'grant', route), ...mark };
  }
  return { ...resolveService(ref, route, services), ...mark };
}

type Unresolved = Extract<Destination, { kind: 'unresolved' }>;

const INTERNAL_ERROR = 500;

/** A reference that fails its share: 500, or what clients of the kind of route see of it. */
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
  // TCP and UDP may share a number; of an assumed Service the protocol is not known.
  const transport = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  const port = ports.find(({ protocol }) => protocol === transport || facet.facts.assumed);
  if (port === undefined) return unresolved('BackendNotFound', 'transport', route);
  if (!speaks(port.appProtocol, route.kind)) {
    return unresolved('UnsupportedProtocol', 'protocol', route);
  }
  return { kind: 'backend', key: { service: facet.facts.key, port: port.port, subset: null } };
}

/**
 * A backend that is no Service: an error where its kind can never be one, or where the bundle holds others of its kind
 * and not this one; otherwise it is the implementation's, and not simulated.
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
 * Whether a route that another one delegates to may be outside the bundle. The routes that delegate are of the same kind,
 * so they do not tell that the bundle holds the others; a name with `*` means several.
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
 * Whether a backend's appProtocol goes with a route kind. Only the `kubernetes.io/` names constrain;
 * IANA names such as `http` do not. `wss` on an HTTPRoute needs a BackendTLSPolicy.
 */
function speaks(appProtocol: string | null, kind: AnyRoute['kind']): boolean {
  if (appProtocol === 'kubernetes.io/ws') return kind === 'HTTPRoute';
  if (appProtocol === 'kubernetes.io/wss') return kind === 'TLSRoute';
  return true;
}
