import { Square } from 'lucide-react';
import { stopReading } from '../../state/engine.ts';
import { useApp } from '../../state/store.ts';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import './reading-progress.css';

/**
 * The progress of the analysis of large manifests, with a button to cancel it. Empty for a short analysis.
 */
export default function ReadingProgress() {
  const texts = useAllTexts().reading;
  const reading = useApp((state) => (state.viewRevision === state.revision ? null : state.reading));
  if (reading === null) return null;
  const { done, total } = reading;
  return (
    <div className="reading">
      <p role="status">{done < total ? texts.progress(done, total) : texts.working(total)}</p>
      <progress max={total} {...(done < total && { value: done })} aria-hidden />
      <button type="button" className="button" data-size="small" onClick={stopReading}>
        <Square size={12} aria-hidden />
        {texts.stop}
      </button>
    </div>
  );
}
