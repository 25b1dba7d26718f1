import type { Finding, Fix } from '../findings/finding.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { ExplainLanguage } from './languages.ts';

/** The words of findings: fetched when there is the first one, since most bundles that are opened have none. */
export interface FindingProse {
  /** The sentence of a finding: what is wrong, why it matters, what to do. Backticks mark code. */
  readonly sentenceOf: (finding: Finding) => string;
  /** The title of a fix, as its button says it. */
  readonly fixTitle: (fix: Fix) => string;
  /** What a related place has to do with a finding. */
  readonly noteText: (note: string) => string;
}

const provided = new Map<ExplainLanguage, FindingProse>();

export function provideFindingProse(prose: FindingProse, language: ExplainLanguage): void {
  provided.set(language, prose);
}

/** The words in a language; throws EngineMissing when nobody has provided them. */
export function findingProse(language: ExplainLanguage): FindingProse {
  const prose = provided.get(language);
  if (prose === undefined) throw new EngineMissing('words of findings');
  return prose;
}
