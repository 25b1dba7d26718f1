import type { ClassOwner } from '../../../ids/client-classes.ts';
import { servicePortId } from '../../../ids/ids.ts';
import type { Client } from '../../../ir/client.ts';
import type { Frontend, GatewayProxy } from '../../../ir/proxy-config.ts';
import type { RouteTable } from '../../../ir/table.ts';
import type { CompiledDialect, MeshClaims, World } from '../../dialect-compiler.ts';
import { hasAccess } from './access/access-config.ts';
import { accessControl } from './access/access-control.ts';
import { knowsLabels, labelsOfClient, relevantLabels } from './client-labels.ts';
import { type ClientScope, clientScope } from './client-scope.ts';
import { keepMesh } from './compiled-mesh.ts';
import { entryBackend, withWorkloadEntries } from './entry-backend.ts';
import { httpTable } from './http-table.ts';
import { istioGateways } from './istio-gateways.ts';
import { laneHeaders } from './lanes/lane-header.ts';
import { type MeshConfig, type MeshVirtualService, meshConfig } from './mesh-config.ts';
import { meshHosts } from './mesh-hosts.ts';
import type { MeshService } from './mesh-service.ts';
import { EXPORT_TO } from './mesh-services.ts';
import { MESH } from './names.ts';
import { tlsOrigination } from './tls-origination.ts';
import { unsimulatedIn } from './unsimulated.ts';

const SETTINGS: ReadonlySet<string> = new Set([EXPORT_TO]);
const NO_SERVICES: ReadonlySet<string> = new Set();

/** Returns the objects of Istio of a bundle, compiled. */
export function compileIstio(world: World, has: { readonly routes: boolean }): CompiledDialect {
  const access = hasAccess(world.cluster) ? { access: accessControl(world) } : null;
  return { ...access, ...(has.routes ? compileRoutes(world) : WITHOUT_ROUTES) };
}

/** The objects of a bundle without any that changes routes. */
const WITHOUT_ROUTES: CompiledDialect = {
  claimsOn: () => null,
  // Access policies do not change tables.
  changedServices: NO_SERVICES,
  unsimulated: (resource) => unsimulatedIn(resource, null),
};

function compileRoutes(world: World): CompiledDialect {
  const config = meshConfig(world);
  const { services, cluster } = config;
  const outside = services.all.filter(({ entry }) => entry !== null);
  let gateways: ReadonlyMap<string, GatewayProxy> | null = null;
  return {
    claimsOn: () => null,
    changedServices: null,
    clients: meshClaims(config, world),
    backend(known) {
      const { key } = known;
      const service = services.byKey.get(key.service);
      if (service !== undefined) {
        const selector = service.facet?.resource?.spec.selector ?? null;
        return withWorkloadEntries(known, service.namespace, selector, cluster);
      }
      const hosts = outside.filter(({ hostname }) => hostname === key.service);
      return hosts.length === 0 ? known : entryBackend(key, hosts, cluster);
    },
    hosts: () => new Map(outside.flatMap((each) => frontendsOf(each).map((port) => [port.id, port]))),
    gateways() {
      gateways ??= istioGateways(config);
      return gateways;
    },
    unsimulated: (resource) => unsimulatedIn(resource, config),
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
  const isOpen = services.all.every(({ audience }) => audience === 'all');
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
    const table = httpTable(service, { scope, config, port, gateway: MESH });
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

/** Returns the ports of a host of ServiceEntries. */
function frontendsOf({ hostname, namespace, entry }: MeshService): readonly Frontend[] {
  return [...(entry?.ports ?? [])].map(([port, { port: written }]) => ({
    id: servicePortId(hostname, port),
    service: hostname,
    namespace,
    port,
    portName: '',
    appProtocol: written.protocol?.toLowerCase() ?? null,
    tables: [],
    original: { service: hostname, port, subset: null },
  }));
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
      const added = adds === null ? null : { adds };
      return { ...base, ...hosts, notesOn: tlsOrigination(scope, config), ...added };
    },
  };
  const clients = () => [
    ...claims.owners().map(({ namespace, labels }) => ({ namespace, labels: labels ?? {} })),
    { namespace: null, labels: {} },
  ];
  keepMesh(claims, { config, clients, tableOf });
  return claims;
}
