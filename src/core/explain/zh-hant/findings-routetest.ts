import type { ROUTETEST_CODES } from '../../findings/codes-routetest.ts';
import { listed } from '../chinese-lists.ts';
import type { FORMS, URL_PROBLEMS } from '../en/findings-routetest.ts';
import { type Args, wordsFor } from '../finding-words.ts';

const FORM_NAMES: Readonly<Record<keyof typeof FORMS, string>> = {
  text: '文字',
  number: '數字',
  list: '清單',
  mapping: '對映',
  boolean: '布林值',
  'text or list': '文字或清單',
  duration: '時間長度',
  'number or list': '數字或清單',
};

const PROBLEMS: Readonly<Record<keyof typeof URL_PROBLEMS, string>> = {
  empty: '是空的',
  scheme: '通訊協定不是 http、https、grpc、tls、tcp 或 udp',
  host: '讀不出主機',
  'port-missing': '這種通訊協定必須寫出連接埠',
  port: '連接埠不在 1 到 65535 之間',
  'grpc-path': 'gRPC URL 要以 /package.Service/Method 結尾',
};

/** 每個與 RouteTest 文件有關的代碼，各有一句話。 */
export const ROUTETEST_SENTENCES_ZH_HANT: Readonly<
  Record<keyof typeof ROUTETEST_CODES, (args: Args) => string>
> = {
  'test-field-unknown': ({ field }) => `RouteTest 在這裡沒有欄位 \`${field}\`。`,
  'test-field-invalid': ({ field, expected }) => `\`${field}\` 應該是${wordsFor(FORM_NAMES, expected)}。`,
  'test-url-invalid': ({ url, problem }) =>
    url === ''
      ? '這個案例沒有 `url`：不知道要請求什麼。'
      : `\`${url}\` 不是可以使用的 URL：${wordsFor(PROBLEMS, problem)}。`,
  'test-profile-unknown': ({ profile, known }) => `沒有語意 \`${profile}\`；可用的有 ${listed(known)}。`,
  'test-manifest-refused': ({ manifest }) =>
    `資源清單檔案 \`${manifest}\` 不在 RouteTest 可以讀取的範圍內：工作目錄、\`-f\` 的資料夾或 \`--root\` 之下的 .yaml、.yml 和 .json，且不在隱藏資料夾中。`,
  'test-manifest-missing': ({ manifest }) => `無法讀取資源清單檔案 \`${manifest}\`。`,
};
