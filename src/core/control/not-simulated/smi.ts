import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { itemsAt, textAt, textsAt } from './raw-values.ts';
import {
  accountPlaces,
  dialledPlaces,
  EVERY_ENTRANCE,
  IN_MESH,
  type KindReach,
  type RawResource,
  type Reach,
  type ReachWorld,
  servicesOfHost,
} from './reach.ts';

const OSM_POLICY = 'policy.openservicemesh.io';

/** Returns the reach of a TrafficSplit: the root Service, by name or by DNS name. */
function trafficSplit({ raw, namespace }: RawResource, world: ReachWorld): Reach | null {
  const root = textAt(raw, 'spec', 'service');
  return root === null ? null : { places: dialledPlaces(root, namespace, world), entrances: IN_MESH };
}

/**
 * Returns the reach of a TrafficTarget: the workloads under the service account of the destination (v1alpha1
 * has no `spec`).
 */
function trafficTarget({ raw, namespace }: RawResource, world: ReachWorld): Reach | null {
  const destination = hasField(raw, 'destination')
    ? fieldsAt(raw, 'destination')
    : fieldsAt(raw, 'spec', 'destination');
  const account = textAt(destination, 'name');
  if (account === null) return null;
  const of = textAt(destination, 'namespace') ?? namespace;
  return { places: accountPlaces(of, account, world), entrances: EVERY_ENTRANCE };
}

function egress({ raw, namespace }: RawResource, world: ReachWorld): Reach {
  const hosts = textsAt(raw, 'spec', 'hosts');
  const places = hosts.flatMap((host) => dialledPlaces(host, namespace, world));
  const isByAddress = hosts.length === 0 && textsAt(raw, 'spec', 'ipAddresses').length > 0;
  return {
    places: isByAddress
      ? textsAt(raw, 'spec', 'ipAddresses').map(
          (each): InfluencePlace => ({ at: 'host', pattern: each.replace(/\/32$/, '') }),
        )
      : places,
    entrances: IN_MESH,
  };
}

function ingressBackend({ raw, namespace }: RawResource): Reach {
  const places = itemsAt(raw, 'spec', 'backends').flatMap((each): readonly InfluencePlace[] => {
    const name = textAt(each, 'name');
    return name === null
      ? []
      : [{ at: 'backend', service: namespacedName(namespace, name), selected: false }];
  });
  return { places, entrances: ['gateway', 'outside-mesh'] };
}

function retry({ raw, namespace }: RawResource): Reach {
  const places = itemsAt(raw, 'spec', 'destinations').flatMap((each): readonly InfluencePlace[] => {
    const name = textAt(each, 'name');
    const of = textAt(each, 'namespace') ?? namespace;
    return name === null ? [] : [{ at: 'frontend', service: namespacedName(of, name) }];
  });
  return { places, entrances: IN_MESH };
}

function upstreamTrafficSetting({ raw, namespace }: RawResource, world: ReachWorld): Reach | null {
  const host = textAt(raw, 'spec', 'host');
  if (host === null) return null;
  const places = servicesOfHost(host, namespace, world).map(
    (service): InfluencePlace => ({ at: 'backend', service, selected: false }),
  );
  return { places, entrances: EVERY_ENTRANCE };
}

/** The kinds of SMI and of Open Service Mesh that can change the result of a request. */
export const SMI: readonly KindReach[] = [
  { group: 'split.smi-spec.io', kind: 'TrafficSplit', read: trafficSplit },
  { group: 'access.smi-spec.io', kind: 'TrafficTarget', read: trafficTarget },
  { group: OSM_POLICY, kind: 'Egress', read: egress },
  { group: OSM_POLICY, kind: 'IngressBackend', read: ingressBackend },
  { group: OSM_POLICY, kind: 'Retry', read: retry },
  { group: OSM_POLICY, kind: 'UpstreamTrafficSetting', read: upstreamTrafficSetting },
  {
    group: 'config.openservicemesh.io',
    kind: 'MeshConfig',
    read: () => ({ places: [{ at: 'mesh' }], entrances: ['mesh', 'outside-mesh', 'unresolved'] }),
  },
];
