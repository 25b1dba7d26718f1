import { namespacedName } from '../../../ids/ids.ts';
import { isIPLiteral } from '../../../ir/service-name.ts';
import type { MeshService, PortOfHost, PortProtocol, ServiceEntryResource } from './mesh-service.ts';
import { isNetwork } from './networks.ts';
import { audienceOf } from './visibility.ts';

/**
 * Returns the hosts of ServiceEntries, which are given in the order of their age. Those of one namespace with
 * the same host are one: their ports are united, and the first decides the rest.
 */
export function serviceEntryHosts(resources: readonly ServiceEntryResource[]): readonly MeshService[] {
  const found = new Map<string, { readonly host: string; readonly of: ServiceEntryResource[] }>();
  for (const resource of resources) {
    for (const host of new Set(resource.spec.hosts.map((each) => each.toLowerCase()))) {
      if (host === '' || host === '*') continue;
      const key = namespacedName(resource.namespace, host);
      const known = found.get(key) ?? { host, of: [] };
      found.set(key, known);
      known.of.push(resource);
    }
  }
  return [...found.values()].map(({ host, of }) => hostOf(host, of));
}

function hostOf(hostname: string, resources: readonly ServiceEntryResource[]): MeshService {
  const [first] = resources as [ServiceEntryResource, ...ServiceEntryResource[]];
  const { namespace, spec } = first;
  const ports = new Map<number, PortOfHost>();
  for (const resource of resources)
    for (const port of resource.spec.ports) {
      const protocol = protocolOf(port.protocol);
      if (port.number === null || protocol === null || ports.has(port.number)) continue;
      ports.set(port.number, { port, protocol });
    }
  const written = resources.flatMap((resource) => resource.spec.addresses).map((each) => single(each));
  return {
    hostname,
    namespace,
    name: hostname,
    key: hostname,
    audience: audienceOf(spec.exportTo, namespace),
    headless: false,
    ports: new Map([...ports].map(([number, { protocol }]) => [number, protocol])),
    addresses: written.filter((each) => isIPLiteral(each) && !isNetwork(each)),
    facet: null,
    entry: {
      resources,
      resolution: spec.resolution,
      isExternal: spec.isExternal,
      ports,
      networks: written.filter((each) => isNetwork(each)),
    },
  };
}

/** Returns a network of one address as the address. */
function single(address: string): string {
  return isIPLiteral(address) && address.endsWith('/128')
    ? address.slice(0, -'/128'.length)
    : address.replace(/\/32$/, '');
}

const PROTOCOLS: ReadonlyMap<string, PortProtocol | null> = new Map([
  ...['http', 'http2', 'grpc', 'grpc-web'].map((each) => [each, 'http'] as const),
  ...['https', 'tls'].map((each) => [each, 'tls'] as const),
  ...['tcp', 'mongo', 'redis', 'mysql'].map((each) => [each, 'tcp'] as const),
  ['udp', null],
]);

/** Returns the protocol of a port, by `protocol` alone. Returns null for UDP, which is left out. */
function protocolOf(written: string | null): PortProtocol | null {
  if (written === null) return 'sniffed';
  const found = PROTOCOLS.get(written.toLowerCase());
  return found === undefined ? 'sniffed' : found;
}
