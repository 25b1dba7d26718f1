/**
 * The severity of a finding. An error breaks something, a warning is a likely mistake, and info is useful
 * information.
 */
export type Severity = 'error' | 'warning' | 'info';

/** The entry of one code in the catalogue. Its page is docs/findings/CODE.md. */
export interface CodeEntry {
  readonly severity: Severity;
  /** Names of the facts in `args` of a finding with this code. */
  readonly args: readonly string[];
  /** Rule ids (R-nnn, A-nn), GEPs or specification pages that define the rule. */
  readonly source: string;
}
