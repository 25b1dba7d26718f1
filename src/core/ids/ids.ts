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
  const [first, rest] = cut(key, '/');
  return rest === null ? { namespace: '', name: first } : { namespace: first, name: rest };
}

/** `ns/name:port`, for a Service port as clients dial it and as routes forward to it. */
export function servicePortId(service: string, port: number): string {
  return `${service}:${port}`;
}

/** The Service (`ns/name`) and the port of a Service port; the port is null where the text names a Service alone. */
export function readServicePortId(id: string): { readonly service: string; readonly port: number | null } {
  const found = /^(.*):(\d+)$/.exec(id);
  return found === null ? { service: id, port: null } : { service: found[1] ?? '', port: Number(found[2]) };
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

/** The parts of the id of a resource. */
export interface ResourceIdParts {
  /** The kind as the id begins with it: with the group, where the id gives one. */
  readonly prefix: string;
  readonly kind: string;
  /** The group where the id gives one: it does for a kind that shares its name with a kind of another group. */
  readonly group: string | null;
  /** `''` for resources without a namespace. */
  readonly namespace: string;
  readonly name: string;
}

/**
 * The id of a resource: `KIND/ns/name`, or `KIND/name` without a namespace. `prefix` is the kind as ids begin with it,
 * with the group where the name of the kind is not enough (`HTTPRoute.policy.linkerd.io/ns/name`).
 */
export function formatResourceId(prefix: string, namespace: string, name: string): string {
  return namespace === '' ? `${prefix}/${name}` : `${prefix}/${namespacedName(namespace, name)}`;
}

/** The parts of a resource's id. */
export function readResourceId(id: string): ResourceIdParts {
  const [prefix, rest] = cut(id, '/');
  const [kind, group] = cut(prefix, '.');
  return { prefix, kind, group, ...readNamespacedName(rest ?? '') };
}

/** A resource's id without its kind: `ns/name`, or the name of a resource without a namespace. */
export function namespacedNameIn(id: string): string {
  return cut(id, '/')[1] ?? '';
}

/** A client as requests name it: a namespace, or a workload of it as `ns/workload`. */
export function readClientName(text: string): {
  readonly namespace: string;
  readonly workload: string | null;
} {
  const [namespace, workload] = cut(text, '/');
  return { namespace, workload };
}

/** The text before the first separator, and the text after it; null where there is none. */
function cut(text: string, separator: string): readonly [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
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
