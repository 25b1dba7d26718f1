import type { Criterion } from '../profile/profile.ts';
import type { Path } from '../text/path.ts';
import type { Influence } from './influence.ts';
import type { PassedOverWhy } from './passed-over.ts';
import type { AttachedPolicy, SessionSetting } from './policy.ts';

/** `ns/name` of a Service. */
export type ServiceKey = string;
/** `ns/name:port`: a Service port as clients dial it. */
export type FrontendId = string;
/** `ns/name:port`: a Service port as routes forward to it. */
export type BackendId = string;
/** `HTTPRoute/ns/name#rule=0,match=1`. */
type EntryId = string;

/** Where a piece of the IR was written: the document and the path in it; lines are looked up when shown. */
export interface Origin {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
  /** True when the manifest does not say it and a default supplied it. */
  readonly implied: boolean;
}

/**
 * What a condition looks at. `protocol` is implied: a GRPCRoute takes gRPC requests only.
 * `host` is the Host header, or the SNI of a TLS connection, and counts at Gateways only.
 */
export type Facet =
  | 'protocol'
  | 'host'
  | 'path'
  | 'method'
  | 'header'
  | 'query'
  | 'grpc-service'
  | 'grpc-method';

/** One thing that must hold for an entry to match; an entry is the AND of its conditions. */
export interface Condition {
  readonly of: Facet;
  /** Header (lower case) or query parameter; '' for the others. */
  readonly name: string;
  /** As the trace names it: `path`, `method`, `header:x-user`, `query:q`, `service`, `grpc-method`. */
  readonly on: string;
  /** `path-prefix` compares whole path elements; `host-suffix` is a wildcard hostname. */
  readonly op: 'exact' | 'path-prefix' | 'host-suffix' | 'regex';
  readonly value: string;
  readonly origin: Origin;
}

/** One criterion's value for an entry: why it stands where it stands. Decided once, never re-sorted. */
export interface RankKey {
  readonly by: Criterion;
  readonly prefer: 'greater' | 'lesser';
  /** null: the manifest does not say (no creationTimestamp); sorts last. */
  readonly value: number | string | null;
}

export interface HeaderChange {
  readonly set: readonly { readonly name: string; readonly value: string }[];
  readonly add: readonly { readonly name: string; readonly value: string }[];
  readonly remove: readonly string[];
}

export type PathChange =
  | { readonly kind: 'full'; readonly value: string }
  | { readonly kind: 'prefix'; readonly match: string; readonly value: string };

/** What a CORS filter allows (R-317…R-319). */
export interface CORSPolicy {
  readonly allowOrigins: readonly string[];
  readonly allowCredentials: boolean;
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** Seconds. */
  readonly maxAge: number;
}

/** A filter with its references resolved, in list order. */
export type Filter =
  | { readonly kind: 'request-headers'; readonly change: HeaderChange; readonly origin: Origin }
  | { readonly kind: 'response-headers'; readonly change: HeaderChange; readonly origin: Origin }
  | {
      readonly kind: 'redirect';
      readonly scheme: string | null;
      readonly hostname: string | null;
      readonly path: PathChange | null;
      readonly port: number | null;
      readonly status: number;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'rewrite';
      readonly hostname: string | null;
      readonly path: PathChange | null;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'mirror';
      readonly service: string;
      readonly to: Destination;
      readonly numerator: number;
      readonly denominator: number;
      readonly origin: Origin;
    }
  | { readonly kind: 'cors'; readonly policy: CORSPolicy; readonly origin: Origin }
  /** Known to exist, effect not simulated: shown, never skipped silently. */
  | {
      readonly kind: 'opaque';
      readonly what: string;
      /** Whether it may answer the request itself: a filter of the implementation's own. */
      readonly mayAnswer: boolean;
      readonly ungranted?: true;
      readonly origin: Origin;
    }
  /** An unresolvable or unusable filter: affected requests get an error. */
  | {
      readonly kind: 'broken';
      readonly what: string;
      /** What it refers to, where that is why it cannot be used. */
      readonly to?: Destination;
      readonly ungranted?: true;
      readonly origin: Origin;
    };

/** Why a reference cannot be used, in the API's words. */
type ReferenceCause = 'InvalidKind' | 'BackendNotFound' | 'RefNotPermitted' | 'UnsupportedProtocol';

