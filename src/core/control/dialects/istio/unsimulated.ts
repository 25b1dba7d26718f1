import type { DecodedResource } from '../../../resource/decoded-resource.ts';
import type { Unsimulated } from '../../dialect-compiler.ts';
import { fieldsAt, hasField } from '../../not-simulated/raw-fields.ts';
import { itemsAt, textAt, textsAt } from '../../not-simulated/raw-values.ts';
import type { MeshConfig } from './mesh-config.ts';
import { isSubset, resolveHost } from './names.ts';

/**
 * Returns what is not simulated of an object of Istio and may change the answer to a request. Returns null
 * for an object of another kind.
 */
export function unsimulatedIn(resource: DecodedResource, config: MeshConfig | null): Unsimulated | null {
  const { kind, group, raw } = resource;
  if (group === 'security.istio.io') return NOTHING;
  // What it derives is simulated, also at Gateways that its annotations name.
  if (group === 'env.alibaba.com' && kind === 'VirtualEnvironment') return NOTHING;
  if (config === null) return null;
  if (group !== 'networking.istio.io') return null;
  if (kind === 'VirtualService') return { fields: inVirtualService(raw), atGateways: false };
  if (kind === 'DestinationRule')
    return {
      fields: hasTLS(raw) && !isOutside(resource, config) ? ['spec.trafficPolicy.tls'] : [],
      atGateways: false,
    };
  if (kind === 'Sidecar') return { fields: inSidecar(raw), atGateways: false };
  if (kind === 'ServiceEntry') return { fields: inServiceEntry(resource, config), atGateways: false };
  if (kind === 'Gateway') return { fields: inGateway(raw), atGateways: false };
  if (kind === 'WorkloadEntry') return { fields: [], atGateways: false };
  return null;
}

/** Returns true if a DestinationRule is only for hosts outside the mesh. Whether they accept TLS is open. */
function isOutside({ raw, namespace }: DecodedResource, { services, cluster }: MeshConfig): boolean {
  const host = resolveHost(textAt(raw, 'spec', 'host') ?? '', namespace, cluster.clusterDomain);
  const known = services.all.filter(({ hostname }) => isSubset(hostname, host));
  return known.length > 0 && known.every(({ entry }) => entry?.isExternal === true);
}
/** What the access stage does not decide, its notes name. */
const NOTHING: Unsimulated = { fields: [], atGateways: false };

function inSidecar(raw: unknown): readonly string[] {
  return [
    ...(itemsAt(raw, 'spec', 'ingress').length > 0 ? ['spec.ingress'] : []),
    ...(isOtherMode(textAt(raw, 'spec', 'outboundTrafficPolicy', 'mode'))
      ? ['spec.outboundTrafficPolicy.mode']
      : []),
  ];
}

const RESOLUTIONS: ReadonlySet<string> = new Set(['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN']);

/** Other ways to find endpoints: DYNAMIC_DNS looks up the host of each request. */
function inServiceEntry({ raw, namespace }: DecodedResource, { services }: MeshConfig): readonly string[] {
  const resolution = textAt(raw, 'spec', 'resolution') ?? '';
  const hosts = textsAt(raw, 'spec', 'hosts').map((host) => host.toLowerCase());
  // It may add endpoints to a Service of its namespace with the same full name.
  const adds =
    (itemsAt(raw, 'spec', 'endpoints').length > 0 || hasField(fieldsAt(raw, 'spec'), 'workloadSelector')) &&
    [...services.byKey.values()].some(
      (each) => each.namespace === namespace && hosts.includes(each.hostname),
    );
  return [
    ...(resolution === '' || RESOLUTIONS.has(resolution) ? [] : ['spec.resolution']),
    ...(adds ? ['spec.endpoints'] : []),
  ];
}

const OTHER_MODES: ReadonlySet<string> = new Set([
  'MUTUAL',
  'ISTIO_MUTUAL',
  'OPTIONAL_MUTUAL',
  'AUTO_PASSTHROUGH',
]);

/** Modes that need a certificate of the client, or names of clusters as server names. */
function inGateway(raw: unknown): readonly string[] {
  const modes = itemsAt(raw, 'spec', 'servers').map((server) => textAt(server, 'tls', 'mode') ?? '');
  return modes.some((mode) => OTHER_MODES.has(mode)) ? ['spec.servers[].tls.mode'] : [];
}

function isOtherMode(mode: string | null): boolean {
  return mode !== null && mode !== '' && mode !== 'ALLOW_ANY' && mode !== 'REGISTRY_ONLY';
}

const PSEUDO_HEADERS: ReadonlySet<string> = new Set([':method', ':authority', ':scheme']);

/** Returns true for a claim of a token, and for a pseudo-header that is not compared, such as `:path`. */
function isNoHeader(name: string): boolean {
  return name.startsWith('@') || (name.startsWith(':') && !PSEUDO_HEADERS.has(name.toLowerCase()));
}

/** Connections by network, and claims of tokens. */
function inVirtualService(raw: unknown): readonly string[] {
  const found: string[] = [];
  for (const list of ['tcp', 'tls'] as const) {
    const matches = itemsAt(raw, 'spec', list).flatMap((rule) => itemsAt(rule, 'match'));
    if (matches.some((match) => itemsAt(match, 'destinationSubnets').length > 0))
      found.push(`spec.${list}[].match[].destinationSubnets`);
  }
  const claims = itemsAt(raw, 'spec', 'http')
    .flatMap((rule) => itemsAt(rule, 'match'))
    .some((match) =>
      ['headers', 'withoutHeaders'].some((field) => Object.keys(fieldsAt(match, field)).some(isNoHeader)),
    );
  if (claims) found.push('spec.http[].match[].headers');
  return found;
}

/** The access stage decides what servers say about these. */
const DECIDED: ReadonlySet<string | null> = new Set(['ISTIO_MUTUAL', 'DISABLE']);

/** Returns true if connections to a host use TLS of its own, which a server may refuse. */
function hasTLS(raw: unknown): boolean {
  const policies = [
    fieldsAt(raw, 'spec', 'trafficPolicy'),
    ...itemsAt(raw, 'spec', 'subsets').map((subset) => fieldsAt(subset, 'trafficPolicy')),
  ];
  return policies
    .flatMap((policy) => [policy, ...itemsAt(policy, 'portLevelSettings')])
    .some((policy) => {
      const tls = fieldsAt(policy, 'tls');
      return hasField(tls, 'mode') && !DECIDED.has(textAt(tls, 'mode'));
    });
}
