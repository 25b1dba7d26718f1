import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { itemsAt, labelsAt, textAt, textsAt } from './raw-values.ts';
import {
  dialledPlaces,
  EVERY_ENTRANCE,
  IN_MESH,
  type KindReach,
  type RawResource,
  type Reach,
  type ReachWorld,
  senderPlaces,
  serverPlaces,
  servicesOfHost,
  servicesPicking,
} from './reach.ts';

/** The namespace whose policies act on the whole mesh in the default configuration. */
const ROOT_NAMESPACE = 'istio-system';
const NETWORKING = 'networking.istio.io';
const SECURITY = 'security.istio.io';

/** Returns the namespaces that `exportTo` makes an object visible to. Returns null for all. */
function exportedTo({ raw, namespace }: RawResource): readonly string[] | null {
  const exported = textsAt(raw, 'spec', 'exportTo');
  if (exported.length === 0 || exported.includes('*')) return null;
  return exported.map((each) => (each === '.' ? namespace : each));
}

/**
 * Returns the reach of a VirtualService: its hosts, for clients of the mesh, and at the Gateways that it
 * names.
 */
function virtualService(object: RawResource, world: ReachWorld): readonly Reach[] {
  const { raw, namespace } = object;
  const hosts = textsAt(raw, 'spec', 'hosts');
  const gateways = textsAt(raw, 'spec', 'gateways');
  const visibleTo = exportedTo(object);
  const reaches: Reach[] = [];
  if (gateways.length === 0 || gateways.includes('mesh')) {
    const places = hosts.flatMap((host) => dialledPlaces(host, namespace, world));
    reaches.push({ places, entrances: IN_MESH, visibleTo });
  }
  const named = gateways.filter((each) => each !== 'mesh');
  const places = named.map(
    (gateway): InfluencePlace => ({
      at: 'gateway',
      gateway: gateway.includes('/') ? gateway : namespacedName(namespace, gateway),
      hosts: hosts.map((host) => (host === '*' ? null : host.toLowerCase())),
    }),
  );
  if (places.length > 0) reaches.push({ places, entrances: ['gateway'] });
  return reaches;
}

/** Returns the reach of a DestinationRule: the Services and hosts that get requests. */
function destinationRule(object: RawResource, world: ReachWorld): Reach | null {
  const host = textAt(object.raw, 'spec', 'host');
  if (host === null) return null;
  const services = servicesOfHost(host, object.namespace, world);
  return {
    places: [
      ...services.map((service): InfluencePlace => ({ at: 'backend', service, selected: false })),
      { at: 'host', pattern: host.toLowerCase() },
    ],
    entrances: [...IN_MESH, 'gateway'],
    visibleTo: exportedTo(object),
  };
}

function serviceEntry(object: RawResource, world: ReachWorld): Reach {
  const hosts = textsAt(object.raw, 'spec', 'hosts');
  return {
    places: hosts.flatMap((host) => dialledPlaces(host, object.namespace, world)),
    entrances: [...IN_MESH, 'gateway'],
    visibleTo: exportedTo(object),
  };
}

/**
 * Returns the places of a policy on Pods: by selector, by namespace, or on the whole mesh from the root
 * namespace. targetRefs are read separately.
 */
function onServers({ raw, namespace }: RawResource, world: ReachWorld): readonly InfluencePlace[] {
  if (hasField(fieldsAt(raw, 'spec'), 'targetRefs') || hasField(fieldsAt(raw, 'spec'), 'targetRef'))
    return [];
  const labels = labelsAt(raw, 'spec', 'selector', 'matchLabels');
  if (Object.keys(labels).length === 0 && namespace === ROOT_NAMESPACE) return [{ at: 'mesh' }];
  return serverPlaces(namespace, labels, world);
}

function authorizationPolicy(object: RawResource, world: ReachWorld): Reach | null {
  // AUDIT writes logs and changes no result.
  if (textAt(object.raw, 'spec', 'action') === 'AUDIT') return null;
  return { places: onServers(object, world), entrances: EVERY_ENTRANCE };
}

/**
 * Returns the reach of a PeerAuthentication. Clients in the mesh use mTLS as the servers require. Other
 * clients, and Gateways of other implementations, cannot.
 */
function peerAuthentication(object: RawResource, world: ReachWorld): Reach {
  return { places: onServers(object, world), entrances: ['outside-mesh', 'gateway'] };
}

