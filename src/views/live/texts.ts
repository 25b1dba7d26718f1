import type { Language } from '../../state/model.ts';
import { en, type LiveTexts } from './texts-en.ts';

const zhHant: LiveTexts = {
  title: '從叢集載入',
  text: (version) =>
    `從提供這個頁面的 API 伺服器（${version}）讀取。不會寫入任何東西，絕不讀取 Secret 和 ConfigMap，讀到的內容只留在這個瀏覽器裡。`,
  close: '關閉',
  looking: '正在查看叢集裡有什麼…',
  gone: 'API 伺服器沒有回應。kubectl proxy 還在執行嗎？',
  noApi: '這個頁面的位址上沒有 API 伺服器回應。',
  refused: (status, message) => `API 伺服器回應 ${status}：${message}`,
  forbidden: '你沒有權限查看叢集裡有什麼。',
  retry: '再試一次',
  namespaces: '命名空間',
  all: (n) => `全部 ${n} 個`,
  unlisted: '無法列出命名空間。請寫出要讀取的命名空間，以逗號分隔；留空則讀取整個叢集。',
  kinds: '資源種類',
  policies: '其他群組的政策',
  load: '載入',
  cancel: '取消',
  progress: (done, total, objects) => `${objects} 個物件，${total} 個清單中的 ${done} 個`,
  nothing: '沒有這些種類的物件。',
  loaded: (objects) => `已載入 ${objects} 個物件。以下清單無法讀取：`,
  everywhere: '整個叢集',
  why: {
    forbidden: '沒有權限',
    missing: '不存在',
    expired: '清單變動太快',
    unreachable: '沒有回應',
    failed: '錯誤',
  },
  done: '完成',
};

const zhHans: LiveTexts = {
  title: '从集群加载',
  text: (version) =>
    `从提供这个页面的 API 服务器（${version}）读取。不会写入任何东西，绝不读取 Secret 和 ConfigMap，读到的内容只留在这个浏览器里。`,
  close: '关闭',
  looking: '正在查看集群里有什么…',
  gone: 'API 服务器没有响应。kubectl proxy 还在运行吗？',
  noApi: '这个页面的地址上没有 API 服务器响应。',
  refused: (status, message) => `API 服务器响应 ${status}：${message}`,
  forbidden: '你没有权限查看集群里有什么。',
  retry: '再试一次',
  namespaces: '命名空间',
  all: (n) => `全部 ${n} 个`,
  unlisted: '无法列出命名空间。请写出要读取的命名空间，用逗号分隔；留空则读取整个集群。',
  kinds: '资源种类',
  policies: '其他组的策略',
  load: '加载',
  cancel: '取消',
  progress: (done, total, objects) => `${objects} 个对象，${total} 个列表中的 ${done} 个`,
  nothing: '没有这些种类的对象。',
  loaded: (objects) => `已加载 ${objects} 个对象。以下列表无法读取：`,
  everywhere: '整个集群',
  why: {
    forbidden: '没有权限',
    missing: '不存在',
    expired: '列表变动太快',
    unreachable: '没有响应',
    failed: '错误',
  },
  done: '完成',
};

const BY_LANGUAGE: Readonly<Record<Language, LiveTexts>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Returns the texts of the dialog in a language. */
export function liveTexts(language: Language): LiveTexts {
  return BY_LANGUAGE[language];
}
