import type { Path } from '../text/path.ts';

/** The identity of a resource in the page, the trace and the tests: `HTTPRoute/ns/name`, `Namespace/name`. */
export type ResourceId = string;

/** The document of a resource. */
export interface DocumentRef {
  readonly file: string;
  /** Index (from 0) of the YAML document within the file. */
  readonly document: number;
  /** Path of the resource inside the document: empty, or `['items', n]` for an item of a List. */
  readonly root: Path;
}

/** The fields that every Kubernetes object has, after defaulting. */
export interface ResourceMeta {
  readonly id: ResourceId;
  readonly kind: string;
  /** The API group. The core group is `''`. */
  readonly group: string;
  readonly version: string;
  readonly name: string;
  /** `''` for cluster-scoped kinds. */
  readonly namespace: string;
  /** True if the manifest names no namespace and `default` is assumed (S71). */
  readonly namespaceImplied: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Seconds since the epoch. Null if the manifest has no (valid) timestamp. */
  readonly created: number | null;
  readonly origin: DocumentRef;
  /**
   * True if the document cannot exist in a cluster as written (no apiVersion, parts left out with `...`). It
   * is read as the sketch of an article or a slide: `core` means the core group, and a missing rule matches
   * everything.
   */
  readonly sketch: boolean;
}

/** A decoded resource of a simulated kind. `spec` is typed, with defaults filled in. */
export interface KnownResource<Kind extends string, Group extends string, Spec> extends ResourceMeta {
  readonly kind: Kind;
  readonly group: Group;
  readonly spec: Spec;
  /**
   * The value of the document as written, without defaults. It shows which values are implied and never
   * changes.
   */
  readonly raw: unknown;
}

// ---------------------------------------------------------------- core kinds

/** A port of a Service. */
export interface ServicePort {
  /** '' if the port has no name. */
  readonly name: string;
  readonly port: number;
  /** The container port number or name. The default is `port`. */
  readonly targetPort: number | string;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly appProtocol: string | null;
  readonly nodePort: number | null;
}

/** The spec of a Service. */
export interface ServiceSpec {
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /** True for `clusterIP: None`. */
  readonly headless: boolean;
  /** Virtual IPs as written, without `None` and empty strings. */
  readonly clusterIPs: readonly string[];
  /** Additional IP addresses of the Service: externalIPs, and the load balancer ingress in the status. */
  readonly externalIPs: readonly string[];
  readonly externalName: string | null;
  readonly selector: Readonly<Record<string, string>> | null;
  readonly ports: readonly ServicePort[];
  readonly publishNotReadyAddresses: boolean;
}

/** The content of an EndpointSlice. */
export interface EndpointSliceSpec {
  /** From the label `kubernetes.io/service-name`. Null if absent. */
  readonly serviceName: string | null;
  readonly addressType: string;
  readonly ports: readonly {
    readonly name: string;
    readonly port: number | null;
    readonly protocol: string;
  }[];
  readonly endpoints: readonly EndpointAddress[];
}

/** The older Endpoints kind, normalised to the same shape. Its Service has the same name. */
export interface EndpointsSpec {
  readonly subsets: readonly {
    readonly ports: readonly {
      readonly name: string;
      readonly port: number | null;
      readonly protocol: string;
    }[];
    readonly endpoints: readonly EndpointAddress[];
  }[];
}

/** One endpoint: its addresses, and the Pod that they belong to. */
export interface EndpointAddress {
  readonly addresses: readonly string[];
  /** True if `conditions.ready` is true or absent. */
  readonly ready: boolean;
  readonly targetRef: { readonly kind: string; readonly namespace: string; readonly name: string } | null;
}

/** A port of a container in a Pod. */
export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: string;
}

/**
 * Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob and Pod: the kinds that the selector of a
 * Service can match.
 */
