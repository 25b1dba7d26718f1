import { formatResourceId, namespacedName, readNamespacedName, readResourceId } from '../ids/ids.ts';
import type { Listener } from '../resource/gateway-resource.ts';
import type { Snapshot } from '../snapshot.ts';
import { addResource, GATEWAY_GROUP, placeForDocument } from './new-document.ts';
import type { Proposal } from './proposal.ts';
import { type Destination, destinationOf, refTo } from './route-backends.ts';

/** The maximum number of namespaces, Services or listeners that edits are offered for. */
const MOST_CHOICES = 4;

/** What new routes depend on besides the manifests. */
export interface NewRouteContext {
  readonly snapshot: Snapshot;
  /** The file that is open. */
  readonly open: string;
  /** The namespace of the client of the present request. Null if it is no client in the mesh. */
  readonly client: string | null;
  /** The Service port of the present request. */
  readonly dialled: Destination | null;
}

/** Returns the edit that adds a producer route for a Service (`ns/name`) that has none. */
export function producerEdits(service: string, context: NewRouteContext): readonly Proposal[] {
  const to = dialledPort(service, context);
  if (to === null || scopesOf(service, context).some(({ role }) => role === 'producer')) return [];
  const { namespace } = readNamespacedName(service);
  return routeTo(to, namespace, 'add-producer-route', context);
}

/**
 * Returns the edits that add a consumer route for a Service: for the namespace of the present client and for
 * some other namespaces with workloads, if they have no consumer route for it yet.
 */
export function consumerEdits(service: string, context: NewRouteContext): readonly Proposal[] {
  const to = dialledPort(service, context);
  if (to === null) return [];
  const { client, snapshot } = context;
  const namespaces = new Set([
    ...(client === null ? [] : [client]),
    ...[...snapshot.cluster.workloadsIn.keys()].sort(),
  ]);
  return [...namespaces]
    .filter((namespace) => canConsume(namespace, service, context))
    .slice(0, MOST_CHOICES)
    .flatMap((namespace) => routeTo(to, namespace, 'add-consumer-route', context));
}

/**
 * Returns the edits that add a consumer route for a namespace: for the Service of the present request and
 * for other Services with routes, if the namespace has no consumer route for them yet.
 */
export function clientEdits(namespace: string, context: NewRouteContext): readonly Proposal[] {
  const { dialled, snapshot } = context;
  const services = new Set(dialled === null ? [] : [dialled.service]);
  for (const { service, tables } of snapshot.control.ir.frontends.values())
    if (tables.length > 0) services.add(service);
  return [...services]
    .filter((service) => canConsume(namespace, service, context))
    .slice(0, MOST_CHOICES)
    .flatMap((service) => {
      const to = dialledPort(service, context);
      return to === null ? [] : routeTo(to, namespace, 'add-consumer-route', context);
    });
}

function canConsume(namespace: string, service: string, context: NewRouteContext): boolean {
  if (namespace === readNamespacedName(service).namespace) return false;
  return !scopesOf(service, context).some(
    (scope) => scope.role === 'consumer' && scope.namespace === namespace,
  );
}

function scopesOf(service: string, { snapshot }: NewRouteContext) {
  const { frontends } = snapshot.control.ir;
  return [...frontends.values()]
    .filter((frontend) => frontend.service === service)
    .flatMap(({ tables }) => tables.map(({ scope }) => scope));
}

/** Returns the port of a Service that clients in the mesh dial: that of the present request if possible. */
function dialledPort(service: string, { dialled, snapshot }: NewRouteContext): Destination | null {
  if (snapshot.control.services.find(service)?.facts.kind !== 'cluster-ip') return null;
  return destinationOf(service, dialled?.service === service ? dialled.port : null, snapshot);
}

