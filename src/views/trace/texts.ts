import type { Language } from '../../state/model.ts';
import { en, type TraceTexts } from './texts-en.ts';
import { zhHans, zhHant } from './texts-zh.ts';

export type { TraceTexts } from './texts-en.ts';

const BY_LANGUAGE: Readonly<Record<Language, TraceTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the actions for an answer in a language. */
export function traceTexts(language: Language): TraceTexts {
  return BY_LANGUAGE[language];
}
