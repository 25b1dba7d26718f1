import type { RuleIndex } from '../ids/ids.ts';
import type { Access } from './access.ts';
import type { SessionSetting } from './policy.ts';
import type { Role } from './table.ts';

/** The kind of the result of a request. */
export type OutcomeKind =
  | 'forwarded'
  | 'passed-through'
  | 'redirected'
  | 'responded'
  | 'rejected'
  /** An access policy or a server refuses it. */
  | 'denied'
  | 'failed'
  | 'bypassed'
  | 'unknown';

/** The redirect that a client gets. */
export interface Redirect {
  readonly status: number;
  readonly location: string;
  readonly scheme: string;
  readonly host: string;
  /** The effective port of the Location header, even if the header omits it. */
  readonly port: number;
  readonly path: string;
}

/** What a backend receives, after filters. */
export interface ForwardedRequest {
  readonly method: string;
  readonly scheme: string;
  /** With the port if the Host header of the request has one. */
  readonly host: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One backend in an outcome, with its share of the requests. */
export interface BackendShare {
  /** `ns/name`, as written if it cannot be resolved. Null for a Pod dialled by its IP address. */
  readonly service: string | null;
  readonly port: number | null;
  readonly subset?: string;
  /** Exactly weight / totalWeight. */
  readonly share: number;
  readonly weight: number;
  readonly totalWeight: number;
  /** The number of ready endpoints. Null if the manifests do not say. */
  readonly endpoints: number | null;
  readonly workloads: readonly string[];
  /** The status that the client sees for this share. Null if the backend decides. */
  readonly status: number | null;
  readonly cause?: string;
  /** What access policies say, if it differs between the backends. */
  readonly access?: Access;
  /**
   * What this backend receives. If filters change the request for one backend alone, every backend that
   * receives requests has this field.
   */
  readonly forwarded?: ForwardedRequest;
  readonly redirect?: Redirect;
  readonly responseChanges?: ResponseChanges;
}

/** The headers of a response by name. A header that is sent on several lines (Set-Cookie) has a list. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[]>>;

/** The headers of a response that filters set or remove. */
export interface ResponseChanges {
  readonly headers: ResponseHeaders;
  readonly removed: readonly string[];
}

/** One attempt to reach a backend. Times are milliseconds from the start of the request. */
export interface Attempt {
  readonly start: number;
  readonly end: number;
  readonly result: 'answered' | 'failed' | 'reset' | 'backend-timeout' | 'request-timeout';
  readonly status: number | null;
}

/** A response flag of Envoy: no route, no cluster, no healthy upstream, fault injected. */
export type ResponseFlag = 'NR' | 'NC' | 'UH' | 'FI';

/** The result of a request: what the client sees, and what decided it. */
export interface Outcome {
  readonly kind: OutcomeKind;
  readonly status: number | null;
  /** False if an object in the manifests that is not simulated may change this answer. The notes name it. */
  readonly certain: boolean;
  readonly route: string | null;
  readonly rule: RuleIndex | null;
  readonly ruleName: string | null;
  readonly match: number | null;
  /** What the route is delegated to or generated from. Absent if it is as written. */
  readonly via?: string;
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
  /** From the rule, or from an XBackendTrafficPolicy if the rule has none. */
  readonly session: SessionSetting | null;
  /** The attempts with the assumed behaviour of the backend. Empty unless the request assumes one. */
  readonly attempts: readonly Attempt[];
  /** The reason, as a code, if kind and status do not determine it. */
  readonly cause: string | null;
  /** The response flag of Envoy. Absent if the profile's proxy is no Envoy, or if it logs none. */
  readonly flag?: ResponseFlag;
  /** What access policies say about it. Absent if the bundle has none that are simulated. */
  readonly access?: Access;
}
