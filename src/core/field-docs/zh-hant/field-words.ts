import type { FieldWords } from '../field-words.ts';
import { ACCESS_WORDS } from './access-words.ts';
import { CORE_WORDS } from './core-words.ts';
import { DOCS_WORDS } from './docs-words.ts';
import { GATEWAY_WORDS } from './gateway-words.ts';
import { INGRESS_WORDS } from './ingress-words.ts';
import { ISTIO_WORDS } from './istio-words.ts';

const WORDS = new Map(
  Object.entries({
    ...CORE_WORDS,
    ...GATEWAY_WORDS,
    ...ISTIO_WORDS,
    ...ACCESS_WORDS,
    ...INGRESS_WORDS,
    ...DOCS_WORDS,
  }),
);

/** 繁體中文. */
export const ZH_HANT_FIELDS: FieldWords = {
  of: (english) => WORDS.get(english) ?? english,
  gap: '',
  defaultIs: (value) => `預設值：${value}`,
  atLeast: (least) => `至少 ${least}`,
  atMost: (most) => `至多 ${most}`,
  between: (least, most) => `${least} 到 ${most}`,
  characters: (most) => `至多 ${most} 個字元`,
  entries: (most, exactly) => `${exactly ? '正好' : '至多'} ${most} 項`,
  experimental: '僅限實驗性通道',
};
