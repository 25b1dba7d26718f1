import type { Path } from '../text/path.ts';
import type { BackendRef, KnownResource, ParentRef, SessionPersistence } from './resource.ts';

/** A reference to an object by group, kind and name. `namespace` defaults to that of the referrer. */
export interface ObjectRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A label selector of Kubernetes. Both parts are ANDed. */
export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly {
    readonly key: string;
    /** As written. With other values than In, NotIn, Exists, DoesNotExist the selector matches nothing. */
    readonly operator: string;
    readonly values: readonly string[];
  }[];
}

/** The namespaces that may attach: routes to a listener, ListenerSets to a Gateway. */
export interface AllowedNamespaces {
  readonly from: 'All' | 'Same' | 'Selector' | 'None';
  /** Null if absent. With `Selector` it then matches nothing. */
  readonly selector: LabelSelector | null;
}

interface ListenerTLS {
  readonly mode: 'Terminate' | 'Passthrough';
  readonly certificateRefs: readonly ObjectRef[];
  readonly hasOptions: boolean;
}

/** A listener of a Gateway or an entry of a ListenerSet. */
export interface Listener {
  readonly name: string;
  /** Index in the written list. */
  readonly index: number;
  /** In lower case. Null matches every host. */
  readonly hostname: string | null;
  readonly port: number;
  /** HTTP, HTTPS, TLS, TCP, UDP, or a domain-prefixed protocol of an implementation. */
  readonly protocol: string;
  readonly tls: ListenerTLS | null;
  readonly allowedRoutes: {
    readonly namespaces: AllowedNamespaces;
    /** Empty if not written. The kinds of the protocol then apply. */
    readonly kinds: readonly { readonly group: string; readonly kind: string }[];
  };
}

/** The spec of a GatewayClass. */
export interface GatewayClassSpec {
  readonly controllerName: string;
  readonly parametersRef: ObjectRef | null;
}

/** Validation of client certificates. */
export interface FrontendValidation {
  readonly caCertificateRefs: readonly ObjectRef[];
  readonly mode: 'AllowValidOnly' | 'AllowInsecureFallback';
}

/** The spec of a Gateway. */
export interface GatewaySpec {
  readonly gatewayClassName: string;
  readonly listeners: readonly Listener[];
  readonly addresses: readonly { readonly type: string; readonly value: string | null }[];
  /** The default is `None`. */
  readonly allowedListeners: AllowedNamespaces;
  readonly infrastructureParametersRef: ObjectRef | null;
  /** Whether routes that ask for default Gateways attach here. Null if not written. */
  readonly defaultScope: 'All' | 'None' | null;
  readonly tls: {
    readonly backendClientCertificate: ObjectRef | null;
    readonly frontendDefault: FrontendValidation | null;
    readonly frontendPerPort: readonly {
      readonly port: number;
      readonly validation: FrontendValidation | null;
    }[];
  };
}

/** The spec of a ListenerSet. */
export interface ListenerSetSpec {
  /** The Gateway of the set. */
  readonly parentRef: ObjectRef;
  readonly listeners: readonly Listener[];
}

/** TLSRoute, TCPRoute and UDPRoute: one rule, no matches. */
export interface L4RouteSpec {
  readonly parentRefs: readonly ParentRef[];
  /** The default Gateways that the route also attaches to. Null if not written. */
  readonly useDefaultGateways: 'All' | 'None' | null;
  /** SNI names. TLSRoute only. */
  readonly hostnames: readonly string[];
  readonly rules: readonly {
    readonly name: string | null;
    readonly index: number;
    readonly backendRefs: readonly BackendRef[];
  }[];
}

/** One target of a policy. */
export interface PolicyTargetRef {
  readonly group: string;
  readonly kind: string;
  /** The namespace of the policy unless the field is written. */
  readonly namespace: string;
  readonly name: string;
  readonly sectionName: string | null;
  /** The path at which it is written. */
  readonly path: Path;
}

/** The spec of a BackendTLSPolicy. */
export interface BackendTLSPolicySpec {
  readonly targetRefs: readonly PolicyTargetRef[];
  readonly hostname: string;
  readonly caCertificateRefs: readonly ObjectRef[];
  readonly wellKnownCACertificates: string | null;
  readonly subjectAltNames: readonly { readonly type: string; readonly value: string }[];
}