/** Returns the edit that adds a route of a namespace for a Service port, to the Service itself. */
function routeTo(
  to: Destination,
  namespace: string,
  name: 'add-producer-route' | 'add-consumer-route',
  context: NewRouteContext,
): readonly Proposal[] {
  const { snapshot, open } = context;
  const own = readNamespacedName(to.service);
  const site = placeForDocument([formatResourceId('Service', own.namespace, own.name)], open, snapshot);
  if (site === null) return [];
  const { ports = [] } = snapshot.control.services.find(to.service) ?? {};
  const parent = {
    group: '',
    kind: 'Service',
    name: own.name,
    ...(own.namespace === namespace ? null : { namespace: own.namespace }),
    ...(ports.length > 1 ? { port: to.port } : null),
  };
  const { id, edit } = addResource(
    {
      version: 'v1',
      kind: kindFor(to.service, snapshot),
      namespace,
      words: [own.name, 'route'],
      spec: { parentRefs: [parent], rules: [{ backendRefs: [refTo(to, namespace)] }] },
    },
    site,
    snapshot,
  );
  return [{ fix: { name, args: { service: to.service, namespace }, edits: [edit] }, makes: id }];
}

/** Returns the kind of a new route for a Service: GRPCRoute if all its routes are, otherwise HTTPRoute. */
function kindFor(service: string, { control }: Snapshot): 'HTTPRoute' | 'GRPCRoute' {
  const routes = [...control.ir.frontends.values()]
    .filter((frontend) => frontend.service === service)
    .flatMap(({ tables }) => tables.flatMap((table) => table.routes));
  const isGRPC = routes.length > 0 && routes.every((route) => readResourceId(route).kind === 'GRPCRoute');
  return isGRPC ? 'GRPCRoute' : 'HTTPRoute';
}

/**
 * Returns the edits that attach a new route to the listeners of a Gateway or ListenerSet. The route is in the
 * namespace of the Gateway, or in another one with a Service if the Gateway accepts routes from there.
 */
export function gatewayEdits(gateway: string, { snapshot, open }: NewRouteContext): readonly Proposal[] {
  const found = snapshot.cluster.byId.get(gateway);
  if (found?.decoded !== true) return [];
  const { resource } = found;
  if (resource.group !== GATEWAY_GROUP) return [];
  if (resource.kind !== 'Gateway' && resource.kind !== 'ListenerSet') return [];
  const { namespace, name, kind, spec } = resource;
  const site = placeForDocument([gateway], open, snapshot);
  if (site === null) return [];
  const listeners = spec.listeners.filter(({ protocol }) => protocol === 'HTTP' || protocol === 'HTTPS');
  const backends = backendsNear(namespace, snapshot);
  const proposal = (listener: Listener, to: Destination): Proposal => {
    const own = readNamespacedName(to.service);
    const parent = {
      ...(kind === 'Gateway' ? null : { group: GATEWAY_GROUP, kind }),
      name,
      ...(own.namespace === namespace ? null : { namespace }),
      ...(spec.listeners.length > 1 ? { sectionName: listener.name } : null),
    };
    const { id, edit } = addResource(
      {
        version: 'v1',
        kind: 'HTTPRoute',
        namespace: own.namespace,
        words: [own.name, 'route'],
        spec: {
          parentRefs: [parent],
          ...(listener.hostname === null ? null : { hostnames: [listener.hostname] }),
          rules: [{ backendRefs: [refTo(to, own.namespace)] }],
        },
      },
      site,
      snapshot,
    );
    const args = { listener: listener.name, service: to.service };
    return { fix: { name: 'add-gateway-route', args, edits: [edit] }, makes: id, oneOf: listener.name };
  };
  return listeners
    .slice(0, MOST_CHOICES)
    .flatMap((listener) => backends.map((backend) => proposal(listener, backend)));
}

/** Returns the first Service of a namespace, and of a few others. */
function backendsNear(namespace: string, snapshot: Snapshot): readonly Destination[] {
  const first = new Map<string, Destination>();
  for (const { facts } of snapshot.control.services.all()) {
    if (first.has(facts.namespace)) continue;
    const to = destinationOf(namespacedName(facts.namespace, facts.name), null, snapshot);
    if (to !== null) first.set(facts.namespace, to);
  }
  const own = first.get(namespace);
  first.delete(namespace);
  return [...(own === undefined ? [] : [own]), ...first.values()].slice(0, MOST_CHOICES);
}
