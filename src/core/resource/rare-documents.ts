import { EngineMissing } from '../text/engine-missing.ts';
import type { attachedPolicy } from './attached-policy.ts';
import type { kustomizationProblem, skipDocument } from './skipped-files.ts';

/** What documents need that are no manifests, or whose kind is not simulated. */
interface RareDocuments {
  readonly attachedPolicy: typeof attachedPolicy;
  readonly kustomizationProblem: typeof kustomizationProblem;
  readonly skipDocument: typeof skipDocument;
}

let provided: RareDocuments | null = null;

/** Provides the functions. See core/engines.ts. */
export function provideRareDocuments(documents: RareDocuments): void {
  provided = documents;
}

/** Returns the functions. Throws EngineMissing if they are not provided yet. */
export function rareDocuments(): RareDocuments {
  if (provided === null) throw new EngineMissing('problems of documents');
  return provided;
}
