/**
 * The one place that makes and reads ids. Everything else passes them on as they are.
 *
 * | id | form | example |
 * | --- | --- | --- |
 * | namespaced name | `ns/name` | `shop/cart` |
 * | resource | `KIND/ns/name`, `KIND/name` without a namespace | `HTTPRoute/shop/cart` |
 * | Service port (frontend, backend) | `ns/name:port` | `shop/cart:80` |
 * | listener | `KIND/ns/name:listener` | `Gateway/infra/edge:web` |
 * | entry of a table | `KIND/ns/name#rule=0,match=1` | `HTTPRoute/shop/cart#rule=0,match=1` |
 * | client class | `ns=shop`, `ns=*`, `outside-mesh`, `gateway=infra/edge` | |
 */

/** `ns/name`. */
export function namespacedName(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** The parts of a namespaced name; a key without a slash is a name without a namespace. */
export function readNamespacedName(key: string): { readonly namespace: string; readonly name: string } {
  const slash = key.indexOf('/');
  return slash < 0
    ? { namespace: '', name: key }
    : { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}

/** `ns/name:port`, for a Service port as clients dial it and as routes forward to it. */
export function servicePortId(service: string, port: number): string {
  return `${service}:${port}`;
}

/** `ns/name:port`, or `ns/name:port subset`, for what an action forwards to. */
export function backendId(service: string, port: number, subset: string | null): string {
  return subset === null ? servicePortId(service, port) : `${servicePortId(service, port)} ${subset}`;
}

/** `KIND/ns/name:listener`, for a listener of a Gateway or of a ListenerSet. */
export function listenerId(
  kind: 'Gateway' | 'ListenerSet',
  namespace: string,
  name: string,
  listener: string,
): string {
  return `${kind}/${namespace}/${name}:${listener}`;
}

/** The parts of a listener's id; null for an id of another form. */
export function readListenerId(id: string): {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly listener: string;
} | null {
  const found = /^(\w+)\/([^/]+)\/([^/:]+):(.+)$/.exec(id);
  if (found === null) return null;
  const [, kind = '', namespace = '', name = '', listener = ''] = found;
  return { kind, namespace, name, listener };
}

/** `KIND/ns/name#rule=0,match=1`, for one match of one rule of a route. */
export function entryId(route: string, rule: number, match: number): string {
  return `${route}#rule=${rule},match=${match}`;
}

/** The parts of a resource's id; the namespace is '' for one without. */
export function readResourceId(id: string): {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
} {
  const first = id.indexOf('/');
  const second = id.indexOf('/', first + 1);
  return second < 0
    ? { kind: id.slice(0, Math.max(first, 0)), namespace: '', name: id.slice(first + 1) }
    : { kind: id.slice(0, first), namespace: id.slice(first + 1, second), name: id.slice(second + 1) };
}

/** Clients that have the same proxy configuration share one class. */
export type ClientClass = string & { readonly __brand: 'ClientClass' };

/** `ns=shop`: the clients of one namespace in the mesh. */
export function namespaceClass(namespace: string): ClientClass {
  return `ns=${namespace}` as ClientClass;
}

/** `ns=*`: every client in the mesh whose namespace has no class of its own. */
export const EVERYBODY_ELSE = 'ns=*' as ClientClass;

/** Clients in the cluster whose traffic no proxy of their own intercepts. */
export const OUTSIDE_MESH = 'outside-mesh' as ClientClass;

/** `gateway=infra/edge`: the requests that enter through a Gateway. */
export function gatewayClass(gateway: string): ClientClass {
  return `gateway=${gateway}` as ClientClass;
}

/** Whose class it is: `namespace` of clients in the mesh (null: everybody else), or the Gateway (`ns/name`). */
export type ClassOwner =
  | { readonly kind: 'mesh'; readonly namespace: string | null }
  | { readonly kind: 'outside-mesh' }
  | { readonly kind: 'gateway'; readonly gateway: string };

/** The owner of a client class. */
export function readClientClass(of: ClientClass): ClassOwner {
  if (of === OUTSIDE_MESH) return { kind: 'outside-mesh' };
  if (of === EVERYBODY_ELSE) return { kind: 'mesh', namespace: null };
  return of.startsWith('gateway=')
    ? { kind: 'gateway', gateway: of.slice('gateway='.length) }
    : { kind: 'mesh', namespace: of.slice('ns='.length) };
}
