import { namespacedName } from '../../ids/ids.ts';
import type { Entrance, InfluencePlace } from '../../ir/influence.ts';
import type { DecodedResource } from '../../resource/decoded-resource.ts';
import { SERVICE_ENTRY } from '../../resource/kinds/rare-kinds.ts';
import type { WorkloadResource } from '../../resource/resource.ts';
import { isServiceEntry } from './influence-reader.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { itemsAt } from './raw-values.ts';
import { EVERY_ENTRANCE, IN_MESH, type ReachWorld, senderPlaces, serverPlaces } from './reach.ts';
import { specPlaceholder } from './spec-placeholder.ts';

/** The object that carries a setting. */
type Carrier = 'Service' | 'route' | 'Gateway' | 'Namespace' | 'workload';

/** The end of a request on which a setting of a Service, a Namespace or a workload acts. */
type Side = 'dialled' | 'delivered' | 'sender' | 'both';

interface Setting {
  /** An annotation or label. A key that ends in `/`, `.` or `-` matches all keys with this prefix. */
  readonly key: string;
  readonly on: readonly Carrier[];
  readonly side: Side;
  readonly entrances: readonly Entrance[];
  /** Returns true for the values with which it acts. Absent if it acts with all values. */
  readonly acts?: (value: string) => boolean;
}

const POD: readonly Carrier[] = ['Namespace', 'workload'];
const POD_OR_SERVICE: readonly Carrier[] = ['Namespace', 'workload', 'Service'];

/** Annotations and labels of meshes and Gateways that change the result of a request. */
export const SETTINGS: readonly Setting[] = [
  { key: 'timeout.linkerd.io/', on: ['Service', 'route'], side: 'dialled', entrances: IN_MESH },
  { key: 'retry.linkerd.io/', on: ['Service', 'route'], side: 'dialled', entrances: IN_MESH },
  { key: 'balancer.linkerd.io/failure-accrual', on: ['Service'], side: 'dialled', entrances: IN_MESH },
  { key: 'config.linkerd.io/opaque-ports', on: POD_OR_SERVICE, side: 'both', entrances: EVERY_ENTRANCE },
  { key: 'config.linkerd.io/skip-outbound-ports', on: POD, side: 'sender', entrances: IN_MESH },
  { key: 'config.linkerd.io/skip-inbound-ports', on: POD, side: 'delivered', entrances: EVERY_ENTRANCE },
  {
    key: 'config.linkerd.io/default-inbound-policy',
    on: POD,
    side: 'delivered',
    entrances: EVERY_ENTRANCE,
    acts: (value) => value !== 'all-unauthenticated',
  },
  {
    key: 'linkerd.io/inject',
    on: POD,
    side: 'both',
    entrances: IN_MESH,
    acts: (value) => value === 'disabled',
  },
  {
    key: 'sidecar.istio.io/inject',
    on: ['workload'],
    side: 'both',
    entrances: IN_MESH,
    acts: (value) => value === 'false',
  },
  {
    key: 'istio-injection',
    on: ['Namespace'],
    side: 'both',
    entrances: IN_MESH,
    acts: (value) => value === 'disabled',
  },
  { key: 'traffic.sidecar.istio.io/', on: ['workload'], side: 'both', entrances: IN_MESH },
  {
    key: 'networking.istio.io/exportTo',
    on: ['Service'],
    side: 'dialled',
    entrances: IN_MESH,
    acts: (value) => value !== '*',
  },
  {
    key: 'istio.io/use-waypoint',
    on: POD_OR_SERVICE,
    side: 'dialled',
    entrances: IN_MESH,
    acts: (value) => value !== 'none',
  },
  {
    key: 'kuma.io/sidecar-injection',
    on: POD,
    side: 'both',
    entrances: IN_MESH,
    acts: (value) => value === 'disabled' || value === 'false',
  },
  { key: 'traffic.kuma.io/exclude-', on: ['workload'], side: 'both', entrances: IN_MESH },
  {
    key: 'ingress.kubernetes.io/service-upstream',
    on: ['Service'],
    side: 'delivered',
    entrances: ['gateway'],
  },
  {
    key: 'consul.hashicorp.com/connect-inject',
    on: ['workload'],
    side: 'both',
    entrances: IN_MESH,
    acts: (value) => value === 'false',
  },
  { key: 'consul.hashicorp.com/transparent-proxy', on: POD, side: 'both', entrances: IN_MESH },
  { key: 'service.cilium.io/', on: ['Service'], side: 'dialled', entrances: EVERY_ENTRANCE },
  { key: 'konghq.com/', on: ['Service', 'route'], side: 'delivered', entrances: ['gateway'] },
  {
    key: 'traefik.ingress.kubernetes.io/',
    on: ['Service', 'route'],
    side: 'delivered',
    entrances: ['gateway'],
  },
  { key: 'projectcontour.io/', on: ['Service', 'route'], side: 'delivered', entrances: ['gateway'] },
  { key: 'haproxy.org/', on: ['Service', 'route'], side: 'delivered', entrances: ['gateway'] },
  { key: 'nginx.org/', on: ['Service', 'route'], side: 'delivered', entrances: ['gateway'] },
  { key: 'cloud.google.com/backend-config', on: ['Service'], side: 'delivered', entrances: ['gateway'] },
];

