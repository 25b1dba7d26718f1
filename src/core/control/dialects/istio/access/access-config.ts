import type { Cluster } from '../../../../cluster/cluster.ts';
import type { ResourceOf } from '../../../../resource/kinds/kind.ts';
import {
  AUTHORIZATION_POLICY,
  PEER_AUTHENTICATION,
  REQUEST_AUTHENTICATION,
} from '../../../../resource/kinds/rare-kinds.ts';
import type { World } from '../../../dialect-compiler.ts';
import { meshSettingsOf } from '../mesh-settings.ts';
import { ROOT_NAMESPACE } from '../names.ts';
import type { PeerAuthenticationResource } from './peer-authentication.ts';

/** The objects of a bundle that decide who may send what to which server. */
export interface AccessConfig {
  readonly cluster: Cluster;
  /** The namespace whose policies are for the whole mesh. */
  readonly rootNamespace: string;
  readonly trustDomain: string;
  readonly trustDomainAliases: readonly string[];
  readonly authorization: readonly ResourceOf<typeof AUTHORIZATION_POLICY>[];
  /** In the order of their age. */
  readonly peers: readonly PeerAuthenticationResource[];
  readonly tokens: readonly ResourceOf<typeof REQUEST_AUTHENTICATION>[];
}

const TRUST_DOMAIN = 'cluster.local';

/** Returns the objects of a bundle for the access stage. */
export function accessConfig({ cluster, ageOf }: World): AccessConfig {
  return accessConfigOf(cluster, ageOf);
}

/** Returns the objects of a bundle, in the order of the times of creation in the manifests. */
export function accessConfigOf(
  cluster: Cluster,
  ageOf: World['ageOf'] = ({ created }) => created,
): AccessConfig {
  const mesh = meshSettingsOf(cluster);
  const age = (resource: PeerAuthenticationResource) => ageOf(resource) ?? Number.NEGATIVE_INFINITY;
  return {
    cluster,
    rootNamespace: mesh?.rootNamespace ?? ROOT_NAMESPACE,
    trustDomain: mesh?.trustDomain ?? TRUST_DOMAIN,
    trustDomainAliases: mesh?.trustDomainAliases ?? [],
    authorization: byId(cluster.resourcesOf(AUTHORIZATION_POLICY)),
    peers: [...cluster.resourcesOf(PEER_AUTHENTICATION)].sort(
      (a, b) => age(a) - age(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    ),
    tokens: byId(cluster.resourcesOf(REQUEST_AUTHENTICATION)),
  };
}

/** Returns objects in an order that does not depend on that of the documents. */
function byId<R extends { readonly id: string }>(resources: readonly R[]): readonly R[] {
  return [...resources].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Returns true if a bundle has objects of the access stage. */
export function hasAccess(cluster: Cluster): boolean {
  return [AUTHORIZATION_POLICY, PEER_AUTHENTICATION, REQUEST_AUTHENTICATION].some(
    (kind) => cluster.resourcesOf(kind).length > 0,
  );
}
