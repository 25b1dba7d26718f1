/**
 * Creates and reads ids, with the other files of this folder. No file outside it builds or parses an id.
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

/** Returns the id of the backend of an action: `ns/name:port`, or `ns/name:port subset`. */
export function backendId(service: string, port: number, subset: string | null): string {
  return subset === null ? servicePortId(service, port) : `${servicePortId(service, port)} ${subset}`;
}

/** The kind of the classes of Ingresses in ids. A request enters through the controller of a class. */
export const INGRESS_CLASS_KIND = 'IngressClass';

/** The index of a rule in its route. `defaultBackend` is the default backend of an Ingress (I-403). */
export type RuleIndex = number | 'defaultBackend';

/** Returns a number that orders the rules of a route. The default backend is last. */
export function ruleOrder(rule: RuleIndex | null): number {
  return rule === 'defaultBackend' ? Number.MAX_SAFE_INTEGER : (rule ?? 0);
}

/**
 * Returns `KIND/ns/name#rule=0,match=1`, the id of one match of one rule of a route. Both indexes count from
 * 0. `step` distinguishes the entries of one path of an Ingress.
 */
export function entryId(route: string, rule: RuleIndex, match: number, step = 0): string {
  return `${route}#rule=${rule},match=${match}${step === 0 ? '' : `,step=${step}`}`;
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
 * Returns the text before the first separator and the text after it. The second is null when there is no
 * separator.
 */
export function cut(text: string, separator: string): readonly [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}
