import type { Language } from '../../state/model.ts';
import { en, type GraphTexts } from './texts-en.ts';
import { zhHans, zhHant } from './texts-zh.ts';

const BY_LANGUAGE: Readonly<Record<Language, GraphTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the graph's texts in a language. */
export function graphTexts(language: Language): GraphTexts {
  return BY_LANGUAGE[language];
}
