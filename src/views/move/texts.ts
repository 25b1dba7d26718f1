import type { Language } from '../../state/model.ts';
import { en, type MoveTexts } from './texts-en.ts';
import { zhHans, zhHant } from './texts-zh.ts';

export type { MoveTexts } from './texts-en.ts';

const BY_LANGUAGE: Readonly<Record<Language, MoveTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the view Move in a language. */
export function moveTexts(language: Language): MoveTexts {
  return BY_LANGUAGE[language];
}
