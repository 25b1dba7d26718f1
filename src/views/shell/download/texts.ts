import type { Language } from '../../../state/model.ts';
import { type DownloadTexts, en } from './texts-en.ts';

const zhHant: DownloadTexts = {
  file: '下載檔案',
  all: (count) => `下載全部 ${count} 個檔案`,
  patch: '以 patch 下載變更',
  noChanges: '開啟檔案後沒有變更。',
};

const zhHans: DownloadTexts = {
  file: '下载文件',
  all: (count) => `下载全部 ${count} 个文件`,
  patch: '以 patch 下载变更',
  noChanges: '打开文件后没有变更。',
};

const BY_LANGUAGE: Readonly<Record<Language, DownloadTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the download menu in a language. */
export function downloadTexts(language: Language): DownloadTexts {
  return BY_LANGUAGE[language];
}
