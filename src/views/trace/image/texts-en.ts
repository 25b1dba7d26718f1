/** English texts of the image of an answer. */
export const en = {
  copy: 'Copy as image',
  hint: 'outcome, reason, picture and link',
  longLink: (kb: number) => `The link to this answer is too long for an image (${kb} kB). “Share” copies it.`,
};

export type ImageTexts = typeof en;
