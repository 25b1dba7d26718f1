import type { Criterion } from '../profile/profile.ts';
import type { Origin } from './origin.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import type { PassedOverWhy } from './passed-over.ts';
import type { SimRequest } from './request.ts';
import type { RouteEntry, Scope } from './table.ts';
import type { TraceNote } from './trace-note.ts';

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
export type Locate = (origin: Origin) => PlacedOrigin;
