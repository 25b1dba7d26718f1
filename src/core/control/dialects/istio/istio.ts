import type { Cluster } from '../../../cluster/cluster.ts';
import type { ClassOwner } from '../../../ids/ids.ts';
import type { Client } from '../../../ir/client.ts';
import type { Profile } from '../../../profile/profile.ts';
import { DESTINATION_RULE, SIDECAR, VIRTUAL_SERVICE } from '../../../resource/kinds/rare-kinds.ts';
import type { CompiledDialect, DialectCompiler, MeshClaims, World } from '../../dialect-compiler.ts';
import { labelsOfClient, relevantLabels } from './client-labels.ts';
import { clientScope } from './client-scope.ts';
import { httpTable } from './http-table.ts';
import { type MeshConfig, meshConfig } from './mesh-config.ts';
import { meshHosts } from './mesh-hosts.ts';
import { namedServices } from './named-services.ts';
import { unsimulatedIn } from './unsimulated.ts';

/** The profiles whose proxies apply objects of Istio. Under others they stay named as not simulated. */
const PROFILES: ReadonlySet<string> = new Set(['istio', 'istio-1.30', 'gateway-api', 'gateway-api-standard']);

/** VirtualServices, DestinationRules and Sidecars of Istio. */
export const ISTIO_COMPILER: DialectCompiler = {
  name: 'istio',
  namedServices: (cluster, profile) => (isActive(cluster, profile) ? namedServices(cluster) : []),
  compile: (world) => compile(world),
};

/** Returns true if a bundle has objects that change routes, and the profile applies them. */
function isActive(cluster: Cluster, { name }: Profile): boolean {
  return (
    PROFILES.has(name) &&
    (cluster.resourcesOf(VIRTUAL_SERVICE).length > 0 ||
      cluster.resourcesOf(SIDECAR).length > 0 ||
      cluster.resourcesOf(DESTINATION_RULE).length > 0)
  );
}

const NO_SERVICES: ReadonlySet<string> = new Set();

function compile(world: World): CompiledDialect {
  const { cluster, profile } = world;
  // WorkloadEntries and other clusters of a mesh add endpoints to a Service without a selector.
  const endpoints = profile.name.startsWith('istio') ? ({ otherEndpoints: true } as const) : null;
  if (!isActive(cluster, profile)) {
    return { claimsOn: () => null, changedServices: NO_SERVICES, ...endpoints };
  }
  const config = meshConfig(world);
  return {
    claimsOn: () => null,
    changedServices: null,
    ...endpoints,
    clients: meshClaims(config, world),
    unsimulated: unsimulatedIn,
  };
}

function meshClaims(config: MeshConfig, world: World): MeshClaims {
  const { cluster } = world;
  const aspects = relevantLabels(config);
  const clientOf = (client: Client): Extract<ClassOwner, { kind: 'mesh' }> => {
    const { namespace } = client;
    const labels = aspects.project(namespace, labelsOfClient(client, cluster));
    return { kind: 'mesh', namespace, ...(Object.keys(labels).length === 0 ? null : { labels }) };
  };
  return {
    ownerOf: (client) =>
      client === null || !cluster.namespaceNames.has(client.namespace)
        ? { kind: 'mesh', namespace: null }
        : clientOf(client),
    owners: () =>
      [...cluster.namespaceNames].flatMap((namespace) =>
        aspects.variants(namespace, cluster).map((labels) => ({
          kind: 'mesh' as const,
          namespace,
          ...(Object.keys(labels).length === 0 ? null : { labels }),
        })),
      ),
    readsLabels: (client) =>
      client.workload === null && client.labels === undefined && aspects.isRelevant(client.namespace),
    configure(owner, base, frontends) {
      const scope = clientScope({ namespace: owner.namespace, labels: owner.labels ?? {} }, config);
      const hosts = meshHosts({
        config,
        scope,
        base,
        frontends,
        tableOf: httpTable,
        ageOfRoutes({ routes, scope: { namespace } }, host) {
          const ages = routes.flatMap((id) => {
            const found = cluster.byId.get(id)?.resource;
            return found === undefined ? [] : [config.ageOf(found).created];
          });
          const created = ages.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...ages);
          // Routes of Gateway API become one object with this name (Istio 12.2, 12.4).
          return { created, name: `${namespace}~${host}`, namespace };
        },
      });
      return { ...base, ...hosts };
    },
  };
}
