/**
 * Creates and reads all ids. No other file builds or parses an id.
 *
 * | id | form | example |
 * | --- | --- | --- |
 * | namespaced name | `ns/name` | `shop/cart` |
 * | resource | `KIND/ns/name`, `KIND/name` without a namespace | `HTTPRoute/shop/cart` |
 * | Service port (frontend, backend) | `ns/name:port` | `shop/cart:80` |
 * | listener | `KIND/ns/name:listener` | `Gateway/infra/edge:web` |
 * | entry of a table | `KIND/ns/name#rule=0,match=1` | `HTTPRoute/shop/cart#rule=0,match=1` |
 * | client class | `ns=shop`, `ns=shop labels{app=web}`, `ns=*`, `outside-mesh`, `gateway=infra/edge`, `ingress=nginx` | |
 */

/** Returns `ns/name`. */
export function namespacedName(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** Returns the parts of a namespaced name. A key without a slash is a name without a namespace. */
export function readNamespacedName(key: string): { readonly namespace: string; readonly name: string } {
  const [first, rest] = cut(key, '/');
  return rest === null ? { namespace: '', name: first } : { namespace: first, name: rest };
}

/** Returns `ns/name:port`, the id of a Service port. Frontends and backends use the same form. */
export function servicePortId(service: string, port: number): string {
  return `${service}:${port}`;
}

/**
 * Returns the Service (`ns/name`) and the port of a Service port. The port is null when the text names only a
 * Service.
 */
export function readServicePortId(id: string): { readonly service: string; readonly port: number | null } {
  const found = /^(.*):(\d+)$/.exec(id);
  return found === null ? { service: id, port: null } : { service: found[1] ?? '', port: Number(found[2]) };
}

/** Returns the id of the backend of an action: `ns/name:port`, or `ns/name:port subset`. */
export function backendId(service: string, port: number, subset: string | null): string {
  return subset === null ? servicePortId(service, port) : `${servicePortId(service, port)} ${subset}`;
}

/** The kind of the Gateways of Istio in ids. */
export const ISTIO_GATEWAY_KIND = 'Gateway.networking.istio.io';

/** The kind of the classes of Ingresses in ids. A request enters through the controller of a class. */
export const INGRESS_CLASS_KIND = 'IngressClass';

/** The name of the class of Ingresses that name no class, if the bundle has no default class. */
export const NO_INGRESS_CLASS = '*';

/** A Gateway as requests name it, or the controller of a class of Ingresses. */
export interface GatewayName {
  /** `''` for a class of Ingresses. */
  readonly namespace: string;
  readonly name: string;
  /**
   * Present for a Gateway of Istio, if the request says so or no other Gateway has the name, and for a class of
   * Ingresses.
   */
  readonly kind?: typeof ISTIO_GATEWAY_KIND | typeof INGRESS_CLASS_KIND;
  readonly listener: string | null;
}

/** Returns the controller of a class of Ingresses, as a request names it. */
export function ingressClassName(name: string): GatewayName {
  return { namespace: '', name, kind: INGRESS_CLASS_KIND, listener: null };
}

/** Returns the Gateway that a text names. Returns null for a text of another form. */
export function readGatewayName(text: string): GatewayName | null {
  const ofClass = /^IngressClass\/([^/:\s]+)$/.exec(text)?.[1];
  if (ofClass !== undefined) return ingressClassName(ofClass);
  const found = /^(Gateway\.networking\.istio\.io\/)?([^/:\s]+)\/([^/:\s]+)(?::(.+))?$/.exec(text);
  if (found === null) return null;
  const [, kind, namespace = '', name = '', listener = null] = found;
  return { namespace, name, ...(kind === undefined ? null : { kind: ISTIO_GATEWAY_KIND }), listener };
}

/**
 * Returns `ns/name`, `ns/name:listener`, or one of them after the kind of a Gateway of Istio. Returns
 * `IngressClass/name` for a class of Ingresses.
 */
export function formatGatewayName({ namespace, name, kind, listener }: GatewayName): string {
  const own = namespace === '' ? name : namespacedName(namespace, name);
  return `${kind === undefined ? '' : `${kind}/`}${own}${listener === null ? '' : `:${listener}`}`;
}

/** Returns the id of the Gateway that a request names. */
export function gatewayIdOf({ namespace, name, kind }: Omit<GatewayName, 'listener'>): string {
  return formatResourceId(kind ?? 'Gateway', namespace, name);
}

/**
 * Returns `KIND/ns/name:listener`, the id of a listener of a Gateway or of a ListenerSet. The servers of a class
 * of Ingresses have no namespace: `IngressClass/nginx:http/a.example`.
 */
export function listenerId(
  kind: 'Gateway' | 'ListenerSet' | NonNullable<GatewayName['kind']>,
  namespace: string,
  name: string,
  listener: string,
): string {
  return `${formatResourceId(kind, namespace, name)}:${listener}`;
}

/** Returns the parts of the id of a listener. Returns null for an id of another form. */
export function readListenerId(id: string): {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly listener: string;
} | null {
  const found = /^([\w.]+)\/(?:([^/:]+)\/)?([^/:]+):(.+)$/.exec(id);
  if (found === null) return null;
  const [, kind = '', namespace = '', name = '', listener = ''] = found;
  return { kind, namespace, name, listener };
}

/** The index of a rule in its route. `defaultBackend` is the default backend of an Ingress (I-403). */
export type RuleIndex = number | 'defaultBackend';

/** Returns a number that orders the rules of a route. The default backend is last. */
export function ruleOrder(rule: RuleIndex | null): number {
  return rule === 'defaultBackend' ? Number.MAX_SAFE_INTEGER : (rule ?? 0);
}

/**
 * Returns `KIND/ns/name#rule=0,match=1`, the id of one match of one rule of a route. Both indexes count from
 * 0.
 */
export function entryId(route: string, rule: RuleIndex, match: number): string {
  return `${route}#rule=${rule},match=${match}`;
}

/** The parts of the id of a resource. */
export interface ResourceIdParts {
  /** The first part of the id: the kind, followed by the group if the id contains one. */
  readonly prefix: string;
  readonly kind: string;
  /** The group, if the id contains one. Ids contain the group when kinds of several groups share the name. */
  readonly group: string | null;
  /** `''` for cluster-scoped resources. */
  readonly namespace: string;
  readonly name: string;
}

/**
 * Returns the id of a resource: `KIND/ns/name`, or `KIND/name` without a namespace. `prefix` is the kind. It
 * includes the group when the name of the kind is ambiguous (`HTTPRoute.policy.linkerd.io/ns/name`).
 */
export function formatResourceId(prefix: string, namespace: string, name: string): string {
  return namespace === '' ? `${prefix}/${name}` : `${prefix}/${namespacedName(namespace, name)}`;
}

/** Returns the parts of the id of a resource. */
export function readResourceId(id: string): ResourceIdParts {
  const [prefix, rest] = cut(id, '/');
  const [kind, group] = cut(prefix, '.');
  return { prefix, kind, group, ...readNamespacedName(rest ?? '') };
}

/** Returns the id of a resource without its kind: `ns/name`, or the name of a cluster-scoped resource. */
export function namespacedNameIn(id: string): string {
  return cut(id, '/')[1] ?? '';
}

/**
 * Returns the parts of a client as requests name it: `ns`, or `ns/workload`, with `@account` for its service
 * account. The workload is null for `ns`.
 */
export function readClientName(text: string): {
  readonly namespace: string;
  readonly workload: string | null;
  readonly serviceAccount?: string;
} {
  const [client, serviceAccount] = cut(text, '@');
  const [namespace, workload] = cut(client, '/');
  return { namespace, workload, ...(serviceAccount ? { serviceAccount } : null) };
}

/**
 * Returns the text before the first separator and the text after it. The second is null when there is no
 * separator.
 */
function cut(text: string, separator: string): readonly [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The id of a client class: the clients that share one proxy configuration. */
export type ClientClass = string & { readonly __brand: 'ClientClass' };

/** Returns `ns=shop`, the class of the clients of one namespace in the mesh. */
export function namespaceClass(namespace: string): ClientClass {
  return `ns=${namespace}` as ClientClass;
}

/**
 * Returns `ns=shop labels{app=web}`, the class of the clients of a namespace whose Pods have some labels. Null is
 * a namespace that no object names.
 */
export function labelledClass(
  namespace: string | null,
  labels: Readonly<Record<string, string>>,
): ClientClass {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return (
    pairs.length === 0 ? `ns=${namespace ?? '*'}` : `ns=${namespace ?? '*'} labels{${pairs.sort().join(',')}}`
  ) as ClientClass;
}

/** Returns the name of clients of the mesh: `ns`, or `ns{app=web}`. `*` is a namespace that no object names. */
export function clientName({
  namespace,
  labels = {},
}: {
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
}): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const name = namespace === '' ? '*' : namespace;
  return pairs.length === 0 ? name : `${name}{${pairs.sort().join(',')}}`;
}

/** `ns=*`: the clients in the mesh whose namespace has no class of its own. */
export const EVERYBODY_ELSE = 'ns=*' as ClientClass;

/** The clients in the cluster whose traffic no proxy intercepts. */
export const OUTSIDE_MESH = 'outside-mesh' as ClientClass;

/**
 * Returns `gateway=infra/edge`, the class of the requests that enter through a Gateway. Returns `ingress=nginx`
 * for those that enter through the controller of a class of Ingresses.
 */
export function gatewayClass(gateway: string): ClientClass {
  const [kind, name] = cut(gateway, '/');
  return (kind === INGRESS_CLASS_KIND ? `ingress=${name}` : `gateway=${gateway}`) as ClientClass;
}

/**
 * The owner of a client class: the `namespace` of clients in the mesh (null for `ns=*`), the Gateway
 * (`ns/name`), or the clients outside the mesh.
 */
export type ClassOwner =
  | {
      readonly kind: 'mesh';
      readonly namespace: string | null;
      /** The labels of the Pods, if some labels have a configuration of their own. */
      readonly labels?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'outside-mesh' }
  | { readonly kind: 'gateway'; readonly gateway: string };

/** Returns the owner of a client class. */
export function readClientClass(of: ClientClass): ClassOwner {
  if (of === OUTSIDE_MESH) return { kind: 'outside-mesh' };
  if (of === EVERYBODY_ELSE) return { kind: 'mesh', namespace: null };
  if (of.startsWith('ingress='))
    return { kind: 'gateway', gateway: `${INGRESS_CLASS_KIND}/${of.slice('ingress='.length)}` };
  if (of.startsWith('gateway=')) return { kind: 'gateway', gateway: of.slice('gateway='.length) };
  const [, namespace = '', pairs] = /^ns=(.*?)(?: labels\{(.*)\})?$/.exec(of) ?? [];
  if (pairs === undefined) return { kind: 'mesh', namespace };
  // Labels contain no separator of this form.
  const labels = pairs.split(',').map((pair): readonly [string, string] => {
    const [key, value] = cut(pair, '=');
    return [key, value ?? ''];
  });
  const named = namespace === '*' ? null : namespace;
  return { kind: 'mesh', namespace: named, labels: Object.fromEntries(labels) };
}