export interface WorkloadSpec {
  /** Null if the manifest gives none. The default of the API, 1 (or the node count), then applies. */
  readonly replicas: number | null;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly serviceAccount: string | null;
  readonly containerPorts: readonly ContainerPort[];
  /** The IP addresses in the status of a Pod. Empty for templates. */
  readonly podIPs: readonly string[];
  /** The Ready condition in the status of a Pod. Null if unknown. */
  readonly ready: boolean | null;
  /** The owner of a Pod or ReplicaSet, so that it is not counted in addition to its Deployment. */
  readonly ownedBy: { readonly kind: string; readonly name: string } | null;
}

/** The decoded kinds with Pods. */
export type WorkloadKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'ReplicaSet'
  | 'Job'
  | 'CronJob'
  | 'Pod';

// ---------------------------------------------------------------- Gateway API

/** A parent of a route. */
export interface ParentRef {
  /** As written. Only `''` is the core group. */
  readonly group: string;
  readonly kind: string;
  /** The default is the namespace of the route. */
  readonly namespace: string;
  readonly name: string;
  readonly sectionName: string | null;
  readonly port: number | null;
}

type StringMatchType = 'Exact' | 'RegularExpression';

/** A condition on a header or a query parameter. */
export interface HeaderMatch {
  readonly type: StringMatchType;
  readonly name: string;
  readonly value: string;
}

/** A condition on the path (R-204…R-208). */
export interface PathMatch {
  readonly type: 'Exact' | 'PathPrefix' | 'RegularExpression';
  readonly value: string;
}

/** One match of a rule of an HTTPRoute: all conditions must hold. */
export interface HTTPRouteMatch {
  readonly path: PathMatch;
  readonly method: string | null;
  readonly headers: readonly HeaderMatch[];
  readonly queryParams: readonly HeaderMatch[];
}

/** A condition on the service and the method of a gRPC request. */
export interface GRPCMethodMatch {
  readonly type: StringMatchType;
  /** '' matches any service. */
  readonly service: string;
  /** '' matches any method. */
  readonly method: string;
}

/** One match of a rule of a GRPCRoute: all conditions must hold. */
export interface GRPCRouteMatch {
  readonly method: GRPCMethodMatch | null;
  readonly headers: readonly HeaderMatch[];
}

/** A reference to a backend. The namespace has its default. */
export interface BackendObjectRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly port: number | null;
}

/** A backend of a rule with its weight and filters. */
export interface BackendRef extends BackendObjectRef {
  readonly weight: number;
  readonly filters: readonly RouteFilter[];
}

/** A header that a filter sets or adds. */
export interface HTTPHeader {
  readonly name: string;
  readonly value: string;
}

/** The changes of a header modifier. */
export interface HeaderModifier {
  readonly set: readonly HTTPHeader[];
  readonly add: readonly HTTPHeader[];
  readonly remove: readonly string[];
}

/** The change of a path by a rewrite or a redirect. */
export type PathModifier =
  | { readonly type: 'ReplaceFullPath'; readonly value: string }
  | { readonly type: 'ReplacePrefixMatch'; readonly value: string };

/** CORS (R-317… ). */
export interface CORSFilter {
  readonly allowOrigins: readonly string[];
  readonly allowCredentials: boolean;
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** In seconds. The default is 5. */
  readonly maxAge: number;
}

/** ExternalAuth. Only its references are read. */
export interface ExternalAuthFilter {
  readonly protocol: string;
  readonly backendRef: BackendObjectRef;
}

/**
 * A filter after decoding. `invalid` keeps a filter that cannot be used: because of a `value` that the API
 * does not know, or because of its `body`, which is missing or inconsistent.
 */