/** What a backendRef leads to. */
export type Destination =
  | {
      readonly kind: 'backend';
      readonly id: BackendId;
      /** In a mesh, in another namespace, without a ReferenceGrant: whether that matters is open. */
      readonly ungranted?: true;
    }
  /** A sketch that elided its backends: the parent Service itself. */
  | { readonly kind: 'parent' }
  /**
   * A kind that an implementation may forward to and that is not simulated: nothing is known of its share.
   * `what` is the object's id.
   */
  | { readonly kind: 'not-simulated'; readonly what: string }
  /** The reference fails its share instead of throwing; `detail` tells apart what one cause covers. */
  | {
      readonly kind: 'unresolved';
      readonly cause: ReferenceCause;
      readonly detail:
        | 'kind'
        | 'service'
        | 'object'
        | 'port'
        | 'transport'
        | 'grant'
        | 'protocol'
        | 'external-name';
      readonly ungranted?: true;
    };

export interface Target {
  readonly weight: number;
  /** `ns/name` as the reference resolves it, also when there is no such Service. */
  readonly service: ServiceKey;
  readonly port: number | null;
  readonly to: Destination;
  readonly filters: readonly Filter[];
  readonly origin: Origin;
}

export interface Timeouts {
  readonly request: string | null;
  readonly backendRequest: string | null;
}

export interface Retry {
  readonly codes: readonly number[];
  readonly attempts: number | null;
  readonly backoff: string | null;
}

/** What a rule does with the requests it wins; shared by the entries of its matches. */
export interface Action {
  readonly filters: readonly Filter[];
  readonly targets: readonly Target[];
  readonly timeouts: Timeouts | null;
  readonly retry: Retry | null;
  readonly session: SessionSetting | null;
  /** Fields of the rule that the cluster's CRDs do not keep; absent: none. */
  readonly dropped?: readonly string[];
  readonly origin: Origin;
}

/** The kinds of route that are simulated. */
export type RouteKind = 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute' | 'UDPRoute';

/** One rule × match: OR is gone, what is left is AND. */
export interface RouteEntry {
  readonly id: EntryId;
  /** `HTTPRoute/ns/name`. */
  readonly route: string;
  readonly routeKind: RouteKind;
  readonly routeNamespace: string;
  readonly rule: number;
  readonly ruleName: string | null;
  readonly match: number;
  readonly conditions: readonly Condition[];
  readonly rank: readonly RankKey[];
  readonly action: Action;
  readonly origin: Origin;
}

export type Role = 'consumer' | 'producer' | 'gateway';

/** Whose requests a table is for (R-104…R-106). */
export interface Scope {
  readonly role: Role;
  /** Of the routes: the consumer's namespace, or the Service's own for producer routes. */
  readonly namespace: string;
}

/** A route that is attached but whose kind lost the port to another kind. */
export interface ConflictedRoute {
  readonly route: string;
  readonly lostTo: RouteKind;
}

/** The routes of one scope on one frontend, merged and in order of precedence: the first that holds wins. */
export interface RouteTable {
  readonly scope: Scope;
  /** UDP is another transport with tables of its own. */
  readonly transport: 'tcp' | 'udp';
  readonly entries: readonly RouteEntry[];
  /** The routes that stand in it, by id, sorted; a route without rules stands in it, too. */
  readonly routes: readonly string[];
  readonly conflicted: readonly ConflictedRoute[];
}

/** A Service port as clients address it, with its tables: consumer tables by namespace, then the producer table. */
export interface Frontend {
  readonly id: FrontendId;
  readonly service: ServiceKey;
  readonly namespace: string;
  readonly port: number;
  readonly portName: string;
  readonly appProtocol: string | null;
  readonly tables: readonly RouteTable[];
  /** Where a request goes when no route applies: the Service's own endpoints. */
  readonly originalDestination: BackendId;
}

/** A listener of a Gateway (its own or one of a ListenerSet) as clients reach it, with its one table. */
export interface ListenerFrontend {
  /** `Gateway/ns/name:listener` or `ListenerSet/ns/name:listener`. */
  readonly id: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** null: every host. */
  readonly hostname: string | null;
  /** False: not accepted or not programmed, no traffic reaches it. */
  readonly usable: boolean;
  readonly table: RouteTable;
  /** Routes that are supposed to be let in: no manifest tells the labels of their namespaces. */
  readonly supposed: ReadonlySet<string>;
  /** TCPRoutes that name a TLS listener which terminates TLS, taken or not (profile field tcpRouteAtTLS). */
  readonly tcpRoutes: readonly string[];
}

