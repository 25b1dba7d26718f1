import type { Criterion } from '../profile/profile.ts';
import type { Origin, Role, RouteEntry, Scope } from './mesh-ir.ts';
import type { PassedOverWhy } from './passed-over.ts';
import type { SessionSetting } from './policy.ts';

/** Who sends a request from inside the cluster. */
export interface Client {
  readonly namespace: string;
  /** Name of the workload; null when only the namespace is given. */
  readonly workload: string | null;
  /** False: outside the mesh, its traffic is not intercepted. */
  readonly inMesh: boolean;
}

/** How long the backends take and how often they fail first, as the user supposes. */
export interface BackendBehaviour {
  /** Milliseconds until a backend answers; default 0. */
  readonly latency: number;
  readonly failFirst: {
    readonly times: number;
    readonly how: 'status' | 'reset';
    readonly status: number;
    /** Milliseconds until the failure shows. */
    readonly latency: number;
  } | null;
  readonly responseHeaders: readonly (readonly [string, string])[];
}

/** A synthetic request; URLs are parsed at the edge (see routetest and cli). */
export interface SimRequest {
  readonly from: Client | null;
  readonly gateway: {
    readonly namespace: string;
    readonly name: string;
    readonly listener: string | null;
  } | null;
  readonly protocol: 'http' | 'grpc' | 'tls' | 'tcp' | 'udp';
  readonly method: string;
  readonly scheme: 'http' | 'https' | 'grpc' | 'tls' | 'tcp' | 'udp';
  /** What the client dials, without the port. */
  readonly host: string;
  readonly port: number;
  /** True when the URL spelled the port out; the Host header then carries it. */
  readonly portWritten: boolean;
  readonly path: string;
  /** Without the `?`; '' when there is none. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly sni: string | null;
  /** `ns/name` of a workload: dial one of its Pods by IP instead of the host. */
  readonly podOf: string | null;
  readonly backend: BackendBehaviour | null;
}

