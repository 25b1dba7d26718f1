import type { ClassOwner } from '../../../ids/ids.ts';
import type { Client } from '../../../ir/client.ts';
import type { RouteTable } from '../../../ir/table.ts';
import type { CompiledDialect, MeshClaims, World } from '../../dialect-compiler.ts';
import { knowsLabels, labelsOfClient, relevantLabels } from './client-labels.ts';
import { type ClientScope, clientScope, type MeshClient } from './client-scope.ts';
import { httpTable } from './http-table.ts';
import { laneHeaders } from './lanes/lane-header.ts';
import { type MeshConfig, type MeshVirtualService, meshConfig } from './mesh-config.ts';
import { meshHosts } from './mesh-hosts.ts';
import { EXPORT_TO } from './mesh-services.ts';
import { unsimulatedIn } from './unsimulated.ts';

const SETTINGS: ReadonlySet<string> = new Set([EXPORT_TO]);

/** Returns the objects of Istio of a bundle, compiled. */
export function compileIstio(world: World): CompiledDialect {
  return {
    claimsOn: () => null,
    changedServices: null,
    clients: meshClaims(meshConfig(world), world),
    unsimulated: unsimulatedIn,
    simulatedSettings: SETTINGS,
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

/** What the check of the dialect reads of a compiled mesh. */
export interface CompiledMesh {
  readonly config: MeshConfig;
  /** The clients of each class, and those of a namespace that no object names. */
  readonly clients: () => readonly MeshClient[];
  tableOf(service: MeshVirtualService, scope: ClientScope, port: number): RouteTable | null;
}

const MESHES = new WeakMap<MeshClaims, CompiledMesh>();

/** Returns the mesh of a compiled dialect. Returns null if the bundle has no objects of Istio. */
export function compiledMesh({ clients }: CompiledDialect): CompiledMesh | null {
  return clients === undefined ? null : (MESHES.get(clients) ?? null);
}

function meshClaims(config: MeshConfig, world: World): MeshClaims {
  const { cluster } = world;
  const headers = laneHeaders(config.derived.active, config.services);
  const aspects = relevantLabels(config, headers);
  const tableOf = tableCompiler(config);
  const clientOf = (client: Client): Extract<ClassOwner, { kind: 'mesh' }> => {
    const isNamed = cluster.namespaceNames.has(client.namespace);
    const namespace = isNamed ? client.namespace : null;
    const labels = aspects.project(namespace ?? '', labelsOfClient(client, cluster));
    return { kind: 'mesh', namespace, ...(Object.keys(labels).length === 0 ? null : { labels }) };
  };
  const claims: MeshClaims = {
    ownerOf: (client) => (client === null ? { kind: 'mesh', namespace: null } : clientOf(client)),
    owners: () =>
      [...cluster.namespaceNames].flatMap((namespace) => aspects.clientsIn(namespace, cluster).map(clientOf)),
    readsLabels: (client) => !knowsLabels(client, cluster) && aspects.isRelevant(client.namespace),
    distinctClients: (other) => [
      ...[...cluster.namespaceNames, ''].flatMap((namespace) => aspects.clientsIn(namespace, cluster, other)),
    ],
    unknownHeader: (client) => headers.unknownFor(client, knowsLabels(client, cluster)),
    configure(owner, base, frontends) {
      const adds = headers.addedBy(owner.namespace, owner.labels ?? {});
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
      return { ...base, ...hosts, ...(adds === null ? null : { adds }) };
    },
  };
  const clients = () => [
    ...claims.owners().map(({ namespace, labels }) => ({ namespace, labels: labels ?? {} })),
    { namespace: null, labels: {} },
  ];
  MESHES.set(claims, { config, clients, tableOf });
  return claims;
}
