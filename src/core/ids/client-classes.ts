import { cut, INGRESS_CLASS_KIND } from './ids.ts';

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
