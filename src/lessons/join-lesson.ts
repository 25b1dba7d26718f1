import type { Lesson, LessonPlan, LessonProse } from './lesson.ts';

/** What the prose lacks, or has too much of, for the plan; empty when they belong together. */
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

/** Plan and prose as one; null when they do not fit. */
export function joinLesson(plan: LessonPlan | null, prose: LessonProse | null): Lesson | null {
  return plan && prose && mismatches(plan, prose).length === 0 ? { plan, prose } : null;
}