export type RouteFilter =
  | { readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier'; readonly modifier: HeaderModifier }
  | {
      readonly type: 'RequestRedirect';
      readonly scheme: string | null;
      readonly hostname: string | null;
      readonly path: PathModifier | null;
      readonly port: number | null;
      readonly statusCode: number;
    }
  | { readonly type: 'URLRewrite'; readonly hostname: string | null; readonly path: PathModifier | null }
  | {
      readonly type: 'RequestMirror';
      readonly backendRef: BackendObjectRef;
      /** The share of requests that is copied, as an exact fraction. The default is 1/1. */
      readonly fraction: { readonly numerator: number; readonly denominator: number };
    }
  | { readonly type: 'CORS'; readonly raw: unknown; readonly cors?: CORSFilter }
  | { readonly type: 'ExternalAuth'; readonly raw: unknown; readonly auth?: ExternalAuthFilter }
  | { readonly type: 'ExtensionRef'; readonly group: string; readonly kind: string; readonly name: string }
  | { readonly type: 'invalid'; readonly writtenType: string; readonly cause: 'value' | 'body' };

/** The timeouts of a rule. */
export interface RouteTimeouts {
  /** GEP-2257 durations as written. Null if absent. */
  readonly request: string | null;
  readonly backendRequest: string | null;
}

interface RouteRetry {
  readonly codes: readonly number[];
  readonly attempts: number | null;
  readonly backoff: string | null;
}

/** Session persistence, normalised from the current and the older flat fields. */
export interface SessionPersistence {
  readonly type: 'Cookie' | 'Header';
  readonly name: string | null;
  /** The path of the cookie. Null for a header. */
  readonly path: string | null;
  readonly lifetime: 'Session' | 'Permanent' | null;
  readonly absoluteTimeout: string | null;
}

/** A rule of an HTTPRoute. */
export interface HTTPRouteRule {
  readonly name: string | null;
  readonly matches: readonly HTTPRouteMatch[];
  readonly filters: readonly RouteFilter[];
  readonly backendRefs: readonly BackendRef[];
  readonly timeouts: RouteTimeouts | null;
  readonly retry: RouteRetry | null;
  readonly sessionPersistence: SessionPersistence | null;
  /** True for a sketch without backends: requests go to the parent Service itself. */
  readonly backendsElided: boolean;
  /**
   * Index of this rule in the written list. `matchIndexes` are the indexes of its matches. Items that cannot
   * be read leave gaps, so that the indexes are those of the manifest.
   */
  readonly index: number;
  readonly matchIndexes: readonly number[];
}

/** The spec of an HTTPRoute. */
export interface HTTPRouteSpec {
  readonly parentRefs: readonly ParentRef[];
  /** The default Gateways that the route also attaches to. Null if not written. */
  readonly useDefaultGateways: 'All' | 'None' | null;
  readonly hostnames: readonly string[];
  readonly rules: readonly HTTPRouteRule[];
}

/** A rule of a GRPCRoute. It has no timeouts and no retries. */
export interface GRPCRouteRule extends Omit<HTTPRouteRule, 'matches' | 'timeouts' | 'retry'> {
  readonly matches: readonly GRPCRouteMatch[];
}

/** The spec of a GRPCRoute. */
export interface GRPCRouteSpec {
  readonly parentRefs: readonly ParentRef[];
  /** The default Gateways that the route also attaches to. Null if not written. */
  readonly useDefaultGateways: 'All' | 'None' | null;
  readonly hostnames: readonly string[];
  readonly rules: readonly GRPCRouteRule[];
}

/** The spec of a ReferenceGrant: references from `from` to `to` are permitted. */
export interface ReferenceGrantSpec {
  readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[];
  readonly to: readonly { readonly group: string; readonly kind: string; readonly name: string | null }[];
}

export type ServiceResource = KnownResource<'Service', '', ServiceSpec>;
export type WorkloadResource =
  | KnownResource<'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet', 'apps', WorkloadSpec>
  | KnownResource<'Job' | 'CronJob', 'batch', WorkloadSpec>
  | KnownResource<'Pod', '', WorkloadSpec>;
/** A workload of any kind: a decoded kind, or another kind with a Pod template (such as a Rollout). */
export type AnyWorkload = ResourceMeta & { readonly spec: WorkloadSpec };
type HTTPRouteResource = KnownResource<'HTTPRoute', 'gateway.networking.k8s.io', HTTPRouteSpec>;
type GRPCRouteResource = KnownResource<'GRPCRoute', 'gateway.networking.k8s.io', GRPCRouteSpec>;
export type ReferenceGrantResource = KnownResource<
  'ReferenceGrant',
  'gateway.networking.k8s.io',
  ReferenceGrantSpec
>;

export type RouteResource = HTTPRouteResource | GRPCRouteResource;
