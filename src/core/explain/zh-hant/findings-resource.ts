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

/** JSON 型別的名稱。 */
const TYPES: Readonly<Record<string, string>> = {
  string: '字串',
  number: '數字',
  boolean: '布林值',
  list: '清單',
  mapping: '對映',
  null: 'null',
  'number or string': '數字或字串',
};

/** 欄位的格式。 */
const FORMAT_WORDS: Readonly<Record<keyof typeof FORMATS, string>> = {
  'dns-label': '小寫字母、數字與 `-`，最多 63 個字元，開頭和結尾是字母或數字',
  'dns-subdomain': '小寫字母、數字、`-` 與 `.`，開頭和結尾是字母或數字',
  group: 'API 群組，例如 `gateway.networking.k8s.io`；核心群組則寫 `""`',
  kind: '種類，例如 `Service`：字母、數字與 `-`，以字母開頭',
  hostname: '小寫的主機名稱，不含連接埠，最多只能在前面加 `*.`',
  'precise-hostname': '小寫的主機名稱，不含連接埠，也不含 `*`',
  'header-name': "字母、數字與這些字元 ``!#$%&'*+-.^_|~``",
  duration: '時間長度，例如 `10s` 或 `1m30s`',
  'domain-path': '網域、`/` 與路徑，例如 `example.com/gateway-controller`',
  'address-type': '`IPAddress`、`Hostname`，或帶有網域的類型，例如 `example.com/pool`',
  protocol: '`HTTP`、`HTTPS`、`TLS`、`TCP`、`UDP`，或帶有網域的通訊協定，例如 `example.com/echo`',
  'well-known-ca': '`System`，或帶有網域的名稱，例如 `example.com/authorities`',
  uri: '完整的 URI，例如 `spiffe://example.com/ns/a/sa/b`',
  'header-value': '不含換行與控制字元的文字',
  'cors-origin': '來源，例如 `https://example.com`，或 `*`',
};

/** 欄位的限制：先說可以怎樣，再說現在怎樣。 */
const LIMIT_WORDS: Readonly<Record<keyof typeof LIMITS, (bound: number, actual: number) => string>> = {
  min: (bound, actual) => `至少要是 ${bound}，現在是 ${actual}`,
  max: (bound, actual) => `最多只能是 ${bound}，現在是 ${actual}`,
  'min-length': (bound) => (bound === 1 ? '不能是空的' : `至少要有 ${bound} 個字元`),
  'max-length': (bound, actual) => `最多只能有 ${bound} 個字元，現在有 ${actual} 個`,
  'min-items': (bound) => (bound === 1 ? '不能是空的' : `至少要有 ${bound} 個項目`),
  'max-items': (bound, actual) => `最多只能有 ${bound} 個項目，現在有 ${actual} 個`,
  'max-entries': (bound, actual) => `最多只能有 ${bound} 對鍵值，現在有 ${actual} 對`,
};

const PATH_WORDS: Readonly<Record<keyof typeof PATH_REASONS, string>> = {
  'no-leading-slash': '必須以 `/` 開頭',
  'double-slash': '不能含有 `//`',
  'dot-segment': '不能含有 `.` 或 `..` 這樣的區段',
  'encoded-slash': '不能含有編碼過的斜線（`%2F`）',
  fragment: '不能含有 `#`',
  'forbidden-character': '含有在路徑中必須寫成 `%XX` 的字元',
};

const SESSION_WORDS: Readonly<Record<keyof typeof SESSION_PROBLEMS, string>> = {
  'cookie-missing': '類型 `Cookie` 需要欄位 `cookie`',
  'header-unexpected': '類型 `Cookie` 不能有欄位 `header`',
  'header-missing': '類型 `Header` 需要欄位 `header`',
  'cookie-unexpected': '類型 `Header` 不能有欄位 `cookie`',
  'timeout-missing': '存續期間 `Permanent` 需要 `absoluteTimeout`',
};

/** Ingress 的後端哪裡不對。 */
const BACKEND_WORDS: Readonly<Record<keyof typeof BACKEND_PROBLEMS, string>> = {
  both: '它同時有 `service` 與 `resource`，只能有其中一個',
  none: '它既沒有 `service`，也沒有 `resource`',
  'port-both': '它的連接埠同時有 `number` 與 `name`，只能有其中一個',
  'port-none': '它的 Service 需要連接埠，寫 `number` 或 `name`',
};

