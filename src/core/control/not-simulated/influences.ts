import type { Influence } from '../../ir/influence.ts';
import type { UnknownResource } from '../../resource/decoded-resource.ts';
import { CONSUL } from './consul.ts';
import { INGRESS } from './ingress.ts';
import { ISTIO } from './istio.ts';
import { KUMA } from './kuma.ts';
import { LINKERD } from './linkerd.ts';
import { NETWORK_POLICIES } from './network-policies.ts';
import { PROGRESSIVE_DELIVERY } from './progressive-delivery.ts';
import type { KindReach, RawResource, Reach, ReachWorld } from './reach.ts';
import { settingsOf } from './settings.ts';
import { SMI } from './smi.ts';
import { reachOfUnknownKind } from './unknown-kinds.ts';

const KINDS: ReadonlyMap<string, KindReach> = new Map(
  [
    ...ISTIO,
    ...LINKERD,
    ...SMI,
    ...KUMA,
    ...CONSUL,
    ...NETWORK_POLICIES,
    ...INGRESS,
    ...PROGRESSIVE_DELIVERY,
  ].map((each) => [`${each.kind}.${each.group}`, each]),
);

/** Groups whose kinds act on no request where they are not listed: certificates, secrets, monitoring, delivery. */
const WITHOUT_EFFECT =
  /(^|\.)(cert-manager\.io|external-secrets\.io|bitnami\.com|monitoring\.coreos\.com|fluxcd\.io|telemetry\.istio\.io|rbac\.authorization\.k8s\.io|apiextensions\.k8s\.io|kustomize\.config\.k8s\.io|helm\.cattle\.io|crossplane\.io)$/;

/**
 * Everything in the bundle that is not simulated and may act on requests: kinds, annotations, labels and fields, in the
 * order of the bundle, each with the requests that it may act on. What no request can meet is left out.
 */
export function influencesOf(world: ReachWorld): readonly Influence[] {
  const influences: Influence[] = [];
  const byTarget = new Map<string, Reach[]>();
  const policies: UnknownResource[] = [];
  const add = (resource: RawResource, setting: string | null, { places, entrances, visibleTo }: Reach) => {
    if (places.length === 0) return;
    influences.push({ resource: resource.id, setting, places, entrances, visibleTo: visibleTo ?? null });
  };
  for (const item of world.cluster.resources) {
    const known = KINDS.get(`${item.resource.kind}.${item.resource.group}`);
    const reaches = known !== undefined ? listOf(known.read(item.resource, world)) : [];
    for (const reach of reaches) add(item.resource, null, reach);
    if (item.decoded) {
      for (const found of settingsOf(item.resource, world)) add(item.resource, found.setting, found);
      continue;
    }
    const { resource } = item;
    if (known === undefined && !WITHOUT_EFFECT.test(resource.group)) {
      const reach = reachOfUnknownKind(resource, world);
      if (reach !== null) {
        add(resource, null, reach);
        reaches.push(reach);
      }
    }
    if (reaches.length > 0) byTarget.set(targetKey(resource), reaches);
    if (resource.policy !== undefined) policies.push(resource);
  }
  // A policy on an object that is not simulated itself acts where that object does.
  for (const policy of policies) {
    for (const ref of policy.policy?.targetRefs ?? []) {
      for (const reach of byTarget.get(targetKey(ref)) ?? []) add(policy, null, reach);
    }
  }
  return influences;
}

function listOf(read: Reach | readonly Reach[] | null): Reach[] {
  if (read === null) return [];
  return 'places' in read ? [read] : [...read];
}

function targetKey(of: {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${of.kind}.${of.group}/${of.namespace}/${of.name}`;
}
