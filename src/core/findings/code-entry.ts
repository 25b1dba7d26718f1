/** How much a finding matters: an error breaks something, a warning is likely a mistake, info is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What the catalogue says of one code. Its page is docs/findings/CODE.md. */
export interface CodeEntry {
  readonly severity: Severity;
  /** Names of the facts that a finding of this code carries in `args`. */
  readonly args: readonly string[];
  /** Rule ids (R-nnn, A-nn), GEPs or specification pages that it rests on. */
  readonly source: string;
}
