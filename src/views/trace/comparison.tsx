import { Diff, Flag } from 'lucide-react';
import type { TraceDifference } from '../../core/explain/compare-traces.ts';
import { useApp } from '../../state/store.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { differenceText } from './difference-text.ts';
import { traceTexts } from './texts.ts';
import './comparison.css';

export { askComparison } from '../../state/ask-trace.ts';

interface ComparisonLineProps {
  readonly difference: TraceDifference | null;
  readonly names: readonly [string, string];
}

/** One line about the first difference between two answers, with a link to it. */
export function ComparisonLine({ difference, names }: ComparisonLineProps) {
  const texts = traceTexts(useApp((state) => state.language));
  const words = useTexts().outcome;
  const go = () => {
    const item = document.querySelector<HTMLElement>('.step[data-differs]');
    item?.scrollIntoView({ block: 'start' });
    (item?.querySelector<HTMLElement>('.step-button') ?? item)?.focus();
  };
  return (
    <>
      <Diff size={14} aria-hidden />
      <p role="status" aria-label={texts.compare.title}>
        {differenceText(difference, names, texts, words)}
      </p>
      {difference !== null && (
        <button type="button" className="button" data-look="quiet" data-size="small" onClick={go}>
          {texts.compare.go}
        </button>
      )}
    </>
  );
}

/** Marks the step from which on two answers differ. */
export function DifferenceMark() {
  const texts = traceTexts(useApp((state) => state.language)).compare;
  return (
    <span className="chip difference-mark" data-tone="warn">
      <Flag size={11} aria-hidden />
      {texts.here}
    </span>
  );
}
