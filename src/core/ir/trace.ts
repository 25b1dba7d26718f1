import type { Criterion } from '../profile/profile.ts';
import type { Origin } from './origin.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import type { PassedOverWhy } from './passed-over.ts';
import type { SimRequest } from './request.ts';
import type { RouteEntry, Scope } from './table.ts';
import type { TraceNote } from './trace-note.ts';

/** The origin of a candidate with its line and column, as traces print it. */
export interface PlacedOrigin {
  readonly file: string;
  readonly document: number;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** One condition that failed. The trace lists all failed conditions. */
export interface Miss {
  readonly on: string;
  readonly expected: string;
  /** Null if the request does not have this part. */
  readonly actual: string | null;
}

/**
 * The criterion that decided between two matches. `path-type` is the order of patterns and prefixes.
 * `exact-path` is the precedence of an exact path over all others.
 */
export type LostBy = Criterion | 'path-type';

/** An entry that is considered for a request, with its result. */
export interface Candidate {
  readonly route: string;
  readonly rule: number;
  readonly ruleName?: string;
  readonly match: number;
  readonly result: 'won' | 'lost' | 'missed';
  readonly misses: readonly Miss[];
  /** The first criterion that decided against a candidate that also matched. */
  readonly lostBy?: LostBy;
  /**
   * Present if the route is not among the routes of the frontend: the reason, and the finding at the route.
   */
  readonly passedOver?: { readonly why: PassedOverWhy; readonly finding?: string };
  readonly origin: PlacedOrigin;
}

/** A listener in the explanation of a request that no listener accepts. */
export interface ListenerSummary {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** Null means every host. */
  readonly hostname: string | null;
}

/** One of the six steps of a trace, with the rules that determine it. */
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
      /** `ns/name:port`. Null if the destination is not a Service port. */
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
      /** The listeners of the Gateway, if none of them accepts the request. */
      readonly listeners?: readonly ListenerSummary[];
      readonly rules: readonly string[];
    }
  | {
      readonly step: 4;
      readonly kind: 'pass-through';
      /** The tables of the frontend that are for other clients. */
      readonly passedOver: readonly Scope[];
      /** The routes that name this frontend and are not attached to it. */
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

/**
 * The answer to a request: steps 1, 2, 3 and then exactly one of 4, 5, 6. Shorter if the request bypasses the
 * proxy, if the result is unknown, or if the proxy answers before any route (cause `request-refused` or
 * `path-redirected`).
 */
export interface Trace {
  readonly request: SimRequest;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  readonly notes: readonly TraceNote[];
}

/** The outcome without explanation, as the fast path computes it. */
export interface Verdict {
  readonly kind: OutcomeKind;
  readonly entry: RouteEntry | null;
}

/**
 * Returns an origin with its line and column. The pipeline provides it, because only the pipeline has the
 * texts.
 */
export type Locate = (origin: Origin) => PlacedOrigin;
