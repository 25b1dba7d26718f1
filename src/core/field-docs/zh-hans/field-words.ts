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

/** 简体中文. */
export const ZH_HANS_FIELDS: FieldWords = {
  of: (english) => WORDS.get(english) ?? english,
  gap: '',
  defaultIs: (value) => `默认值：${value}`,
  atLeast: (least) => `至少 ${least}`,
  atMost: (most) => `最多 ${most}`,
  between: (least, most) => `${least} 到 ${most}`,
  characters: (most) => `最多 ${most} 个字符`,
  entries: (most, exactly) => `${exactly ? '恰好' : '最多'} ${most} 项`,
  experimental: '仅限实验性通道',
};
