import type { DecodedResource, UnknownResource } from '../../resource/decoded-resource.ts';
import { CONSUL } from './consul.ts';
import { INGRESS } from './ingress.ts';
import { ISTIO } from './istio.ts';
import { KUMA } from './kuma.ts';
import { LINKERD } from './linkerd.ts';
import { NETWORK_POLICIES } from './network-policies.ts';
import { PROGRESSIVE_DELIVERY } from './progressive-delivery.ts';
import type { KindReach, Reach, ReachWorld } from './reach.ts';
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

/**
 * Groups whose kinds act on no request unless they are listed: certificates, secrets, monitoring, delivery.
 */
const WITHOUT_EFFECT =
  /(^|\.)(cert-manager\.io|external-secrets\.io|bitnami\.com|monitoring\.coreos\.com|fluxcd\.io|telemetry\.istio\.io|rbac\.authorization\.k8s\.io|apiextensions\.k8s\.io|kustomize\.config\.k8s\.io|helm\.cattle\.io|crossplane\.io)$/;

/**
 * Returns the requests that an object of a kind that is not simulated may act on. Empty for kinds that act on
 * no request.
 */
export function readUnknownObject(
  resource: UnknownResource | DecodedResource,
  world: ReachWorld,
): readonly Reach[] {
  const known = KINDS.get(`${resource.kind}.${resource.group}`);
  if (known !== undefined) return listOf(known.read(resource, world));
  if (WITHOUT_EFFECT.test(resource.group)) return [];
  return 'spec' in resource ? [] : listOf(reachOfUnknownKind(resource, world));
}

function listOf(read: Reach | readonly Reach[] | null): readonly Reach[] {
  if (read === null) return [];
  return 'places' in read ? [read] : read;
}
