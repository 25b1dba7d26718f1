import type { Destination } from './destination.ts';
import type { Origin } from './origin.ts';
import type { Status } from './status.ts';

/** The changes of a header modifier. */
export interface HeaderChange {
  readonly set: readonly { readonly name: string; readonly value: string }[];
  readonly add: readonly { readonly name: string; readonly value: string }[];
  readonly remove: readonly string[];
}

/** The change of a path by a rewrite or a redirect. `match` is the replaced prefix. */
export type PathChange =
  | { readonly kind: 'full'; readonly value: string }
  | { readonly kind: 'prefix'; readonly match: string; readonly value: string }
  /** Replaces the characters of a prefix, which need not end at a slash (Istio 7.2, 7.5). */
  | { readonly kind: 'text-prefix'; readonly match: string; readonly value: string }
  /** Replaces every match of a regular expression. `\\1` is the first group (Istio 7.5). */
  | {
      readonly kind: 'regex';
      readonly pattern: string;
      readonly value: string;
      /** The expression is applied to the decoded path (I-701). */
      readonly decodes?: true;
    };

/** What a CORS filter allows (R-317…R-319). */
export interface CORSPolicy {
  readonly allowOrigins: readonly string[];
  readonly allowCredentials: boolean;
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** In seconds. */
  readonly maxAge: number;
}

/** Where a redirect of the controller of an Ingress goes. */
export type ReturnLocation =
  /** A URL as written. Nothing of the request is kept (I-705). */
  | { readonly kind: 'literal'; readonly url: string }
  /** A path at the host of the request (I-608, I-703). */
  | { readonly kind: 'path'; readonly path: string; readonly keepsQuery: boolean }
  /** The path and the query of the request (I-704, I-706). */
  | {
      readonly kind: 'request-uri';
      /** Null keeps the scheme of the request. */
      readonly scheme: 'https' | null;
      /** Null keeps the host of the request. */
      readonly host: string | null;
      /** True if the port of the server is written. */
      readonly writesPort: boolean;
      /** True if a slash at the end is removed. */
      readonly cutsSlash: boolean;
    };

/** Why a proxy answers itself. `location-denied`: an annotation of the Ingress cannot be used (I-602). */
export type RespondCause =
  | 'direct-response'
  | 'fault-abort'
  | 'address-refused'
  | 'preflight'
  | 'credentials-missing'
  | 'location-denied'
  | 'no-ready-endpoints'
  | 'backend-not-found';

/** How the CORS filter of Envoy compares an origin: case-sensitive, and a regular expression as a whole. */
export interface OriginMatch {
  readonly kind: 'exact' | 'prefix' | 'regex';
  readonly value: string;
}

/** What the CORS filter of Envoy allows (Istio 7.9). Headers list methods and names as they are written. */
export interface EnvoyCORSPolicy {
  readonly allowOrigins: readonly OriginMatch[];
  readonly allowCredentials: boolean;
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** In seconds. Null: browsers are not told. */
  readonly maxAge: number | null;
  /** True if preflights of other origins are forwarded. Otherwise the proxy answers them, too. */
  readonly forwardsUnmatched: boolean;
}

/** A filter with resolved references. Filters are in the order of the rule. */
export type Filter =
  | { readonly kind: 'request-headers'; readonly change: HeaderChange; readonly origin: Origin }
  | { readonly kind: 'response-headers'; readonly change: HeaderChange; readonly origin: Origin }
  | {
      readonly kind: 'redirect';
      readonly scheme: string | null;
      readonly hostname: string | null;
      readonly path: PathChange | null;
      readonly port: number | null;
      /** Absent for a redirect of Gateway API. `envoy`: a port is written only as given (Istio 7.2). */
      readonly ports?: 'envoy';
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
  /** The proxy answers with a redirect to a target that it is given (I-608, I-703 to I-706). */
  | {
      readonly kind: 'return';
      readonly status: number;
      readonly location: ReturnLocation;
      readonly origin: Origin;
    }
  /** The proxy answers itself (Istio 7.3, 7.4; I-716, I-717). */
  | {
      readonly kind: 'respond';
      readonly status: Status;
      readonly cause: RespondCause;
      /** The percentage of the requests that it answers. Below 100, the others go on. */
      readonly percent: number;
      readonly origin: Origin;
    }
  /** The proxy waits before it sends some of the requests (Istio 7.4). */
  | { readonly kind: 'delay'; readonly delay: string; readonly percent: number; readonly origin: Origin }
  | { readonly kind: 'cors'; readonly policy: CORSPolicy; readonly origin: Origin }
  /**
   * The CORS filter of Envoy (Istio 7.9). It answers preflights before the route changes a header, and marks
   * responses after it.
   */
  | {
      readonly kind: 'envoy-cors';
      readonly acts: 'on-request' | 'on-response';
      readonly policy: EnvoyCORSPolicy;
      readonly origin: Origin;
    }
  /** A filter whose effect is not simulated. The trace shows it; it is never skipped silently. */
  | {
      readonly kind: 'opaque';
      readonly what: string;
      /** True for a filter of the implementation that may answer the request itself. */
      readonly mayAnswer: boolean;
      readonly ungranted?: true;
      readonly origin: Origin;
    }
  /** A filter that cannot be resolved or used. Its requests get an error. */
  | {
      readonly kind: 'broken';
      readonly what: string;
      /** The target of the filter, if the target is the reason why it cannot be used. */
      readonly to?: Destination;
      readonly ungranted?: true;
      readonly origin: Origin;
    };