/** A setting of a resource, with the places on which it acts. */
export interface FoundSetting {
  readonly setting: string;
  readonly places: readonly InfluencePlace[];
  readonly entrances: readonly Entrance[];
}

/**
 * Returns the annotations, labels and fields of a simulated kind that act on requests and are not simulated.
 */
export function settingsOf(resource: DecodedResource, world: ReachWorld): readonly FoundSetting[] {
  const carrier = carrierOf(resource);
  if (carrier === null) return [];
  const found: FoundSetting[] = [
    ...fieldsOf(resource),
    ...placeholdersOf(resource),
    ...serviceEntriesOf(resource, world),
  ];
  const written = { ...resource.labels, ...resource.annotations, ...podMetadata(resource) };
  for (const [key, value] of Object.entries(written)) {
    for (const each of SETTINGS) {
      if (!each.on.includes(carrier) || !isKey(each.key, key) || each.acts?.(value) === false) continue;
      const places = placesOf(resource, carrier, each.side, world);
      found.push({ setting: key, places, entrances: each.entrances });
    }
  }
  return found;
}

function isKey(known: string, key: string): boolean {
  return /[/.-]$/.test(known) || known.endsWith('transparent-proxy') ? key.startsWith(known) : key === known;
}

function carrierOf(resource: DecodedResource): Carrier | null {
  return CARRIERS.get(resource.kind) ?? (isWorkload(resource) ? 'workload' : null);
}

/** By kind, without workloads. */
const CARRIERS: ReadonlyMap<DecodedResource['kind'], Carrier> = new Map([
  ['Service', 'Service'],
  ['Gateway', 'Gateway'],
  ['Namespace', 'Namespace'],
  ['HTTPRoute', 'route'],
  ['GRPCRoute', 'route'],
  ['TLSRoute', 'route'],
  ['TCPRoute', 'route'],
  ['UDPRoute', 'route'],
]);

function isWorkload(resource: DecodedResource): resource is WorkloadResource {
  return 'podLabels' in resource.spec;
}

function podMetadata(resource: DecodedResource): Readonly<Record<string, string>> {
  return isWorkload(resource) ? { ...resource.spec.podLabels, ...resource.spec.podAnnotations } : {};
}

