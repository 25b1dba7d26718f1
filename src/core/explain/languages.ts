import { MESSAGES_EN, type Messages } from './messages-en.ts';
import { MESSAGES_ZH_HANS } from './messages-zh-hans.ts';
import { MESSAGES_ZH_HANT } from './messages-zh-hant.ts';

/** The languages that a trace can be explained in, as BCP 47 tags. */
export type ExplainLanguage = 'en' | 'zh-Hant' | 'zh-Hans';

const BY_LANGUAGE: Readonly<Record<ExplainLanguage, Messages>> = {
  en: MESSAGES_EN,
  'zh-Hant': MESSAGES_ZH_HANT,
  'zh-Hans': MESSAGES_ZH_HANS,
};

/** The sentences of a trace in a language, for `explainTrace`. */
export function messagesFor(language: ExplainLanguage): Messages {
  return BY_LANGUAGE[language];
}
