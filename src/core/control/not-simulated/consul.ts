import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { textAt } from './raw-values.ts';
import {
  EVERY_ENTRANCE,
  IN_MESH,
  type KindReach,
  type RawResource,
  type Reach,
  type ReachWorld,
} from './reach.ts';

const GROUP = 'consul.hashicorp.com';

/**
 * Returns the Services with a name. Consul identifies Services only by name: the Service in the namespace of
 * the object, else every Service with that name.
 */
function servicesNamed(name: string, namespace: string, world: ReachWorld): readonly string[] {
  const own = namespacedName(namespace, name);
  if (world.facets.find(own) !== null) return [own];
  return [...world.facets.all()].filter(({ facts }) => facts.name === name).map(({ facts }) => facts.key);
}

/**
 * Returns the reach of a ServiceRouter, -Splitter, -Resolver or -Defaults. Its name is that of the Service
 * that clients dial and that gets the requests.
 */
function namedAfterService({ name, namespace }: RawResource, world: ReachWorld): Reach {
  const places = servicesNamed(name, namespace, world).flatMap((service): readonly InfluencePlace[] => [
    { at: 'frontend', service },
    { at: 'backend', service, selected: false },
  ]);
  return { places, entrances: IN_MESH };
}

function intentions({ raw, namespace }: RawResource, world: ReachWorld): Reach | null {
  const name = textAt(raw, 'spec', 'destination', 'name');
  if (name === null) return null;
  const places: readonly InfluencePlace[] =
    name === '*'
      ? [{ at: 'mesh' }]
      : servicesNamed(name, namespace, world).map((service) => ({ at: 'backend', service, selected: false }));
  return { places, entrances: EVERY_ENTRANCE };
}

const ofMesh = (): Reach => ({ places: [{ at: 'mesh' }], entrances: IN_MESH });

/** The configuration entries of Consul that can change the result of a request. */
export const CONSUL: readonly KindReach[] = [
  { group: GROUP, kind: 'ServiceRouter', read: namedAfterService },
  { group: GROUP, kind: 'ServiceSplitter', read: namedAfterService },
  { group: GROUP, kind: 'ServiceResolver', read: namedAfterService },
  { group: GROUP, kind: 'ServiceDefaults', read: namedAfterService },
  { group: GROUP, kind: 'ServiceIntentions', read: intentions },
  { group: GROUP, kind: 'ProxyDefaults', read: ofMesh },
];
