import type { ServiceKey } from '../../../ir/service.ts';
import type { ServicePort } from '../../../resource/resource.ts';
import type { ServiceFacets } from '../../service-facets.ts';
import type { MeshService, PortProtocol } from './mesh-service.ts';
import { serviceHost } from './names.ts';
import { type Audience, audienceOf } from './visibility.ts';

/** An ExternalName Service that is another name of a Service (Istio 2.7). */
export interface ServiceAlias {
  readonly hostname: string;
  readonly namespace: string;
  readonly name: string;
  readonly audience: Audience;
  readonly ports: ReadonlyMap<number, PortProtocol>;
}

/** The Services of a mesh. */
export interface MeshServices {
  /**
   * Of several with one full name, a client knows the first one that it sees: a Service of Kubernetes, then
   * the oldest ServiceEntry.
   */
  readonly all: readonly MeshService[];
  /** The first with each full name. */
  readonly byHost: ReadonlyMap<string, MeshService>;
  /** The Services of Kubernetes. */
  readonly byKey: ReadonlyMap<ServiceKey, MeshService>;
  /** The Services behind the full names of ExternalName Services. */
  readonly aliasTargets: ReadonlyMap<string, MeshService>;
  aliasesOf(service: MeshService): readonly ServiceAlias[];
}

/** The annotation of a Service with the namespaces that know it. */
export const EXPORT_TO = 'networking.istio.io/exportTo';
const NONE: readonly ServiceAlias[] = [];
const MOST_ALIASES = 8;

/**
 * Returns the Services of a mesh. `entries` are the hosts of its ServiceEntries. `exportTo` is for Services
 * without the annotation.
 */
export function meshServices(
  facets: ServiceFacets,
  entries: readonly MeshService[],
  clusterDomain: string,
  exportTo: readonly string[],
): MeshServices {
  const byHost = new Map<string, MeshService>();
  const byKey = new Map<ServiceKey, MeshService>();
  const external = new Map<string, { readonly alias: ServiceAlias; readonly target: string }>();
  for (const facet of facets.all()) {
    const { key, namespace, name, kind, externalName } = facet.facts;
    const hostname = serviceHost(name, namespace, clusterDomain);
    const list = facet.resource?.annotations[EXPORT_TO]?.split(',').map((each) => each.trim()) ?? [];
    const written = list.filter((each) => each !== '');
    const audience = audienceOf(written.length === 0 ? exportTo : written, namespace);
    const ports = portsOf(facet.ports);
    if (kind === 'external-name') {
      const target = (externalName ?? '').toLowerCase().replace(/\.$/, '');
      external.set(hostname, { alias: { hostname, namespace, name, audience, ports }, target });
      continue;
    }
    const service: MeshService = {
      hostname,
      namespace,
      name,
      key,
      audience,
      headless: kind === 'headless',
      ports,
      addresses: facet.resource?.spec.clusterIPs ?? [],
      facet,
      entry: null,
    };
    byHost.set(hostname, service);
    byKey.set(key, service);
  }
  const all = [...byHost.values(), ...entries];
  for (const entry of entries) if (!byHost.has(entry.hostname)) byHost.set(entry.hostname, entry);
  const aliasTargets = new Map<string, MeshService>();
  const aliases = new Map<MeshService, ServiceAlias[]>();
  for (const [hostname, { alias }] of external) {
    let target = hostname;
    for (let hops = 0; hops < MOST_ALIASES && external.has(target); hops++)
      target = external.get(target)?.target ?? '';
    const service = byHost.get(target);
    if (service === undefined) continue;
    aliasTargets.set(hostname, service);
    aliases.set(service, [...(aliases.get(service) ?? []), alias]);
  }
  return { all, byHost, byKey, aliasTargets, aliasesOf: (service) => aliases.get(service) ?? NONE };
}

function portsOf(ports: readonly ServicePort[]): ReadonlyMap<number, PortProtocol> {
  const found = new Map<number, PortProtocol>();
  for (const port of ports) {
    if (port.protocol !== 'TCP' || found.has(port.port)) continue;
    found.set(port.port, protocolOf(port));
  }
  return found;
}

const APP_PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);
const PROTOCOLS: ReadonlyMap<string, PortProtocol> = new Map([
  ...['http', 'http2', 'grpc', 'grpc-web'].map((each) => [each, 'http'] as const),
  ...['https', 'tls'].map((each) => [each, 'tls'] as const),
  ...['tcp', 'mongo', 'redis', 'mysql'].map((each) => [each, 'tcp'] as const),
]);
/** Servers speak first on these ports, so the protocol cannot be detected. */
const SERVER_FIRST: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/** Returns the protocol of a port: by `appProtocol`, else by its name, else by its number (Istio 2.8). */
export function protocolOf({ appProtocol, name, port }: ServicePort): PortProtocol {
  const written = (
    appProtocol === null ? name : (APP_PROTOCOLS.get(appProtocol) ?? appProtocol)
  ).toLowerCase();
  const word = written.startsWith('grpc-web') ? 'grpc-web' : (written.split('-', 1)[0] ?? '');
  return PROTOCOLS.get(word) ?? (SERVER_FIRST.has(port) ? 'tcp' : 'sniffed');
}
