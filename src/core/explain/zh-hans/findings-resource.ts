import type { RESOURCE_CODES } from '../../findings/codes-resource.ts';
import { listed } from '../chinese-lists.ts';
import type {
  BACKEND_PROBLEMS,
  FORMATS,
  LIMITS,
  PATH_REASONS,
  RESOURCE_FIXES,
  RESOURCE_NOTES,
  SESSION_PROBLEMS,
} from '../en/findings-resource.ts';
import { type Args, limitWords, wordsFor } from '../finding-words.ts';

/** JSON 类型的名称。 */
const TYPES: Readonly<Record<string, string>> = {
  string: '字符串',
  number: '数字',
  boolean: '布尔值',
  list: '列表',
  mapping: '映射',
  null: 'null',
  'number or string': '数字或字符串',
};

/** 字段的格式。 */
const FORMAT_WORDS: Readonly<Record<keyof typeof FORMATS, string>> = {
  'dns-label': '小写字母、数字与 `-`，最多 63 个字符，开头和结尾是字母或数字',
  'dns-subdomain': '小写字母、数字、`-` 与 `.`，开头和结尾是字母或数字',
  group: 'API 组，例如 `gateway.networking.k8s.io`；核心组则写 `""`',
  kind: '种类，例如 `Service`：字母、数字与 `-`，以字母开头',
  hostname: '小写的主机名，不含端口，最多只能在前面加 `*.`',
  'precise-hostname': '小写的主机名，不含端口，也不含 `*`',
  'header-name': "字母、数字与这些字符 ``!#$%&'*+-.^_|~``",
  duration: '时长，例如 `10s` 或 `1m30s`',
  'domain-path': '域名、`/` 与路径，例如 `example.com/gateway-controller`',
  'address-type': '`IPAddress`、`Hostname`，或带有域名的类型，例如 `example.com/pool`',
  protocol: '`HTTP`、`HTTPS`、`TLS`、`TCP`、`UDP`，或带有域名的协议，例如 `example.com/echo`',
  'well-known-ca': '`System`，或带有域名的名称，例如 `example.com/authorities`',
  uri: '完整的 URI，例如 `spiffe://example.com/ns/a/sa/b`',
  'header-value': '不含换行与控制字符的文本',
  'cors-origin': '来源，例如 `https://example.com`，或 `*`',
};

/** 字段的限制：先说可以怎样，再说现在怎样。 */
const LIMIT_WORDS: Readonly<Record<keyof typeof LIMITS, (bound: number, actual: number) => string>> = {
  min: (bound, actual) => `至少要是 ${bound}，现在是 ${actual}`,
  max: (bound, actual) => `最多只能是 ${bound}，现在是 ${actual}`,
  'min-length': (bound) => (bound === 1 ? '不能是空的' : `至少要有 ${bound} 个字符`),
  'max-length': (bound, actual) => `最多只能有 ${bound} 个字符，现在有 ${actual} 个`,
  'min-items': (bound) => (bound === 1 ? '不能是空的' : `至少要有 ${bound} 项`),
  'max-items': (bound, actual) => `最多只能有 ${bound} 项，现在有 ${actual} 项`,
  'max-entries': (bound, actual) => `最多只能有 ${bound} 对键值，现在有 ${actual} 对`,
};

const PATH_WORDS: Readonly<Record<keyof typeof PATH_REASONS, string>> = {
  'no-leading-slash': '必须以 `/` 开头',
  'double-slash': '不能含有 `//`',
  'dot-segment': '不能含有 `.` 或 `..` 这样的段',
  'encoded-slash': '不能含有编码过的斜杠（`%2F`）',
  fragment: '不能含有 `#`',
  'forbidden-character': '含有在路径中必须写成 `%XX` 的字符',
};

const SESSION_WORDS: Readonly<Record<keyof typeof SESSION_PROBLEMS, string>> = {
  'cookie-missing': '类型 `Cookie` 需要字段 `cookie`',
  'header-unexpected': '类型 `Cookie` 不能有字段 `header`',
  'header-missing': '类型 `Header` 需要字段 `header`',
  'cookie-unexpected': '类型 `Header` 不能有字段 `cookie`',
  'timeout-missing': '生命周期 `Permanent` 需要 `absoluteTimeout`',
};

