import { useEffect, useId, useState } from 'react';
import type { CandidatePage, PageTrace } from '../../core/answers/candidate-page.ts';
import type { NearMiss } from '../../core/answers/near-misses.ts';
import { store, useApp } from '../../state/store.ts';

/** Milliseconds without a new answer before the page asks for near misses. */
const QUIET = 200;

const NONE: ReadonlyMap<number, NearMiss> = new Map();

/**
 * Returns the changes that make the first missed candidates of a trace match, by their index in the list. Asks for
 * them once the answer has not changed for a moment.
 */
export function useNearMisses(
  trace: PageTrace['trace'],
  { first }: CandidatePage,
): ReadonlyMap<number, NearMiss> {
  const place = useId();
  const revision = useApp((state) => state.viewRevision);
  const wanted = useApp((state) => state.mode !== 'embed');
  const [found, setFound] = useState({ trace, misses: NONE });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may answer alike and still offer other ways.
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { askNearMisses } = await import('../../state/ask-trace.ts');
      const answer = await askNearMisses(place, trace.request, first.length);
      if (!current || answer === null || answer.revision !== store.getState().viewRevision) return;
      setFound({ trace, misses: new Map(answer.misses.map((each) => [each.candidate, each])) });
    }, QUIET);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [trace, first.length, place, wanted, revision]);
  return found.trace === trace ? found.misses : NONE;
}
