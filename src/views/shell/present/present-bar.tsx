import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { movePresentation } from '../../../state/present-steps.ts';
import { setPresenting } from '../../../state/set-presenting.ts';
import { stepsTaken } from '../../../state/show.ts';
import { useApp } from '../../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { presentTexts } from './texts.ts';
import { usePresentKeys } from './use-present-keys.ts';
import './present.css';

/** Milliseconds after which a closed menu has returned the focus. */
const FOCUS_RETURNS = 50;

/** Returns the number of steps of the open lesson with its question. Returns null when no lesson is open. */
function useLessonLength(): number | null {
  const name = useApp((state) => state.lesson?.name ?? null);
  const [length, setLength] = useState<number | null>(null);
  useEffect(() => {
    let here = true;
    setLength(null);
    if (name === null) return;
    void import('../../../state/lessons.ts').then(({ lessonLength }) => {
      if (here) setLength(lessonLength(name));
    });
    return () => {
      here = false;
    };
  }, [name]);
  return length;
}

/** The controls of the presentation: the present step, previous, next, and leave. */
export default function PresentBar() {
  const texts = presentTexts(useApp((state) => state.language));
  const step = useApp((state) => state.highlightStep);
  const last = useApp((state) => stepsTaken(state).at(-1) ?? 0);
  const lessonStep = useApp((state) => state.lesson?.step ?? null);
  const lessonLength = useLessonLength();
  const bar = useRef<HTMLElement>(null);
  usePresentKeys();
  useEffect(() => {
    document.documentElement.dataset.presenting = '';
    // A menu or the list of commands returns the focus to a button or field first. Keys must not act there.
    const timer = setTimeout(() => bar.current?.focus(), FOCUS_RETURNS);
    return () => {
      clearTimeout(timer);
      delete document.documentElement.dataset.presenting;
    };
  }, []);
  return (
    <section ref={bar} className="present-bar" aria-label={texts.region} tabIndex={-1}>
      <IconButton
        icon={ChevronLeft}
        label={texts.previous}
        title={`${texts.previous} (PageUp)`}
        onClick={() => void movePresentation(-1)}
      />
      <p aria-live="polite">
        {lessonStep !== null && lessonLength !== null && (
          <span className="quiet">{texts.lesson(lessonStep, lessonLength)}</span>
        )}
        <span>{step === null || last === 0 ? texts.start : texts.step(step, last)}</span>
      </p>
      <IconButton
        icon={ChevronRight}
        label={texts.next}
        title={`${texts.next} (PageDown)`}
        onClick={() => void movePresentation(1)}
      />
      <IconButton
        icon={X}
        label={texts.leave}
        title={`${texts.leave} (Esc)`}
        onClick={() => setPresenting(false)}
      />
    </section>
  );
}