/** `null` 是寫進 YAML 的字，前後要留空格；其他型別名稱是中文。 */
const typed = (type: string | number | undefined) =>
  wordsFor(TYPES, type).replace(/^[\w ]+$/, (word) => ` ${word}`);

/** 每個與單一資源有關的代碼，各有一兩句話。 */
export const RESOURCE_SENTENCES_ZH_HANT: Readonly<
  Record<keyof typeof RESOURCE_CODES, (args: Args) => string>
> = {
  'not-an-object': ({ actual }) =>
    `資源清單是帶有 \`apiVersion\`、\`kind\` 與 \`metadata\` 的對映；這裡卻是${typed(actual)}，已略過。`,
  'manifest-incomplete': ({ part, kind }) =>
    `這裡只有資源清單的 \`${part}\`${kind === '' ? '' : `，像是 \`${kind}\` 的`}：缺少 \`apiVersion\`、\`kind\` 和 \`metadata\`。已略過。`,
  'description-not-manifest': ({ kind }) =>
    `這是 \`kubectl describe\` 對 ${kind} 的輸出，不是資源清單。請貼上 \`kubectl get -o yaml\` 的輸出。`,
  'placeholder-not-replaced': ({ placeholder }) =>
    `\`${placeholder}\` 是預留位置，會在套用資源清單之前由工具替換。這裡無從得知它代表什麼。`,
  'kind-missing': () => '這份文件沒有寫 `kind`，無從得知它是什麼，已略過。',
  'api-version-missing': ({ kind, apiVersion }) =>
    apiVersion === ''
      ? `這個 \`${kind}\` 沒有寫 \`apiVersion\`；叢集會拒絕它。`
      : `這個 \`${kind}\` 沒有寫 \`apiVersion\`；這裡推定為 \`${apiVersion}\`。叢集會拒絕它。`,
  'api-version-unknown': ({ kind, version, known }) =>
    `目前的版本不提供 \`${kind}\` 的 \`${version}\`（提供的有 ${listed(known)}）；這裡以同樣的方式讀取。`,
  'name-missing': ({ kind }) => `這個 \`${kind}\` 沒有 \`metadata.name\`，已略過。請給它一個名稱。`,
  'kind-of-other-group': ({ kind, written, apiVersion }) =>
    `\`${written}\` 裡沒有 \`${kind}\`：它屬於 \`${apiVersion}\`。叢集會拒絕這份文件；在這裡它不起作用。`,
  'kind-not-simulated': ({ kind, group }) =>
    `${group === '' ? '' : `\`${group}\` 的 `}\`${kind}\` 會顯示出來，但不模擬它對請求的作用。`,
  'field-type': ({ field, expected, actual }) =>
    `\`${field}\` 必須是${typed(expected)}，不能是${typed(actual)}。叢集會拒絕這份文件；這裡略過這個值。`,
  'field-required': ({ field }) => `缺少 Kubernetes 要求的欄位 \`${field}\`。`,
  'field-value-unknown': ({ field, value, allowed }) =>
    `\`${field}\` 沒有 \`${value}\` 這個值。可以用的是 ${listed(allowed)}。`,
  'field-format': ({ field, value, format }) =>
    `\`${field}\` 不能是 \`${value}\`，格式必須是：${wordsFor(FORMAT_WORDS, format)}。`,
  'field-limit': ({ field, limit, bound, actual }) =>
    `\`${field}\` ${limitWords(LIMIT_WORDS, limit, bound, actual) ?? `超出限制 ${bound}`}。`,
  'field-unknown': ({ field, suggestion }) =>
    `這裡沒有欄位 \`${field}\`${suggestion === '' ? '。' : `；是不是要寫 \`${suggestion}\`？`}它不起作用，而且 \`kubectl apply\` 會拒絕這份文件。`,
  'internal-fault': ({ kind, fault }) =>
    `Gammascope 因本身的錯誤而無法讀取這個 ${kind}（${fault}）。以下的答案沒有把它計算在內。請連同資訊清單回報此問題。`,
  'more-problems': ({ count }) => `這份文件還有 ${count} 個問題；請先修正前面的問題。`,
  'field-experimental': ({ field }) =>
    `\`${field}\` 只存在於 Gateway API 的實驗性通道；在標準通道中會被默默丟掉。`,
  'list-entry-duplicate': ({ field, key }) =>
    `\`${key}\` 在 \`${field}\` 中出現兩次；叢集會拒絕。這裡以第一個為準。`,
  'scalar-not-a-string': ({ field, written, read, type }) =>
    `\`${field}\` 必須是字串，但 Kubernetes 會把 \`${written}\` 讀成${typed(type)} \`${read}\`。請加上引號。`,
  'invisible-character': ({ value, character }) =>
    `\`${value}\` 含有看不見的字元（${character}）：它與看起來的值不同，不會與沒有這個字元的文字相符。`,
  'look-alike-character': ({ value, character, letter, like }) =>
    `\`${value}\` 含有 \`${letter}\`（${character}），看起來像 \`${like}\`，卻是另一個字母：它與看起來的值不同。`,
  'core-group-spelled-out': ({ written }) =>
    `核心 API 群組要寫成 \`""\`；叢集裡沒有名為 \`${written}\` 的群組，這個參照什麼也找不到。`,
  'duration-invalid': ({ field, value }) =>
    `\`${value}\` 不能作為 \`${field}\` 的時間長度：請寫一到四個整數，單位用 \`h\`、\`m\`、\`s\` 或 \`ms\`，例如 \`1m30s\`。這裡視為沒有設定。`,
  'timestamp-invalid': ({ value }) =>
    `\`creationTimestamp: ${value}\` 不是時間戳記：必須有存在的日期、時間和時差，例如 \`2024-02-28T10:00:00Z\`。已忽略，因此無法用來分出先後。`,
  'timeouts-out-of-order': ({ request, backendRequest }) =>
    `一次嘗試可以花 \`${backendRequest}\`，比整個請求的 \`${request}\` 還長。叢集會拒絕。`,
  'parent-ref-duplicated': ({ kind, name }) =>
    `父資源 \`${kind}\` \`${name}\` 寫了兩次。寫一次就夠了；叢集會拒絕相同的項目。`,
  'parent-refs-inconsistent': ({ kind, name }) =>
    `父資源 \`${kind}\` \`${name}\` 寫了好幾次：這些項目要嘛全都有 \`sectionName\` 或 \`port\`，要嘛全都沒有。`,
  'backend-ref-port-missing': ({ name }) =>
    `對 Service \`${name}\` 的參照沒有 \`port\`；Kubernetes 要求寫出來，否則什麼也送不到那裡。`,
  'header-name-case-duplicate': ({ name, first }) =>
    `標頭名稱不分大小寫：\`${name}\` 與 \`${first}\` 重複，因此忽略。`,
  'header-modified-twice': ({ name }) =>
    `同一個過濾器對標頭 \`${name}\` 更改了不只一次。一個標頭只能有一個動作。`,
  'path-value-invalid': ({ value, type, reason }) =>
    `\`${value}\` 不能作為類型 \`${type}\` 的路徑：${wordsFor(PATH_WORDS, reason)}。叢集會拒絕它。`,
  'filter-repeated': ({ type }) =>
    `一份清單只能有一個 \`${type}\` 過濾器。多出來的叢集會拒絕；這裡以第一個為準。`,
  'filters-incompatible': ({ first, second }) => `\`${first}\` 與 \`${second}\` 不能放在同一份過濾器清單中。`,
  'filter-body-missing': ({ type, body }) =>
    `類型為 \`${type}\` 的過濾器需要欄位 \`${body}\`。遇到它的請求會得到錯誤。`,
  'filter-body-unexpected': ({ type, body }) =>
    `\`${body}\` 不屬於類型為 \`${type}\` 的過濾器。請刪掉它，或改變類型。`,
  'redirect-with-backends': () =>
    '這條規則以重新導向回應，因此什麼也到不了它的後端。叢集會拒絕這裡的 `backendRefs`。',
  'path-modifier-mismatch': ({ type, field }) => `類型 \`${type}\` 需要欄位 \`${field}\`，而且只能有這一個。`,
  'prefix-rewrite-needs-one-prefix-match': ({ filter, count }) =>
    count === 1
      ? `\`${filter}\` 的 \`ReplacePrefixMatch\` 需要一個類型為 \`PathPrefix\` 的比對：這裡沒有可以替換的前綴。`
      : `\`${filter}\` 的 \`ReplacePrefixMatch\` 需要規則剛好有一個比對，而且類型為 \`PathPrefix\`；這條規則有 ${count} 個。`,
  'mirror-percent-and-fraction': () =>
    '鏡像只能在 `percent` 與 `fraction` 之中選一個。這裡以 `fraction` 為準。',
  'mirror-fraction-too-large': ({ numerator, denominator }) =>
    `分數 ${numerator}/${denominator} 大於一。每個請求都會被複製。`,
  'cors-wildcard-not-alone': ({ field }) => `\`${field}\` 中的 \`*\` 代表全部，必須是唯一的項目。`,
  'session-persistence-mismatch': ({ problem }) =>
    `工作階段持續性的設定互相矛盾：${wordsFor(SESSION_WORDS, problem)}。`,
  'session-persistence-old-fields': ({ fields }) =>
    `${listed(fields)} 是早期版本的欄位；目前的版本改用 \`cookie\` 與 \`header\`。`,
  'rule-name-duplicated': ({ name }) => `有兩條規則都叫 \`${name}\`；在一條路由中，規則的名稱不能重複。`,
  'too-many-matches': ({ count, limit }) => `這些規則合計有 ${count} 個比對；最多只能有 ${limit} 個。`,
  'grpc-method-empty': () => '方法的比對需要 `service` 或 `method`。如果要全部相符，請不要寫 `method`。',
  'grpc-method-invalid': ({ field, value }) =>
    `\`${value}\` 不是有效的${field === 'service' ? '服務名稱，應該像 `shop.v1.Cart`' : '方法名稱，應該像 `AddItem`'}。`,
  'listener-tls-unexpected': ({ listener, protocol }) =>
    `監聽器 \`${listener}\` 的通訊協定是 \`${protocol}\`，它沒有 TLS：不能寫 \`tls\`。叢集會拒絕它。`,
  'listener-tls-missing': ({ listener }) =>
    `監聽器 \`${listener}\` 的通訊協定是 \`TLS\`，需要 \`tls\` 說明 TLS 在這裡終止，還是一路通到後端。`,
  'listener-passthrough-https': ({ listener }) =>
    `監聽器 \`${listener}\` 的通訊協定是 \`HTTPS\`，TLS 一定在 Gateway 終止。要用 Passthrough，通訊協定得是 \`TLS\`。`,
  'listener-certificates-missing': ({ listener }) =>
    `TLS 在監聽器 \`${listener}\` 終止，但它沒有憑證：\`tls\` 需要 \`certificateRefs\` 或 \`options\`。`,
  'listener-hostname-unexpected': ({ listener, protocol }) =>
    `監聽器 \`${listener}\` 的通訊協定是 \`${protocol}\`，它沒有主機名稱：不能寫 \`hostname\`。`,
  'listener-duplicated': ({ listener, first, protocol, port, hostname }) =>
    `監聽器 \`${first}\` 與 \`${listener}\` 的連接埠（${port}）、通訊協定（\`${protocol}\`）和主機名稱（${hostname === '' ? '全部' : `\`${hostname}\``}）都相同。叢集會拒絕。`,
  'selector-missing': ({ field }) =>
    `\`${field}\` 寫了 \`from: Selector\` 卻沒有 \`selector\`，因此不允許任何命名空間。`,
  'selector-ignored': ({ field, from }) =>
    `\`${field}\` 中的選擇器不起作用：\`from\` 是 \`${from}\`，而只有 \`Selector\` 會讀取它。`,
  'hostname-is-address': ({ hostname }) =>
    `\`${hostname}\` 是 IP 位址；主機必須是 DNS 名稱，叢集會拒絕這個位址。`,
  'ca-certificates-missing': () =>
    '這個政策沒有說後端的憑證可以由誰簽發：需要 `caCertificateRefs` 或 `wellKnownCACertificates`。',
  'ca-certificates-ambiguous': () =>
    '這個政策同時有 `caCertificateRefs` 與 `wellKnownCACertificates`；只能寫其中一個。',
  'subject-alt-name-mismatch': ({ type, field }) =>
    `類型為 \`${type}\` 的名稱需要欄位 \`${field}\`，而且只能有這一個。`,
  'target-ref-duplicated': ({ kind, name }) =>
    `目標 \`${kind}\` \`${name}\` 寫了兩次。寫一次就夠了；叢集會拒絕相同的項目。`,
  'target-refs-inconsistent': ({ kind, name }) =>
    `目標 \`${kind}\` \`${name}\` 寫了好幾次：這時每個項目都需要 \`sectionName\`。`,
  'external-auth-mismatch': ({ protocol, field }) =>
    String(protocol).toLowerCase() === field
      ? `通訊協定 \`${protocol}\` 需要欄位 \`${field}\`。`
      : `\`${field}\` 不屬於通訊協定 \`${protocol}\`。請刪掉它，或改變通訊協定。`,
  'ingress-old-version': ({ kind, apiVersion }) =>
    `Kubernetes 1.22 起不再提供 \`${apiVersion}\` 的 \`${kind}\`。這裡把它當作 \`networking.k8s.io/v1\` 讀取。請轉換這份資源清單：有些欄位在那裡名稱不同。`,
  'ingress-without-rules': () =>
    '這個 Ingress 沒有規則，也沒有預設後端。至少要有其中一個，否則叢集會拒絕它。',
  'ingress-backend-invalid': ({ problem }) =>
    `這個後端無效：${wordsFor(BACKEND_WORDS, problem)}。叢集會拒絕它。`,
  'ingress-class-twice': ({ annotation, field }) =>
    `註解指定類別 \`${annotation}\`，\`ingressClassName\` 卻指定 \`${field}\`。叢集會拒絕兩者並存的新 Ingress；這裡以欄位為準。`,
  'kustomization-not-built': ({ folder, namespace, ignored }) =>
    `這是 kustomization。${namespace === '' ? '它沒有指定命名空間' : `資料夾中沒有命名空間的資源視為在 \`${namespace}\``}${ignored === '' ? '。' : `；這裡不套用它的欄位 ${ignored}。`}\`kubectl kustomize ${folder}\` 會產生叢集實際得到的內容。`,
  'patch-not-applied': ({ by }) =>
    `這個檔案是${by === '' ? '' : ` \`${by}\` 的`}修補，不是資源：這裡不套用它。\`kubectl kustomize\` 會套用它。`,
  'helm-file-not-rendered': ({ what, folder }) =>
    `這個檔案${what === 'helm-values' ? '是 Helm 的 values' : what === 'helm-chart' ? '描述一個 Helm chart' : '是 Helm chart 的範本'}，不是資源：略過它。\`helm template ${folder}\` 會產生資源。`,
  'file-not-a-manifest': () => `這個檔案沒有 Kubernetes 物件（其中沒有任何 \`kind\`）：略過它。`,
  'selector-invalid': ({ operator, flaw }) =>
    `${flaw === 'operator' ? `\`${operator}\` 不是標籤選擇器的運算子（In、NotIn、Exists、DoesNotExist）` : flaw === 'values-missing' ? `\`${operator}\` 需要 \`values\`` : `\`${operator}\` 不可以有 \`values\``}：選擇器無效，因此不允許任何命名空間。`,
};

/** 相關位置旁的說明。 */
export const RESOURCE_NOTES_ZH_HANT: Readonly<Record<keyof typeof RESOURCE_NOTES, string>> = {
  'parent-ref-first': '同一個父資源第一次寫在這裡',
  'header-name-first': '以這一個為準',
  'header-action-first': '這個標頭第一次在這裡更改',
  'filter-first': '另一個過濾器在這裡',
  'rule-name-first': '這個名稱第一次用在這裡',
  'listener-first': '另一個監聽器在這裡',
  'target-ref-first': '同一個目標第一次寫在這裡',
};

/** 修正的標題。 */
export const RESOURCE_FIXES_ZH_HANT: Readonly<Record<keyof typeof RESOURCE_FIXES, (args: Args) => string>> = {
  'complete-manifest': ({ kind }) => `補全為 ${kind}`,
  'add-api-version': ({ apiVersion }) => `加上 \`apiVersion: ${apiVersion}\``,
  'use-api-version': ({ apiVersion }) => `改用 \`${apiVersion}\``,
  'quote-scalar': ({ text }) => `寫成 \`${text}\``,
  'unquote-number': ({ text }) => `寫成不加引號的 \`${text}\``,
  'use-known-value': ({ text }) => `改用 \`${text}\``,
  'rename-field': ({ text }) => `改名為 \`${text}\``,
  'use-empty-group': () => '改用空的群組 `""`',
  'add-leading-slash': () => '在開頭加上 `/`',
  'remove-parent-ref': () => '刪掉重複的父資源',
  'remove-header-match': () => '刪掉重複的標頭',
  'remove-target-ref': () => '刪掉重複的目標',
  'use-selector': () => '寫成 `from: Selector`',
  'use-protocol': ({ protocol }) => `改用通訊協定 \`${protocol}\``,
  'remove-field': ({ field }) => `刪掉 \`${field}\``,
};
