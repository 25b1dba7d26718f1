import { formatResourceId, namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { fieldsAt } from './raw-fields.ts';
import { itemsAt, textAt, textsAt } from './raw-values.ts';
import { EVERY_ENTRANCE, type KindReach, type RawResource, type Reach } from './reach.ts';

/** Returns the places of Services that a controller switches to other Pods during a rollout. */
function servicePlaces(namespace: string, names: readonly (string | null)[]): readonly InfluencePlace[] {
  return names.flatMap((name): readonly InfluencePlace[] =>
    name === null
      ? []
      : [
          { at: 'frontend', service: namespacedName(namespace, name) },
          { at: 'backend', service: namespacedName(namespace, name), selected: false },
        ],
  );
}

const ROUTE_LISTS = [
  ['httpRoute', 'httpRoutes', 'HTTPRoute'],
  ['grpcRoute', 'grpcRoutes', 'GRPCRoute'],
  ['tcpRoute', 'tcpRoutes', 'TCPRoute'],
  ['tlsRoute', 'tlsRoutes', 'TLSRoute'],
] as const;

/**
 * Returns the reach of a Rollout of Argo. It changes the weights of the routes that its plug-in names, and
 * the selectors of its Services.
 */
function rollout({ raw, namespace }: RawResource): Reach {
  const canary = fieldsAt(raw, 'spec', 'strategy', 'canary');
  const blueGreen = fieldsAt(raw, 'spec', 'strategy', 'blueGreen');
  const places: InfluencePlace[] = [
    ...servicePlaces(namespace, [
      textAt(canary, 'stableService'),
      textAt(canary, 'canaryService'),
      textAt(blueGreen, 'activeService'),
      textAt(blueGreen, 'previewService'),
      textAt(canary, 'trafficRouting', 'smi', 'rootService'),
    ]),
  ];
  for (const plugin of Object.values(fieldsAt(canary, 'trafficRouting', 'plugins'))) {
    const of = textAt(plugin, 'namespace') ?? namespace;
    for (const [one, several, kind] of ROUTE_LISTS) {
      const names = [textAt(plugin, one), ...itemsAt(plugin, several).map((each) => textAt(each, 'name'))];
      for (const name of names)
        if (name !== null) places.push({ at: 'route', route: formatResourceId(kind, of, name) });
    }
  }
  return { places, entrances: EVERY_ENTRANCE };
}

/**
 * Returns the reach of a Canary of Flagger. It writes the route and the Services of its name, and changes
 * their weights.
 */
function canary({ raw, namespace }: RawResource): Reach | null {
  const name = textAt(raw, 'spec', 'service', 'name') ?? textAt(raw, 'spec', 'targetRef', 'name');
  if (name === null) return null;
  return {
    places: [
      ...servicePlaces(namespace, [name, `${name}-primary`, `${name}-canary`]),
      { at: 'route', route: formatResourceId('HTTPRoute', namespace, name) },
    ],
    entrances: EVERY_ENTRANCE,
  };
}

/** Controllers that move traffic while they run, and an autoscaler that answers for its workload. */
export const PROGRESSIVE_DELIVERY: readonly KindReach[] = [
  { group: 'argoproj.io', kind: 'Rollout', read: rollout },
  { group: 'flagger.app', kind: 'Canary', read: canary },
  {
    group: 'http.keda.sh',
    kind: 'HTTPScaledObject',
    read: ({ raw }) => ({
      places: textsAt(raw, 'spec', 'hosts').map(
        (host): InfluencePlace => ({ at: 'host', pattern: host.toLowerCase() }),
      ),
      entrances: ['mesh', 'gateway', 'unresolved'],
    }),
  },
  {
    group: 'multicluster.x-k8s.io',
    kind: 'ServiceImport',
    read: ({ namespace, name }) => ({
      places: [{ at: 'host', pattern: `${name}.${namespace}.svc.clusterset.local` }],
      entrances: ['mesh', 'unresolved'],
    }),
  },
];
