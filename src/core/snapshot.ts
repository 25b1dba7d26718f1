import type { Cluster, ClusterIdentity } from './cluster/cluster.ts';
import type { ControlPlane } from './control/control-plane.ts';
import type { Unit, UnitMemory } from './control/unit-memory.ts';
import type { Finding } from './findings/finding.ts';
import type { Semantics } from './ir/semantics.ts';
import type { ManifestDocument } from './manifest/document.ts';
import type { Locator } from './manifest/locator.ts';
import type { Profile } from './profile/profile.ts';
import type { DecodedDocument } from './resource/decoded-resource.ts';
import type { Source } from './text/source.ts';

/** All results of the analysis of some sources, one field for each stage of the pipeline. */
export interface Snapshot {
  readonly sources: readonly Source[];
  readonly profile: Profile;
  readonly semantics: Semantics;
  readonly clusterDomain: string;
  readonly documents: readonly ManifestDocument[];
  readonly decoded: readonly DecodedDocument[];
  readonly cluster: Cluster;
  readonly control: ControlPlane;
  readonly locator: Locator;
  /** The findings of the previous snapshot. They are reused where their inputs did not change. */
  readonly earlier: FindingsMemo | null;
}

/** The findings of a snapshot, which the next snapshot can reuse. */
export interface FindingsMemo {
  readonly cluster: ClusterIdentity;
  /** The results of the check of each dialect, by the name of the dialect. */
  readonly dialects: ReadonlyMap<string, unknown>;
  /** By `ns/name`. */
  readonly services: UnitMemory<string, Unit & { readonly findings: readonly Finding[] }>;
}
