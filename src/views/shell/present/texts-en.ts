/** English texts of the presentation. */
export const en = {
  region: 'Presentation',
  present: 'Present',
  hint: 'Larger text. Space goes to the next step.',
  previous: 'Previous step',
  next: 'Next step',
  leave: 'Leave the presentation',
  /** Before the first step, when the whole way is highlighted. */
  start: 'All steps',
  step: (step: number, last: number) => `Step ${step} of ${last}`,
  lesson: (step: number, count: number) => `Lesson ${step} of ${count}`,
};

export type PresentTexts = typeof en;
