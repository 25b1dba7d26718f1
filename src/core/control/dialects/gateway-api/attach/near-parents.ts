import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import type { ParentRef } from '../../../../resource/resource.ts';
import type { RouteServices } from '../references/route-services.ts';
import type { AnyRoute } from '../routes.ts';
import { namesService } from './attach-to-services.ts';
import { namesGateway } from './names-gateway.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** The difference between a parentRef and the object that it most likely means. */
export interface NearParent {
  /** The field that is wrong. */
  readonly field: 'group' | 'kind' | 'namespace';
  readonly parent: { readonly kind: ParentKind; readonly key: string };
  /** The value that the field needs. */
  readonly expected: string;
  readonly actual: string;
  /** The finding that `check` reports for it. */
  readonly finding:
    | 'parent-service-without-group'
    | 'core-group-spelled-out'
    | 'parent-kind-misspelt'
    | 'parent-gateway-is-service'
    | 'parent-service-missing'
    | 'parent-gateway-missing';
}

const PARENT_KINDS = ['Service', 'Gateway', 'ListenerSet'] as const;
type ParentKind = (typeof PARENT_KINDS)[number];

/**
 * Returns the object that a parentRef most likely means if its target does not exist: a Service without
 * `group: ""`, a kind with another spelling, a Gateway with the name of a Service, or an object with
 * that name in another namespace. Returns null if the target is in the bundle, or if no object is similar.
 */
export function nearParentOf(
  route: AnyRoute,
  ref: ParentRef,
  cluster: Cluster,
  services: RouteServices,
): NearParent | null {
  const { kind, namespace, name } = ref;
  const key = namespacedName(namespace, name);
  if (namesService(ref, route, services)) {
    if (cluster.services.has(key)) return null;
    const finding = 'parent-service-missing';
    if (cluster.gateways.has(key))
      return { field: 'kind', parent: { kind: 'Gateway', key }, expected: 'Gateway', actual: kind, finding };
    return elsewhere('Service', name, namespace, finding, (each) => cluster.services.has(each), cluster);
  }
  if (namesGateway(ref)) {
    const isDeclared = (each: string) =>
      kind === 'Gateway'
        ? cluster.gateways.has(each)
        : cluster.listenerSets.some((set) => namespacedName(set.namespace, set.name) === each);
    if (isDeclared(key)) return null;
    if (kind === 'Gateway' && cluster.services.has(key)) {
      const finding = 'parent-gateway-is-service';
      return { field: 'kind', parent: { kind: 'Service', key }, expected: 'Service', actual: kind, finding };
    }
    const meant = kind === 'Gateway' ? 'Gateway' : 'ListenerSet';
    return elsewhere(meant, name, namespace, 'parent-gateway-missing', isDeclared, cluster);
  }
  return misnamedParentOf(ref);
}

/**
 * Returns the difference for a parentRef whose group or kind can never be a parent, regardless of the bundle.
 * Returns null if group and kind are possible.
 */
export function misnamedParentOf({ group, kind, namespace, name }: ParentRef): NearParent | null {
  const key = namespacedName(namespace, name);
  // Without a group, the group of the API is meant. A Service needs the empty group.
  if (kind === 'Service' && group !== '') {
    const isSpelledOut = group === 'core' || group === 'v1';
    const finding = isSpelledOut ? 'core-group-spelled-out' : 'parent-service-without-group';
    return { field: 'group', parent: { kind, key }, expected: '', actual: group, finding };
  }
  if (group !== GATEWAY_GROUP && group !== '') return null;
  const meant = PARENT_KINDS.find((each) => each.toLowerCase() === kind.toLowerCase().replace(/s$/, ''));
  if (meant === undefined || meant === kind) return null;
  const finding = 'parent-kind-misspelt';
  return { field: 'kind', parent: { kind: meant, key }, expected: meant, actual: kind, finding };
}

/** Returns the only object with that name in another namespace. Returns null if there are several. */
function elsewhere(
  kind: ParentKind,
  name: string,
  namespace: string,
  finding: NearParent['finding'],
  isDeclared: (key: string) => boolean,
  cluster: Cluster,
): NearParent | null {
  const found = [...cluster.namespaceNames].filter((each) => isDeclared(namespacedName(each, name)));
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const parent = { kind, key: namespacedName(only, name) };
  return { field: 'namespace', parent, expected: only, actual: namespace, finding };
}
