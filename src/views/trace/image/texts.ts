import type { Language } from '../../../state/model.ts';
import { en, type ImageTexts } from './texts-en.ts';

const zhHant: ImageTexts = {
  copy: '複製為圖片',
  hint: '結果、原因、路由圖與連結',
  longLink: (kb) => `這個回答的連結太長（${kb} kB），無法放進圖片；請用「分享」複製。`,
};

const zhHans: ImageTexts = {
  copy: '复制为图片',
  hint: '结果、原因、路由图与链接',
  longLink: (kb) => `这个回答的链接太长（${kb} kB），无法放进图片；请用“分享”复制。`,
};

const BY_LANGUAGE: Readonly<Record<Language, ImageTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the image of an answer in a language. */
export function imageTexts(language: Language): ImageTexts {
  return BY_LANGUAGE[language];
}
