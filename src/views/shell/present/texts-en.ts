/** English texts of the presentation. */
export const en = {
  region: 'Presentation',
  present: 'Present',
  hint: 'Larger text. Space goes to the next step.',
  previous: 'Previous step',
  next: 'Next step',
  /** Between the URL and the client: `GET http://… from shop/web`. */
  from: 'from',
  edit: 'Change the request',
  leave: 'Leave the presentation',
  /** Before the first step, when the whole way is highlighted. */
  start: 'All steps',
  step: (step: number, last: number) => `Request step ${step} of ${last}`,
  /** The same after the step of the lesson. */
  stepInLesson: (step: number, last: number) => `request step ${step} of ${last}`,
  lesson: (step: number, count: number) => `Lesson step ${step} of ${count}`,
  /** At the last step of a lesson. The title is null after the last lesson. */
  end: (next: string | null) => (next === null ? 'End of the lesson' : `End of the lesson – next: ${next}`),
};

export type PresentTexts = typeof en;
