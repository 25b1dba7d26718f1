import { namespacedName } from '../../../ids/ids.ts';
import type { Target } from '../../../ir/action.ts';
import { readServiceName } from '../../../ir/service-name.ts';
import { type ErrorView, errorStatus } from '../../../ir/status.ts';
import type { WrittenDestination } from '../../../resource/kinds/networking.istio.io/traffic-schema.ts';
import type { ClientScope } from './client-scope.ts';
import { isWithoutCluster } from './entry-backend.ts';
import type { MeshConfig } from './mesh-config.ts';
import { resolveHost } from './names.ts';

const UNAVAILABLE = 503;

/** The client and the port that a rule is compiled for. */
export interface DestinationContext {
  readonly scope: ClientScope;
  readonly config: MeshConfig;
  /** The namespace of short names. */
  readonly namespace: string;
  /** The dialled port. */
  readonly port: number;
  /** True for rules of connections: a Service with one port is then found by it (Istio 8.3). */
  readonly connection: boolean;
  readonly errors: ErrorView;
}

/**
 * Returns the cluster that a destination names. A cluster that the proxy of the client does not have answers
 * 503 (Istio 8.2…8.5).
 */
export function resolveDestination(
  { host, subset, port: written }: WrittenDestination,
  { scope, config, namespace, port: dialled, connection, errors }: DestinationContext,
): Pick<Target, 'service' | 'port' | 'to'> {
  const { services, cluster, destinationRules } = config;
  const full = resolveHost(host ?? '', namespace, cluster.clusterDomain);
  const alias = services.aliasTargets.get(full);
  const target = alias?.ports.has(dialled) ? scope.find(alias.hostname) : null;
  const service = scope.find(full) ?? target;
  const missing = (
    detail: 'service' | 'port' | 'subset',
    name: string,
    port: number,
    { definedBy = [], own }: { readonly definedBy?: readonly string[]; readonly own?: 'NoCluster' } = {},
  ) =>
    ({
      service: name,
      port,
      to: {
        kind: 'unresolved',
        cause: own ?? (detail === 'subset' ? 'SubsetNotFound' : 'BackendNotFound'),
        status: errorStatus(UNAVAILABLE, errors),
        detail,
        ...(subset === null ? null : { subset }),
        ...(definedBy.length === 0 ? null : { definedBy }),
      },
    }) as const;
  if (service === null) {
    return missing('service', labelOf(full, cluster.clusterDomain), written ?? dialled);
  }
  const [only, ...more] = service.ports.keys();
  const single = connection && more.length === 0 ? only : undefined;
  const port = written ?? single ?? dialled;
  if (!service.ports.has(port)) return missing('port', service.key, port);
  if (subset === null) {
    return {
      service: service.key,
      port,
      to: { kind: 'backend', key: { service: service.key, port, subset } },
    };
  }
  const labels = destinationRules.subset({
    name: subset,
    host: service.hostname,
    hostNamespace: service.namespace,
    client: scope.client.namespace,
    labels: scope.client.labels,
  });
  if (labels === null) {
    const definedBy = destinationRules.definersOf(subset, service.hostname);
    return missing('subset', service.key, port, { definedBy });
  }
  if (isWithoutCluster(service, labels, cluster))
    return missing('subset', service.key, port, { own: 'NoCluster' });
  // A subset without labels has all endpoints (Istio 8.7). It keeps its name.
  const key = { service: service.key, port, subset: { name: subset, labels } };
  return { service: service.key, port, to: { kind: 'backend', key } };
}

/** Returns `ns/name` for the full name of a Service, and any other host as it is. */
function labelOf(host: string, clusterDomain: string): string {
  const name = host.endsWith(`.svc.${clusterDomain}`) ? readServiceName(host, null, clusterDomain) : null;
  return name === null ? host : namespacedName(name.namespace, name.name);
}
