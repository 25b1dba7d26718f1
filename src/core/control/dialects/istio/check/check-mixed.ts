import type { Cluster } from '../../../../cluster/cluster.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { clientName } from '../../../../ids/client-names.ts';
import { readResourceId } from '../../../../ids/ids.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import { findingAt } from './finding-at.ts';

/** The clients for which a route does not apply to a Service, and the routes that apply instead. */
interface Hidden {
  readonly clients: Set<string>;
  readonly winners: Set<string>;
}

/**
 * Reports routes of Gateway API and VirtualServices for one Service. Istio does not merge them: for each
 * client, one of them has the host (Istio 13.1, 13.2).
 */
export function checkMixed(cluster: Cluster, ir: MeshIR, report: (finding: Finding) => void): void {
  // A Service without a route of Gateway API has no mixture.
  const frontends = [...ir.frontends.values()].filter(({ tables }) => tables.length > 0);
  const hidden = new Map<string, Map<string, Hidden>>();
  if (frontends.length === 0) return;
  for (const client of ir.distinctClients()) {
    const proxy = ir.proxy(ir.classOf({ from: client, gateway: null }));
    if (proxy?.entrance !== 'mesh') continue;
    for (const frontend of frontends) {
      for (const { routes, winners } of proxy.host(frontend, 'tcp').lostClaims?.() ?? []) {
        for (const route of routes.filter((each) => isMixed(each, winners))) {
          const services = hidden.get(route) ?? new Map<string, Hidden>();
          hidden.set(route, services);
          const known = services.get(frontend.service) ?? { clients: new Set(), winners: new Set() };
          services.set(frontend.service, known);
          known.clients.add(clientName(client));
          for (const winner of winners) known.winners.add(winner);
        }
      }
    }
  }
  for (const [route, services] of hidden) {
    const resource = cluster.byId.get(route)?.resource;
    if (resource === undefined) continue;
    const path = resource.kind === 'VirtualService' ? ['spec', 'hosts'] : ['spec', 'parentRefs'];
    for (const [service, { clients, winners }] of services) {
      const list = (names: ReadonlySet<string>) => [...names].sort().join(', ');
      const args = { route, service, winners: list(winners), clients: list(clients) };
      report(findingAt('dialects-mixed', resource, path, args));
    }
  }
}

/** Returns true if a route and those that precede it are of different APIs. */
function isMixed(route: string, winners: readonly string[]): boolean {
  const isWritten = (id: string) => readResourceId(id).kind === 'VirtualService';
  return winners.some((winner) => isWritten(winner) !== isWritten(route));
}
