import type { Finding } from '../findings/finding.ts';
import type { Resource } from '../resource/decoded-resource.ts';
import type { Kind, ResourceOf } from '../resource/kinds/kind.ts';
import { kindOf } from '../resource/kinds/kinds.ts';
import type { ReadKey } from '../resource/read-keys.ts';
import type { ResourceId } from '../resource/resource.ts';
import { patchMap } from '../text/map-patcher.ts';
import { type ClusterIndex, type IndexSource, NOT_DECODED, type ResourceEdit } from './cluster-index.ts';
import { INDEXES } from './indexes.ts';
import { siteOf } from './resource-site.ts';

/** The values of the indexes that every cluster has. */
type Indexes = {
  readonly [Name in keyof typeof INDEXES]: (typeof INDEXES)[Name] extends ClusterIndex<infer Value>
    ? Value
    : never;
};

/**
 * The resources of a bundle as a cluster would store them: one resource for each identity. Indexes
 * (`services`, `routes`, …; see indexes.ts) are computed on first use. The cost is proportional to the
 * resources of their kinds.
 */
export interface Cluster extends Indexes {
  readonly clusterDomain: string;
  /** All resources that count, in the order of the bundle. */
  readonly resources: readonly Resource[];
  readonly byId: ReadonlyMap<ResourceId, Resource>;
  /** Returns the resources of a kind, in the order of the bundle. */
  resourcesOf<K extends Kind>(kind: K): readonly ResourceOf<K>[];
  /** Returns the value of an index. It is the same object as long as its resources do not change. */
  indexed<Value>(index: ClusterIndex<Value>): Value;
  /** The duplicate-resource findings. */
  readonly findings: readonly Finding[];
  /** Identifies this cluster in the patch of the next one, without keeping this one in memory. */
  readonly identity: ClusterIdentity;
  /** How this cluster was derived from an earlier one. Null if it was indexed from the documents. */
  readonly patch: ClusterPatch | null;
  /**
   * Returns the cluster after edits that keep the identities of resources. `resources` are all resources
   * after the edits.
   */
  edited(resources: readonly Resource[], edits: readonly ResourceEdit[], patch: ClusterPatch): Cluster;
}

/** A token. Two clusters are the same if their tokens are. */
export type ClusterIdentity = Readonly<Record<never, never>>;

/** The difference between a patched cluster and the cluster that it was derived from. */
export interface ClusterPatch {
  readonly basis: ClusterIdentity;
  /** The edited resources. Each keeps its identity. */
  readonly edits: readonly ResourceEdit[];
  /** The keys of everything that the edits change for other objects. */
  readonly changed: ReadonlySet<ReadKey>;
}

/**
 * Returns the cluster of a bundle. If several resources have one identity, the last one counts, as after
 * `kubectl apply`. The others get a `duplicate-resource` finding.
 */
export function buildCluster(all: readonly Resource[], clusterDomain: string): Cluster {
  const byId = new Map<ResourceId, Resource>();
  const findings: Finding[] = [];
  let duplicated = false;
  for (const item of all) {
    const earlier = byId.get(item.resource.id);
    if (earlier) {
      duplicated = true;
      findings.push(duplicateFinding(earlier, item));
    }
    byId.set(item.resource.id, item);
  }
  const resources = duplicated ? all.filter((item) => byId.get(item.resource.id) === item) : all;
  const places = new Map<IndexSource, number[]>();
  for (const [at, item] of resources.entries()) {
    const source = sourceOf(item);
    const list = places.get(source);
    if (list) list.push(at);
    else places.set(source, [at]);
  }
  return clusterOf({
    clusterDomain,
    resources,
    places,
    findings,
    patch: null,
    values: new Map([[BY_ID, byId]]),
  });
}

/** Returns the source of a resource for indexes. */
function sourceOf({ decoded, resource }: Resource): IndexSource {
  return (decoded ? kindOf(resource.kind, resource.group) : null) ?? NOT_DECODED;
}

const BY_ID: ClusterIndex<ReadonlyMap<ResourceId, Resource>> = {
  reads: 'all',
  make: (items) => new Map(items.map((item) => [item.resource.id, item])),
  replace: (map, edits) =>
    patchMap(
      map,
      [],
      edits.map(({ after }) => [after.resource.id, after] as const),
    ),
};

interface Parts {
  readonly clusterDomain: string;
  readonly resources: readonly Resource[];
  /** The positions in `resources` of the resources of each source, ascending. */
  readonly places: ReadonlyMap<IndexSource, readonly number[]>;
  readonly findings: readonly Finding[];
  readonly patch: ClusterPatch | null;
  /** The values of the indexes that were used. */
  readonly values: Map<ClusterIndex<unknown>, unknown>;
}

class IndexedCluster {
  readonly #parts: Parts;
  readonly clusterDomain: string;
  readonly resources: readonly Resource[];
  readonly findings: readonly Finding[];
  readonly patch: ClusterPatch | null;
  readonly identity: ClusterIdentity = {};

  constructor(parts: Parts) {
    this.#parts = parts;
    this.clusterDomain = parts.clusterDomain;
    this.resources = parts.resources;
    this.findings = parts.findings;
    this.patch = parts.patch;
  }

  get byId(): ReadonlyMap<ResourceId, Resource> {
    return this.indexed(BY_ID);
  }

  resourcesOf<K extends Kind>(kind: K): readonly ResourceOf<K>[] {
    return this.#read([kind]).map(({ resource }) => resource as ResourceOf<K>);
  }

  indexed<Value>(index: ClusterIndex<Value>): Value {
    const { values } = this.#parts;
    if (values.has(index)) return values.get(index) as Value;
    const value = index.make(index.reads === 'all' ? this.resources : this.#read(index.reads));
    values.set(index, value);
    return value;
  }

  edited(resources: readonly Resource[], edits: readonly ResourceEdit[], patch: ClusterPatch): Cluster {
    const values = new Map<ClusterIndex<unknown>, unknown>();
    for (const [index, value] of this.#parts.values) {
      const { reads } = index;
      const read = reads === 'all' ? edits : edits.filter(({ after }) => reads.includes(sourceOf(after)));
      const replaced = read.length === 0 ? value : (index.replace?.(value, read) ?? null);
      if (replaced !== null) values.set(index, replaced);
    }
    return clusterOf({ ...this.#parts, resources, patch, values });
  }

  /** Returns the resources of some sources, in the order of the bundle. */
  #read(sources: readonly IndexSource[]): readonly Resource[] {
    const lists = sources.flatMap((source) => {
      const places = this.#parts.places.get(source);
      return places === undefined ? [] : [places];
    });
    const places = lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort((a, b) => a - b);
    return places.map((at) => this.resources[at] as Resource);
  }
}

for (const [name, index] of Object.entries(INDEXES)) {
  Object.defineProperty(IndexedCluster.prototype, name, {
    get(this: IndexedCluster) {
      return this.indexed<unknown>(index);
    },
  });
}

/** Returns a cluster with a property for each index of INDEXES. The prototype has these properties. */
function clusterOf(parts: Parts): Cluster {
  return new IndexedCluster(parts) as IndexedCluster & Indexes;
}

function duplicateFinding(earlier: Resource, later: Resource): Finding {
  return {
    code: 'duplicate-resource',
    severity: 'warning',
    args: { resource: later.resource.id },
    site: siteOf(earlier.resource, []),
    related: [{ note: 'the-one-that-counts', site: siteOf(later.resource, []) }],
    fixes: [],
  };
}
