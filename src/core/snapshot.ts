import type { Cluster, ClusterIdentity } from './cluster/cluster.ts';
import type { ControlPlane } from './control/control-plane.ts';
import type { Unit, UnitMemory } from './control/unit-memory.ts';
import type { Finding } from './findings/finding.ts';
import type { ManifestDocument } from './manifest/document.ts';
import type { Locator } from './manifest/locator.ts';
import type { Profile } from './profile/profile.ts';
import type { DecodedDocument } from './resource/decoded-resource.ts';
import type { Source } from './text/source.ts';

/** Everything that follows from some sources: the way through the house, room by room. */
export interface Snapshot {
  readonly sources: readonly Source[];
  readonly profile: Profile;
  readonly clusterDomain: string;
  readonly documents: readonly ManifestDocument[];
  readonly decoded: readonly DecodedDocument[];
  readonly cluster: Cluster;
  readonly control: ControlPlane;
  readonly locator: Locator;
  /** What the snapshot before this one found, to be taken over where nothing it rests on changed. */
  readonly earlier: FindingsMemo | null;
}

/** What a snapshot found, for the next one to take over. */
export interface FindingsMemo {
  readonly cluster: ClusterIdentity;
  /** What the check of each dialect kept, by the name of the dialect. */
  readonly dialects: ReadonlyMap<string, unknown>;
  /** By `ns/name`. */
  readonly services: UnitMemory<string, Unit & { readonly findings: readonly Finding[] }>;
}
