import type { AcceptedConnections } from '../../../../ir/access.ts';
import type { ResourceOf } from '../../../../resource/kinds/kind.ts';
import type { PEER_AUTHENTICATION } from '../../../../resource/kinds/rare-kinds.ts';
import type { MutualTlsMode } from '../../../../resource/kinds/security.istio.io/peer-authentication.ts';
import { type PodsOfServer, selection } from './pods.ts';

export type PeerAuthenticationResource = ResourceOf<typeof PEER_AUTHENTICATION>;

const ANY: AcceptedConnections = { only: 'any', by: null };

/**
 * Returns which connections a server accepts at a port. The oldest policy for its Pods decides, then the
 * oldest of its namespace, then the oldest of the root namespace; a mode that is not set asks the next one. Only
 * a policy for Pods has modes of ports (I-21.7). `policies` are in the order of their age.
 */
export function acceptedConnections(
  pods: PodsOfServer,
  port: number | null,
  policies: readonly PeerAuthenticationResource[],
  rootNamespace: string,
): AcceptedConnections {
  const general = (namespace: string | null) =>
    policies.find((each) => each.namespace === namespace && each.spec.selector === null);
  const layers = [
    ...(pods.namespace === rootNamespace ? [] : [general(pods.namespace)]),
    general(rootNamespace),
  ].flatMap((each) => (each === undefined ? [] : [acceptedBy(each, each.spec.mode)]));
  if (pods.namespace === null && policies.length > 0)
    return { only: 'not-known', by: policies[0]?.id ?? null };
  const wider = layers.find((each) => each !== null) ?? ANY;
  const own =
    pods.namespace === rootNamespace
      ? []
      : policies.filter(({ namespace, spec }) => namespace === pods.namespace && spec.selector !== null);
  for (const each of own) {
    const isFor = selection(each.spec.selector, pods);
    if (isFor === 'no') continue;
    const found = modeAt(each, port, wider);
    if (isFor === 'yes') return found;
    if (found.only !== wider.only) return { only: 'not-known', by: each.id };
  }
  return wider;
}

/** Returns what a policy for Pods says about a port. */
function modeAt(
  policy: PeerAuthenticationResource,
  port: number | null,
  wider: AcceptedConnections,
): AcceptedConnections {
  const { mode, ports } = policy.spec;
  const usual = acceptedBy(policy, mode) ?? wider;
  if (port === null) return ports.length === 0 ? usual : { only: 'not-known', by: policy.id };
  return acceptedBy(policy, ports.find(([number]) => number === port)?.[1] ?? null) ?? usual;
}

function acceptedBy({ id }: PeerAuthenticationResource, mode: MutualTlsMode): AcceptedConnections | null {
  switch (mode) {
    case null:
      return null;
    case 'STRICT':
      return { only: 'mutual-tls', by: id };
    case 'DISABLE':
      return { only: 'plain-text', by: id };
    case 'PERMISSIVE':
      return { only: 'any', by: id };
    default:
      return { only: 'not-known', by: id };
  }
}
