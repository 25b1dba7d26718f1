import type { Cluster } from '../../cluster/cluster.ts';
import type { Influence } from '../../ir/influence.ts';
import type { DecodedResource } from '../../resource/decoded-resource.ts';
import { EngineMissing } from '../../text/engine-missing.ts';
import type { Unsimulated } from '../dialect-compiler.ts';
import type { ServiceFacets } from '../service-facets.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { specPlaceholder } from './spec-placeholder.ts';

/** Returns everything in a bundle that is not simulated and may act on requests. See influences.ts. */
export type ReadInfluences = (
  cluster: Cluster,
  facets: ServiceFacets,
  unsimulated: FindUnsimulated,
  /** Returns true for an annotation or label that a dialect simulates. */
  isSimulated: (setting: string) => boolean,
) => readonly Influence[];

/** Returns what the dialects do not simulate of an object. Returns null if none of them simulates it. */
export type FindUnsimulated = (resource: DecodedResource) => Unsimulated | null;

let reader: ReadInfluences | null = null;

/** Provides the reader of what is not simulated. See core/engines.ts. */
export function provideInfluenceReader(read: ReadInfluences): void {
  reader = read;
}

/**
 * Returns everything in a bundle that is not simulated and may act on requests. Throws EngineMissing if the
 * reader is needed and not provided.
 */
export function influencesIn(
  cluster: Cluster,
  facets: ServiceFacets,
  unsimulated: FindUnsimulated,
  isSimulated: (setting: string) => boolean,
): readonly Influence[] {
  if (!cluster.resources.some((each) => !each.decoded || mayCarrySetting(each.resource))) return [];
  if (reader === null) throw new EngineMissing('what is not simulated');
  return reader(cluster, facets, unsimulated, isSimulated);
}

/**
 * Returns true if a key may be a setting of a mesh or a Gateway: they all have a domain or a hyphen. The test
 * is fast and never returns false for a setting.
 */
export function mayBeSetting(key: string): boolean {
  return key.includes('.') || key.includes('-');
}

/** Returns true for a decoded kind that no dialect simulates, or that one simulates under some profiles. */
export function mayBeUnsimulated({ group }: DecodedResource): boolean {
  return group.endsWith('.istio.io') || group === 'env.alibaba.com';
}

/** Returns true for a route with a ServiceEntry of Istio as parent. Such parents are not simulated. */
function hasServiceEntry({ spec }: DecodedResource): boolean {
  return 'parentRefs' in spec && spec.parentRefs.some(isServiceEntry);
}

/** Returns true if a parent is a ServiceEntry of Istio. */
export function isServiceEntry({ group, kind }: { readonly group: string; readonly kind: string }): boolean {
  return group === 'networking.istio.io' && kind === 'ServiceEntry';
}

function mayCarrySetting(resource: DecodedResource): boolean {
  const { labels, annotations, raw } = resource;
  const pod = 'podLabels' in resource.spec ? resource.spec : null;
  for (const written of [labels, annotations, pod?.podLabels, pod?.podAnnotations]) {
    for (const key in written) if (mayBeSetting(key)) return true;
  }
  if (mayBeUnsimulated(resource) || hasServiceEntry(resource)) return true;
  const spec = fieldsAt(raw, 'spec');
  if (resource.kind === 'Service') return hasField(spec, 'internalTrafficPolicy');
  if (resource.kind === 'Gateway') return hasField(spec, 'tls');
  return specPlaceholder(resource) !== null;
}
