import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { itemsAt, labelsAt, textAt, textsAt } from './raw-values.ts';
import {
  dialledPlaces,
  EVERY_ENTRANCE,
  type RawResource,
  type Reach,
  type ReachWorld,
  serverPlaces,
} from './reach.ts';

/** Fields that select Pods in kinds of this area. Operators of all areas have a field `selector`. */
const POD_SELECTORS = [
  ['workloadSelector', 'labels'],
  ['workloadSelector', 'matchLabels'],
  ['podSelector', 'matchLabels'],
  ['endpointSelector', 'matchLabels'],
] as const;

/** Fields of kinds with hosts that route requests. */
const ROUTING_FIELDS = ['http', 'tls', 'tcp', 'routes', 'rules', 'route', 'match', 'matches'];

/**
 * Returns the requests that an object of an unknown kind may act on, from the fields that such kinds share:
 * parentRefs, selectors of Pods, hosts in kinds with routing fields. Its targetRefs are read separately.
 * Returns null if it acts on no request.
 */
export function reachOfUnknownKind({ raw, namespace }: RawResource, world: ReachWorld): Reach | null {
  const spec = fieldsAt(raw, 'spec');
  const places: InfluencePlace[] = [];
  for (const parent of itemsAt(spec, 'parentRefs')) {
    const name = textAt(parent, 'name');
    if (name === null) continue;
    const key = namespacedName(textAt(parent, 'namespace') ?? namespace, name);
    if (textAt(parent, 'kind') === 'Service') places.push({ at: 'frontend', service: key });
    else if ((textAt(parent, 'kind') ?? 'Gateway') === 'Gateway')
      places.push({ at: 'gateway', gateway: key, hosts: hostsOf(spec) });
  }
  for (const [field, labels] of POD_SELECTORS) {
    if (hasField(spec, field)) places.push(...serverPlaces(namespace, labelsAt(spec, field, labels), world));
  }
  if (places.length === 0 && ROUTING_FIELDS.some((field) => hasField(spec, field))) {
    for (const host of hostsOf(spec) ?? []) places.push(...dialledPlaces(host, namespace, world));
  }
  return places.length === 0 ? null : { places, entrances: [...EVERY_ENTRANCE, 'unresolved'] };
}

function hostsOf(spec: unknown): readonly string[] | null {
  const hosts = [
    ...textsAt(spec, 'hosts'),
    ...textsAt(spec, 'hostnames'),
    ...[textAt(spec, 'host'), textAt(spec, 'hostname')].filter((each) => each !== null),
  ];
  return hosts.length === 0 ? null : hosts.map((each) => each.toLowerCase());
}
