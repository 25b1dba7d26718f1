import { EVERYBODY_ELSE, readClientClass } from '../../../../ids/client-classes.ts';
import type { MeshIR } from '../../../../ir/mesh-ir.ts';
import type { MeshProxy, VirtualHost } from '../../../../ir/proxy-config.ts';
import type { RouteEntry } from '../../../../ir/table.ts';

/** The hosts of a VirtualService with the entries that it has there, for the first clients that have them. */
export interface RoutedHosts {
  readonly hosts: Set<VirtualHost>;
  readonly entries: RouteEntry[];
}

/**
 * Returns the hosts and the entries of VirtualServices, by their ids. Clients of other namespaces are asked
 * only while a VirtualService has no host, because each class of clients has its own tables.
 */
export function tablesByRoute(ids: ReadonlySet<string>, ir: MeshIR): ReadonlyMap<string, RoutedHosts> {
  const found = new Map<string, RoutedHosts>();
  for (const of of [EVERYBODY_ELSE, ...ir.classes()]) {
    if (found.size === ids.size) break;
    const proxy = readClientClass(of).kind === 'mesh' ? ir.proxy(of) : null;
    if (proxy?.entrance !== 'mesh') continue;
    for (const host of hostsOf(proxy, ir)) {
      const { table } = host;
      if (table?.scope.role !== 'written') continue;
      for (const id of table.routes) {
        const known = found.get(id) ?? { hosts: new Set(), entries: [] };
        if (!ids.has(id) || (known.hosts.has(host) && known.entries.length > 0)) continue;
        found.set(id, known);
        known.hosts.add(host);
        known.entries.push(...table.entries.filter(({ route }) => route === id));
      }
    }
  }
  // Gateways complete what no client of the mesh has.
  for (const { listeners, kind } of ir.gateways.values()) {
    if (kind === undefined) continue;
    for (const { table } of listeners) {
      for (const id of table?.routes ?? []) {
        const known = found.get(id) ?? { hosts: new Set<VirtualHost>(), entries: [] };
        if (!ids.has(id) || known.entries.length > 0) continue;
        found.set(id, known);
        known.entries.push(...(table?.entries.filter(({ route }) => route === id) ?? []));
      }
    }
  }
  return found;
}

function hostsOf(proxy: MeshProxy, ir: MeshIR): readonly VirtualHost[] {
  return [...ir.frontends.values(), ...ir.hosts.values()].map((frontend) => proxy.host(frontend, 'tcp'));
}
