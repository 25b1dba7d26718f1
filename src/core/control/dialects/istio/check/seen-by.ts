import { type ClientScope, clientScope, type MeshClient, scopeAt } from '../client-scope.ts';
import type { CompiledMesh } from '../compiled-mesh.ts';
import type { MeshVirtualService } from '../mesh-config.ts';
import { isWildcard, MESH } from '../names.ts';

const HTTP_PORT = 80;

/** Returns the scopes of the clients of a mesh. */
export function scopesOf({ config, clients }: CompiledMesh): readonly ClientScope[] {
  return clients().map((client) => clientScope(client, config));
}

/** Returns true if a client knows a VirtualService at a port. */
export function knowsService(scope: ClientScope, service: MeshVirtualService, port: number): boolean {
  const egress = scopeAt(scope, port);
  return egress !== null && (egress.first.includes(service) || egress.others.includes(service));
}

/** Returns the ports of HTTP that a host of a VirtualService has. A host that is no Service has port 80. */
export function portsOf(host: string, { config }: CompiledMesh): readonly number[] {
  const services = isWildcard(host)
    ? [...config.services.byHost.values()].filter(({ hostname }) => hostname.endsWith(host.slice(1)))
    : [config.services.byHost.get(host)].filter((each) => each !== undefined);
  const ports = services.flatMap((each) =>
    [...each.ports].flatMap(([port, protocol]) =>
      protocol === 'http' || protocol === 'sniffed' ? [port] : [],
    ),
  );
  return services.length === 0 ? [HTTP_PORT] : [...new Set(ports)];
}

/** Returns true for a VirtualService of the manifests that applies to proxies of the mesh. */
export function isWritten({ lanes, gateways }: MeshVirtualService): boolean {
  return gateways.includes(MESH) && (lanes === null || lanes.isKept);
}

/** Returns the clients as text. `*` is every namespace that no object names. */
export function clientNames(clients: Iterable<MeshClient>): string {
  const names = new Set<string>();
  for (const { namespace, labels } of clients) {
    const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    names.add(`${namespace ?? '*'}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`);
  }
  return [...names].sort().join(', ');
}
