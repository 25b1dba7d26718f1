/** The documentation of fields in one language of the page. The schemas are in English. */
export interface FieldWords {
  /** Returns a sentence of a schema or of the documentation in this language. */
  readonly of: (english: string) => string;
  /** The text between two sentences. */
  readonly gap: string;
  readonly defaultIs: (value: string) => string;
  readonly atLeast: (least: number) => string;
  readonly atMost: (most: number) => string;
  readonly between: (least: number, most: number) => string;
  readonly characters: (most: number) => string;
  /**
   * Returns the text for a limit on the number of entries.
   *
   * @param exactly True if this is also the minimum.
   */
  readonly entries: (most: number, exactly: boolean) => string;
  readonly experimental: string;
}

/** English, the language of the schemas. */
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
