import type { Cluster } from '../../../../cluster/cluster.ts';
import { namespacedName } from '../../../../ids/ids.ts';
import { listenerId } from '../../../../ids/listener-ids.ts';
import type { Profile } from '../../../../profile/profile.ts';
import type {
  GatewayResource,
  Listener,
  ListenerSetResource,
} from '../../../../resource/gateway-resource.ts';
import { own } from '../../../../text/own.ts';
import { allowsNamespace } from '../attach/namespace-selector.ts';
import { asksForCertificates } from '../references/made-objects.ts';
import { resolveCA, resolveCertificate } from '../references/object-reference.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** The kinds of routes for a protocol. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

type ListenerConflict = 'HostnameConflict' | 'ProtocolConflict';

/** A listener of a Gateway: its own, or one that a ListenerSet adds. */
export interface EffectiveListener {
  /** `Gateway/ns/name:listener` or `ListenerSet/ns/name:listener`. */
  readonly id: string;
  readonly gateway: GatewayResource;
  readonly set: ListenerSetResource | null;
  readonly listener: Listener;
  /** The namespace that `from: Same` means. */
  readonly namespace: string;
  /** The kinds of routes that may attach. */
  readonly supportedKinds: readonly string[];
  /** The first reason why a reference or a kind cannot be used. Null if all can. */
  readonly unresolved:
    | 'InvalidRouteKinds'
    | 'InvalidCertificateRef'
    | 'RefNotPermitted'
    | 'InvalidCACertificateRef'
    | 'InvalidCACertificateKind'
    | null;
  readonly conflict: ListenerConflict | null;
  /** The reason why it is not accepted. Null if it is. */
  readonly refused: ListenerConflict | 'UnsupportedProtocol' | 'NoValidCACertificate' | null;
  /** True if traffic can reach it. */
  readonly programmed: boolean;
}

/** A ListenerSet that names a Gateway, and whether the Gateway allows it. */
export interface AdmittedSet {
  readonly set: ListenerSetResource;
  readonly allowed: boolean;
  /** True if the labels of its namespace are unknown and it is assumed to be allowed. */
  readonly supposed: boolean;
}

/** Returns the age of a ListenerSet, for the order of precedence. Returns null if it is unknown. */
export type SetAge = (set: ListenerSetResource) => number | null;

/**
 * Returns the ListenerSets that name a Gateway, in order of precedence: oldest first, then `namespace/name`
 * (R-441).
 */
export function setsOf(gateway: GatewayResource, cluster: Cluster, ageOf: SetAge): readonly AdmittedSet[] {
  return cluster.listenerSets
    .filter(({ spec }) => {
      const { group, kind, namespace, name } = spec.parentRef;
      const named = group === GATEWAY_GROUP && kind === 'Gateway';
      return named && namespace === gateway.namespace && name === gateway.name;
    })
    .sort((a, b) => {
      const [bornA, bornB] = [ageOf(a) ?? Number.POSITIVE_INFINITY, ageOf(b) ?? Number.POSITIVE_INFINITY];
      if (bornA !== bornB) return bornA - bornB;
      return namespacedName(a.namespace, a.name) < namespacedName(b.namespace, b.name) ? -1 : 1;
    })
    .map((set) => {
      const { allowedListeners } = gateway.spec;
      const admission = allowsNamespace(allowedListeners, gateway.namespace, set.namespace, cluster);
      return { set, allowed: admission !== 'no', supposed: admission === 'unknown' };
    });
}

interface Claim {
  readonly listener: Listener;
  readonly set: ListenerSetResource | null;
}

/**
 * Returns the listeners of a Gateway and of its allowed ListenerSets, with conflicts, references and kinds.
 * Within one Gateway or one set, all indistinct listeners lose. Between them, the earlier one wins
 * (R-441).
 */
