import type { VirtualHost } from '../../../ir/proxy-config.ts';
import { readServiceName } from '../../../ir/service-name.ts';
import type { ClientScope } from './client-scope.ts';
import type { MeshConfig } from './mesh-config.ts';
import type { MeshService } from './mesh-service.ts';
import type { ServiceAlias } from './mesh-services.ts';
import { isWildcard } from './names.ts';

/** The mesh and the client whose domains are computed. */
interface DomainInputs {
  readonly config: MeshConfig;
  readonly scope: ClientScope;
}

/** The virtual hosts of a port by their domains. */
export interface Domains {
  readonly exact: ReadonlyMap<string, VirtualHost>;
  /** The longest first. */
  readonly wildcards: readonly (readonly [string, VirtualHost])[];
}

/** Returns the domains that Services and other hosts get, first come, first served (Istio 5.5). */
export function domainsIn(
  claims: readonly (readonly [MeshService | string, VirtualHost])[],
  inputs: DomainInputs,
  byHost: ReadonlyMap<string, MeshService>,
): Domains {
  const exact = new Map<string, VirtualHost>();
  const wildcards = new Map<string, VirtualHost>();
  for (const [by, host] of claims) {
    for (const domain of typeof by === 'string' ? [by] : domainsOf(by, inputs, byHost)) {
      const into = isWildcard(domain) ? wildcards : exact;
      if (!into.has(domain)) into.set(domain, host);
    }
  }
  return { exact, wildcards: [...wildcards].sort(([a], [b]) => b.length - a.length) };
}

/** Returns the domains of a Service for the clients of a namespace (Istio 5.4, 5.5). */
function domainsOf(
  service: MeshService,
  { config, scope }: DomainInputs,
  byHost: ReadonlyMap<string, MeshService>,
): readonly string[] {
  const names = [service, ...config.services.aliasesOf(service)];
  const { clusterDomain } = config.cluster;
  const domains = names.flatMap((each) => namesOf(each, scope.client.namespace, clusterDomain));
  const own = domains.filter((domain) => domain === service.hostname || !byHost.has(domain));
  const below = service.headless ? own.map((domain) => `*.${domain}`) : [];
  return [...own, ...below, ...service.addresses.map((each) => each.toLowerCase())];
}

function namesOf(
  { hostname, ...own }: Pick<ServiceAlias, 'hostname' | 'name' | 'namespace'>,
  client: string | null,
  clusterDomain: string,
): readonly string[] {
  // The host of a ServiceEntry has short forms only if it has the form of a Service.
  const isService = hostname.endsWith(`.svc.${clusterDomain}`);
  const read = own.name === hostname && isService ? readServiceName(hostname, null, clusterDomain) : own;
  if (read === null || (own.name === hostname && !isService)) return [hostname];
  const { name, namespace } = read;
  const short = `${name}.${namespace}`.toLowerCase();
  return [hostname, `${short}.svc`, short, ...(client === namespace ? [name.toLowerCase()] : [])];
}
