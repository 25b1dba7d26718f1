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
   * For an expression that takes every path with a start, whatever its case: that start in lower case. Null if
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
}

/** Returns a text that is equal for rules that do the same. */
export function bodyKey({ match, body }: DraftRule): string {
  // A prefix that is replaced is the one that the rule matches.
  const replacesPrefix = JSON.stringify(body.filters).includes('ReplacePrefixMatch');
  return JSON.stringify([body, replacesPrefix ? match.path.value : null]);
}
