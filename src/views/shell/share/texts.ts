import type { Language } from '../../../state/model.ts';
import { en, type SharingTexts } from './texts-en.ts';

const zhHant: SharingTexts = {
  title: '分享',
  text: '連結包含資源清單、請求與畫面內容，存放在網址中瀏覽器不會送出的部分。',
  kinds: { link: '連結', read: '唯讀連結', embed: '嵌入程式碼' },
  hints: {
    link: '開啟與此處完全相同的頁面；開啟的人可以修改自己的副本。',
    read: '開啟的頁面無法修改資源清單，但可以嘗試其他請求。',
    embed: '在網頁或簡報中顯示路由圖、回答與步驟；請貼到 HTML 中。',
  },
  copy: '複製',
  copied: '已複製',
  copyFailed: '請選取文字並複製。',
  size: (kb) => `${kb} kB`,
  long: '超過 32 kB：有些通訊軟體與瀏覽器會截斷這麼長的連結。請改傳檔案，或刪去請求用不到的部分。',
  close: '關閉',
  making: '正在產生連結…',
  failed: '無法產生連結。',
  choices: {
    theme: '佈景主題',
    system: '依讀者的設定',
    light: '淺色',
    dark: '深色',
    language: '語言',
    pane: '顯示',
    both: '路由圖與回答',
    graph: '路由圖',
    answer: '回答',
  },
  masked: (n) => `已取代 ${n} 個看似機密的值：`,
  included: (n) => `連結中有 ${n} 個看似機密的值，拿到連結的人都能讀到：`,
  include: '在這個連結中保留這些值',
  places: '看似機密的值',
  secretKinds: {
    secret: 'Secret',
    key: '鍵值',
    token: '權杖',
    'private-key': '私密金鑰',
    url: '網址',
    header: '標頭',
  },
  fields: { url: 'URL', headers: '標頭', responseHeaders: '回應標頭' },
  inRequest: (field) => `請求：${field}`,
  line: (file, line) => `${file}，第 ${line} 行`,
  more: (n) => `另有 ${n} 個`,
  readOnly: '唯讀：此處無法修改資源清單，但可以嘗試其他請求。',
  editCopy: '編輯副本',
  open: '在 Gammascope 中開啟',
};

const zhHans: SharingTexts = {
  title: '分享',
  text: '链接包含资源清单、请求与画面内容，存放在地址中浏览器不会发送的部分。',
  kinds: { link: '链接', read: '只读链接', embed: '嵌入代码' },
  hints: {
    link: '打开与此处完全相同的页面；打开的人可以修改自己的副本。',
    read: '打开的页面不能修改资源清单，但可以尝试其他请求。',
    embed: '在网页或幻灯片中显示路由图、回答与步骤；请粘贴到 HTML 中。',
  },
  copy: '复制',
  copied: '已复制',
  copyFailed: '请选中文字并复制。',
  size: (kb) => `${kb} kB`,
  long: '超过 32 kB：有些聊天软件与浏览器会截断这么长的链接。请改传文件，或删去请求用不到的部分。',
  close: '关闭',
  making: '正在生成链接…',
  failed: '无法生成链接。',
  choices: {
    theme: '主题',
    system: '按读者的设置',
    light: '浅色',
    dark: '深色',
    language: '语言',
    pane: '显示',
    both: '路由图与回答',
    graph: '路由图',
    answer: '回答',
  },
  masked: (n) => `已替换 ${n} 个看似机密的值：`,
  included: (n) => `链接中有 ${n} 个看似机密的值，拿到链接的人都能读到：`,
  include: '在这个链接中保留这些值',
  places: '看似机密的值',
  secretKinds: {
    secret: 'Secret',
    key: '键值',
    token: '令牌',
    'private-key': '私钥',
    url: '地址',
    header: '标头',
  },
  fields: { url: 'URL', headers: '标头', responseHeaders: '响应标头' },
  inRequest: (field) => `请求：${field}`,
  line: (file, line) => `${file}，第 ${line} 行`,
  more: (n) => `另有 ${n} 个`,
  readOnly: '只读：此处不能修改资源清单，但可以尝试其他请求。',
  editCopy: '编辑副本',
  open: '在 Gammascope 中打开',
};

const BY_LANGUAGE: Readonly<Record<Language, SharingTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of sharing in a language. */
export function sharingTexts(language: Language): SharingTexts {
  return BY_LANGUAGE[language];
}
