import type { ClassOwner } from '../../../ids/ids.ts';
import type { Client } from '../../../ir/client.ts';
import type { RouteTable } from '../../../ir/table.ts';
import type { CompiledDialect, MeshClaims, World } from '../../dialect-compiler.ts';
import { hasAccess } from './access/access-config.ts';
import { accessControl } from './access/access-control.ts';
import { labelsOfClient, relevantLabels } from './client-labels.ts';
import { type ClientScope, clientScope } from './client-scope.ts';
import { httpTable } from './http-table.ts';
import { type MeshConfig, type MeshVirtualService, meshConfig } from './mesh-config.ts';
import { meshHosts } from './mesh-hosts.ts';
import { unsimulatedIn } from './unsimulated.ts';

const NO_SERVICES: ReadonlySet<string> = new Set();

/** Returns the objects of Istio of a bundle, compiled. */
export function compileIstio(world: World, { routes }: { readonly routes: boolean }): CompiledDialect {
  return {
    claimsOn: () => null,
    // Access policies do not change tables.
    changedServices: routes ? null : NO_SERVICES,
    ...(routes ? { clients: meshClaims(meshConfig(world), world) } : null),
    ...(hasAccess(world.cluster) ? { access: accessControl(world) } : null),
    unsimulated: unsimulatedIn,
  };
}

/**
 * Returns a function that compiles the HTTP rules of a VirtualService. Clients share a table if nothing in
 * their scope makes a difference to it.
 */
function tableCompiler(
  config: MeshConfig,
): (service: MeshVirtualService, scope: ClientScope, port: number) => RouteTable | null {
  const { destinationRules, services } = config;
  const isOpen = [...services.byHost.values()].every(({ audience }) => audience === 'all');
  const known = new WeakMap<MeshVirtualService, Map<string, RouteTable | null>>();
  const readsClient = new Map<MeshVirtualService, boolean>();
  return (service, scope, port) => {
    const { namespace } = scope.client;
    const isShared =
      isOpen &&
      destinationRules.isPublic &&
      scope.sidecar === null &&
      (namespace === null || !destinationRules.namespaces.has(namespace)) &&
      !(readsClient.get(service) ?? remember(readsClient, service));
    const key = isShared ? `${port}` : `${port} ${JSON.stringify(scope.client)}`;
    const tables = known.get(service) ?? new Map<string, RouteTable | null>();
    known.set(service, tables);
    const before = tables.get(key);
    if (before !== undefined) return before;
    const table = httpTable(service, { scope, config, port });
    tables.set(key, table);
    return table;
  };
}

/** Returns true if a match of a VirtualService is for some clients. */
function remember(known: Map<MeshVirtualService, boolean>, service: MeshVirtualService): boolean {
  const reads = service.rules.some(({ matches }) =>
    matches.some(
      ({ sourceNamespace, sourceLabels }) => sourceNamespace !== null || Object.keys(sourceLabels).length > 0,
    ),
  );
  known.set(service, reads);
  return reads;
}

function meshClaims(config: MeshConfig, world: World): MeshClaims {
  const { cluster } = world;
  const aspects = relevantLabels(config);
  const tableOf = tableCompiler(config);
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
        tableOf: (service, { port }) => tableOf(service, scope, port),
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
