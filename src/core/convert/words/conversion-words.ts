import type { ExplainLanguage } from '../../explain/languages.ts';
import type { LossCode, LossSeverity } from '../loss.ts';
import type { ChangeTopic } from '../topic-of-change.ts';
import { CONVERSION_EN } from './en.ts';
import { CONVERSION_ZH_HANS } from './zh-hans.ts';
import { CONVERSION_ZH_HANT } from './zh-hant.ts';

/** The words for losses and changes. `{…}` is replaced by an argument of the loss. */
export interface ConversionWords {
  readonly losses: Readonly<Record<LossCode, string>>;
  readonly severities: Readonly<Record<LossSeverity, string>>;
  readonly topics: Readonly<Record<ChangeTopic, string>>;
}

/** The words of all languages. */
export const CONVERSION_WORDS: Readonly<Record<ExplainLanguage, ConversionWords>> = {
  en: CONVERSION_EN,
  'zh-Hant': CONVERSION_ZH_HANT,
  'zh-Hans': CONVERSION_ZH_HANS,
};