export function effectiveListeners(
  gateway: GatewayResource,
  sets: readonly AdmittedSet[],
  cluster: Cluster,
  profile: Profile,
  assumed: boolean,
): readonly EffectiveListener[] {
  const own: Claim[] = gateway.spec.listeners.map((listener) => ({ listener, set: null }));
  const added: Claim[] = sets
    .filter(({ allowed }) => allowed)
    .flatMap(({ set }) => set.spec.listeners.map((listener) => ({ listener, set })));
  const conflicts = new Map<Claim, ListenerConflict>();
  // An assumed Gateway is derived from its routes. Its listeners cannot conflict.
  if (!assumed) loseAll(own, conflicts);
  const standing: Claim[] = [...own];
  for (const { set } of sets) {
    const claims = added.filter((claim) => claim.set === set);
    for (const claim of claims) {
      const rival = standing.find((each) => conflictOf(each.listener, claim.listener) !== null);
      if (rival !== undefined)
        conflicts.set(claim, conflictOf(rival.listener, claim.listener) as ListenerConflict);
    }
    // Entries of one object have no precedence. All remaining indistinct entries lose.
    const left = claims.filter((claim) => !conflicts.has(claim));
    loseAll(left, conflicts);
    standing.push(...left.filter((claim) => !conflicts.has(claim)));
  }
  return [...own, ...added].map((claim) =>
    decide(claim, gateway, conflicts.get(claim) ?? null, cluster, profile),
  );
}

/** Marks the indistinct listeners of one object as conflicts. */
function loseAll(claims: readonly Claim[], conflicts: Map<Claim, ListenerConflict>): void {
  claims.forEach((claim, at) => {
    for (const other of claims.slice(at + 1)) {
      const conflict = conflictOf(claim.listener, other.listener);
      if (conflict === null) continue;
      conflicts.set(claim, conflict);
      conflicts.set(other, conflict);
    }
  });
}

/**
 * Returns the kinds of routes for the protocol of a listener. Returns undefined if the protocol is unknown
 * (R-426).
 */
function kindsOf({ protocol, tls }: Listener, profile: Profile): readonly string[] | undefined {
  if (protocol === 'TLS' && tls?.mode === 'Terminate' && profile.tcpRouteAtTLS === 'terminated')
    return ['TLSRoute', 'TCPRoute'];
  return profile.own.protocols.includes(protocol) ? [] : own(KINDS, protocol);
}

/** Returns the reason why two listeners are indistinct. Returns null if they are distinct. */
function conflictOf(a: Listener, b: Listener): ListenerConflict | null {
  if (a.port !== b.port) return null;
  const [layerA, layerB] = [layerOf(a.protocol), layerOf(b.protocol)];
  // An unsupported protocol gets no configuration and conflicts with no other listener.
  if (layerA === null || layerB === null) return null;
  if (layerA === 'udp' || layerB === 'udp') return layerA === layerB ? 'ProtocolConflict' : null;
  if (layerA === 'tcp' && layerB === 'tcp') return 'ProtocolConflict';
  if (layerA !== layerB) return 'ProtocolConflict';
  // HTTPS and TLS may share a port. Only the server name distinguishes them.
  return (a.hostname ?? '') === (b.hostname ?? '') ? 'HostnameConflict' : null;
}

function layerOf(protocol: string): 'tls' | 'http' | 'tcp' | 'udp' | null {
  switch (protocol) {
    case 'HTTPS':
    case 'TLS':
      return 'tls';
    case 'HTTP':
      return 'http';
    case 'TCP':
      return 'tcp';
    case 'UDP':
      return 'udp';
    default:
      return null;
  }
}

