import type { ExplainLanguage } from '../../explain/languages.ts';
import type { ConversionWords } from './conversion-vocabulary.ts';
import { CONVERSION_EN } from './en.ts';
import { CONVERSION_ZH_HANS } from './zh-hans.ts';
import { CONVERSION_ZH_HANT } from './zh-hant.ts';

/** The words of all languages. */
export const CONVERSION_WORDS: Readonly<Record<ExplainLanguage, ConversionWords>> = {
  en: CONVERSION_EN,
  'zh-Hant': CONVERSION_ZH_HANT,
  'zh-Hans': CONVERSION_ZH_HANS,
};
