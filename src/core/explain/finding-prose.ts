import type { Finding, Fix } from '../findings/finding.ts';
import { EngineMissing } from '../text/engine-missing.ts';
import type { ExplainLanguage } from './languages.ts';

/** The texts of findings. They are loaded with the first finding, because most bundles have none. */
export interface FindingProse {
  /** Returns the sentence of a finding: what is wrong, why it matters, what to do. Backticks mark code. */
  readonly sentenceOf: (finding: Finding) => string;
  /** Returns the title of a fix, for its button. */
  readonly fixTitle: (fix: Fix) => string;
  /** Returns the relation of a related place to a finding. */
  readonly noteText: (note: string) => string;
}

const provided = new Map<ExplainLanguage, FindingProse>();

/** Provides the texts of findings in a language. See load-finding-prose.ts. */
export function provideFindingProse(prose: FindingProse, language: ExplainLanguage): void {
  provided.set(language, prose);
}

/** Returns the texts in a language. Throws EngineMissing if they are not provided yet. */
export function findingProse(language: ExplainLanguage): FindingProse {
  const prose = provided.get(language);
  if (prose === undefined) throw new EngineMissing('words of findings');
  return prose;
}
