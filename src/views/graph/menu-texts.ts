import type { Language } from '../../state/model.ts';

/** English texts of the menu of a node. The other languages must have all of them. */
const en = {
  menu: 'Actions',
  menuOf: (name: string) => `Actions: ${name}`,
  sendFrom: 'Send from here',
  sendTo: 'Send to here',
  copy: 'Copy YAML',
  changes: 'Change the manifests',
  searching: 'Looking for changes…',
  none: 'No change to offer here',
  same: 'No change for this request',
  becomes: (outcome: string) => `This request: ${outcome}`,
};

export type MenuTexts = typeof en;

const zhHant: MenuTexts = {
  menu: '動作',
  menuOf: (name) => `動作：${name}`,
  sendFrom: '從這裡送出',
  sendTo: '送到這裡',
  copy: '複製 YAML',
  changes: '修改清單',
  searching: '正在尋找可做的修改…',
  none: '這裡沒有可做的修改',
  same: '這個請求的結果不變',
  becomes: (outcome) => `這個請求：${outcome}`,
};

const zhHans: MenuTexts = {
  menu: '操作',
  menuOf: (name) => `操作：${name}`,
  sendFrom: '从这里发送',
  sendTo: '发送到这里',
  copy: '复制 YAML',
  changes: '修改清单',
  searching: '正在查找可做的修改…',
  none: '这里没有可做的修改',
  same: '这个请求的结果不变',
  becomes: (outcome) => `这个请求：${outcome}`,
};

const BY_LANGUAGE: Readonly<Record<Language, MenuTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the menu of a node in a language. */
export function menuTexts(language: Language): MenuTexts {
  return BY_LANGUAGE[language];
}
