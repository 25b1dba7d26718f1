import type { ROUTING_CODES } from '../../findings/codes-routing.ts';
import { namespacedNameIn } from '../../ids/ids.ts';
import { listed } from '../chinese-lists.ts';
import type { ROUTING_FIXES, ROUTING_NOTES } from '../en/findings-routing.ts';
import type { Args } from '../finding-words.ts';

/** 每個路由代碼各有一兩句話：哪裡不對、有什麼影響、該怎麼做。 */
export const ROUTING_SENTENCES_ZH_HANT: Readonly<Record<keyof typeof ROUTING_CODES, (args: Args) => string>> =
  {
    'duplicate-resource': ({ resource }) =>
      `\`${resource}\` 宣告了不只一次；以最後一個為準，和 \`kubectl apply\` 的結果一樣。`,
    'parent-service-missing': ({ route, service }) =>
      `\`${route}\` 以 Service \`${service}\` 為父資源，但沒有資源清單宣告它：這條路由對什麼都不起作用。`,
    'parent-service-assumed': ({ service, port }) =>
      `沒有資源清單宣告 Service \`${service}\`。因為這裡一個 Service 都沒有宣告，所以推定它存在，連接埠是 ${port}。`,
    'parent-service-headless': ({ route, service }) =>
      `Service \`${service}\` 是 headless（\`clusterIP: None\`）：它沒有前端，因此 \`${route}\` 在那裡不起作用。`,
    'parent-service-external-name': ({ route, service }) =>
      `Service \`${service}\` 是 ExternalName：它在叢集中沒有前端，因此 \`${route}\` 在那裡不起作用。`,
    'parent-port-missing': ({ route, service, port, ports }) =>
      `Service \`${service}\` 沒有連接埠 ${port}${ports === '' ? '' : `（有 ${listed(ports)}）`}：\`${route}\` 不會附加在那裡。`,
    'parent-section-missing': ({ route, service, section, sections }) =>
      `Service \`${service}\` 沒有名為 \`${section}\` 的連接埠${sections === '' ? '' : `（有 ${listed(sections)}）`}：\`${route}\` 不會附加在那裡。`,
    'parent-kind-not-simulated': ({ route, parent }) =>
      `\`${route}\` 還以 \`${parent}\` 為父資源，這裡不模擬這種父資源。`,
    'parent-kind-outdated': ({ route, parent }) =>
      `\`${route}\` 以實驗性種類 \`XListenerSet\` 指稱 \`${parent}\`，而這個種類已不存在：現在是 \`gateway.networking.k8s.io\` 的 \`ListenerSet\`。在那裡沒有人接收這條路由。`,
    'parent-group-wrong': ({ route, parent, kind, group }) =>
      `\`${route}\` 在 API 群組 \`${group}\` 中尋找 ${kind} \`${parent}\`；${kind} 屬於 \`gateway.networking.k8s.io\`。在那裡沒有人接收這條路由，也沒有人寫下狀態。`,
    'parent-service-without-group': ({ route, parent, written }) =>
      `\`${route}\` 在群組 \`${written}\` 中指定 Service \`${parent}\`。Service 屬於核心群組：沒有 \`group: ""\`，路由不會附著到它。`,
    'parent-kind-misspelt': ({ route, parent, written, kind }) =>
      `\`${route}\` 以類型 \`${written}\` 指定 \`${parent}\`。正確的類型是 \`${kind}\`：路由沒有附著。`,
    'parent-gateway-is-service': ({ route, parent }) =>
      `\`${route}\` 指定 Gateway \`${parent}\`，沒有清單宣告它，卻有一個同名的 Service。要附著到該 Service，請寫 \`group: ""\` 和 \`kind: Service\`。`,
    'parent-ports-hide-routes': ({ route, other, service, port }) =>
      `\`${route}\` 在 Service \`${service}\` 的連接埠 ${port} 不生效：生效的是 \`${other}\`，而兩者只有一個在 parentRef 中寫了連接埠。Istio 不合併這樣的路由，由較舊的生效。`,
    'route-kind-conflict': ({ route, kind, service, port }) =>
      `\`${route}\` 在 Service \`${service}\` 的連接埠 ${port} 讓位給 ${kind}：一個連接埠只適用一種路由。`,
    'hostnames-ignored': ({ route, hostnames }) =>
      `\`${route}\` 的主機名稱（${listed(hostnames)}）在網格中不起作用；請改為比對 \`Host\` 標頭。`,
    'route-without-parents': ({ route }) => `\`${route}\` 沒有 parentRefs：它對什麼都不起作用。`,
    'route-without-rules': ({ route }) =>
      `\`${route}\` 沒有規則：什麼請求都不相符，凡是它適用的請求都會被拒絕。`,
    'backend-service-missing': ({ route, service }) =>
      `\`${route}\` 轉送到 Service \`${service}\`，但沒有資源清單宣告它：分配給它的請求會得到 500。`,
    'backend-port-missing': ({ route, service, port, ports }) =>
      `\`${route}\` 轉送到 Service \`${service}\` 的連接埠 ${port}，但它${ports === '' ? '沒有連接埠' : `只有 ${listed(ports)}`}：分配給它的請求會得到 500。`,
    'backend-port-is-target-port': ({ service, port, use }) =>
      `${port} 是 Service \`${service}\` 的目標連接埠；backendRef 要寫的是 Service 的連接埠，這裡是 ${use}。`,
    'backend-kind-unknown': ({ route, kind }) =>
      `\`${route}\` 轉送到 \`${kind}\`，這種資源在這裡不能當作後端：分配給它的請求會得到 500。`,
    'backend-ref-not-permitted': ({ route, service }) =>
      `\`${route}\` 不得參照另一個命名空間的 Service \`${service}\`：那裡沒有 ReferenceGrant 允許它，分配給它的請求會得到 500。`,
    'backend-external-name': ({ route, service }) =>
      `\`${route}\` 轉送到 ExternalName Service \`${service}\`，它沒有自己的端點：分配給它的請求會得到 500。`,
    'backend-protocol-incompatible': ({ route, service, port, protocol }) =>
      `Service \`${service}\` 的連接埠 ${port} 使用 \`${protocol}\`，與 \`${route}\` 不相容：分配給它的請求會得到 500。`,
    'backend-without-endpoints': ({ service, port }) =>
      `Service \`${service}\` 的連接埠 ${port} 沒有就緒的端點：分配給它的請求會得到 503。`,
    'rule-without-backends': ({ route, rule }) =>
      `\`${route}\` 的規則 ${rule} 沒有 backendRefs：由它勝出的請求會得到 500，而不是送到作為父資源的 Service。`,
    'routes-contested': ({ winner, loser, rule, by, request }) =>
      `\`${winner}\` 與 \`${loser}\` 的規則 ${rule} 同樣符合 \`${request}\`，做的事卻不同：請求由 \`${winner}\` 取得，只因為${by === 'age' ? '它比較舊' : '它的命名空間與名稱排在前面；資源清單沒有寫出可以決定先後的建立時間'}。`,
    'rule-never-reached': ({ route, rule, blockers, effect, open = '' }) =>
      `沒有任何請求能到 \`${route}\` 的規則 ${rule}：全都先被 \`${entries(blockers)}\` 取走${effectOf(effect)}。${openOf(open)}`,
    'match-never-reached': ({ route, rule, match, blockers, effect, open = '' }) =>
      `沒有任何請求能到 \`${route}\` 的規則 ${rule} 的比對 ${match}：全都先被 \`${entries(blockers)}\` 取走${effectOf(effect)}。${openOf(open)}`,
    'catch-all-missing': ({ service, route, lacks, request }) =>
      `\`${route}\` 接收帶有 \`${lacks}\` 的請求，而沒有帶的則無人接收：在 \`${service}\`，\`${request}\` 會被拒絕。`,
    'consumer-routes-hide-producer': ({ namespace, service, consumer, producer, request }) =>
      `\`${namespace}\` 的用戶端無法送出 \`${producer}\` 為其他人接收的請求：在 \`${service}\`，只有 \`${namespace}\` 的消費者路由（\`${consumer}\`）適用於它們，\`${request}\` 會被拒絕。`,
    'weights-all-zero': ({ route, rule }) =>
      `\`${route}\` 的規則 ${rule} 權重全為零：由它勝出的請求不會轉送。`,
    'mirror-target-unusable': ({ route, service }) =>
      `\`${route}\` 鏡像到 Service \`${service}\`，但它無法使用：複本會被捨棄，請求本身不受影響。`,
    'access-policy-incomplete': ({ policy, part }) =>
      `\`${policy}\` 需要 \`${part}\`，而它缺少或是空的。Istio 會拒絕它。`,
    'access-key-unknown': ({ policy, key }) =>
      `\`${policy}\` 有對 \`${key}\` 的條件，而 Istio 沒有這個屬性。Istio 會拒絕它。`,
    'access-selects-nothing': ({ policy, selector }) =>
      `\`${policy}\` 的選擇器（${selector}）沒有選中那裡宣告的任何工作負載，所以政策對什麼都不適用。`,
    'access-rule-on-connections': ({ policy, rule, port, action }) =>
      action === 'ALLOW'
        ? `\`${policy}\` 的規則 ${rule} 要讀請求，但 \`${port}\` 不是 HTTP：規則在那裡永不相符，政策因而拒絕每個連線。`
        : `\`${policy}\` 的規則 ${rule} 要讀請求，但 \`${port}\` 不是 HTTP：條件在那裡被略過，規則因而拒絕每個連線。`,
    'access-account-undeclared': ({ policy, principal }) =>
      `\`${policy}\` 寫了 \`${principal}\`；資源清單中沒有工作負載或 ServiceAccount 有這個身分。`,
    'selector-picks-nothing': ({ service, selector }) =>
      `Service \`${service}\` 的選擇器（${selector}）沒有選中其命名空間中宣告的任何工作負載。`,
    'parent-gateway-missing': ({ route, gateway }) =>
      `\`${route}\` 以 \`${gateway}\` 為父資源，但沒有資源清單宣告它：沒有人接收這條路由，也沒有人寫下狀態。`,
    'default-gateway-missing': ({ route }) =>
      `\`${route}\` 要用預設的 Gateway（\`useDefaultGateways: All\`），但這裡沒有任何 Gateway 設了 \`defaultScope: All\`。`,
    'gateway-class-missing': ({ gateway, class: name }) =>
      `\`${gateway}\` 的類別是 \`${name}\`，但沒有資源清單宣告它：這個 Gateway 會一直等待。`,
    'parameters-missing': ({ resource, parameters }) =>
      `\`${resource}\` 的設定取自 \`${parameters}\`，但沒有資源清單宣告它：不會被接受（InvalidParameters）。`,
    'address-type-unsupported': ({ gateway, type }) =>
      `\`${gateway}\` 要求類型為 \`${type}\` 的位址，這個類型專屬於某個實作：在其他實作中不會被接受（UnsupportedAddress），在這裡也不接收流量。`,
    'listener-not-found': ({ route, gateway, section, port, listeners }) => {
      const wanted = [
        section === '' ? [] : `監聽器 \`${section}\``,
        port === '' ? [] : `連接埠 ${port}`,
      ].flat();
      return `\`${route}\` 要求 \`${gateway}\` 的${wanted.join(' 與')}，但它${listeners === '' ? '沒有監聽器' : `只有 ${listed(listeners)}`}：不會被接受（NoMatchingParent）。`;
    },
    'listener-refuses-kind': ({ route, gateway, kind }) =>
      `\`${route}\` 所要求的 \`${gateway}\` 的監聽器都不接受 ${kind}：不會被接受（NotAllowedByListeners）。`,
    'listener-refuses-namespace': ({ route, gateway, namespace }) =>
      `\`${gateway}\` 的監聽器不接受命名空間 \`${namespace}\` 的路由：\`${route}\` 不會被接受（NotAllowedByListeners）。預設只接受 Gateway 自己命名空間的路由。`,
    'listener-hostname-mismatch': ({ route, gateway, hostnames, listeners }) =>
      `\`${route}\` 的主機名稱（${listed(hostnames)}）與 \`${gateway}\` 的監聽器的主機名稱（${listed(listeners)}）沒有交集：不會被接受。`,
    'listener-conflicted': ({ listener, reason }) =>
      `\`${listener}\` 與同一連接埠上的另一個監聽器無法區分（${reason}）：它不接收流量。`,
    'listener-protocol-unsupported': ({ listener, protocol }) =>
      `\`${listener}\` 使用 \`${protocol}\`，這是某個實作專屬的通訊協定：不在模擬範圍內。`,
    'policy-target-missing': ({ policy, target }) =>
      `\`${policy}\` 以 \`${target}\` 為目標，但沒有資源清單宣告它：這個政策在那裡不起作用。`,
    'policy-section-missing': ({ policy, target, section }) =>
      `\`${policy}\` 以 \`${target}\` 的 \`${section}\` 這個部分為目標，但它沒有這個名稱的部分：政策沒有附加。`,
    'policy-conflicted': ({ policy, target }) =>
      `較早的同類政策已經佔有 \`${target}\`：\`${policy}\` 在那裡不起作用（Conflicted）。`,
    'field-dropped': ({ field }) => `Gateway API 的標準通道沒有 \`${field}\`：叢集會默默丟掉它。`,
    'kind-not-in-channel': ({ kind, group }) =>
      `安裝 Gateway API 標準通道的叢集沒有 \`${kind}\`（\`${group}\`）：\`kubectl apply\` 會拒絕這份文件。`,
    'gateway-assumed': ({ route, gateway }) =>
      `\`${route}\` 以 \`${gateway}\` 為父資源，但沒有資源清單宣告任何 Gateway：這裡推定它存在，有 parentRefs 所寫的監聽器，並接受所有命名空間的路由。`,
    'listener-kind-invalid': ({ listener, kinds }) =>
      `\`${listener}\` 允許的種類（${listed(kinds)}）與它的通訊協定不合：這些種類已略過。`,
    'listener-https-without-tls': ({ listener }) =>
      `\`${listener}\` 使用 HTTPS 卻沒有 \`tls\`，也就沒有憑證可以出示：叢集會收下它，但它不接收流量（Programmed=False）。`,
    'certificate-unusable': ({ listener }) =>
      `\`${listener}\` 有憑證不存在或格式有誤：這個監聽器不接收流量。`,
    'certificate-not-permitted': ({ listener }) =>
      `\`${listener}\` 有憑證位於另一個命名空間，而那裡沒有 ReferenceGrant 允許它。`,
    'listener-set-not-allowed': ({ set, gateway }) =>
      `\`${gateway}\` 不讓 \`${set}\` 加入監聽器：沒有另外設定時，\`allowedListeners\` 就是 None。`,
    'listener-set-parent-missing': ({ set, gateway }) =>
      `\`${set}\` 屬於 \`${gateway}\`，但沒有資源清單宣告這個 Gateway：它的監聽器不屬於任何人，也沒有路由會附加在上面。`,
    'route-kinds-share-hostname': ({ route, other, listener }) =>
      `\`${route}\` 與 \`${other}\` 在 \`${listener}\` 上用於相同的主機名稱。這裡兩者都會被接受，呼叫先試 GRPCRoute；有些實作可能只接受較舊的那一條。`,
    'redirect-to-itself': ({ route, rule, listener }) =>
      `\`${route}\` 的規則 ${rule} 把從 \`${listener}\` 進來的請求重新導向回同一個監聽器，主機與路徑都不變：用戶端會一直繞圈。`,
    'host-header-modified': ({ route, rule }) =>
      `\`${route}\` 的規則 ${rule} 用標頭修改設定 \`Host\` 標頭。後端會收到新的主機，但 Envoy Gateway 拒絕這樣的過濾器：請用 URLRewrite 的 \`hostname\`。`,
    'header-value-percent': ({ route, header, value }) =>
      `\`${route}\` 把標頭 \`${header}\` 設為 \`${value}\`。由 Envoy 構成的資料平面把 \`%\` 當作指令：會取代它，或拒絕整份設定。請為它們寫成 \`%%\`。`,
    'path-without-slash': ({ route, value }) =>
      `\`${route}\` 把路徑取代為 \`${value}\`，而它不以 \`/\` 開頭：重新導向會補上斜線，改寫則會送出不成路徑的內容。`,
    'full-path-empty': ({ route }) =>
      `\`${route}\` 把整個路徑取代為空字串。此處視為 \`/\`；Envoy 則保留原來的路徑。`,
    'full-path-with-query': ({ route, value }) =>
      `\`${route}\` 把整個路徑取代為 \`${value}\`，其中含有查詢字串：在重新導向中它取代請求自己的查詢字串，在改寫中請求的查詢字串接在它後面。`,
    'query-value-not-raw': ({ route, parameter, value }) =>
      `\`${route}\` 要求查詢參數 \`${parameter}\` 的值為 \`${value}\`，而 URL 無法原樣攜帶它。比較原始文字的實作（包括 Istio 與 Envoy Gateway）永遠不會相符。`,
    'header-name-underscore': ({ route, header }) =>
      `\`${route}\` 要求標頭 \`${header}\`。在這個設定檔下，標頭名稱含 \`_\` 的請求會得到 400：這樣的請求到不了這裡。`,
    'regex-invalid': ({ pattern, reason }) =>
      `\`${pattern}\` 不是 RE2 樣式（\`${reason}\`）：這個比對永遠不會相符。`,
    'backend-kind-not-simulated': ({ route, backend }) =>
      `\`${route}\` 轉送到 \`${backend}\`，這種後端要看實作是否支援，也不在模擬範圍內：它那一份請求的結果未知。`,
    'backend-object-missing': ({ route, backend, kind }) =>
      `\`${route}\` 轉送到 \`${backend}\`，但沒有資源清單宣告它，儘管宣告了其他的 ${kind}：它那一份請求會得到 500。`,
    'extension-filter-missing': ({ route, filter, kind }) =>
      `\`${route}\` 引用過濾器 \`${filter}\`，但沒有資源清單宣告它，儘管宣告了其他的 ${kind}：這條規則的請求會得到 500。`,
    'namespace-labels-unknown': ({ resource, gateway, namespace }) =>
      `\`${gateway}\` 依標籤選擇命名空間，而沒有資源清單宣告 Namespace \`${namespace}\`：它是否接受 \`${resource}\` 無從得知；這裡推定它接受。`,
    'tcp-route-at-tls-listener': ({ route, gateway }) =>
      `\`${route}\` 所指的 \`${gateway}\` 監聽器會終止 TLS。依規範，這種監聽器不接受 TCPRoute；有些實作會接受（語意 \`istio\`）。`,
    'client-certificate-unusable': ({ resource, certificate, why }) =>
      `\`${resource}\` 向後端出示的憑證無法使用：\`${certificate}\`，${why === 'kind' ? '這種資源不能存放憑證' : why === 'not-permitted' ? '位於其他命名空間，而那裡沒有 ReferenceGrant 允許' : '不存在或格式不對'}。`,
    'ca-certificate-unusable': ({ resource, certificate, why }) =>
      `\`${resource}\` 無法以 \`${certificate}\` 檢查憑證：${why === 'kind' ? '這種資源不能存放憑證' : why === 'not-permitted' ? '位於其他命名空間，而那裡沒有 ReferenceGrant 允許' : '不存在或格式不對'}。`,
    'listener-set-parent-not-accepted': ({ set, gateway, reason }) =>
      `\`${gateway}\` 沒有獲得接受（${reason}），因此 \`${set}\` 也沒有：它的監聽器不接收流量。`,
    'external-auth-unusable': ({ route, cause }) =>
      `\`${route}\` 的 ExternalAuth 過濾器所詢問的伺服器無法使用（${cause}）：這條規則的請求會得到 500。`,
    'ca-certificates-all-unusable': ({ resource }) =>
      `\`${resource}\` 的 CA 憑證全都無法使用：無法檢查該檢查的憑證，因此它的連線會失敗。`,
    'listeners-not-valid': ({ resource }) =>
      `\`${resource}\` 的監聽器全都無效，因此它沒有獲得接受（ListenersNotValid）：不接收流量。`,
    'client-validation-unusable': ({ listener, gateway }) =>
      `\`${gateway}\` 要求檢查用戶端憑證，而它的 CA 憑證並非全都可用：這也適用於 \`${listener}\`。`,
    'backend-transport-mismatch': ({ route, service, port, protocol, transport }) =>
      `Service \`${service}\` 的連接埠 ${port} 是 ${protocol}，而 \`${route}\` 轉送的是 ${transport}：它那一份會被丟棄。`,
    'address-not-an-ip': ({ gateway, value }) => `\`${gateway}\` 要求位址 \`${value}\`，但這不是 IP 位址。`,
    'backend-expects-tls': ({ route, service, port, sign }) =>
      `Service \`${service}\` 的連接埠 ${port} 看來使用 TLS（\`${sign}\`），而 \`${route}\` 以明文轉送：沒有 BackendTLSPolicy 以它為目標。連接埠的號碼與名稱並不決定這件事。`,
    'cors-preflight-unmatched': ({ route, rule, on }) =>
      `沒有預檢請求能符合 \`${route}\` 的規則 ${rule}（它要求 \`${on}\`）：瀏覽器送出的是 OPTIONS，也不帶請求本身的標頭，因此 CORS 過濾器永遠不會回應它。`,
    'weights-across-rules': ({ route, rule, first }) =>
      `\`${route}\` 的規則 ${first} 與 ${rule} 符合同樣的請求：權重只在一條規則之內計算，因此規則 ${first} 接收全部。請把兩個後端放進同一條規則。`,
    'reference-grant-near-miss': ({ grant, field, written, wanted, from, target }) =>
      `\`${grant}\` 並不允許 ${from} 參照 \`${target}\`：它的 \`${field}\` 是 \`${written}\`，必須是 \`${wanted}\`。`,
  };

