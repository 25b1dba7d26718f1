import type { Origin } from '../ir/origin.ts';

/** A match of an HTTPRoute, as it is written. */
export interface RouteMatch {
  readonly path: {
    readonly type: 'Exact' | 'PathPrefix' | 'RegularExpression';
    readonly value: string;
  };
  readonly headers: readonly {
    readonly type: 'Exact' | 'RegularExpression';
    readonly name: string;
    readonly value: string;
  }[];
  /**
   * For an expression that takes every path with a start in upper or lower case: that start in lower case. Null if
   * the expression is another one, or if the path is not an expression.
   */
  readonly startInAnyCase: string | null;
}

/** A reference to a Service, as it is written. */
export interface RouteBackend {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  readonly weight: number | null;
}

/** A filter, as it is written. */
export type RouteFilterDocument = Readonly<Record<string, unknown>>;

/** What a rule of an HTTPRoute does. */
export interface RuleBody {
  readonly filters: readonly RouteFilterDocument[];
  /** Empty for a rule that answers 500. */
  readonly backends: readonly RouteBackend[];
  readonly timeouts: { readonly backendRequest: string } | null;
  readonly session: Readonly<Record<string, unknown>> | null;
  /** The backends that a rule without backends has today. They are written in a comment. */
  readonly withheld: readonly RouteBackend[];
}

/** A rule of an HTTPRoute before it is written: one match and what it does. */
export interface DraftRule {
  readonly match: RouteMatch;
  readonly body: RuleBody;
  /** The namespace of the Ingress. */
  readonly namespace: string;
  /** The id of the Ingress. */
  readonly ingress: string;
  /** The place of the path, and those of the conditions on headers. */
  readonly places: { readonly path: Origin; readonly headers: readonly Origin[] };
}

const keys = new WeakMap<DraftRule, string>();

/** Returns a text that is equal for rules that do the same. */
export function bodyKey(rule: DraftRule): string {
  const known = keys.get(rule);
  if (known !== undefined) return known;
  // A prefix that is replaced is the one that the rule matches.
  const key = JSON.stringify([rule.body, replacesPrefix(rule) ? rule.match.path.value : null]);
  keys.set(rule, key);
  return key;
}

/** Returns true if a rule replaces the prefix that it matches. It cannot have another match then. */
export function replacesPrefix({ body }: DraftRule): boolean {
  return body.filters.length > 0 && JSON.stringify(body.filters).includes('ReplacePrefixMatch');
}
