import { own } from '../core/text/own.ts';
import { joinLesson } from './join-lesson.ts';
import type { Lesson, LessonPlan, LessonProse } from './lesson.ts';
import { LESSON_NAMES } from './order.ts';
import { readPlan } from './read-plan.ts';
import { readProse } from './read-prose.ts';

/** The languages that lessons are written in, as BCP 47 tags. */
export type LessonLanguage = 'en' | 'zh-Hant' | 'zh-Hans';

type Texts = Readonly<Record<string, string>>;

const PLANS: Texts = import.meta.glob<string>('../../lessons/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const MANIFESTS: Texts = import.meta.glob<string>('../../lessons/manifests/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const LOADERS: Readonly<Record<LessonLanguage, () => Promise<{ readonly TEXTS: Texts }>>> = {
  en: () => import('./texts-en.ts'),
  'zh-Hant': () => import('./texts-zh-hant.ts'),
  'zh-Hans': () => import('./texts-zh-hans.ts'),
};

/** Remembers what a name stands for. */
function remembered<V>(read: (name: string) => V): (name: string) => V {
  const known = new Map<string, V>();
  return (name) => {
    let value = known.get(name);
    if (value === undefined) {
      value = read(name);
      known.set(name, value);
    }
    return value;
  };
}

/** The states of a lesson; null: there is no such lesson, or it cannot be read (a test sees to that). */
export const planOf: (name: string) => LessonPlan | null = remembered((name) => {
  const text = LESSON_NAMES.includes(name) ? PLANS[`../../lessons/${name}.yaml`] : undefined;
  if (text === undefined) return null;
  const file = `lessons/${name}.yaml`;
  return readPlan({ file, text }, (manifest) => MANIFESTS[`../../lessons/manifests/${manifest}`] ?? null)
    .plan;
});

/** Whether a text of that name is one that lessons show: nobody's own work. */
export function isLessonText(name: string, text: string): boolean {
  return MANIFESTS[`../../lessons/manifests/${name}`] === text;
}

/** What the lessons say in one language, by name. */
export type Prose = (name: string) => LessonProse | null;

const proses = new Map<LessonLanguage, Promise<Prose>>();

/** Fetches a language's texts, once. */
export function loadProse(language: LessonLanguage): Promise<Prose> {
  const known = proses.get(language);
  if (known) return known;
  const loading = LOADERS[language]().then(({ TEXTS }) =>
    remembered((name) => {
      const path = `../../lessons/${language.toLowerCase()}/${name}.md`;
      const text = own(TEXTS, path);
      return text === undefined ? null : readProse(path, text).prose;
    }),
  );
  proses.set(language, loading);
  // What did not arrive is asked for again the next time.
  loading.catch(() => proses.delete(language));
  return loading;
}

/** A lesson with the words of a language; null: there is none. */
export function lessonOf(name: string, prose: Prose): Lesson | null {
  return joinLesson(planOf(name), prose(name));
}
