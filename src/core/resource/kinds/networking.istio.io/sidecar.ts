import { objectSchema } from '../../metadata.ts';
import { any, list, port, present, record, text, textMap, type Validated } from '../../schema.ts';
import { defineKind } from '../kind.ts';

const EGRESS = record('Hosts that the clients know.', {
  port: record('The port that clients dial. All ports when left out.', {
    number: port('The number of the port.'),
    protocol: text('The protocol of the port.'),
    name: text('The name of the port.'),
    targetPort: any(),
  }),
  bind: any(),
  captureMode: any(),
  hosts: list(
    'The hosts, as `NAMESPACE/HOST`. The namespace is `.` for that of the clients, `*` for any.',
    text('A namespace and a host.'),
  ),
});

const OUTBOUND = record('What happens to requests to unknown hosts.', {
  mode: text('`REGISTRY_ONLY` refuses them, `ALLOW_ANY` passes them through.'),
  egressProxy: any(),
});

const SPEC = record('What the proxies of some Pods know.', {
  workloadSelector: record('The Pods. All of the namespace when left out.', {
    labels: textMap('Labels of the Pods.'),
  }),
  ingress: any('What the proxies accept.'),
  egress: list('What the proxies send to.', EGRESS),
  outboundTrafficPolicy: OUTBOUND,
  inboundConnectionPool: any(),
});

/** One listener of `egress`. */
export interface EgressListener {
  /** Null if it is for every port that no other listener has. */
  readonly port: number | null;
  readonly hosts: readonly string[];
}

export type OutboundMode = 'ALLOW_ANY' | 'REGISTRY_ONLY';

export interface SidecarSpec {
  readonly workloadSelector: Readonly<Record<string, string>> | null;
  readonly egress: readonly EgressListener[];
  /** Null if it does not say. Other modes than the two count as null and are named by `otherMode`. */
  readonly outbound: OutboundMode | null;
  /** A mode that is not simulated. */
  readonly otherMode: string | null;
}

/** Returns the mode of a policy. A policy without a mode refuses unknown hosts (Istio 4.7). */
export function outboundModeOf(
  policy: Validated<typeof OUTBOUND> | null | undefined,
): Pick<SidecarSpec, 'outbound' | 'otherMode'> {
  if (!policy) return { outbound: null, otherMode: null };
  const mode = policy.mode || 'REGISTRY_ONLY';
  return mode === 'ALLOW_ANY' || mode === 'REGISTRY_ONLY'
    ? { outbound: mode, otherMode: null }
    : { outbound: null, otherMode: mode };
}

export const SIDECAR = defineKind({
  kind: 'Sidecar',
  group: 'networking.istio.io',
  versions: ['v1', 'v1beta1', 'v1alpha3'],
  namespaced: true,
  schema: objectSchema('What the proxies of some clients know of the mesh.', { spec: SPEC }),
  decode(value): SidecarSpec {
    const { workloadSelector, egress, outboundTrafficPolicy } = value.spec ?? {};
    const labels = workloadSelector?.labels ?? {};
    return {
      workloadSelector: Object.keys(labels).length === 0 ? null : labels,
      egress: (egress ?? []).flatMap((each) =>
        each ? [{ port: each.port?.number ?? null, hosts: present(each.hosts) }] : [],
      ),
      ...outboundModeOf(outboundTrafficPolicy),
    };
  },
});