/**
 * Returns the places of a configuration for proxies selected by labels. It acts on both ends of a request.
 */
function ofProxies({ raw, namespace }: RawResource, world: ReachWorld): readonly InfluencePlace[] {
  const labels = labelsAt(raw, 'spec', 'workloadSelector', 'labels');
  if (Object.keys(labels).length === 0 && namespace === ROOT_NAMESPACE) return [{ at: 'mesh' }];
  return [...serverPlaces(namespace, labels, world), ...senderPlaces(namespace, labels, world)];
}

/**
 * Returns the reach of a Sidecar: what the proxy of a client knows and, with `ingress`, what the proxy of a
 * server accepts.
 */
function sidecar({ raw, namespace }: RawResource, world: ReachWorld): Reach {
  const labels = labelsAt(raw, 'spec', 'workloadSelector', 'labels');
  const isOfMesh = Object.keys(labels).length === 0 && namespace === ROOT_NAMESPACE;
  const servers = itemsAt(raw, 'spec', 'ingress').length > 0 ? serverPlaces(namespace, labels, world) : [];
  return {
    places: isOfMesh ? [{ at: 'mesh' }] : [...senderPlaces(namespace, labels, world), ...servers],
    entrances: IN_MESH,
  };
}

function workloadEntry({ raw, namespace }: RawResource, world: ReachWorld): Reach {
  const places = servicesPicking(namespace, labelsAt(raw, 'spec', 'labels'), world);
  return { places, entrances: EVERY_ENTRANCE };
}

const LANE_GATEWAYS = 'kt-virtual-environment/gateways';

/**
 * Returns the reach of a VirtualEnvironment: the Services of its namespace, and the Gateways that their
 * annotations name.
 */
function virtualEnvironment({ namespace }: RawResource, { cluster }: ReachWorld): readonly Reach[] {
  const gateways = [...cluster.services.values()]
    .filter((service) => service.namespace === namespace)
    .flatMap(({ annotations }) => annotations[LANE_GATEWAYS]?.split(',') ?? []);
  const places = gateways.map(
    (gateway): InfluencePlace => ({
      at: 'gateway',
      gateway: gateway.includes('/') ? gateway : namespacedName(namespace, gateway),
      hosts: null,
    }),
  );
  return [
    { places: [{ at: 'server-namespace', namespace }], entrances: IN_MESH },
    ...(places.length === 0 ? [] : [{ places, entrances: ['gateway'] as const }]),
  ];
}

/** The kinds of Istio that can change the destination or the result of a request. */
export const ISTIO: readonly KindReach[] = [
  { group: NETWORKING, kind: 'VirtualService', read: virtualService },
  { group: NETWORKING, kind: 'DestinationRule', read: destinationRule },
  { group: NETWORKING, kind: 'ServiceEntry', read: serviceEntry },
  { group: NETWORKING, kind: 'Sidecar', read: sidecar },
  { group: NETWORKING, kind: 'WorkloadEntry', read: workloadEntry },
  {
    group: NETWORKING,
    kind: 'Gateway',
    read: ({ namespace, name }) => ({
      places: [{ at: 'gateway', gateway: namespacedName(namespace, name), hosts: null }],
      entrances: ['gateway'],
    }),
  },
  {
    group: NETWORKING,
    kind: 'EnvoyFilter',
    read: (object, world) => ({ places: ofProxies(object, world), entrances: [...IN_MESH, 'gateway'] }),
  },
  { group: SECURITY, kind: 'AuthorizationPolicy', read: authorizationPolicy },
  { group: SECURITY, kind: 'PeerAuthentication', read: peerAuthentication },
  {
    group: SECURITY,
    kind: 'RequestAuthentication',
    read: (object, world) => ({ places: onServers(object, world), entrances: EVERY_ENTRANCE }),
  },
  {
    group: 'extensions.istio.io',
    kind: 'WasmPlugin',
    read: (object, world) => ({ places: onServers(object, world), entrances: EVERY_ENTRANCE }),
  },
  {
    group: 'microservice.slime.io',
    kind: 'EnvoyPlugin',
    read: (object, world) => ({ places: ofProxies(object, world), entrances: [...IN_MESH, 'gateway'] }),
  },
  // Kt-env writes a VirtualService and a DestinationRule for each Service that its selector matches.
  {
    group: 'env.alibaba.com',
    kind: 'VirtualEnvironment',
    read: virtualEnvironment,
  },
];
