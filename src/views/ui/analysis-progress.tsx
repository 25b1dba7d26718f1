import { Square } from 'lucide-react';
import { useEffect } from 'react';
import { resumeStudy, startStudy, stopStudy } from '../../state/background-analysis.ts';
import { useApp } from '../../state/store.ts';
import { Delayed } from './delayed.tsx';
import { useAllTexts } from './texts/use-all-texts.ts';

/**
 * The progress of one analysis of all requests, with a button to cancel it. Empty when there is an answer.
 */
export function AnalysisProgress({ what }: { readonly what: 'reach' | 'difference' }) {
  const texts = useAllTexts().study;
  const studying = useApp((state) => state.studying);
  // Starts the analysis with the first view that needs it, if it did not start after the first answer.
  useEffect(() => {
    startStudy();
  }, []);
  if (studying === null || studying.what !== what) return null;
  const { done, total, stopped } = studying;
  if (stopped) {
    return (
      <p className="study" role="status">
        {texts.stopped}{' '}
        <button type="button" className="button" data-size="small" onClick={resumeStudy}>
          {texts.resume}
        </button>
      </p>
    );
  }
  return (
    <Delayed>
      <p className="study" role="status">
        {total === 0 ? texts.working : texts.progress(done, total)}
        {total > 0 && <progress max={total} value={done} aria-label={texts.working} />}
        <button type="button" className="button" data-size="small" data-look="quiet" onClick={stopStudy}>
          <Square size={12} aria-hidden />
          {texts.stop}
        </button>
      </p>
    </Delayed>
  );
}
