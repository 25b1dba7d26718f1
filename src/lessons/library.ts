import { own } from '../core/text/own.ts';
import { joinLesson } from './join-lesson.ts';
import type { Lesson, LessonPlan, LessonProse } from './lesson.ts';
import { LESSON_NAMES } from './order.ts';
import { readPlan } from './read-plan.ts';
import { readProse } from './read-prose.ts';

/** The languages of the lessons, as BCP 47 tags. */
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

/** Returns a function that caches its result for each name. */
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

/**
 * Returns the states of a lesson. Returns null when the lesson does not exist or cannot be read (a test
 * checks that it can).
 */
export const planOf: (name: string) => LessonPlan | null = remembered((name) => {
  const text = LESSON_NAMES.includes(name) ? PLANS[`../../lessons/${name}.yaml`] : undefined;
  if (text === undefined) return null;
  const file = `lessons/${name}.yaml`;
  return readPlan({ file, text }, (manifest) => MANIFESTS[`../../lessons/manifests/${manifest}`] ?? null)
    .plan;
});

/** Returns true when a lesson contains that text under that name, so that it is not the user's own work. */
export function isLessonText(name: string, text: string): boolean {
  return MANIFESTS[`../../lessons/manifests/${name}`] === text;
}

/** The texts of the lessons in one language, by name. */
export type Prose = (name: string) => LessonProse | null;

const proses = new Map<LessonLanguage, Promise<Prose>>();

/** Loads a language's texts, once. */
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
  // After a failure, the next call tries again.
  loading.catch(() => proses.delete(language));
  return loading;
}

/** Returns a lesson with the texts of a language. Returns null when there is none. */
export function lessonOf(name: string, prose: Prose): Lesson | null {
  return joinLesson(planOf(name), prose(name));
}
