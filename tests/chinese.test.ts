import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { CONVERSION_WORDS } from '../src/core/convert/words/conversion-words.ts';
import { MESSAGES_ZH_HANS } from '../src/core/explain/zh-hans/messages.ts';
import { MESSAGES_ZH_HANT } from '../src/core/explain/zh-hant/messages.ts';
import { jsonSchemas } from '../src/core/field-docs/json-schema.ts';
import { ZH_HANS_FIELDS } from '../src/core/field-docs/zh-hans/field-words.ts';
import { ZH_HANT_FIELDS } from '../src/core/field-docs/zh-hant/field-words.ts';
import { editorTexts } from '../src/views/editor/texts.ts';
import { zhHans as graphHans, zhHant as graphHant } from '../src/views/graph/texts-zh.ts';
import { lessonTexts } from '../src/views/lessons/texts.ts';
import { liveTexts } from '../src/views/live/texts.ts';
import { historyTexts } from '../src/views/shell/history/texts.ts';
import { largeTexts } from '../src/views/shell/large/texts.ts';
import { sharingTexts } from '../src/views/shell/share/texts.ts';
import { zhHans } from '../src/views/ui/texts/zh-hans.ts';
import { zhHant } from '../src/views/ui/texts/zh-hant.ts';

/**
 * Checks the page's texts in both Chinese scripts: the characters, and words that are used in only one
 * region.
 */
const LESSONS = join(import.meta.dirname, '../lessons');

const proseOf = (folder: string) =>
  readdirSync(join(LESSONS, folder)).flatMap((file) =>
    readFileSync(join(LESSONS, folder, file), 'utf8')
      .split('\n')
      .map((line) => [`${folder}/${file}`, line] as const),
  );

/**
 * Returns every text below a value with its path. For a function, returns its source, which contains its
 * texts.
 */
function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

/** Returns the editor's descriptions of fields. Many fields share a sentence. */
function toldIn(language: 'zh-Hant' | 'zh-Hans'): readonly (readonly [string, string])[] {
  const schemas = jsonSchemas(language === 'zh-Hant' ? ZH_HANT_FIELDS : ZH_HANS_FIELDS);
  const told = JSON.stringify(schemas).matchAll(/"description":"((?:[^"\\]|\\.)*)"/g);
  return [...new Set([...told].map(([, text = '']) => text))].map((text) => ['fields', text] as const);
}

const interfaceOf = (language: 'zh-Hant' | 'zh-Hans') => [
  ...textsIn(language === 'zh-Hant' ? zhHant : zhHans, 'ui'),
  ...textsIn(language === 'zh-Hant' ? graphHant : graphHans, 'graph'),
  ...textsIn(language === 'zh-Hant' ? MESSAGES_ZH_HANT : MESSAGES_ZH_HANS, 'trace'),
  ...textsIn(CONVERSION_WORDS[language], 'convert'),
  ...textsIn(lessonTexts(language), 'lessons'),
  ...textsIn(liveTexts(language), 'live'),
  ...textsIn(historyTexts(language), 'history'),
  ...textsIn(largeTexts(language), 'large'),
  ...textsIn(sharingTexts(language), 'share'),
  ...textsIn(editorTexts(language), 'editor'),
  ...toldIn(language),
];

interface Side {
  readonly language: 'zh-Hant' | 'zh-Hans';
  readonly folder: string;
  /** Converts to this script. A character that it does not change belongs to the script. */
  readonly convert: (character: string) => string;
  /** Correct characters that the conversion tables would change. */
  readonly right: string;
  readonly foreign: RegExp;
}

const SIDES: readonly Side[] = [
  {
    language: 'zh-Hant',
    folder: 'zh-hant',
    convert: Converter({ from: 'cn', to: 'tw' }),
    right: '准干',
    foreign:
      /父級|策略|引用|轉發|粒度|限流|發往|名字|軟件|信息|默認|網絡|服務器|客戶端|文檔|數據|鏈接|界面|代碼|緩存|端口|字段|視頻|打印|程序|運行|兼容|您/,
  },
  {
    language: 'zh-Hans',
    folder: 'zh-hans',
    convert: Converter({ from: 'tw', to: 'cn' }),
    right: '么',
    foreign: /支援|连线|程式|网路|预设|呼叫|参照|逾时|伺服器|资讯|软体|剪贴簿|连接埠|丛集|用户端|档案|您/,
  },
];

describe.each(SIDES)('$language', ({ language, folder, convert, right, foreign }) => {
  const all = [...proseOf(folder), ...interfaceOf(language)];

  test('is checked completely', () => {
    expect(all.length).toBeGreaterThan(800);
  });

  test('has no character of the other script', () => {
    const strangers = all.flatMap(([where, text]) =>
      [...text]
        .filter((each) => !right.includes(each) && convert(each) !== each)
        .map((each) => `${where}: ${each} in ${text}`),
    );
    expect(strangers).toEqual([]);
  });

  test('has no word that is used only in the other region', () => {
    expect(all.filter(([, text]) => foreign.test(text))).toEqual([]);
  });

  // A header has a half-width colon in every language.
  test('has no half-width punctuation between its characters', () => {
    const Han = '\\p{Script=Han}';
    const wrong = new RegExp(
      `${Han}[,;:!?.]\\s*${Han}|${Han}\\(|\\)${Han}|\\s[，。；：、（）]|[，。；：、（]\\s\\S`,
      'u',
    );
    expect(all.filter(([, text]) => wrong.test(text.replace(/`[^`]*`|名[稱称]: 值/g, '`')))).toEqual([]);
  });
});
