/** How fields are told of in one language of the page; the schemas themselves are written in English. */
export interface FieldWords {
  /** A sentence of a schema or of the docs, in this language. */
  readonly of: (english: string) => string;
  /** Between two sentences. */
  readonly gap: string;
  readonly defaultIs: (value: string) => string;
  readonly atLeast: (least: number) => string;
  readonly atMost: (most: number) => string;
  readonly between: (least: number, most: number) => string;
  readonly characters: (most: number) => string;
  /** @param exactly Whether there may not be fewer either. */
  readonly entries: (most: number, exactly: boolean) => string;
  readonly experimental: string;
}

export const ENGLISH_FIELDS: FieldWords = {
  of: (english) => english,
  gap: ' ',
  defaultIs: (value) => `Default: ${value}`,
  atLeast: (least) => `at least ${least}`,
  atMost: (most) => `at most ${most}`,
  between: (least, most) => `${least} to ${most}`,
  characters: (most) => `at most ${most} characters`,
  entries: (most, exactly) =>
    `${exactly ? 'exactly' : 'at most'} ${most} ${most === 1 ? 'entry' : 'entries'}`,
  experimental: 'experimental channel only',
};