function decide(
  { listener, set }: Claim,
  gateway: GatewayResource,
  conflict: ListenerConflict | null,
  cluster: Cluster,
  profile: Profile,
): EffectiveListener {
  const owner = set ?? gateway;
  const known = kindsOf(listener, profile);
  const { kinds } = listener.allowedRoutes;
  const isCompatible = (kind: { group: string; kind: string }) =>
    kind.group === GATEWAY_GROUP && (known ?? []).includes(kind.kind);
  const supportedKinds =
    kinds.length === 0 ? (known ?? []) : [...new Set(kinds.filter(isCompatible).map((kind) => kind.kind))];
  const clients = clientValidation(listener, gateway, cluster);
  const unresolved =
    certificateProblem(listener, owner, cluster) ??
    clients.unresolved ??
    (kinds.every(isCompatible) ? null : ('InvalidRouteKinds' as const));
  const refused =
    conflict ??
    (known === undefined ? ('UnsupportedProtocol' as const) : null) ??
    (clients.noneValid ? ('NoValidCACertificate' as const) : null);
  const usable = unresolved === null || (unresolved === 'InvalidRouteKinds' && supportedKinds.length > 0);
  // Some of several CA references are enough to verify clients.
  const partly = !clients.noneValid && unresolved !== null && unresolved === clients.unresolved;
  return {
    id: listenerId(owner.kind, owner.namespace, owner.name, listener.name),
    gateway,
    set,
    listener,
    namespace: owner.namespace,
    supportedKinds,
    unresolved,
    conflict,
    refused,
    programmed: refused === null && (usable || partly) && !lacksCertificate(listener),
  };
}

/**
 * Returns true if TLS terminates at a listener without a certificate. HTTPS without `tls` is admitted. The
 * reason in the guide for implementers has no constant in the API.
 */
function lacksCertificate({ protocol, tls }: Listener): boolean {
  if (protocol !== 'HTTPS' && protocol !== 'TLS') return false;
  if (tls === null) return true;
  return tls.mode === 'Terminate' && tls.certificateRefs.length === 0 && !tls.hasOptions;
}

/**
 * Returns the problem of the first certificate reference that cannot be used, unless another certificate can
 * be served.
 */
function certificateProblem(
  listener: Listener,
  owner: GatewayResource | ListenerSetResource,
  cluster: Cluster,
): 'InvalidCertificateRef' | 'RefNotPermitted' | null {
  const { tls } = listener;
  if (tls === null || tls.mode === 'Passthrough') return null;
  const referrer = { group: GATEWAY_GROUP, kind: owner.kind, namespace: owner.namespace };
  const isMade = asksForCertificates(owner.annotations);
  for (const ref of tls.certificateRefs) {
    const result = resolveCertificate(referrer, ref, cluster);
    // cert-manager creates the certificates that a Gateway requests in its own namespace.
    const isDeclared = cluster.secrets.has(namespacedName(ref.namespace, ref.name));
    if (result === 'missing' && isMade && !isDeclared && ref.namespace === owner.namespace) continue;
    if (result === 'not-permitted') return 'RefNotPermitted';
    if (result !== 'ok') return 'InvalidCertificateRef';
  }
  return null;
}

/** Returns the validation of client certificates for the port of a listener. */
function clientValidation(
  listener: Listener,
  gateway: GatewayResource,
  cluster: Cluster,
): { readonly unresolved: EffectiveListener['unresolved']; readonly noneValid: boolean } {
  const none = { unresolved: null, noneValid: false };
  if (listener.protocol !== 'HTTPS') return none;
  const { frontendDefault, frontendPerPort } = gateway.spec.tls;
  const perPort = frontendPerPort.find((each) => each.port === listener.port);
  const validation = perPort === undefined ? frontendDefault : perPort.validation;
  if (validation === null || validation.caCertificateRefs.length === 0) return none;
  const referrer = { group: GATEWAY_GROUP, kind: 'Gateway', namespace: gateway.namespace };
  const results = validation.caCertificateRefs.map((ref) => resolveCA(referrer, ref, cluster));
  const bad = results.find((result) => result !== 'ok');
  const reasons = {
    kind: 'InvalidCACertificateKind',
    'not-permitted': 'RefNotPermitted',
    missing: 'InvalidCACertificateRef',
  } as const;
  return {
    unresolved: bad === undefined ? null : reasons[bad],
    noneValid: results.every((result) => result !== 'ok'),
  };
}