function placesOf(
  resource: DecodedResource,
  carrier: Carrier,
  side: Side,
  world: ReachWorld,
): readonly InfluencePlace[] {
  const { name, namespace } = resource;
  switch (carrier) {
    case 'route':
      return [{ at: 'route', route: resource.id }];
    case 'Gateway':
      return [{ at: 'gateway', gateway: namespacedName(namespace, name), hosts: null }];
    case 'Service': {
      const service = namespacedName(namespace, name);
      const dialled: InfluencePlace = { at: 'frontend', service };
      const delivered: InfluencePlace = { at: 'backend', service, selected: false };
      return side === 'dialled' ? [dialled] : side === 'both' ? [dialled, delivered] : [delivered];
    }
    case 'Namespace':
      return [
        ...(side === 'sender' ? [] : serverPlaces(name, {}, world)),
        ...(side === 'sender' || side === 'both' ? senderPlaces(name, {}, world) : []),
      ];
    case 'workload': {
      const labels = isWorkload(resource) ? resource.spec.podLabels : {};
      const workload = namespacedName(namespace, name);
      const sender: InfluencePlace = { at: 'sender', namespace, workloads: [workload], open: false };
      // No Service selects Pods without labels. Only their addresses lead to them.
      const servers: readonly InfluencePlace[] =
        Object.keys(labels).length === 0
          ? [{ at: 'server', workload }]
          : serverPlaces(namespace, labels, world);
      return [
        ...(side === 'sender' ? [] : servers),
        ...(side === 'sender' || side === 'both' ? [sender] : []),
      ];
    }
    default:
      return carrier satisfies never;
  }
}

/** Returns the fields of simulated kinds that configure something that is not simulated. */
function fieldsOf(resource: DecodedResource): readonly FoundSetting[] {
  const { name, namespace } = resource;
  if (resource.kind === 'Service') {
    const spec = fieldsAt(resource.raw, 'spec');
    if (spec.internalTrafficPolicy !== 'Local') return [];
    const places: readonly InfluencePlace[] = [{ at: 'frontend', service: namespacedName(namespace, name) }];
    return [{ setting: 'spec.internalTrafficPolicy', places, entrances: IN_MESH }];
  }
  if (resource.kind === 'Gateway') {
    // A client without a matching certificate is refused before any route.
    const frontend = fieldsAt(resource.raw, 'spec', 'tls', 'frontend');
    const validates =
      hasField(fieldsAt(frontend, 'default'), 'validation') ||
      itemsAt(frontend, 'perPort').some((each) => hasField(fieldsAt(each, 'tls'), 'validation'));
    if (!validates) return [];
    const places: readonly InfluencePlace[] = [
      { at: 'gateway', gateway: namespacedName(namespace, name), hosts: null },
    ];
    return [{ setting: 'spec.tls.frontend', places, entrances: ['gateway'] }];
  }
  return [];
}

/** Returns a route with ServiceEntries of Istio as parents. It may act on requests to their hosts. */
function serviceEntriesOf(resource: DecodedResource, { cluster }: ReachWorld): readonly FoundSetting[] {
  if (!('parentRefs' in resource.spec)) return [];
  const places = resource.spec.parentRefs.filter(isServiceEntry).flatMap(({ namespace, name }) =>
    cluster
      .resourcesOf(SERVICE_ENTRY)
      .filter((entry) => entry.namespace === namespace && entry.name === name)
      .flatMap(({ spec }) =>
        spec.hosts.map((host): InfluencePlace => ({ at: 'host', pattern: host.toLowerCase() })),
      ),
  );
  return places.length === 0 ? [] : [{ setting: 'spec.parentRefs', places, entrances: IN_MESH }];
}

/** Returns a route with a placeholder. The requests that it matches are unknown at every parent. */
function placeholdersOf(resource: DecodedResource): readonly FoundSetting[] {
  const placeholder = specPlaceholder(resource);
  if (placeholder === null || !('parentRefs' in resource.spec)) return [];
  const places = resource.spec.parentRefs.map(({ kind, namespace, name }): InfluencePlace => {
    const key = namespacedName(namespace, name);
    return kind === 'Service'
      ? { at: 'frontend', service: key }
      : { at: 'gateway', gateway: key, hosts: null };
  });
  return [{ setting: placeholder, places, entrances: [...EVERY_ENTRANCE, 'unresolved'] }];
}
