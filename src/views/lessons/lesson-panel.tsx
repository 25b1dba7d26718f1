import { ArrowLeft, ArrowRight, RotateCcw, X } from 'lucide-react';
import { use, useEffect, useRef } from 'react';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessonOf, loadProse } from '../../lessons/library.ts';
import { LESSON_NAMES } from '../../lessons/order.ts';
import {
  goToLessonStep,
  hasLeftStep,
  leaveLesson,
  openLesson,
  resetLessonStep,
} from '../../state/lessons.ts';
import type { LessonPlace } from '../../state/model.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { awayFrom, Blocks, InlineText } from './prose-view.tsx';
import { ChoiceQuestion, MakeQuestion } from './question-view.tsx';
import { lessonTexts } from './texts.ts';
import type { LessonTexts } from './texts-en.ts';
import './lessons.css';

/** The open lesson next to the live page. */
export default function LessonPanel() {
  const place = useApp((state) => state.lesson);
  const language = useApp((state) => state.language);
  const texts = lessonTexts(language);
  const prose = use(loadProse(language));
  if (!place) return null;
  const lesson = lessonOf(place.name, prose);
  const at = LESSON_NAMES.indexOf(place.name);
  // A presentation shows the request form only for a task.
  const task = lesson?.plan.question.kind === 'make' && place.step > lesson.plan.steps.length;
  return (
    <section className="lesson" aria-label={texts.region} data-task={task || undefined}>
      <header className="lesson-head">
        <div>
          <small>{texts.number(at + 1, LESSON_NAMES.length)}</small>
          <h2>{lesson?.prose.title ?? place.name}</h2>
        </div>
        <IconButton icon={X} label={texts.leave} onClick={leaveLesson} />
      </header>
      {lesson ? (
        <LessonPage
          key={`${place.name}/${place.step}`}
          lesson={lesson}
          place={place}
          texts={texts}
          following={following(at)}
        />
      ) : (
        <p className="lesson-body">{texts.missing}</p>
      )}
    </section>
  );

  function following(index: number): Following | null {
    const name = LESSON_NAMES[index + 1];
    return name === undefined ? null : { name, title: prose(name)?.title ?? name };
  }
}

interface Following {
  readonly name: string;
  readonly title: string;
}

interface LessonPageProps {
  readonly lesson: Lesson;
  readonly place: LessonPlace;
  readonly texts: LessonTexts;
  /** The lesson after this one. */
  readonly following: Following | null;
}

/** One step of a lesson, or the question after the last one. */
function LessonPage({ lesson: { plan, prose }, place, texts, following }: LessonPageProps) {
  const count = plan.steps.length;
  const asks = place.step > count;
  const section = asks ? prose.question : prose.steps[place.step - 1];
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus on the heading announces a new step. The text below the heading is the next stop of Tab.
  useEffect(() => heading.current?.focus(), []);
  if (!section) return null;
  const { question } = plan;
  return (
    <>
      <Progress step={place.step} count={count} text={texts.step(place.step, count + 1)} />
      <div className="lesson-body">
        {place.step === 1 && (
          <p className="lesson-goal">
            <strong>{texts.goal}</strong> <InlineText inlines={prose.goal} />
          </p>
        )}
        <h3 ref={heading} tabIndex={-1}>
          <InlineText inlines={section.title} />
        </h3>
        <Blocks blocks={section.blocks} />
        {asks && question.kind === 'choice' && (
          <ChoiceQuestion question={question} answers={prose.answers} texts={texts} />
        )}
        {asks && question.kind === 'make' && (
          <MakeQuestion question={question} answers={prose.answers} texts={texts} />
        )}
        {asks && (
          <>
            <h4>{texts.links}</h4>
            <ul className="lesson-links" lang="en">
              {plan.links.map(({ title, url }) => (
                <li key={url}>
                  <a className="link" href={url} {...awayFrom(url)}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <footer className="lesson-foot">
        <Buttons step={place.step} count={count} texts={texts} following={following} />
      </footer>
    </>
  );
}

interface ProgressProps {
  readonly step: number;
  readonly count: number;
  readonly text: string;
}

function Progress({ step, count, text }: ProgressProps) {
  return (
    <div className="lesson-progress">
      <span>{text}</span>
      <span className="lesson-bar" aria-hidden>
        {Array.from({ length: count + 1 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks are their places.
          <i key={at} data-state={at + 1 < step ? 'done' : at + 1 === step ? 'here' : undefined} />
        ))}
      </span>
    </div>
  );
}

interface ButtonsProps {
  readonly step: number;
  readonly count: number;
  readonly texts: LessonTexts;
  readonly following: Following | null;
}

function Buttons({ step, count, texts, following }: ButtonsProps) {
  const changed = useApp(hasLeftStep);
  const back = step > 1 && (
    <button type="button" className="button" onClick={() => goToLessonStep(step - 1)}>
      <ArrowLeft size={14} aria-hidden />
      {texts.back}
    </button>
  );
  const reset = changed && (
    <button type="button" className="button" data-look="quiet" onClick={resetLessonStep}>
      <RotateCcw size={14} aria-hidden />
      {texts.reset}
    </button>
  );
  if (step <= count)
    return (
      <>
        {back}
        {reset}
        <span className="lesson-gap" />
        <button type="button" className="button" data-look="primary" onClick={() => goToLessonStep(step + 1)}>
          {step < count ? texts.next : texts.toQuestion}
          <ArrowRight size={14} aria-hidden />
        </button>
      </>
    );
  // The title of the next lesson can be long. The button to reset the step is below it.
  return (
    <>
      {back}
      <button
        type="button"
        className="button lesson-next"
        data-look="primary"
        onClick={() => (following ? void openLesson(following.name) : leaveLesson())}
      >
        <span>{following ? texts.nextLesson(following.title) : texts.leave}</span>
        {following && <ArrowRight size={14} aria-hidden />}
      </button>
      {reset}
    </>
  );
}
