import type { Lesson, LessonPlan, LessonProse } from './lesson.ts';

/**
 * Returns the missing and superfluous parts of the prose for a plan. Returns an empty list when they match.
 */
export function mismatches(plan: LessonPlan, prose: LessonProse): readonly string[] {
  const wrong: string[] = [];
  if (prose.steps.length !== plan.steps.length) {
    wrong.push(`${prose.steps.length} headings for ${plan.steps.length} steps`);
  }
  const { question } = plan;
  const wanted = question.kind === 'choice' ? question.choices : ['hint', 'done'];
  for (const key of wanted) if (!prose.answers.has(key)) wrong.push(`the answer ${key} is missing`);
  for (const key of prose.answers.keys()) {
    if (!wanted.includes(key)) wrong.push(`the answer ${key} belongs to no choice`);
  }
  if (question.kind === 'choice') {
    for (const [key, { title }] of prose.answers) if (title.length === 0) wrong.push(`${key} has no words`);
  }
  return wrong;
}

/** Returns plan and prose as one lesson. Returns null when they do not match. */
export function joinLesson(plan: LessonPlan | null, prose: LessonProse | null): Lesson | null {
  return plan && prose && mismatches(plan, prose).length === 0 ? { plan, prose } : null;
}
