/** What a rule of the specification says in a few words, and where it stands. */
export interface RuleText {
  readonly says: string;
  readonly source: string;
}
