import type { ROUTETEST_CODES } from '../../findings/codes-routetest.ts';
import { listed } from '../chinese-lists.ts';
import type { FORMS, URL_PROBLEMS } from '../en/findings-routetest.ts';
import { type Args, wordsFor } from '../finding-words.ts';

const FORM_NAMES: Readonly<Record<keyof typeof FORMS, string>> = {
  text: '文本',
  number: '数字',
  list: '列表',
  mapping: '映射',
  boolean: '布尔值',
  'text or list': '文本或列表',
  duration: '时长',
  'number or list': '数字或列表',
};

const PROBLEMS: Readonly<Record<keyof typeof URL_PROBLEMS, string>> = {
  empty: '是空的',
  scheme: '协议不是 http、https、grpc、tls、tcp 或 udp',
  host: '读不出主机',
  'port-missing': '这种协议必须写出端口',
  port: '端口不在 1 到 65535 之间',
  'grpc-path': 'gRPC URL 要以 /package.Service/Method 结尾',
};

/** 每个与 RouteTest 文档有关的代码，各有一句话。 */
export const ROUTETEST_SENTENCES_ZH_HANS: Readonly<
  Record<keyof typeof ROUTETEST_CODES, (args: Args) => string>
> = {
  'test-field-unknown': ({ field }) => `RouteTest 在这里没有字段 \`${field}\`。`,
  'test-field-invalid': ({ field, expected }) => `\`${field}\` 应该是${wordsFor(FORM_NAMES, expected)}。`,
  'test-url-invalid': ({ url, problem }) =>
    url === ''
      ? '这个案例没有 `url`：不知道要请求什么。'
      : `\`${url}\` 不是可以使用的 URL：${wordsFor(PROBLEMS, problem)}。`,
  'test-profile-unknown': ({ profile, known }) => `没有语义 \`${profile}\`；可用的有 ${listed(known)}。`,
  'test-manifest-refused': ({ manifest }) =>
    `资源清单文件 \`${manifest}\` 不在 RouteTest 可以读取的范围内：工作目录、\`-f\` 的文件夹或 \`--root\` 之下的 .yaml、.yml 和 .json，且不在隐藏文件夹中。`,
  'test-manifest-missing': ({ manifest }) => `无法读取资源清单文件 \`${manifest}\`。`,
};
