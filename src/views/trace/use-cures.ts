import { useEffect, useState } from 'react';
import type { FindingReport } from '../../core/explain/finding-report.ts';
import type { Answer } from '../../state/model.ts';
import { store, useApp } from '../../state/store.ts';

/** Milliseconds without a new answer before the page asks for cures. */
const QUIET = 200;

type Cures = FindingReport['fixes'];

/**
 * Returns the changes of the manifests after which the request of an answer does not fail. Returns null until they are
 * known. Asks for them once
 * the answer has not changed for a moment. Does not ask for a null answer.
 */
export function useCures(answer: Answer | null): Cures | null {
  const revision = useApp((state) => state.viewRevision);
  const language = useApp((state) => state.language);
  const trace = answer?.explained.trace ?? null;
  const [found, setFound] = useState<{
    readonly trace: typeof trace;
    readonly revision: number;
    readonly cures: Cures | null;
  }>({ trace, revision, cures: null });
  useEffect(() => {
    if (trace === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { askCures } = await import('../../state/ask-trace.ts');
      const reply = await askCures(trace.request, language);
      if (!current || reply === null || reply.revision !== store.getState().viewRevision) return;
      setFound({ trace, revision, cures: reply.cures });
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [trace, revision, language]);
  // The edits of a cure are only for the text that it was made for.
  return found.trace === trace && found.revision === revision ? found.cures : null;
}
