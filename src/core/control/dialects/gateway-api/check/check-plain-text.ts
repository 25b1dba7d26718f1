import type { Cluster } from '../../../../cluster/cluster.ts';
import { siteOf } from '../../../../cluster/resource-site.ts';
import type { Finding } from '../../../../findings/finding.ts';
import { type RuleIndex, readNamespacedName } from '../../../../ids/ids.ts';
import type { RouteEntry } from '../../../../ir/table.ts';
import type { ServicePort } from '../../../../resource/resource.ts';
import type { GatewayAPIControl } from '../gateway-api-control.ts';
import { type AnyRoute, hasMatches } from '../routes.ts';

/**
 * Reports requests that a Gateway forwards in plain text to ports that seem to use TLS. Only a
 * BackendTLSPolicy makes the Gateway use TLS, never the number or the name of a port.
 * `entries` are the entries of the route at Gateways.
 */
export function checkPlainText(
  route: AnyRoute,
  entries: readonly RouteEntry[],
  control: GatewayAPIControl,
  cluster: Cluster,
  report: (finding: Finding) => void,
): void {
  if (!hasMatches(route)) return;
  const told = new Set<RuleIndex>();
  for (const { action, rule } of entries) {
    if (told.has(rule)) continue;
    told.add(rule);
    action.targets.forEach(({ to, service, port: number, weight }, at) => {
      if (to.kind !== 'backend' || weight === 0) return;
      const port = control.services.find(service)?.ports.find((each) => each.port === number);
      if (port === undefined || !speaksTLS(port) || hasTLS(service, port, control, cluster)) return;
      report({
        code: 'backend-expects-tls',
        severity: 'warning',
        args: { route: route.id, service, port: port.port, sign: signOf(port) },
        site: siteOf(route, ['spec', 'rules', rule, 'backendRefs', at, 'port']),
        related: [],
        fixes: [],
      });
    });
  }
}

/** Names of HTTP over TLS in the API and in common use. */
const TLS_PROTOCOLS: ReadonlySet<string> = new Set(['https', 'tls', 'wss', 'grpcs', 'kubernetes.io/wss']);
const TLS_PORTS: ReadonlySet<number | string> = new Set([443, 8443]);

function speaksTLS(port: ServicePort): boolean {
  return signOf(port) !== '';
}

/** Returns the sign that a port uses TLS. Returns '' if there is none, or if another sign excludes TLS. */
function signOf({ appProtocol, name, port, targetPort }: ServicePort): string {
  if (appProtocol !== null)
    return TLS_PROTOCOLS.has(appProtocol.toLowerCase()) ? `appProtocol: ${appProtocol}` : '';
  if (/^(?:https|tls|grpcs)(?:-|$)/.test(name)) return `name: ${name}`;
  // Plain HTTP by its name, regardless of the number.
  if (/^(?:http|http2|h2c|grpc)(?:-|$)/.test(name)) return '';
  if (TLS_PORTS.has(port)) return `port: ${port}`;
  return TLS_PORTS.has(targetPort) || targetPort === 'https' ? `targetPort: ${targetPort}` : '';
}

/**
 * Returns true if a policy, or settings of a kind that is not simulated, makes connections to a port use TLS.
 */
function hasTLS(service: string, port: ServicePort, { ir }: GatewayAPIControl, cluster: Cluster): boolean {
  const { namespace, name } = readNamespacedName(service);
  const isSet = ir
    .policiesOn(`Service/${service}`)
    .some(
      ({ effect, target }) =>
        effect.kind === 'opaque' ||
        (effect.kind === 'backend-tls' && (target.section === null || target.section === port.name)),
    );
  return (
    isSet ||
    cluster.others.some(({ kind, raw }) => kind === 'DestinationRule' && isFor(raw, name, namespace)) ||
    Object.keys(cluster.services.get(service)?.annotations ?? {}).some((key) =>
      /tls|protocol|scheme/i.test(key),
    )
  );
}

/** Returns true if a DestinationRule names a Service in any form. */
function isFor(raw: unknown, name: string, namespace: string): boolean {
  const host = (raw as { readonly spec?: { readonly host?: unknown } | null } | null)?.spec?.host;
  if (typeof host !== 'string') return false;
  return (
    host === name ||
    host === `${name}.${namespace}` ||
    host.startsWith(`${name}.${namespace}.`) ||
    host.startsWith('*')
  );
}
