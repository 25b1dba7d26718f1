import type { Cluster } from '../../../../cluster/cluster.ts';
import { endpointsOf } from '../../../../cluster/endpoints.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { Target } from '../../../../ir/action.ts';
import { DESTINATION_RULE } from '../../../../resource/kinds/rare-kinds.ts';
import type { ClientScope, MeshClient } from '../client-scope.ts';
import type { CompiledMesh } from '../compiled-mesh.ts';
import type { MeshVirtualService } from '../mesh-config.ts';
import { resolveHost, serviceHost } from '../names.ts';
import { findingAt } from './finding-at.ts';
import { clientNames, isWritten, knowsService, portsOf, scopesOf } from './seen-by.ts';

/**
 * Reports destinations whose subset the DestinationRule of some client does not define (Istio 8.4, 9.3), and
 * subsets without a workload.
 */
export function checkSubsets(mesh: CompiledMesh, cluster: Cluster, report: (finding: Finding) => void): void {
  const named = mesh.config.virtualServices.filter((each) => isWritten(each) && namesSubsets(each));
  if (named.length > 0) {
    const scopes = scopesOf(mesh);
    for (const each of named) checkDestinations(each, mesh, scopes, report);
  }
  checkWorkloads(mesh, cluster, report);
}

function namesSubsets({ rules }: MeshVirtualService): boolean {
  return rules.some(({ action }) => action.route.some(({ destination }) => destination.subset !== null));
}

type MissingSubset = Extract<Target['to'], { kind: 'unresolved' }>;

function checkDestinations(
  service: MeshVirtualService,
  mesh: CompiledMesh,
  scopes: readonly ClientScope[],
  report: (finding: Finding) => void,
): void {
  const { config } = mesh;
  const missing = new Map<
    string,
    { readonly target: Target; readonly to: MissingSubset; readonly clients: Set<MeshClient> }
  >();
  const seeing = new Set<MeshClient>();
  for (const scope of scopes) {
    for (const port of new Set(service.hosts.flatMap((host) => portsOf(host, mesh)))) {
      if (!knowsService(scope, service, port)) continue;
      const table = mesh.tableOf(service, scope, port);
      if (table !== null) seeing.add(scope.client);
      for (const { action } of table?.entries ?? []) {
        for (const target of action.targets) {
          const { to, origin } = target;
          if (to.kind !== 'unresolved' || to.detail !== 'subset') continue;
          const key = JSON.stringify([origin.file, origin.document, origin.path]);
          const found = missing.get(key) ?? { target, to, clients: new Set() };
          missing.set(key, found);
          found.clients.add(scope.client);
        }
      }
    }
  }
  for (const { target, to, clients } of missing.values()) {
    const { origin } = target;
    const subset = to.subset ?? '';
    const facet = config.services.byKey.get(target.service);
    const rules = facet === undefined ? [] : config.destinationRules.definersOf(subset, facet.hostname);
    // No client of the manifests is concerned if only other namespaces are.
    const isKnown = [...clients].some(({ namespace }) => namespace !== null);
    report({
      code: 'subset-undefined',
      severity: isKnown || clients.size === seeing.size ? 'error' : 'warning',
      args: {
        route: service.id,
        service: target.service,
        subset,
        clients: clients.size === seeing.size ? '' : clientNames(clients),
        rules: rules.join(', '),
      },
      site: {
        file: origin.file,
        document: origin.document,
        path: [...origin.path, 'destination', 'subset'],
        part: 'value',
      },
      related: [],
      fixes: [],
    });
  }
}

function checkWorkloads(
  { config }: CompiledMesh,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  for (const rule of cluster.resourcesOf(DESTINATION_RULE)) {
    const host = resolveHost(rule.spec.host, rule.namespace, cluster.clusterDomain);
    const found = config.services.byHost.get(host);
    const resource = found?.facet?.resource ?? null;
    if (found === undefined || resource === null) continue;
    if (serviceHost(found.name, found.namespace, cluster.clusterDomain) !== host) continue;
    for (const { index, name, labels } of rule.spec.subsets) {
      if (Object.keys(labels).length === 0) continue;
      const { source, workloads } = endpointsOf(cluster, resource, null, labels);
      if (source !== 'workloads' || workloads.length > 0) continue;
      const text = Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(', ');
      const args = { resource: rule.id, subset: name, service: found.key, labels: text };
      report(findingAt('subset-selects-nothing', rule, ['spec', 'subsets', index], args));
    }
  }
}
