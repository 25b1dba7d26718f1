import type { Language } from '../../../state/model.ts';
import { en, type HistoryTexts } from './texts-en.ts';

const zhHant: HistoryTexts = {
  title: '歷程記錄',
  text: '你先前的工作內容，只保存在這個瀏覽器中。目前畫面上的內容不在清單裡；被其他內容取代時才會加入。',
  close: '關閉',
  none: '還沒有先前的工作內容。範例、連結或其他檔案取代你的內容時，會先保存在這裡。',
  blocked: '這個瀏覽器不允許本頁保存先前的工作內容。',
  list: '先前的工作內容',
  untitled: '未命名',
  documents: (n) => `${n} 份文件`,
  files: (n) => `${n} 個檔案`,
  damaged: '這個項目已損壞，無法開啟。',
  open: '開啟',
  openNamed: (title) => `開啟 ${title}`,
  remove: (title) => `刪除 ${title}`,
  removeAll: '全部刪除',
  sure: (n) => `要永久刪除 ${n} 個先前的工作內容嗎？`,
  cancel: '取消',
  failed: '操作失敗，該項目可能已損壞。',
  limits: (works, mb) => `最多保存最近 ${works} 個，合計 ${mb} MB。`,
  dropped: (n) => `因此已移除 ${n} 個較舊的內容。`,
};

const zhHans: HistoryTexts = {
  title: '历史记录',
  text: '你先前的工作内容，只保存在这个浏览器中。当前画面上的内容不在列表里；被其他内容取代时才会加入。',
  close: '关闭',
  none: '还没有先前的工作内容。示例、链接或其他文件取代你的内容时，会先保存在这里。',
  blocked: '这个浏览器不允许本页保存先前的工作内容。',
  list: '先前的工作内容',
  untitled: '未命名',
  documents: (n) => `${n} 份文档`,
  files: (n) => `${n} 个文件`,
  damaged: '这个条目已损坏，无法打开。',
  open: '打开',
  openNamed: (title) => `打开 ${title}`,
  remove: (title) => `删除 ${title}`,
  removeAll: '全部删除',
  sure: (n) => `要永久删除 ${n} 个先前的工作内容吗？`,
  cancel: '取消',
  failed: '操作失败，该条目可能已损坏。',
  limits: (works, mb) => `最多保存最近 ${works} 个，合计 ${mb} MB。`,
  dropped: (n) => `因此已移除 ${n} 个较旧的内容。`,
};

const BY_LANGUAGE: Readonly<Record<Language, HistoryTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the list of earlier works in a language. */
export function historyTexts(language: Language): HistoryTexts {
  return BY_LANGUAGE[language];
}