/** Where a candidate stands, with lines: what the trace prints. */
export interface PlacedOrigin {
  readonly file: string;
  readonly document: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** One condition that failed: all of them are listed, not the first. */
export interface Miss {
  readonly on: string;
  readonly expected: string;
  /** null: the request has no such thing. */
  readonly actual: string | null;
}

/**
 * The criterion that decided between two matches. `path-type`: a pattern before a prefix or after it; `exact-path`
 * is an exact path before all others.
 */
export type LostBy = Criterion | 'path-type';

export interface Candidate {
  readonly route: string;
  readonly rule: number;
  readonly ruleName?: string;
  readonly match: number;
  readonly result: 'won' | 'lost' | 'missed';
  readonly misses: readonly Miss[];
  /** The first criterion that decided against a candidate which also matched. */
  readonly lostBy?: LostBy;
  /** Present where the route is not among the routes of the frontend: why, and the finding at the route. */
  readonly passedOver?: { readonly why: PassedOverWhy; readonly finding?: string };
  readonly origin: PlacedOrigin;
}

/** How something that is not simulated touches a request: the argument `by` of note `not-simulated`. */
export type NotSimulatedBy =
  | 'target'
  | 'host'
  | 'workload'
  | 'namespace'
  | 'mesh'
  | 'setting'
  | 'filter'
  | 'backend';

/** Something the specification leaves open, or a premise of ours, that touches this very request. */
export interface TraceNote {
  readonly code:
    | 'consumer-shadows-producer'
    | 'producer-would-take'
    | 'fell-back-to-producer'
    | 'several-routes-match'
    | 'host-header-differs'
    | 'service-assumed'
    | 'endpoints-unknown'
    | 'age-unknown'
    | 'name-decided'
    | 'regex-rank'
    | 'repeated-header'
    | 'repeated-query'
    | 'query-decoding'
    | 'path-not-normalised'
    | 'regex-anchor'
    | 'regex-invalid'
    | 'pattern-unit'
    | 'star-pattern'
    | 'prefix-trailing-slash'
    | 'criteria-order'
    | 'name-order'
    | 'request-refused'
    | 'underscore-header'
    | 'hostname-fallthrough'
    | 'listener-isolation'
    | 'misdirected-request'
    | 'mesh-reference-grant'
    | 'groups-united'
    | 'kinds-coexist'
    | 'client-outside-mesh'
    | 'experimental-field'
    | 'policies-overlap'
    | 'redirect-query'
    | 'redirect-host-port'
    | 'redirect-default-port'
    | 'prefix-redirect'
    | 'root-prefix'
    | 'last-header-change'
    | 'filter-local-response'
    | 'mirror-with-redirect'
    | 'retried-errors'
    | 'retry-codes-unspecified'
    | 'timeout-unspecified'
    | 'backoff-jittered'
    | 'no-backends'
    | 'zero-weight'
    | 'backends-elided'
    | 'filter-broken'
    | 'mirror-dropped'
    | 'one-level-only'
    | 'kind-conflict'
    | 'protocol-mismatch'
    | 'retry-unspecified'
    | 'grpc-on-http-route'
    | 'http-on-grpc-route'
    | 'backend-ref-unresolved'
    | 'no-ready-endpoints'
    | 'consumer-routes-elsewhere'
    | 'policy-of-others'
    | 'policy-replaced'
    | 'policy-refused'
    | 'not-simulated'
    | 'backend-tls'
    | 'backend-tls-invalid'
    | 'backend-tls-in-mesh'
    | 'retry-budget'
    | 'session-overrides-weights'
    | 'fields-dropped'
    | 'gateway-assumed'
    | 'namespace-labels-unknown'
    | 'core-group-spelled-out'
    | 'tcp-route-at-tls-listener'
    | 'implementations-own'
    | 'did-you-mean'
    | 'service-ports';
  readonly rule: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A listener as the explanation of a request that none of them takes names it. */
export interface ListenerSummary {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** null: every host. */
  readonly hostname: string | null;
}

export type Step =
  | { readonly step: 1; readonly kind: 'send'; readonly rules: readonly string[] }
  | {
      readonly step: 2;
      readonly kind: 'intercept';
      readonly intercepted: boolean;
      readonly rules: readonly string[];
    }
  | {
      readonly step: 3;
      readonly kind: 'identify';
      readonly by: 'vip' | 'dns-name' | 'name' | 'pod-ip' | 'listener' | null;
      /** `ns/name:port`, or null when the destination is no Service frontend. */
      readonly frontend: string | null;
      readonly service: string | null;
      readonly why:
        | 'service'
        | 'listener'
        | 'no-listener'
        | 'listener-unusable'
        | 'no-host'
        | 'misdirected'
        | 'unknown-gateway'
        | 'gateway-pending'
        | 'pod'
        | 'headless'
        | 'external-name'
        | 'no-such-port'
        | 'unknown-host';
      /** The listeners of the Gateway, where none of them takes the request. */
      readonly listeners?: readonly ListenerSummary[];
      readonly rules: readonly string[];
    }
  | {
      readonly step: 4;
      readonly kind: 'pass-through';
      /** Tables that exist on the frontend but are not for this client. */
      readonly passedOver: readonly Scope[];
      /** Routes that wanted the request and are not attached here. */
      readonly considered: readonly Candidate[];
      readonly rules: readonly string[];
    }
  | {
      readonly step: 5;
      readonly kind: 'route';
      readonly scope: Scope;
      readonly considered: readonly Candidate[];
      readonly rules: readonly string[];
    }
  | {
      readonly step: 6;
      readonly kind: 'reject';
      readonly scope: Scope;
      readonly considered: readonly Candidate[];
      readonly cause: 'no-match' | 'several-routes';
      readonly rules: readonly string[];
    };

export type OutcomeKind =
  | 'forwarded'
  | 'passed-through'
  | 'redirected'
  | 'responded'
  | 'rejected'
  | 'failed'
  | 'bypassed'
  | 'unknown';

export interface Redirect {
  readonly status: number;
  readonly location: string;
  readonly scheme: string;
  readonly host: string;
  /** The effective port of the Location, also when it is omitted there. */
  readonly port: number;
  readonly path: string;
}

/** What a backend receives, after filters. */
export interface ForwardedRequest {
  readonly method: string;
  readonly scheme: string;
  /** With the port where the request's Host header carries one. */
  readonly host: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface BackendShare {
  /** `ns/name`, as written when it cannot be resolved; null for a Pod dialled by its IP. */
  readonly service: string | null;
  readonly port: number | null;
  readonly subset?: string;
  /** Exactly weight / totalWeight. */
  readonly share: number;
  readonly weight: number;
  readonly totalWeight: number;
  /** null: the manifests do not say. */
  readonly endpoints: number | null;
  readonly workloads: readonly string[];
  /** What the client sees from this share; null when the backend decides. */
  readonly status: number | null;
  readonly cause?: string;
  /** What this backend receives; on every backend that receives something, as soon as one gets something of its own. */
  readonly forwarded?: ForwardedRequest;
  readonly redirect?: Redirect;
  readonly responseChanges?: ResponseChanges;
}

/** Headers of a response by name; a header that is sent on several lines (Set-Cookie) has a list. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface ResponseChanges {
  readonly headers: ResponseHeaders;
  readonly removed: readonly string[];
}

/** One try at a backend on the clock of the request; milliseconds from its start. */
export interface Attempt {
  readonly start: number;
  readonly end: number;
  readonly result: 'answered' | 'failed' | 'reset' | 'backend-timeout' | 'request-timeout';
  readonly status: number | null;
}

export interface Outcome {
  readonly kind: OutcomeKind;
  readonly status: number | null;
  /** False: something in the manifests that is not simulated could change this answer; the notes name it. */
  readonly certain: boolean;
  readonly route: string | null;
  readonly rule: number | null;
  readonly ruleName: string | null;
  readonly match: number | null;
  readonly role: Role | null;
  readonly backends: readonly BackendShare[];
  readonly forwarded: ForwardedRequest | null;
  readonly response: ResponseChanges;
  readonly redirect: Redirect | null;
  readonly mirrors: readonly { readonly service: string; readonly share: number }[];
  readonly policies: readonly {
    readonly policy: string;
    readonly target: string;
    readonly scope: Role;
  }[];
  readonly timeouts: { readonly request?: string; readonly backendRequest?: string } | null;
  readonly retry: {
    readonly codes: readonly number[];
    readonly attempts: number | null;
    readonly backoff: string | null;
  } | null;
  /** From the rule, or from an XBackendTrafficPolicy when the rule has none. */
  readonly session: SessionSetting | null;
  /** Tries against the supposed backend behaviour; empty unless the request supposes one. */
  readonly attempts: readonly Attempt[];
  /** Why, in one word of ours, where kind and status do not say it all. */
  readonly cause: string | null;
}

/**
 * The answer: 1, 2, 3 and then exactly one of 4, 5, 6; shorter only when bypassed, unknown, or answered before any route
 * (cause `request-refused` or `path-redirected`).
 */
export interface Trace {
  readonly request: SimRequest;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  readonly notes: readonly TraceNote[];
}

/** The bare verdict, without explanation: what the fast path computes. */
export interface Verdict {
  readonly kind: OutcomeKind;
  readonly entry: RouteEntry | null;
}

/** Gives an origin its lines; passed in by the pipeline, which alone knows the texts. */
export type Place = (origin: Origin) => PlacedOrigin;
