import type { Finding } from '../findings/finding.ts';
import type { RuleIndex } from '../ids/ids.ts';
import type { SimRequest } from '../ir/request.ts';
import type { DocumentRef } from '../resource/resource.ts';

/** A share map, one name, or a list of names with any distribution (CONTRACTS section 3). */
export type ShareExpectation =
  | { readonly form: 'alone'; readonly name: string }
  | { readonly form: 'among'; readonly names: readonly string[] }
  | { readonly form: 'shares'; readonly shares: ReadonlyMap<string, number> };

/** Expected header values (any of the list) by name as written, and names that must be absent. */
export interface HeaderExpectation {
  readonly present: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly absent: readonly string[];
}

/** The expectation of a case. Only the given fields (not undefined) are compared. */
export interface Expectation {
  readonly outcome?: readonly string[];
  readonly status?: readonly (number | null)[];
  readonly statusNot?: readonly number[];
  readonly route?: string | null;
  readonly rule?: number | string;
  readonly match?: number;
  /** Null means that the route is as written. */
  readonly via?: string | null;
  readonly role?: string;
  readonly backends?: ShareExpectation;
  readonly workloads?: ShareExpectation;
  readonly request?: HeaderExpectation & {
    readonly fields: readonly {
      readonly name: 'path' | 'host' | 'method' | 'scheme';
      readonly value: string;
    }[];
  };
  readonly response?: HeaderExpectation;
  readonly redirect?: readonly { readonly name: string; readonly value: string | number }[];
  readonly mirrors?: ReadonlyMap<string, number>;
  readonly timeouts?: readonly { readonly name: 'request' | 'backendRequest'; readonly value: string }[];
  readonly policies?: readonly string[];
  /** The ids of the objects of the access stage that decide, as a set. */
  readonly access?: readonly string[];
  readonly certain?: boolean;
  /** Null means that the outcome names no cause. */
  readonly cause?: string | null;
  /**
   * The status that the client receives from each backend, by `ns/name[:port][@subset]`. Any status of the
   * list is accepted.
   */
  readonly backendStatus?: ReadonlyMap<string, readonly (number | null)[]>;
  /** Codes of notes that the trace must contain. */
  readonly notes?: readonly string[];
  /** Codes of notes that the trace must not contain. */
  readonly notNotes?: readonly string[];
  /** Candidates that the trace considered, in this order. Other candidates can be between them. */
  readonly considered?: readonly ConsideredExpectation[];
}

/** The expectation about one candidate. Only the given fields are compared. */
export interface ConsideredExpectation {
  readonly route?: string;
  readonly rule?: RuleIndex;
  readonly match?: number;
  readonly result?: string;
  readonly lostBy?: string;
}

export interface TestCase {
  readonly name: string;
  /** Index in `spec.cases`. */
  readonly index: number;
  /** Null when it could not be read. A finding has the reason, and the case fails. */
  readonly request: SimRequest | null;
  readonly expect: Expectation;
}

/** An expected condition of a controller. */
export interface ConditionExpectation {
  readonly index: number;
  readonly resource: string;
  readonly parent: string | null;
  readonly sectionName: string | null;
  readonly port: number | null;
  readonly listener: string | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly reason: readonly string[] | null;
  readonly absent: boolean;
  readonly attachedRoutes: number | null;
  readonly supportedKinds: readonly string[] | null;
  readonly parentsCount: number | null;
  readonly listenersCount: number | null;
}

/** A decoded RouteTest document. */
export interface Suite {
  readonly name: string;
  readonly origin: DocumentRef;
  /**
   * Files of the suite's own manifests, relative to its file. Null means the other documents loaded with it.
   */
  readonly manifests: readonly string[] | null;
  readonly substitutions: readonly (readonly [string, string])[];
  readonly profile: string | null;
  readonly creationOrder: readonly string[];
  readonly cases: readonly TestCase[];
  readonly conditions: readonly ConditionExpectation[];
  readonly findings: readonly Finding[];
}
