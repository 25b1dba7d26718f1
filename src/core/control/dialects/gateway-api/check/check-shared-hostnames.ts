import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import type { HostPattern } from '../../../../ir/host-pattern.ts';
import { attachedByListener } from '../compile/listener-tables.ts';
import type { GatewayPlane } from '../gateways/gateway-plane.ts';
import type { AnyRoute } from '../routes.ts';

/**
 * Reports HTTPRoutes and GRPCRoutes whose hostnames overlap on one listener. The specification allows an
 * implementation to accept only one of them, but most accept both. Reports one finding for each
 * GRPCRoute. The time is linear in routes and hostnames.
 */
export function checkSharedHostnames(plane: GatewayPlane, report: (finding: Finding) => void): void {
  const told = new Set<AnyRoute>();
  for (const [listener, routes] of attachedByListener(plane.attachments)) {
    const written = new Map<HostPattern, AnyRoute>();
    const within = new Map<HostPattern, AnyRoute>();
    for (const [route, hostnames] of routes) {
      if (route.kind !== 'HTTPRoute') continue;
      for (const hostname of hostnames) {
        written.set(hostname, written.get(hostname) ?? route);
        for (const wider of widening(hostname)) within.set(wider, within.get(wider) ?? route);
      }
    }
    if (written.size === 0) continue;
    for (const [route, hostnames] of routes) {
      if (route.kind !== 'GRPCRoute' || told.has(route)) continue;
      const other = firstOf(hostnames, (hostname) => {
        return within.get(hostname) ?? firstOf(widening(hostname), (wider) => written.get(wider));
      });
      if (other === undefined) continue;
      told.add(route);
      report({
        code: 'route-kinds-share-hostname',
        severity: 'warning',
        args: { route: route.id, other: other.id, listener: listener.id },
        site: siteOf(route, route.spec.hostnames.length === 0 ? ['spec'] : ['spec', 'hostnames']),
        related: [{ note: 'the-other-route', site: siteOf(other, ['metadata', 'name']) }],
        fixes: [],
      });
    }
  }
}

/** Returns a pattern and all patterns that cover it: `a.b.c` is within `*.b.c`, `*.c` and every host. */
function widening(pattern: HostPattern): readonly HostPattern[] {
  const patterns: HostPattern[] = [pattern];
  if (pattern === null) return patterns;
  const labels = pattern.replace(/^\*\./, '').split('.');
  for (let at = 1; at < labels.length; at++) patterns.push(`*.${labels.slice(at).join('.')}`);
  patterns.push(null);
  return patterns;
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
