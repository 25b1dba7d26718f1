import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { itemsAt, labelsAt, textAt } from './raw-values.ts';
import {
  EVERY_ENTRANCE,
  IN_MESH,
  type KindReach,
  type RawResource,
  type Reach,
  type ReachWorld,
  serverPlaces,
} from './reach.ts';

const GROUP = 'kuma.io';
const SYSTEM_NAMESPACE = 'kuma-system';

/** Policies with `targetRef`, `to` and `from` that change the result of requests. */
const TARGET_REF_POLICIES = [
  'MeshHTTPRoute',
  'MeshTCPRoute',
  'MeshTrafficPermission',
  'MeshTimeout',
  'MeshRetry',
  'MeshCircuitBreaker',
  'MeshFaultInjection',
  'MeshRateLimit',
  'MeshLoadBalancingStrategy',
  'MeshHealthCheck',
  'MeshProxyPatch',
  'MeshPassthrough',
  'MeshTLS',
  'MeshOPA',
  'MeshGlobalRateLimit',
];

/** Policies of older releases with `sources` and `destinations`. */
const SOURCE_DESTINATION_POLICIES = [
  'TrafficRoute',
  'TrafficPermission',
  'Timeout',
  'Retry',
  'CircuitBreaker',
  'FaultInjection',
  'RateLimit',
  'HealthCheck',
  'ProxyTemplate',
];

/** Returns the Service behind a name of Kuma: `NAME_NAMESPACE_svc_PORT`, or a plain name in a namespace. */
function serviceNamed(name: string, namespace: string): string {
  const [, service, of] = /^([^_]+)_([^_]+)_svc(?:_\d+)?$/.exec(name) ?? [];
  return service !== undefined && of !== undefined
    ? namespacedName(of, service)
    : namespacedName(namespace, name);
}

/** Returns the target of a targetRef of `to`: a Service, or all of them. */
function outbound(ref: unknown, namespace: string): InfluencePlace {
  const kind = textAt(ref, 'kind') ?? '';
  const name = textAt(ref, 'name');
  if (name === null || !kind.startsWith('Mesh') || kind === 'Mesh' || kind === 'MeshHTTPRoute')
    return { at: 'mesh' };
  return { at: 'frontend', service: serviceNamed(name, textAt(ref, 'namespace') ?? namespace) };
}

/** Returns the proxies that a top-level targetRef selects, as servers. */
function inbound(ref: unknown, namespace: string, world: ReachWorld): readonly InfluencePlace[] {
  const name = textAt(ref, 'name');
  switch (textAt(ref, 'kind')) {
    case 'MeshService':
    case 'MeshServiceSubset':
      return name === null
        ? [{ at: 'mesh' }]
        : [
            {
              at: 'backend',
              service: serviceNamed(name, textAt(ref, 'namespace') ?? namespace),
              selected: false,
            },
          ];
    case 'MeshSubset': {
      const service = textAt(ref, 'tags', 'kuma.io/service');
      if (service !== null)
        return [{ at: 'backend', service: serviceNamed(service, namespace), selected: false }];
      const of = textAt(ref, 'tags', 'k8s.kuma.io/namespace');
      return of === null ? [{ at: 'mesh' }] : [{ at: 'server-namespace', namespace: of }];
    }
    case 'Dataplane':
      return namespace === SYSTEM_NAMESPACE
        ? [{ at: 'mesh' }]
        : serverPlaces(namespace, labelsAt(ref, 'labels'), world);
    default:
      return [{ at: 'mesh' }];
  }
}

function targetRefPolicy({ raw, namespace }: RawResource, world: ReachWorld): readonly Reach[] {
  const spec = fieldsAt(raw, 'spec');
  const reaches: Reach[] = [];
  const to = itemsAt(spec, 'to');
  if (to.length > 0) {
    const places = to.map((each) => outbound(fieldsAt(each, 'targetRef'), namespace));
    reaches.push({ places, entrances: IN_MESH });
  }
  const actsInbound = hasField(spec, 'from') || hasField(spec, 'rules') || hasField(spec, 'default');
  if (actsInbound)
    reaches.push({
      places: inbound(fieldsAt(spec, 'targetRef'), namespace, world),
      entrances: EVERY_ENTRANCE,
    });
  return reaches;
}

function sourceDestinationPolicy({ raw, namespace }: RawResource): Reach {
  const destinations = [...itemsAt(raw, 'spec', 'destinations'), ...itemsAt(raw, 'spec', 'selectors')];
  const places = destinations.map((each): InfluencePlace => {
    const service = textAt(each, 'match', 'kuma.io/service');
    return service === null || service === '*'
      ? { at: 'mesh' }
      : { at: 'frontend', service: serviceNamed(service, namespace) };
  });
  return { places, entrances: IN_MESH };
}

/** The policies of Kuma that can change the result of a request. */
export const KUMA: readonly KindReach[] = [
  ...TARGET_REF_POLICIES.map((kind): KindReach => ({ group: GROUP, kind, read: targetRefPolicy })),
  ...SOURCE_DESTINATION_POLICIES.map(
    (kind): KindReach => ({ group: GROUP, kind, read: sourceDestinationPolicy }),
  ),
  // With mTLS a mesh refuses requests without a permission.
  {
    group: GROUP,
    kind: 'Mesh',
    read: ({ raw }) =>
      textAt(raw, 'spec', 'mtls', 'enabledBackend') === null
        ? null
        : { places: [{ at: 'mesh' }], entrances: EVERY_ENTRANCE },
  },
];
