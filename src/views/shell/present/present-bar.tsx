import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { visible } from '../../../core/text/visible.ts';
import { movePresentation } from '../../../state/present-steps.ts';
import { setPresenting } from '../../../state/set-presenting.ts';
import { stepsTaken } from '../../../state/show.ts';
import { shownClient } from '../../../state/shown-client.ts';
import { useApp } from '../../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { presentTexts } from './texts.ts';
import { usePresentKeys } from './use-present-keys.ts';
import './present.css';

/** Milliseconds after which a closed menu has returned the focus. */
const FOCUS_RETURNS = 50;

/** The place of the presentation in its lesson. */
interface LessonSpan {
  /** The number of steps of the lesson with its question. */
  readonly length: number;
  /** The title of the lesson after it. Null after the last lesson. */
  readonly following: string | null;
}

/** Returns the length of the open lesson and what follows it. Returns null when no lesson is open. */
function useLessonSpan(): LessonSpan | null {
  const name = useApp((state) => state.lesson?.name ?? null);
  const language = useApp((state) => state.language);
  const [span, setSpan] = useState<LessonSpan | null>(null);
  useEffect(() => {
    let here = true;
    setSpan(null);
    if (name === null) return;
    void (async () => {
      const { followingLesson, lessonLength, lessonTitle } = await import('../../../state/lessons.ts');
      const length = lessonLength(name);
      const following = followingLesson(name);
      if (here) setSpan({ length, following });
      if (following === null) return;
      const title = await lessonTitle(following, language);
      if (here) setSpan({ length, following: title });
    })();
    return () => {
      here = false;
    };
  }, [name, language]);
  return span;
}

/** What the bar says: the step of the lesson, the step of the request with its title, and the end. */
function Position() {
  const texts = presentTexts(useApp((state) => state.language));
  const step = useApp((state) => state.highlightStep);
  const last = useApp((state) => stepsTaken(state).at(-1) ?? 0);
  const title = useApp(
    (state) => state.answer?.explained.steps.find((each) => each.step === state.highlightStep)?.title,
  );
  const lessonStep = useApp((state) => state.lesson?.step ?? null);
  const span = useLessonSpan();
  const atEnd = step === last && (lessonStep === null || lessonStep === span?.length);
  const inLesson = lessonStep === null || span === null ? null : texts.lesson(lessonStep, span.length);
  return (
    <p aria-live="polite">
      {inLesson !== null && <span className="quiet">{inLesson} ·</span>}
      <span>
        {step === null || last === 0
          ? texts.start
          : inLesson === null
            ? texts.step(step, last)
            : texts.stepInLesson(step, last)}
        {title !== undefined && <strong>{title}</strong>}
      </span>
      {atEnd && lessonStep !== null && span !== null && (
        <span className="present-end">{texts.end(span.following)}</span>
      )}
    </p>
  );
}

/** The request in one line. It is a button that shows the form of the request. */
function AskedLine() {
  const texts = presentTexts(useApp((state) => state.language));
  const request = useApp((state) => state.request);
  if (request.url.trim() === '') return null;
  return (
    <button
      type="button"
      className="present-asked"
      title={texts.edit}
      onClick={() => document.querySelector<HTMLElement>('.request-form .url-field input')?.focus()}
    >
      <strong>{request.method}</strong> <code>{visible(request.url)}</code> {texts.from}{' '}
      <code>{visible(shownClient(request.from))}</code>
    </button>
  );
}

/** The line of the request, and the controls of the presentation: the present step, previous, next, and leave. */
export default function PresentBar() {
  const texts = presentTexts(useApp((state) => state.language));
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
    <>
      <AskedLine />
      <section ref={bar} className="present-bar" aria-label={texts.region} tabIndex={-1}>
        <IconButton
          icon={ChevronLeft}
          label={texts.previous}
          title={`${texts.previous} (PageUp)`}
          onClick={() => void movePresentation(-1)}
        />
        <Position />
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
    </>
  );
}
