import type { Finding } from '../findings/finding.ts';
import type { SimRequest } from '../ir/request.ts';
import type { DocumentRef } from '../resource/resource.ts';

/** A share map, one name alone, or a list of names with any split (CONTRACTS section 3). */
export type ShareExpectation =
  | { readonly form: 'alone'; readonly name: string }
  | { readonly form: 'among'; readonly names: readonly string[] }
  | { readonly form: 'shares'; readonly shares: ReadonlyMap<string, number> };

/** Header values that are wanted (any of the list), by name as written, and names that must be absent. */
export interface HeaderExpectation {
  readonly present: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly absent: readonly string[];
}

/** What a case expects; only what is given (not undefined) is compared. */
export interface Expectation {
  readonly outcome?: readonly string[];
  readonly status?: readonly (number | null)[];
  readonly statusNot?: readonly number[];
  readonly route?: string | null;
  readonly rule?: number | string;
  readonly match?: number;
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
  readonly certain?: boolean;
  /** null: the outcome names no cause. */
  readonly cause?: string | null;
  /** The status that the client sees of each backend, by `ns/name[:port][@subset]`; any of the list. */
  readonly backendStatus?: ReadonlyMap<string, readonly (number | null)[]>;
  /** Codes of notes that the trace contains. */
  readonly notes?: readonly string[];
  /** Codes of notes that the trace does not contain. */
  readonly notNotes?: readonly string[];
  /** Candidates that the trace considered, in this order; others may stand between them. */
  readonly considered?: readonly ConsideredExpectation[];
}

/** One candidate as a case expects it; only what is given is compared. */
export interface ConsideredExpectation {
  readonly route?: string;
  readonly rule?: number;
  readonly match?: number;
  readonly result?: string;
  readonly lostBy?: string;
}

export interface TestCase {
  readonly name: string;
  /** Index in `spec.cases`. */
  readonly index: number;
  /** null when it could not be read; a finding says why, and the case fails. */
  readonly request: SimRequest | null;
  readonly expect: Expectation;
}

/** A condition that a controller would write, as expected by a suite. */
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

/** One RouteTest document, read. */
export interface Suite {
  readonly name: string;
  readonly origin: DocumentRef;
  /** Files of its own world, relative to its file; null: the other documents loaded with it. */
  readonly manifests: readonly string[] | null;
  readonly substitutions: readonly (readonly [string, string])[];
  readonly profile: string | null;
  readonly creationOrder: readonly string[];
  readonly cases: readonly TestCase[];
  readonly conditions: readonly ConditionExpectation[];
  readonly findings: readonly Finding[];
}
