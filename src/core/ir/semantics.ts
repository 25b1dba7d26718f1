/** The profile that an answer follows, and how it was chosen. */
export interface Semantics {
  /** The name of a profile, such as `istio`. */
  readonly profile: string;
  /** `auto`: from the manifests. `asked`: by the user or a RouteTest. */
  readonly chosen: 'auto' | 'asked';
  /**
   * What names an implementation in the manifests: kinds, labels, annotations and GatewayClasses, each once.
   * Empty if nothing does, or if the profile was asked for.
   */
  readonly because: readonly string[];
}

/** Returns the semantics of a profile that the user or a RouteTest asks for. */
export function askedSemantics(profile: string): Semantics {
  return { profile, chosen: 'asked', because: [] };
}