/** Ingress 的后端哪里不对。 */
const BACKEND_WORDS: Readonly<Record<keyof typeof BACKEND_PROBLEMS, string>> = {
  both: '它同时有 `service` 和 `resource`，只能有其中一个',
  none: '它既没有 `service`，也没有 `resource`',
  'port-both': '它的端口同时有 `number` 和 `name`，只能有其中一个',
  'port-none': '它的 Service 需要端口，写 `number` 或 `name`',
};

/** `null` 是写进 YAML 的字，前后要留空格；其他类型名称是中文。 */
const typed = (type: string | number | undefined) =>
  wordsFor(TYPES, type).replace(/^[\w ]+$/, (word) => ` ${word}`);

/** 每个与单一资源有关的代码，各有一两句话。 */
export const RESOURCE_SENTENCES_ZH_HANS: Readonly<
  Record<keyof typeof RESOURCE_CODES, (args: Args) => string>
> = {
  'not-an-object': ({ actual }) =>
    `资源清单是带有 \`apiVersion\`、\`kind\` 与 \`metadata\` 的映射；这里却是${typed(actual)}，已跳过。`,
  'manifest-incomplete': ({ part, kind }) =>
    `这里只有资源清单的 \`${part}\`${kind === '' ? '' : `，像是 \`${kind}\` 的`}：缺少 \`apiVersion\`、\`kind\` 和 \`metadata\`。已跳过。`,
  'description-not-manifest': ({ kind }) =>
    `这是 \`kubectl describe\` 对 ${kind} 的输出，不是资源清单。请粘贴 \`kubectl get -o yaml\` 的输出。`,
  'placeholder-not-replaced': ({ placeholder }) =>
    `\`${placeholder}\` 是占位符，会在应用资源清单之前由工具替换。这里无从得知它代表什么。`,
  'kind-missing': () => '这份文档没有写 `kind`，无从得知它是什么，已跳过。',
  'api-version-missing': ({ kind, apiVersion }) =>
    apiVersion === ''
      ? `这个 \`${kind}\` 没有写 \`apiVersion\`；集群会拒绝它。`
      : `这个 \`${kind}\` 没有写 \`apiVersion\`；这里推定为 \`${apiVersion}\`。集群会拒绝它。`,
  'api-version-unknown': ({ kind, version, known }) =>
    `当前版本不提供 \`${kind}\` 的 \`${version}\`（提供的有 ${listed(known)}）；这里以同样的方式读取。`,
  'name-missing': ({ kind }) => `这个 \`${kind}\` 没有 \`metadata.name\`，已跳过。请给它一个名称。`,
  'kind-of-other-group': ({ kind, written, apiVersion }) =>
    `\`${written}\` 中没有 \`${kind}\`：它属于 \`${apiVersion}\`。集群会拒绝这个文档；在这里它不起作用。`,
  'kind-not-simulated': ({ kind, group }) =>
    `${group === '' ? '' : `\`${group}\` 的 `}\`${kind}\` 会显示出来，但不模拟它对请求的作用。`,
  'field-type': ({ field, expected, actual }) =>
    `\`${field}\` 必须是${typed(expected)}，不能是${typed(actual)}。集群会拒绝这份文档；这里跳过这个值。`,
  'field-required': ({ field }) => `缺少 Kubernetes 要求的字段 \`${field}\`。`,
  'field-value-unknown': ({ field, value, allowed }) =>
    `\`${field}\` 没有 \`${value}\` 这个值。可以用的是 ${listed(allowed)}。`,
  'field-format': ({ field, value, format }) =>
    `\`${field}\` 不能是 \`${value}\`，格式必须是：${wordsFor(FORMAT_WORDS, format)}。`,
  'field-limit': ({ field, limit, bound, actual }) =>
    `\`${field}\` ${limitWords(LIMIT_WORDS, limit, bound, actual) ?? `超出限制 ${bound}`}。`,
  'field-unknown': ({ field, suggestion }) =>
    `这里没有字段 \`${field}\`${suggestion === '' ? '。' : `；是不是要写 \`${suggestion}\`？`}它不起作用，而且 \`kubectl apply\` 会拒绝这份文档。`,
  'internal-fault': ({ kind, fault }) =>
    `Gammascope 因自身的错误而无法读取这个 ${kind}（${fault}）。以下的答案没有把它计算在内。请连同清单报告此问题。`,
  'more-problems': ({ count }) => `这份文档还有 ${count} 个问题；请先修正前面的问题。`,
  'field-experimental': ({ field }) =>
    `\`${field}\` 只存在于 Gateway API 的实验性通道；在标准通道中会被静默丢弃。`,
  'list-entry-duplicate': ({ field, key }) =>
    `\`${key}\` 在 \`${field}\` 中出现两次；集群会拒绝。这里以第一个为准。`,
  'scalar-not-a-string': ({ field, written, read, type }) =>
    `\`${field}\` 必须是字符串，但 Kubernetes 会把 \`${written}\` 读成${typed(type)} \`${read}\`。请加上引号。`,
  'invisible-character': ({ value, character }) =>
    `\`${value}\` 含有看不见的字符（${character}）：它与看起来的值不同，不会与没有这个字符的文本匹配。`,
  'look-alike-character': ({ value, character, letter, like }) =>
    `\`${value}\` 含有 \`${letter}\`（${character}），看起来像 \`${like}\`，却是另一个字母：它与看起来的值不同。`,
  'core-group-spelled-out': ({ written }) =>
    `核心 API 组要写成 \`""\`；集群里没有名为 \`${written}\` 的组，这个引用什么也找不到。`,
  'duration-invalid': ({ field, value }) =>
    `\`${value}\` 不能作为 \`${field}\` 的时长：请写一到四个整数，单位用 \`h\`、\`m\`、\`s\` 或 \`ms\`，例如 \`1m30s\`。这里视为没有设置。`,
  'timestamp-invalid': ({ value }) =>
    `\`creationTimestamp: ${value}\` 不是时间戳：必须有存在的日期、时间和时差，例如 \`2024-02-28T10:00:00Z\`。已忽略，因此无法用来分出先后。`,
  'timeouts-out-of-order': ({ request, backendRequest }) =>
    `一次尝试可以花 \`${backendRequest}\`，比整个请求的 \`${request}\` 还长。集群会拒绝。`,
  'parent-ref-duplicated': ({ kind, name }) =>
    `父级 \`${kind}\` \`${name}\` 写了两次。写一次就够了；集群会拒绝相同的条目。`,
  'parent-refs-inconsistent': ({ kind, name }) =>
    `父级 \`${kind}\` \`${name}\` 写了多次：这些条目要么全都有 \`sectionName\` 或 \`port\`，要么全都没有。`,
  'backend-ref-port-missing': ({ name }) =>
    `对 Service \`${name}\` 的引用没有 \`port\`；Kubernetes 要求写出来，否则什么也送不到那里。`,
  'header-name-case-duplicate': ({ name, first }) =>
    `标头名称不区分大小写：\`${name}\` 与 \`${first}\` 重复，因此忽略。`,
  'header-modified-twice': ({ name }) =>
    `同一个过滤器对标头 \`${name}\` 更改了不止一次。一个标头只能有一个操作。`,
  'path-value-invalid': ({ value, type, reason }) =>
    `\`${value}\` 不能作为类型 \`${type}\` 的路径：${wordsFor(PATH_WORDS, reason)}。集群会拒绝它。`,
  'filter-repeated': ({ type }) =>
    `一份列表只能有一个 \`${type}\` 过滤器。多出来的集群会拒绝；这里以第一个为准。`,
  'filters-incompatible': ({ first, second }) => `\`${first}\` 与 \`${second}\` 不能放在同一份过滤器列表中。`,
  'filter-body-missing': ({ type, body }) =>
    `类型为 \`${type}\` 的过滤器需要字段 \`${body}\`。遇到它的请求会得到错误。`,
  'filter-body-unexpected': ({ type, body }) =>
    `\`${body}\` 不属于类型为 \`${type}\` 的过滤器。请删掉它，或改变类型。`,
  'redirect-with-backends': () =>
    '这条规则以重定向响应，因此什么也到不了它的后端。集群会拒绝这里的 `backendRefs`。',
  'path-modifier-mismatch': ({ type, field }) => `类型 \`${type}\` 需要字段 \`${field}\`，而且只能有这一个。`,
  'prefix-rewrite-needs-one-prefix-match': ({ filter, count }) =>
    count === 1
      ? `\`${filter}\` 的 \`ReplacePrefixMatch\` 需要一个类型为 \`PathPrefix\` 的匹配：这里没有可以替换的前缀。`
      : `\`${filter}\` 的 \`ReplacePrefixMatch\` 需要规则恰好有一个匹配，而且类型为 \`PathPrefix\`；这条规则有 ${count} 个。`,
  'mirror-percent-and-fraction': () =>
    '镜像只能在 `percent` 与 `fraction` 之中选一个。这里以 `fraction` 为准。',
  'mirror-fraction-too-large': ({ numerator, denominator }) =>
    `分数 ${numerator}/${denominator} 大于一。每个请求都会被复制。`,
  'cors-wildcard-not-alone': ({ field }) => `\`${field}\` 中的 \`*\` 代表全部，必须是唯一的条目。`,
  'session-persistence-mismatch': ({ problem }) =>
    `会话保持的设置互相矛盾：${wordsFor(SESSION_WORDS, problem)}。`,
  'session-persistence-old-fields': ({ fields }) =>
    `${listed(fields)} 是早期版本的字段；当前版本改用 \`cookie\` 与 \`header\`。`,
  'rule-name-duplicated': ({ name }) => `有两条规则都叫 \`${name}\`；在一条路由中，规则的名称不能重复。`,
  'too-many-matches': ({ count, limit }) => `这些规则合计有 ${count} 个匹配；最多只能有 ${limit} 个。`,
  'grpc-method-empty': () => '方法的匹配需要 `service` 或 `method`。如果要匹配全部，请不要写 `method`。',
  'grpc-method-invalid': ({ field, value }) =>
    `\`${value}\` 不是有效的${field === 'service' ? '服务名称，应该像 `shop.v1.Cart`' : '方法名称，应该像 `AddItem`'}。`,
  'listener-tls-unexpected': ({ listener, protocol }) =>
    `监听器 \`${listener}\` 的协议是 \`${protocol}\`，它没有 TLS：不能写 \`tls\`。集群会拒绝它。`,
  'listener-tls-missing': ({ listener }) =>
    `监听器 \`${listener}\` 的协议是 \`TLS\`，需要 \`tls\` 说明 TLS 在这里终止，还是一路通到后端。`,
  'listener-passthrough-https': ({ listener }) =>
    `监听器 \`${listener}\` 的协议是 \`HTTPS\`，TLS 一定在 Gateway 终止。要用 Passthrough，协议得是 \`TLS\`。`,
  'listener-certificates-missing': ({ listener }) =>
    `TLS 在监听器 \`${listener}\` 终止，但它没有证书：\`tls\` 需要 \`certificateRefs\` 或 \`options\`。`,
  'listener-hostname-unexpected': ({ listener, protocol }) =>
    `监听器 \`${listener}\` 的协议是 \`${protocol}\`，它没有主机名：不能写 \`hostname\`。`,
  'listener-duplicated': ({ listener, first, protocol, port, hostname }) =>
    `监听器 \`${first}\` 与 \`${listener}\` 的端口（${port}）、协议（\`${protocol}\`）和主机名（${hostname === '' ? '全部' : `\`${hostname}\``}）都相同。集群会拒绝。`,
  'selector-missing': ({ field }) =>
    `\`${field}\` 写了 \`from: Selector\` 却没有 \`selector\`，因此不允许任何命名空间。`,
  'selector-ignored': ({ field, from }) =>
    `\`${field}\` 中的选择器不起作用：\`from\` 是 \`${from}\`，而只有 \`Selector\` 会读取它。`,
  'hostname-is-address': ({ hostname }) =>
    `\`${hostname}\` 是 IP 地址；主机必须是 DNS 名称，集群会拒绝这个地址。`,
  'ca-certificates-missing': () =>
    '这个策略没有说后端的证书可以由谁签发：需要 `caCertificateRefs` 或 `wellKnownCACertificates`。',
  'ca-certificates-ambiguous': () =>
    '这个策略同时有 `caCertificateRefs` 与 `wellKnownCACertificates`；只能写其中一个。',
  'subject-alt-name-mismatch': ({ type, field }) =>
    `类型为 \`${type}\` 的名称需要字段 \`${field}\`，而且只能有这一个。`,
  'target-ref-duplicated': ({ kind, name }) =>
    `目标 \`${kind}\` \`${name}\` 写了两次。写一次就够了；集群会拒绝相同的条目。`,
  'target-refs-inconsistent': ({ kind, name }) =>
    `目标 \`${kind}\` \`${name}\` 写了多次：这时每个条目都需要 \`sectionName\`。`,
  'external-auth-mismatch': ({ protocol, field }) =>
    String(protocol).toLowerCase() === field
      ? `协议 \`${protocol}\` 需要字段 \`${field}\`。`
      : `\`${field}\` 不属于协议 \`${protocol}\`。请删掉它，或改变协议。`,
  'ingress-old-version': ({ kind, apiVersion }) =>
    `Kubernetes 1.22 起不再提供 \`${apiVersion}\` 的 \`${kind}\`。这里把它当作 \`networking.k8s.io/v1\` 读取。请转换这份资源清单：有些字段在那里名称不同。`,
  'ingress-without-rules': () =>
    '这个 Ingress 没有规则，也没有默认后端。至少要有其中一个，否则集群会拒绝它。',
  'ingress-backend-invalid': ({ problem }) =>
    `这个后端无效：${wordsFor(BACKEND_WORDS, problem)}。集群会拒绝它。`,
  'ingress-class-twice': ({ annotation, field }) =>
    `注解指定类别 \`${annotation}\`，\`ingressClassName\` 却指定 \`${field}\`。集群会拒绝两者并存的新 Ingress；这里以字段为准。`,
  'kustomization-not-built': ({ folder, namespace, ignored }) =>
    `这是 kustomization。${namespace === '' ? '它没有指定命名空间' : `文件夹中没有命名空间的资源视为在 \`${namespace}\``}${ignored === '' ? '。' : `；这里不应用它的字段 ${ignored}。`}\`kubectl kustomize ${folder}\` 会生成集群实际得到的内容。`,
  'patch-not-applied': ({ by }) =>
    `这个文件是${by === '' ? '' : ` \`${by}\` 的`}补丁，不是资源：这里不应用它。\`kubectl kustomize\` 会应用它。`,
  'helm-file-not-rendered': ({ what, folder }) =>
    `这个文件${what === 'helm-values' ? '是 Helm 的 values' : what === 'helm-chart' ? '描述一个 Helm chart' : '是 Helm chart 的模板'}，不是资源：跳过它。\`helm template ${folder}\` 会生成资源。`,
  'file-not-a-manifest': () => `这个文件没有 Kubernetes 对象（其中没有任何 \`kind\`）：跳过它。`,
  'selector-invalid': ({ operator, flaw }) =>
    `${flaw === 'operator' ? `\`${operator}\` 不是标签选择器的运算符（In、NotIn、Exists、DoesNotExist）` : flaw === 'values-missing' ? `\`${operator}\` 需要 \`values\`` : `\`${operator}\` 不能有 \`values\``}：选择器无效，因此不允许任何命名空间。`,
};

/** 相关位置旁的说明。 */
export const RESOURCE_NOTES_ZH_HANS: Readonly<Record<keyof typeof RESOURCE_NOTES, string>> = {
  'parent-ref-first': '同一个父级第一次写在这里',
  'header-name-first': '以这一个为准',
  'header-action-first': '这个标头第一次在这里更改',
  'filter-first': '另一个过滤器在这里',
  'rule-name-first': '这个名称第一次用在这里',
  'listener-first': '另一个监听器在这里',
  'target-ref-first': '同一个目标第一次写在这里',
};

/** 修正的标题。 */
export const RESOURCE_FIXES_ZH_HANS: Readonly<Record<keyof typeof RESOURCE_FIXES, (args: Args) => string>> = {
  'complete-manifest': ({ kind }) => `补全为 ${kind}`,
  'add-api-version': ({ apiVersion }) => `加上 \`apiVersion: ${apiVersion}\``,
  'use-api-version': ({ apiVersion }) => `改用 \`${apiVersion}\``,
  'quote-scalar': ({ text }) => `写成 \`${text}\``,
  'unquote-number': ({ text }) => `写成不加引号的 \`${text}\``,
  'use-known-value': ({ text }) => `改用 \`${text}\``,
  'rename-field': ({ text }) => `改名为 \`${text}\``,
  'use-empty-group': () => '改用空的组 `""`',
  'add-leading-slash': () => '在开头加上 `/`',
  'remove-parent-ref': () => '删掉重复的父级',
  'remove-header-match': () => '删掉重复的请求头',
  'remove-target-ref': () => '删掉重复的目标',
  'use-selector': () => '写成 `from: Selector`',
  'use-protocol': ({ protocol }) => `改用协议 \`${protocol}\``,
  'remove-field': ({ field }) => `删掉 \`${field}\``,
};