/** A route that wanted a Gateway's listener or a Service's port and did not get it. */
export interface PassedOver {
  readonly route: string;
  readonly why: PassedOverWhy;
  /** What the route has that keeps it out: `sectionName`, `port`, `namespace`, `kind`, `hostname`, `group`. */
  readonly on: string;
  /** What it would have to be; null: it depends on the request. */
  readonly expected: string | null;
  readonly actual: string;
  /** Code of the finding at the route; null where it is no mistake. */
  readonly finding: string | null;
  /** The listener (by id) that refuses it; null: all of them do. */
  readonly listener: string | null;
  /** Its entries, one for each of its hostnames. */
  readonly entries: readonly RouteEntry[];
}

/** A Gateway: the second kind of frontend. */
export interface GatewayFrontend {
  /** `ns/name`. */
  readonly id: string;
  /** True when no manifest declares it (profile field undeclaredGateways). */
  readonly assumed: boolean;
  readonly namespace: string;
  /** In the order of precedence: its own listeners, then those of its sets. */
  readonly listeners: readonly ListenerFrontend[];
}

/** What step 3 can know of a Service. */
export interface ServiceFacts {
  readonly key: ServiceKey;
  readonly namespace: string;
  readonly name: string;
  readonly kind: 'cluster-ip' | 'headless' | 'external-name';
  readonly externalName: string | null;
  /** Port numbers in the order of the manifest. */
  readonly ports: readonly number[];
  /** True when no manifest declares it and references alone tell of it (profile field undeclaredServices). */
  readonly assumed: boolean;
}

/** The endpoints behind a Service port. */
export interface Backend {
  readonly id: BackendId;
  readonly service: ServiceKey;
  readonly port: number;
  /** Number of ready endpoints; null when the manifests do not say. */
  readonly endpoints: number | null;
  /** Where the number comes from. */
  readonly source:
    | 'endpoint-slices'
    | 'endpoints'
    | 'workloads'
    | 'no-selector'
    | 'external-name'
    | 'unknown';
  /** `ns/name` of the workloads behind it, sorted. */
  readonly workloads: readonly string[];
}

/** A Pod's address and what it belongs to. */
export interface PodAddress {
  readonly ip: string;
  /** `ns/name` of the Deployment, StatefulSet … or of the Pod itself. */
  readonly workload: string | null;
  readonly ready: boolean;
}

/**
 * Everything the data plane may know: plain data and pure look-ups over it. Frontends are listed by id;
 * look-ups that would cost the whole bundle to precompute (endpoints) are answered on request.
 */
export interface MeshIR {
  readonly clusterDomain: string;
  readonly frontends: ReadonlyMap<FrontendId, Frontend>;
  /** By `ns/name`. */
  readonly gateways: ReadonlyMap<string, GatewayFrontend>;
  /** The classes of Gateways that no known controller configures, by `ns/name` of the Gateway. */
  readonly pendingGateways: ReadonlyMap<string, string>;
  /** Classes and protocols of Gateways that some implementation brings along (profile field `own`), by `ns/name`. */
  readonly ownNames: ReadonlyMap<string, readonly string[]>;
  service(key: ServiceKey): ServiceFacts | null;
  serviceByAddress(ip: string): ServiceFacts | null;
  backend(id: BackendId): Backend;
  podByAddress(ip: string): PodAddress | null;
  /** A workload by `ns/name`, for "dial a Pod of this workload". */
  workload(key: string): { readonly key: string; readonly endpoints: number | null } | null;
  /** The policies that target something, by its id (`Service/ns/name`), refused ones included (R-601…R-608). */
  policiesOn(id: string): readonly AttachedPolicy[];
  /**
   * Routes that write the core group as `core`: by `ns/name` of the Service that they name as their parent so, and
   * by their own id where they name a backend so.
   */
  spelledOut(key: string): readonly string[];
  /** The routes that wanted a Service (`ns/name`) or a Gateway and are not among its routes. */
  passedOverOnService(key: ServiceKey): readonly PassedOver[];
  passedOverAtGateway(key: string): readonly PassedOver[];
  /** What is not simulated and may act on requests, in the order of the bundle. */
  influences(): readonly Influence[];
  /** Whether a namespace is named anywhere in the bundle. */
  hasNamespace(namespace: string): boolean;
}
