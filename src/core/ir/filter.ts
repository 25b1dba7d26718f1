import type { Destination } from './destination.ts';
import type { Origin } from './origin.ts';

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
