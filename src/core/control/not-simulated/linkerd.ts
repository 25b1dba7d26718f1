import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { own } from '../../text/own.ts';
import { fieldsAt } from './raw-fields.ts';
import { itemsAt, labelsAt, textAt } from './raw-values.ts';
import {
  EVERY_ENTRANCE,
  IN_MESH,
  type KindReach,
  type RawResource,
  type Reach,
  type ReachWorld,
  serverPlaces,
  serviceOfHost,
  servicesPicking,
} from './reach.ts';

const POLICY = 'policy.linkerd.io';

/**
 * Returns the reach of a ServiceProfile. Its name is the full name of the Service. It applies to clients in
 * the namespace of the Service and in its own.
 */
function serviceProfile({ name, namespace }: RawResource, world: ReachWorld): Reach {
  const service = serviceOfHost(name, namespace, world);
  const own = service === null || service.startsWith(`${namespace}/`);
  return {
    places: service === null ? [{ at: 'host', pattern: name.toLowerCase() }] : [{ at: 'frontend', service }],
    entrances: IN_MESH,
    visibleTo: own ? null : [namespace],
  };
}

/**
 * Returns the reach of a route of Linkerd's own group: the Services that it names as parents. A route on a
 * Server acts on the Pods of the Server.
 */
function route({ raw, namespace }: RawResource, world: ReachWorld): readonly Reach[] {
  const places: InfluencePlace[] = [];
  const servers: InfluencePlace[] = [];
  for (const parent of itemsAt(raw, 'spec', 'parentRefs')) {
    const name = textAt(parent, 'name');
    if (name === null) continue;
    const of = textAt(parent, 'namespace') ?? namespace;
    if (textAt(parent, 'kind') === 'Service')
      places.push({ at: 'frontend', service: namespacedName(of, name) });
    if (textAt(parent, 'kind') === 'Server') servers.push(...placesOfServer(of, name, world));
  }
  return [
    { places, entrances: IN_MESH },
    { places: servers, entrances: EVERY_ENTRANCE },
  ];
}

function placesOfServer(namespace: string, name: string, world: ReachWorld): readonly InfluencePlace[] {
  const server = world.cluster.others.find(
    (each) =>
      each.group === POLICY && each.kind === 'Server' && each.namespace === namespace && each.name === name,
  );
  return server === undefined ? [] : placesOfPods(server, world);
}

function placesOfPods({ raw, namespace }: RawResource, world: ReachWorld): readonly InfluencePlace[] {
  return serverPlaces(namespace, labelsAt(raw, 'spec', 'podSelector', 'matchLabels'), world);
}

/** Returns the reach of a ServerAuthorization: the Pods of the Servers that it names or selects. */
function serverAuthorization({ raw, namespace }: RawResource, world: ReachWorld): Reach {
  const name = textAt(raw, 'spec', 'server', 'name');
  const labels = Object.entries(labelsAt(raw, 'spec', 'server', 'selector', 'matchLabels'));
  const servers = world.cluster.others.filter(
    (each) =>
      each.group === POLICY &&
      each.kind === 'Server' &&
      each.namespace === namespace &&
      (name === null ? labels.every(([key, value]) => own(each.labels, key) === value) : each.name === name),
  );
  return { places: servers.flatMap((each) => placesOfPods(each, world)), entrances: EVERY_ENTRANCE };
}

function egressNetwork({ raw }: RawResource): Reach | null {
  const isDenied =
    textAt(raw, 'spec', 'trafficPolicy') === 'Deny' || itemsAt(raw, 'spec', 'networks').length > 0;
  return isDenied ? { places: [{ at: 'mesh' }], entrances: ['unresolved'] } : null;
}

/** The kinds of Linkerd that can change the result of a request. */
export const LINKERD: readonly KindReach[] = [
  { group: 'linkerd.io', kind: 'ServiceProfile', read: serviceProfile },
  { group: POLICY, kind: 'HTTPRoute', read: route },
  { group: POLICY, kind: 'GRPCRoute', read: route },
  { group: POLICY, kind: 'TCPRoute', read: route },
  { group: POLICY, kind: 'TLSRoute', read: route },
  {
    group: POLICY,
    kind: 'Server',
    read: (object, world) => ({ places: placesOfPods(object, world), entrances: EVERY_ENTRANCE }),
  },
  { group: POLICY, kind: 'ServerAuthorization', read: serverAuthorization },
  { group: POLICY, kind: 'EgressNetwork', read: egressNetwork },
  {
    group: 'workload.linkerd.io',
    kind: 'ExternalWorkload',
    read: ({ namespace, labels }, world) => ({
      places: servicesPicking(namespace, labels, world),
      entrances: EVERY_ENTRANCE,
    }),
  },
  {
    group: 'multicluster.linkerd.io',
    kind: 'Link',
    read: ({ raw }, world) => {
      const suffix = `-${textAt(raw, 'spec', 'targetClusterName') ?? ''}`;
      const places: InfluencePlace[] = [];
      for (const { facts } of world.facets.all()) {
        if (suffix !== '-' && facts.name.endsWith(suffix))
          places.push(
            { at: 'frontend', service: facts.key },
            { at: 'backend', service: facts.key, selected: false },
          );
      }
      return Object.keys(fieldsAt(raw, 'spec')).length === 0 ? null : { places, entrances: EVERY_ENTRANCE };
    },
  },
];
