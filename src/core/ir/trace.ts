import type { GatewayName } from '../ids/gateway-names.ts';
import type { RuleIndex } from '../ids/ids.ts';
import type { Origin } from './origin.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';
import type { PassedOverWhy } from './passed-over.ts';
import type { SimRequest } from './request.ts';
import type { Semantics } from './semantics.ts';
import type { RankCriterion, RouteEntry, Scope } from './table.ts';
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
export type LostBy = RankCriterion | 'path-type';

/** An entry that is considered for a request, with its result. */
export interface Candidate {
  readonly route: string;
  readonly rule: RuleIndex;
  readonly ruleName?: string;
  readonly match: number;
  readonly result: 'won' | 'lost' | 'missed';
  readonly misses: readonly Miss[];
  /** The first criterion that decided against a candidate that also matched. */
  readonly lostBy?: LostBy;
  /** What the route is delegated to or generated from. */
  readonly via?: string;
  /**
   * Present if the route is not among the routes of the frontend: the reason, and the finding at the route.
   */
  readonly passedOver?: { readonly why: PassedOverWhy; readonly finding?: string };
  readonly origin: PlacedOrigin;
}

/**
 * The candidates of a step, in order of precedence. A table may have thousands of entries, so a candidate is
 * made when it is read. A list is no plain data: it cannot be cloned into a message. `toJSON` returns all
 * candidates.
 */
export interface CandidateList extends Iterable<Candidate> {
  readonly length: number;
  /**
   * The number of candidates that are entries of a table. The candidates after them are rules of routes that
   * are not attached (`passedOver`).
   */
  readonly compared: number;
  /** The indexes of the candidates whose conditions all hold, in order: the winner, and those that lost. */
  readonly matches: readonly number[];
  at(index: number): Candidate | undefined;
  /** Returns the candidates from one index up to another. The default is all of them. */
  slice(from?: number, to?: number): readonly Candidate[];
  /** Returns the first of the candidates with the fewest failed conditions. */
  nearest(): Candidate | undefined;
  /** Returns the distinct routes of the candidates, in order. */
  routes(): readonly string[];
  toJSON(): readonly Candidate[];
}

/** A listener in the explanation of a request that no listener accepts. */
export interface ListenerSummary {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** Null means every host. */
  readonly hostname: string | null;
}

/**
 * One of the six steps of a trace, with the rules that determine it. `Considered` is the form of its
 * candidates.
 */
export type Step<Considered = CandidateList> =
  | { readonly step: 1; readonly kind: 'send'; readonly rules: readonly string[] }
  | {
      readonly step: 2;
      readonly kind: 'intercept';
      readonly intercepted: boolean;
      /** The kind of the Gateway in ids. Absent for a Gateway of Gateway API, and in a mesh. */
      readonly of?: NonNullable<GatewayName['kind']>;
      readonly rules: readonly string[];
    }
  | {
      readonly step: 3;
      readonly kind: 'identify';
      readonly by:
        | 'vip'
        | 'dns-name'
        | 'name'
        | 'pod-ip'
        | 'listener'
        | 'host-header'
        | 'sni'
        | 'port'
        | null;
      /** `ns/name:port`. Null if the destination is not a Service port. */
      readonly frontend: string | null;
      readonly service: string | null;
      readonly why:
        | 'service'
        | 'listener'
        | 'virtual-host'
        | 'outside-host'
        | 'connection'
        | 'blocked'
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
      readonly considered: Considered;
      readonly rules: readonly string[];
    }
  | {
      readonly step: 5;
      readonly kind: 'route';
      readonly scope: Scope;
      /** Present when producer routes compete with the consumer routes of the scope. */
      readonly united?: true;
      readonly considered: Considered;
      readonly rules: readonly string[];
    }
  | {
      readonly step: 6;
      readonly kind: 'reject';
      readonly scope: Scope;
      readonly considered: Considered;
      readonly cause: 'no-match' | 'several-routes';
      readonly rules: readonly string[];
    };

/**
 * The answer to a request: steps 1, 2, 3 and then exactly one of 4, 5, 6. Shorter if the request bypasses the
 * proxy, if the result is unknown, or if the proxy answers before any route (cause `request-refused` or
 * `path-redirected`).
 */
export interface FollowedTrace<Considered = CandidateList> {
  readonly request: SimRequest;
  readonly steps: readonly Step<Considered>[];
  readonly outcome: Outcome;
  readonly notes: readonly TraceNote[];
}

/** The answer to a request, with the profile that it follows. */
export interface Trace<Considered = CandidateList> extends FollowedTrace<Considered> {
  readonly semantics: Semantics;
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
