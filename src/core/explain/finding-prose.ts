import type { Finding, Fix } from '../findings/finding.ts';
import { EngineMissing } from '../text/engine-missing.ts';

/** The words of findings: fetched when there is the first one, since most bundles that are opened have none. */
export interface FindingProse {
  /** The sentence of a finding: what is wrong, why it matters, what to do. Backticks mark code. */
  readonly sentenceOf: (finding: Finding) => string;
  /** The title of a fix, as its button says it. */
  readonly fixTitle: (fix: Fix) => string;
  /** What a related place has to do with a finding. */
  readonly noteText: (note: string) => string;
}

let provided: FindingProse | null = null;

export function provideFindingProse(prose: FindingProse): void {
  provided = prose;
}

/** The words; throws EngineMissing when nobody has provided them. */
export function findingProse(): FindingProse {
  if (provided === null) throw new EngineMissing('words of findings');
  return provided;
}
