import type { Language } from '../../state/model.ts';

interface CompareTexts {
  readonly compare: string;
  readonly title: string;
  readonly client: string;
  readonly nobody: string;
  readonly kept: string;
  readonly keptNote: string;
  /** The request that is compared with, such as `vs slow-clients`. */
  readonly against: (name: string) => string;
  readonly stop: string;
}

const en: CompareTexts = {
  compare: 'Compare',
  title: 'Compare this request',
  client: 'Compare with another client',
  nobody: 'no other client',
  kept: 'Compare with this request as it is now',
  keptNote: 'Then change the request. Both answers are shown next to each other.',
  against: (name) => `vs ${name}`,
  stop: 'End the comparison',
};

const zhHant: CompareTexts = {
  compare: '比較',
  title: '比較這個請求',
  client: '與另一個用戶端比較',
  nobody: '不比較',
  kept: '與現在的這個請求比較',
  keptNote: '接著修改請求，兩個回答會並排顯示。',
  against: (name) => `對比 ${name}`,
  stop: '結束比較',
};

const zhHans: CompareTexts = {
  compare: '比较',
  title: '比较这个请求',
  client: '与另一个客户端比较',
  nobody: '不比较',
  kept: '与现在的这个请求比较',
  keptNote: '接着修改请求，两个回答会并排显示。',
  against: (name) => `对比 ${name}`,
  stop: '结束比较',
};

const TEXTS: Readonly<Record<Language, CompareTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the comparison of two requests. */
export function compareTexts(language: Language): CompareTexts {
  return TEXTS[language];
}
