import type { Language } from '../../../state/model.ts';
import { en, type LargeTexts } from './texts-en.ts';

const hant = (value: number) => value.toLocaleString('zh-Hant');
const hans = (value: number) => value.toLocaleString('zh-Hans');

const zhHant: LargeTexts = {
  title: '這份資源清單很大',
  text: (count, mb, most, mostMb) =>
    `共 ${hant(count)} 份文件，${mb} MB。本頁適合最多 ${hant(most)} 份文件或 ${mostMb} MB；超過時讀取很慢，需要的記憶體也可能超出瀏覽器的上限。`,
  close: '什麼都不開啟',
  ways: '要開啟的部分',
  byNamespace: '命名空間',
  byFile: '檔案',
  filter: '篩選',
  counts: (n, mb) => `${hant(n)} 份文件，${mb} MB`,
  always: (n) =>
    n === 0
      ? '每份文件都屬於某個命名空間。'
      : `${hant(n)} 份不屬於命名空間的文件一律會開啟：叢集範圍的物件、測試，以及不是物件的內容。`,
  defaulted: '沒有寫命名空間的物件（屬於命名空間的種類）視為在 `default` 中。',
  unknown: '本頁對略去的部分一無所知：送往那裡的請求，以及那裡的路由、政策與授權，都不會出現在回答中。',
  none: '尚未選擇。',
  chosen: (n, mb) => `已選擇：${hant(n)} 份文件，${mb} MB。`,
  stillLarge: '仍然超過上限。',
  openChosen: '開啟選擇的部分',
  openAll: '全部開啟',
  commandLine: '也可以在命令列檢查全部內容，不需要瀏覽器：',
  copy: '複製命令',
  nothingHere: '沒有這個名稱的命名空間。',
  leftOut: '略去的部分',
  line: (n) => (n === 0 ? '只開啟了一部分資源清單。' : `只開啟了一部分資源清單，略去了 ${hant(n)} 份文件。`),
  opened: (names) => `開啟的命名空間：${names}。`,
  filesLeft: (names) => `略去的檔案：${names}。`,
  space: '',
  lineMeans: '與其餘部分有關的回答未知或缺少。',
};

const zhHans: LargeTexts = {
  title: '这份资源清单很大',
  text: (count, mb, most, mostMb) =>
    `共 ${hans(count)} 份文档，${mb} MB。本页适合最多 ${hans(most)} 份文档或 ${mostMb} MB；超过时读取很慢，需要的内存也可能超出浏览器的上限。`,
  close: '什么都不打开',
  ways: '要打开的部分',
  byNamespace: '命名空间',
  byFile: '文件',
  filter: '筛选',
  counts: (n, mb) => `${hans(n)} 份文档，${mb} MB`,
  always: (n) =>
    n === 0
      ? '每份文档都属于某个命名空间。'
      : `${hans(n)} 份不属于命名空间的文档一律会打开：集群范围的对象、测试，以及不是对象的内容。`,
  defaulted: '没有写命名空间的对象（属于命名空间的种类）视为在 `default` 中。',
  unknown: '本页对略去的部分一无所知：发往那里的请求，以及那里的路由、策略与授权，都不会出现在回答中。',
  none: '尚未选择。',
  chosen: (n, mb) => `已选择：${hans(n)} 份文档，${mb} MB。`,
  stillLarge: '仍然超过上限。',
  openChosen: '打开选择的部分',
  openAll: '全部打开',
  commandLine: '也可以在命令行检查全部内容，不需要浏览器：',
  copy: '复制命令',
  nothingHere: '没有这个名称的命名空间。',
  leftOut: '略去的部分',
  line: (n) => (n === 0 ? '只打开了一部分资源清单。' : `只打开了一部分资源清单，略去了 ${hans(n)} 份文档。`),
  opened: (names) => `打开的命名空间：${names}。`,
  filesLeft: (names) => `略去的文件：${names}。`,
  space: '',
  lineMeans: '与其余部分有关的回答未知或缺少。',
};

const BY_LANGUAGE: Readonly<Record<Language, LargeTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts about a large bundle in a language. */
export function largeTexts(language: Language): LargeTexts {
  return BY_LANGUAGE[language];
}
