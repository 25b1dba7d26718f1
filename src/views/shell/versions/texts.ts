import type { Language } from '../../../state/model.ts';

interface VersionsTexts {
  readonly title: string;
  readonly text: string;
  readonly close: string;
  readonly before: string;
  readonly after: string;
  readonly files: (count: number) => string;
  readonly present: string;
  readonly compare: (before: string, after: string) => string;
  readonly swap: string;
  readonly both: string;
  readonly add: string;
  readonly addNote: string;
}

const en: VersionsTexts = {
  title: 'Compare them?',
  text: 'These are two versions of the same resources. A comparison shows which requests change.',
  close: 'Open nothing',
  before: 'Before',
  after: 'After',
  files: (count) => (count === 1 ? '1 file' : `${count} files`),
  present: 'on the page',
  compare: (before, after) => `Compare: ${before} → ${after}`,
  swap: 'Swap',
  both: 'Open both as they are',
  add: 'Open it as it is',
  addNote: 'Without a comparison, resources that are in both count as declared twice.',
};

const zhHant: VersionsTexts = {
  title: '要比較嗎？',
  text: '這是同一批資源的兩個版本。比較會顯示哪些請求改變。',
  close: '什麼都不開啟',
  before: '之前',
  after: '之後',
  files: (count) => `${count} 個檔案`,
  present: '目前在頁面上',
  compare: (before, after) => `比較：${before} → ${after}`,
  swap: '對調',
  both: '照原樣開啟兩者',
  add: '照原樣開啟',
  addNote: '不比較時，兩邊都有的資源視為重複宣告。',
};

const zhHans: VersionsTexts = {
  title: '要比较吗？',
  text: '这是同一批资源的两个版本。比较会显示哪些请求改变。',
  close: '什么都不打开',
  before: '之前',
  after: '之后',
  files: (count) => `${count} 个文件`,
  present: '目前在页面上',
  compare: (before, after) => `比较：${before} → ${after}`,
  swap: '对调',
  both: '照原样打开两者',
  add: '照原样打开',
  addNote: '不比较时，两边都有的资源视为重复声明。',
};

const TEXTS: Readonly<Record<Language, VersionsTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the dialog that offers to compare two versions. */
export function versionsTexts(language: Language): VersionsTexts {
  return TEXTS[language];
}
