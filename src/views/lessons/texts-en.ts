/** English texts of the lesson views. The other languages must have all of them. */
export const en = {
  region: 'Lesson',
  number: (n: number, of: number) => `Lesson ${n} of ${of}`,
  goal: 'Goal',
  leave: 'Leave the lesson',
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  back: 'Back',
  next: 'Next',
  toQuestion: 'Question',
  reset: 'Reset this step',
  choices: 'Answers',
  right: 'Right.',
  wrong: 'Not quite.',
  tryIt: 'Your turn.',
  done: 'Done.',
  links: 'In the specification',
  nextLesson: (title: string) => `Next lesson: ${title}`,
  missing: 'This lesson could not be read.',
};

/** The texts of the lesson views, in any language. */
export type LessonTexts = typeof en;
