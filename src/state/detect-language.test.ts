import { expect, test } from 'vitest';
import { detectLanguage } from './persistence.ts';

test.each([
  [['en-GB'], 'en'],
  [['zh-TW', 'en'], 'zh-Hant'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['de', 'zh-MO'], 'zh-Hant'],
  [['de'], 'en'],
  [[], 'en'],
])('%j is served in %s', (wanted, language) => expect(detectLanguage(wanted)).toBe(language));
