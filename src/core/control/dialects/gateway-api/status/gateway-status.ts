import type { Cluster } from '../../../../cluster/cluster.ts';
import type { GatewayClassResource, XMeshResource } from '../../../../resource/gateway-resource.ts';
import type { Condition, ListenerStatus, ResourceStatus } from '../../../resource-status.ts';
import { attachedByListener } from '../compile/listener-tables.ts';
import type { GatewayFacts, GatewayPlane } from '../gateways/gateway-plane.ts';
import { hasParameters } from '../gateways/gateway-refusal.ts';
import type { EffectiveListener } from '../gateways/listeners.ts';
import { resolveCertificate } from '../references/object-reference.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** The number of routes attached to each listener, also while it is not accepted. */
type Counts = ReadonlyMap<EffectiveListener, number>;

/** Returns the status of GatewayClasses, meshes, Gateways and ListenerSets. */
export function gatewayStatuses(plane: GatewayPlane, cluster: Cluster): readonly ResourceStatus[] {
  const attached = attachedByListener(plane.attachments);
  const counts = new Map([...attached].map(([listener, routes]) => [listener, routes.size] as const));
  const declared = [...plane.gateways.values()].filter(({ assumed }) => !assumed);
  return [
    ...[...cluster.gatewayClasses.values(), ...cluster.meshes].map((each) => classStatus(each, cluster)),
    ...declared.map((facts) => gatewayStatus(facts, counts, cluster)),
    ...declared.flatMap((facts) => setStatuses(facts, counts)),
  ];
}

/** Returns a condition with status `True` or `False`. */
export function condition(type: string, holds: boolean, reason: string): Condition {
  return { type, status: holds ? 'True' : 'False', reason };
}

/**
 * Returns the status of a GatewayClass or an XMesh. The controller that it names accepts it if its
 * parameters exist.
 */
function classStatus(named: GatewayClassResource | XMeshResource, cluster: Cluster): ResourceStatus {
  const accepted = hasParameters(named, cluster);
  const reason = accepted ? 'Accepted' : 'InvalidParameters';
  return { resource: named.id, conditions: [condition('Accepted', accepted, reason)] };
}

/**
 * The conditions that the API server sets before any controller runs. No known controller will change them
 * (R-430, R-461).
 */
const PENDING: readonly Condition[] = ['Accepted', 'Programmed'].map((type) => ({
  type,
  status: 'Unknown',
  reason: 'Pending',
}));

function gatewayStatus(facts: GatewayFacts, counts: Counts, cluster: Cluster): ResourceStatus {
  const { gateway, listeners, refusal } = facts;
  if (facts.ownership === 'pending') return { resource: gateway.id, conditions: PENDING };
  const own = listeners.filter((each) => each.set === null);
  const conditions: Condition[] = [];
  const someBad = own.some((each) => each.refused !== null);
  if (refusal === null)
    conditions.push(condition('Accepted', true, someBad ? 'ListenersNotValid' : 'Accepted'));
  else conditions.push(condition('Accepted', false, refusal));
  const programmed = refusal === null && listeners.some((each) => each.programmed);
  conditions.push(condition('Programmed', programmed, programmed ? 'Programmed' : 'Invalid'));
  // The references of the Gateway itself, then a summary of those of the listeners.
  const unresolved =
    clientCertificate(facts, cluster) ??
    (own.some((each) => each.unresolved !== null) ? 'ListenersNotResolved' : null);
  conditions.push(condition('ResolvedRefs', unresolved === null, unresolved ?? 'ResolvedRefs'));
  if (isInsecure(facts))
    conditions.push(condition('InsecureFrontendValidationMode', true, 'ConfigurationChanged'));
  return {
    resource: gateway.id,
    conditions,
    listeners: own.map((listener) => listenerStatus(listener, facts, counts)),
    attachedListenerSets: acceptedSets(facts).length,
  };
}

/**
 * Returns the problem of the certificate that a Gateway presents to backends. Returns null if there is none
 * (R-418).
 */
function clientCertificate({ gateway }: GatewayFacts, cluster: Cluster): string | null {
  const ref = gateway.spec.tls.backendClientCertificate;
  if (ref === null) return null;
  const referrer = { group: GATEWAY_GROUP, kind: 'Gateway', namespace: gateway.namespace };
  const result = resolveCertificate(referrer, ref, cluster);
  if (result === 'ok') return null;
  return result === 'not-permitted' ? 'RefNotPermitted' : 'InvalidClientCertificateRef';
}

function isInsecure({ gateway }: GatewayFacts): boolean {
  const { frontendDefault, frontendPerPort } = gateway.spec.tls;
  return [frontendDefault, ...frontendPerPort.map((each) => each.validation)].some(
    (validation) => validation?.mode === 'AllowInsecureFallback',
  );
}

function listenerStatus(effective: EffectiveListener, facts: GatewayFacts, counts: Counts): ListenerStatus {
  const { refused, unresolved, conflict, set } = effective;
  const programmed = effective.programmed && facts.refusal === null;
  const conditions = [condition('Accepted', refused === null, refused ?? 'Accepted')];
  // In a ListenerSet the reason is always the conflict. In a Gateway it is Invalid.
  const unprogrammed = set !== null && conflict !== null ? conflict : 'Invalid';
  conditions.push(condition('Programmed', programmed, programmed ? 'Programmed' : unprogrammed));
  conditions.push(condition('ResolvedRefs', unresolved === null, unresolved ?? 'ResolvedRefs'));
  conditions.push(condition('Conflicted', conflict !== null, conflict ?? 'NoConflicts'));
  // Never set to False. Overlapping certificates are not detected, because certificates are not read.
  if (facts.overlapping.has(effective))
    conditions.push(condition('OverlappingTLSConfig', true, 'OverlappingHostnames'));
  return {
    name: effective.listener.name,
    supportedKinds: effective.supportedKinds,
    attachedRoutes: counts.get(effective) ?? 0,
    conditions,
  };
}

/** Returns the sets that an accepted Gateway allows and that have a valid listener. */
function acceptedSets(facts: GatewayFacts): GatewayFacts['sets'] {
  if (facts.refusal !== null) return [];
  return facts.sets.filter(
    ({ set, allowed }) =>
      allowed && facts.listeners.some((each) => each.set === set && each.refused === null),
  );
}

function setStatuses(facts: GatewayFacts, counts: Counts): readonly ResourceStatus[] {
  if (facts.ownership === 'pending')
    return facts.sets.map(({ set }) => ({ resource: set.id, conditions: PENDING }));
  const accepted = new Set(acceptedSets(facts).map(({ set }) => set));
  return facts.sets.map(({ set, allowed }) => {
    if (!allowed) {
      const conditions = [
        condition('Accepted', false, 'NotAllowed'),
        condition('Programmed', false, 'NotAllowed'),
      ];
      return { resource: set.id, conditions };
    }
    const listeners = facts.listeners.filter((each) => each.set === set);
    const invalid = listeners.every((each) => each.refused !== null);
    const programmed = accepted.has(set) && listeners.some((each) => each.programmed);
    const refusal = invalid ? 'ListenersNotValid' : accepted.has(set) ? null : 'ParentNotAccepted';
    const unprogrammed = invalid ? 'ListenersNotValid' : refusal === null ? 'Invalid' : 'ParentNotProgrammed';
    return {
      resource: set.id,
      conditions: [
        condition('Accepted', refusal === null, refusal ?? 'Accepted'),
        condition('Programmed', programmed, programmed ? 'Programmed' : unprogrammed),
      ],
      listeners: listeners.map((listener) => listenerStatus(listener, facts, counts)),
    };
  });
}
