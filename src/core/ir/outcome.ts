import type { SessionSetting } from './policy.ts';
import type { Role } from './table.ts';

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