/** The spec of an XBackendTrafficPolicy. */
export interface BackendTrafficPolicySpec {
  readonly targetRefs: readonly PolicyTargetRef[];
  /** At most `percent` of the active requests may be retries, but always `atLeast` in `atLeastInterval`. */
  readonly retryBudget: {
    readonly percent: number;
    readonly interval: string;
    readonly atLeast: number;
    readonly atLeastInterval: string;
  } | null;
  readonly session: SessionPersistence | null;
}

/**
 * The targets of a custom resource with `targetRef` or `targetRefs`. The rest of its content is
 * ignored.
 */
export interface AttachedPolicySpec {
  readonly targetRefs: readonly PolicyTargetRef[];
  readonly hasOverrides: boolean;
  readonly hasDefaults: boolean;
}

/** The spec of an XMesh. */
export interface XMeshSpec {
  readonly controllerName: string;
  readonly parametersRef: ObjectRef | null;
}

/** A Secret or ConfigMap: its existence and the keys with values, never the values. */
export interface KeyedDataSpec {
  /** The type of a Secret, for example `kubernetes.io/tls`. '' for a ConfigMap. */
  readonly type: string;
  /** Keys with a non-empty value that looks like PEM (in a Secret, also base64 of PEM). */
  readonly pemKeys: readonly string[];
  readonly keys: readonly string[];
  /** True if the values are encrypted (SOPS) and therefore unknown. */
  readonly encrypted: boolean;
  /** The mode of the outbound traffic policy, in the ConfigMap of a mesh (Istio 1.4). */
  readonly outboundMode?: string;
  /** The namespace whose policies are for the whole mesh, in the ConfigMap of a mesh. */
  readonly rootNamespace?: string;
  /** The trust domain of the identities, in the ConfigMap of a mesh. */
  readonly trustDomain?: string;
  /** Other names of the trust domain, in the ConfigMap of a mesh. */
  readonly trustDomainAliases?: readonly string[];
  /** Who sees objects without `exportTo`, in the ConfigMap of a mesh (Istio 3.2). */
  readonly exportDefaults?: ExportDefaults;
}

/** The `default…ExportTo` lists of a mesh: `*`, `.` or `~`. An empty list is not set. */
export interface ExportDefaults {
  /** For Services and ServiceEntries. */
  readonly services: readonly string[];
  readonly virtualServices: readonly string[];
  readonly destinationRules: readonly string[];
}

export type GatewayClassResource = KnownResource<
  'GatewayClass',
  'gateway.networking.k8s.io',
  GatewayClassSpec
>;
export type GatewayResource = KnownResource<'Gateway', 'gateway.networking.k8s.io', GatewaySpec>;
export type ListenerSetResource = KnownResource<'ListenerSet', 'gateway.networking.k8s.io', ListenerSetSpec>;
type TLSRouteResource = KnownResource<'TLSRoute', 'gateway.networking.k8s.io', L4RouteSpec>;
type TCPRouteResource = KnownResource<'TCPRoute', 'gateway.networking.k8s.io', L4RouteSpec>;
type UDPRouteResource = KnownResource<'UDPRoute', 'gateway.networking.k8s.io', L4RouteSpec>;
export type L4RouteResource = TLSRouteResource | TCPRouteResource | UDPRouteResource;
export type BackendTLSPolicyResource = KnownResource<
  'BackendTLSPolicy',
  'gateway.networking.k8s.io',
  BackendTLSPolicySpec
>;
export type BackendTrafficPolicyResource = KnownResource<
  'XBackendTrafficPolicy',
  'gateway.networking.x-k8s.io',
  BackendTrafficPolicySpec
>;
export type XMeshResource = KnownResource<'XMesh', 'gateway.networking.x-k8s.io', XMeshSpec>;
export type SecretResource = KnownResource<'Secret', '', KeyedDataSpec>;
export type ConfigMapResource = KnownResource<'ConfigMap', '', KeyedDataSpec>;
