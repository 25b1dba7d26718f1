import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { readResourceId, servicePortId } from '../../../../ids/ids.ts';
import type { Attachment } from '../attach/attach-to-services.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import { allRoutes } from '../routes.ts';

/**
 * Reports routes that are hidden on a Service port, because they name the port in their parentRef and an older
 * route does not, or the reverse (profile field parentPorts). One finding for each parentRef, at its first
 * port.
 */
export function checkParentPorts(
  control: GatewayAPIControl,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  for (const route of allRoutes(cluster)) {
    if (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute') continue;
    // A route that does not exist for Istio hides nothing and is not hidden.
    if (control.compiledOf(route)?.unsupported === true) continue;
    for (const attachment of control.attachmentsOf(route)) {
      const hidden = hiddenAt(attachment, control);
      if (hidden === null) continue;
      const { parent, service } = attachment;
      const other = cluster.byId.get(hidden.other)?.resource;
      report({
        code: 'parent-ports-hide-routes',
        severity: 'warning',
        args: { route: route.id, other: hidden.other, service, port: hidden.port },
        site: siteOf(route, ['spec', 'parentRefs', parent]),
        related: other ? [{ note: 'the-other-route', site: siteOf(other, ['metadata', 'name']) }] : [],
        fixes: [],
      });
    }
  }
}

/** Returns the first port that a parentRef binds in vain, with a route that applies there instead. */
function hiddenAt(
  { route, ports, service, refusal }: Attachment,
  { ir }: GatewayAPIControl,
): { readonly port: number; readonly other: string } | null {
  if (refusal !== null) return null;
  for (const port of ports) {
    const tables = ir.frontends.get(servicePortId(service, port))?.tables ?? [];
    const applying = tables.flatMap(({ routes }) => routes);
    if (applying.includes(route.id)) continue;
    const other = applying.find((id) => {
      const { kind, namespace } = readResourceId(id);
      return (kind === 'HTTPRoute' || kind === 'GRPCRoute') && namespace === route.namespace;
    });
    if (other !== undefined) return { port, other };
  }
  return null;
}
