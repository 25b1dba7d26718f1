import { namespacedName } from '../../ids/ids.ts';
import type { InfluencePlace } from '../../ir/influence.ts';
import { fieldsAt, hasField } from './raw-fields.ts';
import { itemsAt, labelsAt, textAt, textsAt } from './raw-values.ts';
import {
  EVERY_ENTRANCE,
  IN_MESH,
  type KindReach,
  type RawResource,
  type Reach,
  type ReachWorld,
  senderPlaces,
  serverPlaces,
} from './reach.ts';

const CILIUM = 'cilium.io';

/**
 * Returns the places of a policy on Pods of a namespace: servers for its ingress part, clients for its egress
 * part.
 */
function onPods(
  namespace: string,
  labels: Readonly<Record<string, string>>,
  parts: { readonly ingress: boolean; readonly egress: boolean },
  world: ReachWorld,
): readonly Reach[] {
  return [
    ...(parts.ingress ? [{ places: serverPlaces(namespace, labels, world), entrances: EVERY_ENTRANCE }] : []),
    ...(parts.egress ? [{ places: senderPlaces(namespace, labels, world), entrances: IN_MESH }] : []),
  ];
}

/**
 * Returns the reach of a NetworkPolicy. Without `policyTypes` it applies to ingress, and to egress if it has
 * such rules.
 */
function networkPolicy({ raw, namespace }: RawResource, world: ReachWorld): readonly Reach[] {
  const types = textsAt(raw, 'spec', 'policyTypes');
  const ingress = types.length === 0 || types.includes('Ingress');
  const egress = types.length === 0 ? itemsAt(raw, 'spec', 'egress').length > 0 : types.includes('Egress');
  const labels = labelsAt(raw, 'spec', 'podSelector', 'matchLabels');
  return onPods(namespace, labels, { ingress, egress }, world);
}

/** Returns labels without their source, which Cilium writes in front of them: `k8s:app`, `any:app`. */
function endpointLabels(spec: unknown): Readonly<Record<string, string>> {
  const labels = labelsAt(spec, 'endpointSelector', 'matchLabels');
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [key.replace(/^(k8s|any):/, ''), value]),
  );
}

function ciliumSpecs(raw: unknown): readonly unknown[] {
  return hasField(raw, 'spec') ? [fieldsAt(raw, 'spec'), ...itemsAt(raw, 'specs')] : itemsAt(raw, 'specs');
}

function ciliumNetworkPolicy({ raw, namespace }: RawResource, world: ReachWorld): readonly Reach[] {
  return ciliumSpecs(raw).flatMap((spec) =>
    onPods(
      namespace,
      endpointLabels(spec),
      {
        ingress: hasField(spec, 'ingress') || hasField(spec, 'ingressDeny'),
        egress: hasField(spec, 'egress') || hasField(spec, 'egressDeny'),
      },
      world,
    ),
  );
}

const NAMESPACE_LABEL = 'io.kubernetes.pod.namespace';

function ciliumClusterwideNetworkPolicy({ raw }: RawResource, world: ReachWorld): readonly Reach[] {
  return ciliumSpecs(raw).flatMap((spec): readonly Reach[] => {
    const { [NAMESPACE_LABEL]: namespace, ...labels } = endpointLabels(spec);
    const namespaces = namespace === undefined ? [...world.cluster.namespaceNames] : [namespace];
    if (namespace === undefined && Object.keys(labels).length === 0)
      return [{ places: [{ at: 'mesh' }], entrances: [...EVERY_ENTRANCE, 'unresolved'] }];
    const ingress = hasField(spec, 'ingress') || hasField(spec, 'ingressDeny');
    const egress = hasField(spec, 'egress') || hasField(spec, 'egressDeny');
    return namespaces.flatMap((each) => onPods(each, labels, { ingress, egress }, world));
  });
}

/** Returns the reach of a CiliumEnvoyConfig: the Services that it lists. */
function ciliumEnvoyConfig({ raw, namespace }: RawResource): Reach {
  const places = itemsAt(raw, 'spec', 'services').flatMap((each): readonly InfluencePlace[] => {
    const name = textAt(each, 'name');
    const of = textAt(each, 'namespace') ?? (namespace === '' ? 'default' : namespace);
    return name === null ? [] : [{ at: 'frontend', service: namespacedName(of, name) }];
  });
  return { places, entrances: ['mesh', 'outside-mesh'] };
}

function localRedirectPolicy({ raw, namespace }: RawResource): Reach | null {
  const matcher = fieldsAt(raw, 'spec', 'redirectFrontend', 'serviceMatcher');
  const name = textAt(matcher, 'serviceName');
  const address = textAt(raw, 'spec', 'redirectFrontend', 'addressMatcher', 'ip');
  if (address !== null) return { places: [{ at: 'host', pattern: address }], entrances: IN_MESH };
  if (name === null) return null;
  const service = namespacedName(textAt(matcher, 'namespace') ?? namespace, name);
  return { places: [{ at: 'frontend', service }], entrances: ['mesh', 'outside-mesh'] };
}

const ofCluster = (): Reach => ({ places: [{ at: 'mesh' }], entrances: [...EVERY_ENTRANCE, 'unresolved'] });
const ofNamespace = ({ namespace }: RawResource): Reach => ({
  places: [
    { at: 'server-namespace', namespace },
    { at: 'sender', namespace, workloads: null, open: false },
  ],
  entrances: EVERY_ENTRANCE,
});

/** Network policies below a mesh, and the kinds of Cilium. */
export const NETWORK_POLICIES: readonly KindReach[] = [
  { group: 'networking.k8s.io', kind: 'NetworkPolicy', read: networkPolicy },
  { group: 'policy.networking.k8s.io', kind: 'AdminNetworkPolicy', read: ofCluster },
  { group: 'policy.networking.k8s.io', kind: 'BaselineAdminNetworkPolicy', read: ofCluster },
  { group: 'policy.networking.k8s.io', kind: 'ClusterNetworkPolicy', read: ofCluster },
  { group: 'projectcalico.org', kind: 'NetworkPolicy', read: ofNamespace },
  { group: 'projectcalico.org', kind: 'GlobalNetworkPolicy', read: ofCluster },
  { group: 'crd.projectcalico.org', kind: 'NetworkPolicy', read: ofNamespace },
  { group: 'crd.projectcalico.org', kind: 'GlobalNetworkPolicy', read: ofCluster },
  { group: CILIUM, kind: 'CiliumNetworkPolicy', read: ciliumNetworkPolicy },
  { group: CILIUM, kind: 'CiliumClusterwideNetworkPolicy', read: ciliumClusterwideNetworkPolicy },
  { group: CILIUM, kind: 'CiliumEnvoyConfig', read: ciliumEnvoyConfig },
  { group: CILIUM, kind: 'CiliumClusterwideEnvoyConfig', read: ciliumEnvoyConfig },
  { group: CILIUM, kind: 'CiliumLocalRedirectPolicy', read: localRedirectPolicy },
];
