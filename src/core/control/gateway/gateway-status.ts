import type { Cluster } from '../../cluster/cluster.ts';
import type { GatewayClassResource } from '../../resource/gateway-resource.ts';
import type { Condition, ListenerStatus, ResourceStatus } from '../status.ts';
import { attachedByListener } from './build-gateways.ts';
import type { GatewayFacts, GatewayPlane } from './gateway-plane.ts';
import type { EffectiveListener } from './listeners.ts';
import { resolveCertificate } from './object-reference.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';
const ADDRESS_TYPES = ['IPAddress', 'Hostname'];

/** Number of routes that each listener takes, also while it is not accepted. */
type Counts = ReadonlyMap<EffectiveListener, number>;

/** Status of GatewayClasses, Gateways and ListenerSets. */
export function gatewayStatuses(plane: GatewayPlane, cluster: Cluster): readonly ResourceStatus[] {
  const attached = attachedByListener(plane.attachments);
  const counts = new Map([...attached].map(([listener, routes]) => [listener, routes.size] as const));
  return [
    ...[...cluster.gatewayClasses.values()].map(classStatus),
    ...[...plane.gateways.values()].map((facts) => gatewayStatus(facts, counts, cluster)),
    ...[...plane.gateways.values()].flatMap((facts) => setStatuses(facts, counts)),
  ];
}

/** A condition; `True` and `False` as Kubernetes spells them. */
export function condition(type: string, holds: boolean, reason: string): Condition {
  return { type, status: holds ? 'True' : 'False', reason };
}

function classStatus(gatewayClass: GatewayClassResource): ResourceStatus {
  return { resource: gatewayClass.id, conditions: [condition('Accepted', true, 'Accepted')] };
}

function gatewayStatus(facts: GatewayFacts, counts: Counts, cluster: Cluster): ResourceStatus {
  const { gateway, listeners } = facts;
  if (facts.ownership === 'pending') {
    // Nobody that we know owns its class: a controller of ours must not touch it.
    const pending = (type: string): Condition => ({ type, status: 'Unknown', reason: 'Pending' });
    return { resource: gateway.id, conditions: [pending('Accepted'), pending('Programmed')] };
  }
  const own = listeners.filter((each) => each.set === null);
  const refusal = gatewayRefusal(facts, cluster);
  const conditions: Condition[] = [];
  const someBad = own.some((each) => each.refused !== null);
  if (refusal === null)
    conditions.push(condition('Accepted', true, someBad ? 'ListenersNotValid' : 'Accepted'));
  else conditions.push(condition('Accepted', false, refusal));
  const programmed = refusal === null && listeners.some((each) => each.programmed);
  conditions.push(condition('Programmed', programmed, programmed ? 'Programmed' : 'Invalid'));
  const client = clientCertificate(facts, cluster);
  conditions.push(condition('ResolvedRefs', client === null, client ?? 'ResolvedRefs'));
  if (isInsecure(facts))
    conditions.push(condition('InsecureFrontendValidationMode', true, 'ConfigurationChanged'));
  return {
    resource: gateway.id,
    conditions,
    listeners: own.map((listener) => listenerStatus(listener, counts)),
    attachedListenerSets: acceptedSets(facts).length,
  };
}

/** Why a Gateway is not accepted; null when it is. */
function gatewayRefusal(facts: GatewayFacts, cluster: Cluster): string | null {
  const { gateway, listeners } = facts;
  if (gateway.spec.addresses.some((address) => !ADDRESS_TYPES.includes(address.type)))
    return 'UnsupportedAddress';
  const parameters = gateway.spec.infrastructureParametersRef;
  if (parameters !== null) {
    const isConfigMap = parameters.group === '' && parameters.kind === 'ConfigMap';
    const missing =
      cluster.configMaps.size > 0 && !cluster.configMaps.has(`${gateway.namespace}/${parameters.name}`);
    if (isConfigMap && missing) return 'InvalidParameters';
  }
  return listeners.length > 0 && listeners.every((each) => each.refused !== null)
    ? 'ListenersNotValid'
    : null;
}

/** What is wrong with the certificate that a Gateway shows to backends; null when nothing is. */
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

function listenerStatus(effective: EffectiveListener, counts: Counts): ListenerStatus {
  const { refused, unresolved, conflict, programmed, set } = effective;
  const conditions = [condition('Accepted', refused === null, refused ?? 'Accepted')];
  // In a ListenerSet the conflict is the reason throughout; in a Gateway it is simply not valid.
  const unprogrammed = set !== null && conflict !== null ? conflict : 'Invalid';
  conditions.push(condition('Programmed', programmed, programmed ? 'Programmed' : unprogrammed));
  conditions.push(condition('ResolvedRefs', unresolved === null, unresolved ?? 'ResolvedRefs'));
  conditions.push(condition('Conflicted', conflict !== null, conflict ?? 'NoConflicts'));
  return {
    name: effective.listener.name,
    supportedKinds: effective.supportedKinds,
    attachedRoutes: counts.get(effective) ?? 0,
    conditions,
  };
}

/** Sets that are admitted and have a valid listener. */
function acceptedSets(facts: GatewayFacts): GatewayFacts['sets'] {
  return facts.sets.filter(
    ({ set, allowed }) =>
      allowed && facts.listeners.some((each) => each.set === set && each.refused === null),
  );
}

function setStatuses(facts: GatewayFacts, counts: Counts): readonly ResourceStatus[] {
  if (facts.ownership === 'pending') return [];
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
    const valid = accepted.has(set);
    const programmed = valid && listeners.some((each) => each.programmed);
    return {
      resource: set.id,
      conditions: [
        condition('Accepted', valid, valid ? 'Accepted' : 'ListenersNotValid'),
        condition(
          'Programmed',
          programmed,
          programmed ? 'Programmed' : valid ? 'Invalid' : 'ListenersNotValid',
        ),
      ],
      listeners: listeners.map((listener) => listenerStatus(listener, counts)),
    };
  });
}