/** `HTTPRoute/a/b rule 0 match 1` 這樣的項目；名稱不含空格。 */
function entries(names: string | number | undefined): string {
  return listed(names).replace(/ rule (\d+) match (\d+)/g, ' 規則 $1 比對 $2');
}

function effectOf(effect: string | number | undefined): string {
  return effect === 'different' ? '，而且那裡的處理不同' : '，不過那裡的處理相同';
}

/** 相關位置旁的說明。 */
export const ROUTING_NOTES_ZH_HANT: Readonly<Record<keyof typeof ROUTING_NOTES, string>> = {
  'similar-name': '這個名稱很相似',
  'the-one-that-counts': '以這一個為準',
  'policy-target': '它的目標',
  'the-other-route': '另一條路由在這裡',
  'same-name-elsewhere': '這裡有同名的 Service',
  'takes-the-requests': '請求由這裡取走',
  'takes-it-elsewhere': '其他用戶端由這裡接收',
};

/** 修正的標題。 */
export const ROUTING_FIXES_ZH_HANT: Readonly<Record<keyof typeof ROUTING_FIXES, (args: Args) => string>> = {
  'use-name': ({ name }) => `改用 \`${name}\``,
  'allow-namespace': ({ namespace, listener }) => `讓監聽器 \`${listener}\` 接受 \`${namespace}\` 的路由`,
  'use-certificate': ({ secret }) => `使用 Secret \`${secret}\` 中的憑證`,
  'use-parent': ({ kind, parent }) => `附著到 ${kind} \`${parent}\``,
  'use-namespace': ({ namespace }) => `使用命名空間 \`${namespace}\``,
  'use-gateway-group': ({ kind }) => `使用 \`gateway.networking.k8s.io\` 的 ${kind}`,
  'use-service-port': ({ port }) => `改用連接埠 ${port}`,
  'use-section': ({ section }) => `改用 \`${section}\` 這個部分`,
  'add-group': ({ group }) => `加入 \`group: ${group}\``,
  'add-reference-grant': ({ namespace }) => `在命名空間 \`${namespace}\` 加入 ReferenceGrant`,
  'add-catch-all': ({ service, port }) => `其餘請求都送到 \`${service}:${port}\``,
  'add-service': ({ service }) => `宣告 Service \`${service}\``,
  'add-hidden-rule': ({ from, rule, route, grants = 0 }) =>
    `把 \`${namespacedNameIn(String(from))}\` 的規則 ${rule} 加到 \`${namespacedNameIn(String(route))}\`${withGrant(grants)}`,
  'add-path-rule': ({ path, route, grants = 0 }) =>
    `在 \`${namespacedNameIn(String(route))}\` 加入 \`${path}\` 的規則${withGrant(grants)}`,
  'add-catch-all-to': ({ service, port, route, grants = 0 }) =>
    `在 \`${namespacedNameIn(String(route))}\` 加入其餘請求的規則：送到 \`${service}:${port}\`${withGrant(grants)}`,
  'add-producer-route': ({ service }) => `加入 \`${service}\` 的生產者路由`,
  'add-consumer-route': ({ service, namespace, grants = 0 }) =>
    `在 \`${namespace}\` 加入 \`${service}\` 的消費者路由${withGrant(grants)}`,
  'add-gateway-route': ({ listener, service }) => `加入從監聽器 \`${listener}\` 到 \`${service}\` 的路由`,
};

/** 傳回修正一併加入的 ReferenceGrant。 */
function withGrant(grants: string | number): string {
  return grants === 0 ? '' : '，並加入 ReferenceGrant';
}

/** 失效規則所依據的、規範未作規定之處。 */
function openOf(open: Args[string]): string {
  const parts = String(open ?? '').split(', ');
  return (
    (parts.includes('regexRank')
      ? '這取決於設定檔對正規表示式的排序，規範對此沒有規定：其他實作可能有不同的結果。'
      : '') +
    (parts.includes('age') ? '這取決於名稱的順序：在叢集中較早建立的路由優先，而這些清單沒有建立時間。' : '')
  );
}
