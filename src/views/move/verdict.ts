import type { ConversionReport } from '../../core/convert/report-conversion.ts';
import type { MoveTexts } from './texts.ts';

/** What a conversion proves, in one sentence. */
export interface Verdict {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly title: string;
  /** Null if the title says everything. */
  readonly text: string | null;
}

/** Returns the verdict on a conversion. It is good only if all requests are compared, and no protection is lost. */
export function verdictOn({ documents, losses, proof }: ConversionReport, texts: MoveTexts): Verdict {
  const { changes, complete } = proof;
  const isUnprotected = losses.some(({ severity }) => severity === 'error');
  const tone = isUnprotected ? 'bad' : 'warn';
  if (documents.length === 0) return { tone, title: texts.unserved, text: null };
  if (changes.length > 0)
    return { tone, title: texts.changed(changes.length), text: complete ? null : texts.more };
  if (!complete) return { tone, title: texts.open, text: null };
  if (isUnprotected) return { tone, title: texts.unprotected, text: texts.sameText };
  return { tone: 'good', title: texts.same, text: texts.sameText };
}
