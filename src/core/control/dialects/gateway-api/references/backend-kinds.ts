/**
 * The API groups of Kubernetes itself. Of their kinds, only the Service of the core group can be a backend
 * (R-332).
 */
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/**
 * Kinds of Gateway API that some implementation forwards to: a route that is delegated to, or another
 * Gateway.
 */
const GATEWAY_BACKENDS: ReadonlySet<string> = new Set([
  'Gateway',
  'GRPCRoute',
  'HTTPRoute',
  'TCPRoute',
  'TLSRoute',
  'UDPRoute',
]);

/**
 * Domains that are reserved for documentation and tests (RFC 2606). No implementation has its kinds there.
 */
const RESERVED_DOMAIN = /(?:^|\.)(?:example|invalid|localhost|test|example\.(?:com|net|org))$/;

/**
 * Returns whether a kind other than Service can be a backend: `never`, or `open` if it depends on the
 * implementation. Never: kinds of Kubernetes itself, groups without a dot (no CRD can have one:
 * `core`, `v1`, a missing group), groups of reserved domains.
 */
export function backendKindOf(group: string, kind: string): 'never' | 'open' {
  if (!group.includes('.') || BUILT_IN_GROUPS.has(group) || RESERVED_DOMAIN.test(group)) return 'never';
  if (group === GATEWAY_GROUP) return GATEWAY_BACKENDS.has(kind) ? 'open' : 'never';
  return 'open';
}

/** The groups of kinds that users use as backends and whose group they often omit. */
export const GROUPS_OF_BACKENDS: Readonly<Record<string, string>> = {
  Hostname: 'networking.istio.io',
  HTTPRoute: GATEWAY_GROUP,
  InferencePool: 'inference.networking.k8s.io',
  ServiceImport: 'multicluster.x-k8s.io',
};
