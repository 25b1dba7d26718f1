/** A summary of a rule of the specification, and its source. */
export interface RuleText {
  readonly says: string;
  readonly source: string;
}
