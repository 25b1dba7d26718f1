import { namespacedName, servicePortId } from '../ids/ids.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import { portProtocol } from '../ir/port-protocol.ts';
import type { Frontend } from '../ir/proxy-config.ts';
import type { SimRequest } from '../ir/request.ts';
import type { PodAddress, ServiceFacts } from '../ir/service.ts';
import { isIPLiteral, readServiceName } from '../ir/service-name.ts';
import type { Profile } from '../profile/profile.ts';

/** A Service that a request dials, and how the destination names it. */
export interface DialledService {
  readonly by: 'vip' | 'dns-name' | 'name';
  readonly service: ServiceFacts;
}

/** What a request in a mesh dials, as far as the manifests show (step 3). */
export type Identity =
  | ({ readonly to: 'frontend'; readonly frontend: Frontend } & DialledService)
  /** The Service exists, but does not have this port. */
  | ({ readonly to: 'no-such-port' } & DialledService)
  /** DNS of a headless Service returns endpoint addresses: the backend facet, without routes. */
  | { readonly to: 'headless'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  /** DNS of an ExternalName Service leads out of the cluster. */
  | { readonly to: 'external'; readonly by: 'dns-name' | 'name'; readonly service: ServiceFacts }
  | { readonly to: 'pod'; readonly by: 'pod-ip'; readonly pod: PodAddress }
  | { readonly to: 'unknown'; readonly by: null };

/** An ExternalName may lead to another one. The limit ends circles. */
const MOST_ALIASES = 8;

/**
 * Returns the destination by virtual IP, DNS name or name, never by the hostnames of a route (R-119, R-120,
 * With `authorityFirst` the Host header takes precedence, as in some implementations.
 */
export function identify(
  request: SimRequest,
  ir: MeshIR,
  authorityFirst: boolean,
  profile: HostRules = WHOLE_HEADER,
): Identity {
  if (request.podOf !== null) {
    const workload = ir.workload(request.podOf);
    if (workload === null) return { to: 'unknown', by: null };
    return { to: 'pod', by: 'pod-ip', pod: { ip: request.host, workload: workload.key, ready: true } };
  }
  if (authorityFirst) {
    const byHeader = identifyHeader(request, ir, profile);
    if (byHeader?.to === 'frontend') return byHeader;
  }
  return identifyDialled(request, ir);
}

/** The fields of a profile that say how a Host header selects a Service. */
type HostRules = Pick<Profile, 'sniffedPorts' | 'hostHeaderPort'>;

const WHOLE_HEADER: HostRules = { sniffedPorts: 'by-host', hostHeaderPort: 'compared' };

/** Returns the destination that the Host header names. Returns null if the header does not select it. */
function identifyHeader(request: SimRequest, ir: MeshIR, profile: HostRules): Identity | null {
  const named = hostHeaderOf(request);
  if (named === null) return null;
  const other = named.port !== null && named.port !== request.port && profile.hostHeaderPort === 'compared';
  const port = other ? (named.port as number) : request.port;
  const byHeader = identifyHost(named.host, port, request, ir);
  if (byHeader.to !== 'frontend') return null;
  const dialled = identifyDialled(request, ir);
  if (dialled.to !== 'frontend' || dialled.frontend === byHeader.frontend) return byHeader;
  // A listener for an address of a Service has one virtual host (Istio 1.2).
  const { portName, appProtocol } = dialled.frontend;
  const sniffed = portProtocol(portName, appProtocol) === 'undetermined';
  return sniffed && profile.sniffedPorts === 'by-address' ? null : byHeader;
}

function identifyDialled(request: SimRequest, ir: MeshIR): Identity {
  const byPort = knownHosts(ir, request.from?.namespace ?? '', request.host);
  const known = byPort.get(request.port);
  if (known) return known;
  const identity = identifyHost(request.host, request.port, request, ir);
  byPort.set(request.port, identity);
  return identity;
}

/** Results by client namespace, host and port. Users ask about a few destinations many times. */
const identities = new WeakMap<MeshIR['frontends'], Map<string, Map<string, Map<number, Identity>>>>();
const MOST_HOSTS = 10_000;

function knownHosts(ir: MeshIR, namespace: string, host: string): Map<number, Identity> {
  let byNamespace = identities.get(ir.frontends);
  if (byNamespace === undefined) {
    byNamespace = new Map();
    identities.set(ir.frontends, byNamespace);
  }
  let byHost = byNamespace.get(namespace);
  if (byHost === undefined || byHost.size > MOST_HOSTS) {
    byHost = new Map();
    byNamespace.set(namespace, byHost);
  }
  let byPort = byHost.get(host);
  if (byPort === undefined) {
    byPort = new Map();
    byHost.set(host, byPort);
  }
  return byPort;
}

/** Returns host and port of the Host header that a request gives. Returns null if it gives none. */
export function hostHeaderOf(request: SimRequest): { host: string; port: number | null } | null {
  const header = request.headers.find(([name]) => name.toLowerCase() === 'host');
  if (!header) return null;
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(header[1]);
  if (!match) return { host: header[1], port: null };
  return { host: (match[1] as string).replace(/^\[|\]$/g, ''), port: match[2] ? Number(match[2]) : null };
}

function identifyHost(host: string, port: number, request: SimRequest, ir: MeshIR): Identity {
  if (isIPLiteral(host)) {
    const service = ir.serviceByAddress(host);
    if (service !== null) return atService(service, 'vip', port, ir);
    const pod = ir.podByAddress(host);
    return pod === null ? { to: 'unknown', by: null } : { to: 'pod', by: 'pod-ip', pod };
  }
  let dialled = host;
  let namespace = request.from?.namespace ?? null;
  let first: { by: 'dns-name' | 'name'; service: ServiceFacts } | null = null;
  for (let aliases = 0; aliases < MOST_ALIASES; aliases++) {
    const name = readServiceName(dialled, namespace, ir.clusterDomain);
    const service = name === null ? null : ir.service(namespacedName(name.namespace, name.name));
    if (name === null || service === null) {
      return first === null ? { to: 'unknown', by: null } : { to: 'external', ...first };
    }
    if (service.kind === 'headless') {
      const frontend = ir.frontends.get(servicePortId(service.key, port));
      return frontend === undefined
        ? { to: 'headless', by: name.by, service }
        : { to: 'frontend', by: name.by, service, frontend };
    }
    if (service.kind === 'cluster-ip') return atService(service, first?.by ?? name.by, port, ir);
    first ??= { by: name.by, service };
    if (service.externalName === null) break;
    dialled = service.externalName;
    // A DNS alias is a full name. Search domains do not apply to it.
    namespace = null;
  }
  return first === null ? { to: 'unknown', by: null } : { to: 'external', ...first };
}

function atService(
  service: ServiceFacts,
  by: 'vip' | 'dns-name' | 'name',
  port: number,
  ir: MeshIR,
): Identity {
  const frontend = ir.frontends.get(servicePortId(service.key, port));
  if (frontend) return { to: 'frontend', by, service, frontend };
  // A Service without a frontend for the virtual IP cannot be dialled by name either.
  return { to: 'no-such-port', by, service };
}
