import type { Finding } from '../../../../findings/finding.ts';
import type { ClientScope, MeshClient } from '../client-scope.ts';
import { scopeAt } from '../client-scope.ts';
import type { CompiledMesh } from '../compiled-mesh.ts';
import type { MeshVirtualService } from '../mesh-config.ts';
import { findingAt } from './finding-at.ts';
import { clientNames, isWritten, knowsService, portsOf, scopesOf } from './seen-by.ts';

/**
 * Reports VirtualServices with a host that another one has for some clients. Istio does not merge them
 * (Istio 3.7). Info if it has the host for other clients (Istio 3.5), a warning if it never has it.
 */
export function checkHosts(mesh: CompiledMesh, report: (finding: Finding) => void): void {
  const byHost = new Map<string, MeshVirtualService[]>();
  for (const each of mesh.config.virtualServices) {
    if (!isWritten(each)) continue;
    for (const host of new Set(each.hosts)) {
      const claiming = byHost.get(host) ?? [];
      claiming.push(each);
      byHost.set(host, claiming);
    }
  }
  let scopes: readonly ClientScope[] | null = null;
  for (const [host, claiming] of byHost) {
    if (claiming.length < 2) continue;
    scopes ??= scopesOf(mesh);
    checkHost(host, claiming, mesh, scopes, report);
  }
}

interface Fate {
  wins: boolean;
  readonly hiddenFrom: Set<MeshClient>;
  /** The first one that has the host instead. */
  other: MeshVirtualService | null;
}

function checkHost(
  host: string,
  claiming: readonly MeshVirtualService[],
  mesh: CompiledMesh,
  scopes: readonly ClientScope[],
  report: (finding: Finding) => void,
): void {
  const fates = new Map<MeshVirtualService, Fate>(
    claiming.map((each) => [each, { wins: false, hiddenFrom: new Set(), other: null }]),
  );
  for (const scope of scopes) {
    for (const port of portsOf(host, mesh)) {
      const egress = scopeAt(scope, port);
      if (egress === null) continue;
      let winner: MeshVirtualService | null = null;
      for (const each of [...egress.first, ...egress.others]) {
        const fate = fates.get(each);
        if (fate === undefined || !knowsService(scope, each, port)) continue;
        // One without a rule for the client does not count (Istio 6.4).
        if (mesh.tableOf(each, scope, port) === null) continue;
        if (winner === null) {
          winner = each;
          fate.wins = true;
        } else {
          fate.hiddenFrom.add(scope.client);
          fate.other ??= winner;
        }
      }
    }
  }
  for (const [service, { wins, hiddenFrom, other }] of fates) {
    if (other === null) continue;
    const code = wins ? 'virtual-services-conflict' : 'virtual-service-hidden';
    const index = service.hosts.indexOf(host);
    const args = {
      resource: service.id,
      other: other.id,
      host,
      ...(wins ? { clients: clientNames(hiddenFrom) } : null),
    };
    report(findingAt(code, service.resource, ['spec', 'hosts', index], args));
  }
}
