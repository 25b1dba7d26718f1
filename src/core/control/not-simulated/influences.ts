import { formatResourceId } from '../../ids/ids.ts';
import type { Influence } from '../../ir/influence.ts';
import type { UnknownResource } from '../../resource/decoded-resource.ts';
import type { ResourceMeta } from '../../resource/resource.ts';
import type { Unsimulated } from '../dialect-compiler.ts';
import { mayBeUnsimulated, type ReadInfluences } from './influence-reader.ts';
import { readUnknownObject } from './kinds.ts';
import { type Reach, reachWorld } from './reach.ts';
import { settingsOf } from './settings.ts';

/**
 * Returns everything in the bundle that is not simulated and may act on requests: kinds, annotations, labels
 * and fields, in the order of the bundle. Each has the requests that it may act on. Influences without such
 * requests are left out.
 */
export const influencesOf: ReadInfluences = (cluster, facets, unsimulated, isSimulated) => {
  const world = reachWorld(cluster, facets);
  const influences: Influence[] = [];
  const addOpen = (resource: ResourceMeta, reach: Reach, { fields, atGateways }: Unsimulated) => {
    for (const field of fields) add(resource, field, reach);
    if (atGateways && reach.entrances.includes('gateway'))
      add(resource, null, { ...reach, entrances: ['gateway'] });
  };
  const byTarget = new Map<string, readonly Reach[]>();
  const policies: UnknownResource[] = [];
  const add = (resource: ResourceMeta, setting: string | null, { places, entrances, visibleTo }: Reach) => {
    if (places.length === 0) return;
    influences.push({ resource: resource.id, setting, places, entrances, visibleTo: visibleTo ?? null });
  };
  for (const item of world.cluster.resources) {
    if (item.decoded) {
      for (const found of settingsOf(item.resource, world))
        if (!isSimulated(found.setting)) add(item.resource, found.setting, found);
      if (!mayBeUnsimulated(item.resource)) continue;
      const open = unsimulated(item.resource);
      const reaches = readUnknownObject(item.resource, world);
      for (const reach of reaches) {
        if (open === null) add(item.resource, null, reach);
        else addOpen(item.resource, reach, open);
      }
      if (open === null && reaches.length > 0) byTarget.set(targetKey(item.resource), reaches);
      continue;
    }
    const { resource } = item;
    const reaches = readUnknownObject(resource, world);
    for (const reach of reaches) add(resource, null, reach);
    if (reaches.length > 0) byTarget.set(targetKey(resource), reaches);
    if (resource.policy !== undefined) policies.push(resource);
  }
  // A policy on an object that is not simulated acts where that object acts.
  for (const policy of policies) {
    for (const ref of policy.policy?.targetRefs ?? []) {
      for (const reach of byTarget.get(targetKey(ref)) ?? []) add(policy, null, reach);
    }
  }
  return influences;
};

function targetKey(of: {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}): string {
  return formatResourceId(`${of.kind}.${of.group}`, of.namespace, of.name);
}
