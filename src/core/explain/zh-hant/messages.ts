import type { Messages } from '../en/messages.ts';
import { INGRESS_MESSAGES_ZH_HANT } from './ingress-messages.ts';
import { ISTIO_MESSAGES_ZH_HANT } from './istio-messages.ts';

/**
 * 繁體中文：追蹤的所有句子，用詞與介面文字相同。`{name}` 多半是連結或程式碼，與中文之間留空格；
 * 由中文句子填入的（`{cause}`、`{criterion}`、`{rule}`、`{loser}`）則以標點或中文緊鄰。
 */
export const MESSAGES_ZH_HANT: Messages = {
  ...ISTIO_MESSAGES_ZH_HANT,
  ...INGRESS_MESSAGES_ZH_HANT,
  'outcome.forwarded': '已轉送到 {backends}',
  'outcome.passed-through': '原樣放行到 {backends}：沒有適用的路由',
  'outcome.redirected': '已重新導向到 {location}',
  'outcome.responded': '由資料平面自行回應',
  'outcome.rejected': '已拒絕：有適用的路由，但沒有一條相符',
  'outcome.rejected-several': '已拒絕：相符的路由不只一條',
  'outcome.rejected-refused': '拒絕：資料平面在查看任何路由之前就回應了這個請求',
  'outcome.failed': '失敗：{cause}',
  'outcome.bypassed': '網格之外：網格的資料平面看不到這個請求',
  'outcome.uncertain': '不確定：{what} 可能改變這個結果，而它的效果不在模擬範圍內。',
  'outcome.uncertain-more': '不確定：{what} 以及另外 {more} 項可能改變這個結果，而它們的效果不在模擬範圍內。',
  'outcome.no-listener': '已拒絕連線：Gateway 在連接埠 {port} 上沒有監聽器',
  'outcome.listener-unusable': '已拒絕連線：連接埠 {port} 上的監聽器不接收流量',
  'outcome.no-host': '已拒絕：Gateway 沒有供 {host} 使用的監聽器',
  'outcome.misdirected': '已拒絕：{host} 屬於另一個監聽器，而不是這個連線的監聽器',
  'outcome.no-routes': '已拒絕：沒有路由附著到該監聽器',
  'outcome.unknown-gateway': '未知：資源清單中沒有這個 Gateway',
  'outcome.gateway-pending': '未知：沒有已知的控制器設定這個 Gateway',
  'identify.no-listener': '{gateway} 在連接埠 {port} 上沒有用於 {scheme} 的監聽器。',
  'identify.listener-unusable':
    '{gateway} 在連接埠 {port} 上有監聽器，但它未被接受或未就緒，因此不接收流量。',
  'identify.no-host': '{gateway} 監聽連接埠 {port}，但那裡沒有供 {host} 使用的監聽器。',
  'identify.misdirected':
    '該連線是為 {sni} 建立的。{host} 屬於 {gateway} 的另一個監聽器，因此請求送錯了連線。',
  'identify.unknown-gateway': '沒有資源清單宣告 {gateway}。',
  'identify.gateway-pending':
    '{gateway} 的類別不在資源清單的 GatewayClass 之中，或未被接受：沒有已知的控制器設定它。',
  'identify.listeners': '它的監聽器：{listeners}。',
  'cause.gateway-pending': '沒有已知的控制器設定該 Gateway',
  'outcome.unknown': '未知：資源清單沒有說明 {host} 是什麼',
  'outcome.not-simulated': '未知：{backends} 是一種不在模擬範圍內的後端',
  'cause.not-simulated': '這種後端不在模擬範圍內',
  'outcome.filter-not-simulated': '未知：可能由不在模擬範圍內的過濾器回應，而且沒有後端',
  'cause.no-backends': '勝出的規則沒有後端',
  'cause.zero-weight': '勝出的規則權重全為零',
  'cause.no-ready-endpoints': '沒有就緒的端點',
  'cause.no-such-port': '{service} 沒有連接埠 {port}',
  'cause.timeout': '後端未及時回應',
  'cause.connection-reset': '與後端的連線被重設',
  'cause.backend-failed': '後端回應了錯誤',
  'cause.backend-tls-invalid': '沒有可用的 CA 憑證，不得連線到後端',
  'cause.access-denied': '有存取政策拒絕它',
  'cause.mutual-tls-required': '伺服器要求雙向 TLS',
  'cause.filter-broken': '勝出的規則有過濾器無法使用',
  'cause.InvalidKind': '這種資源不能當作後端',
  'cause.BackendNotFound': '後端不存在',
  'cause.RefNotPermitted': '路由未獲准參照這個後端',
  'cause.UnsupportedProtocol': '後端使用另一種通訊協定',
  'cause.client-outside-mesh': '用戶端在網格之外',
  'cause.unknown-gateway': '這裡沒有這個 Gateway',
  'cause.unknown-host': '這裡沒有叫這個名稱的目標',

  'step.1': '用戶端送出請求',
  'step.2': '資料平面攔截請求',
  'step.3': '辨識目標 Service',
  'step.4': '沒有適用的路由：送往原始目的地',
  'step.5': '由最優先的相符路由轉送',
  'step.6': '有適用的路由但都不符：拒絕',

  'step.2.gateway': 'Gateway 收到請求',
  'step.3.gateway': '選出監聽器',
  'step.5.gateway': '監聽器上最相符的路由轉送',
  'step.6.gateway': '監聽器上沒有路由相符：找不到',

  'send.workload': '命名空間 {namespace} 的 {workload} 送出 {request}。',
  'send.namespace': '命名空間 {namespace} 的某個工作負載送出 {request}。',
  'send.gateway': '叢集外的用戶端向 {gateway} 送出 {request}。',
  'intercept.yes': '請求離開之前，網格的資料平面就把它攔截下來。',
  'semantics.auto': '清單裡有 {signs}，所以這個答案依語意 {profile} 得出。',
  'intercept.no': '用戶端在網格之外：沒有攔截，路由也不起作用。',
  'intercept.gateway': '請求經由 Gateway {gateway} 進入叢集。後端的網格路由不起作用。',
  'identify.name': '{host} 是 Service {service} 在用戶端自己的命名空間中的名稱；連接埠 {port} 是它的前端。',
  'identify.dns-name':
    '{host} 是 Service {service} 的 DNS 名稱；連接埠 {port} 是它的前端。路由的主機名稱不起作用。',
  'identify.vip': '{host} 是 Service {service} 的虛擬 IP；連接埠 {port} 是它的前端。Host 標頭不起作用。',
  'identify.pod': '{host} 是 Pod 的位址：請求直接送到端點，Service 的路由不起作用。',
  'identify.headless': 'Service {service} 是 headless：它的名稱直接指向端點，因此沒有可讓路由綁定的前端。',
  'identify.external-name': 'Service {service} 是 ExternalName：它的名稱指向網格的 Service 之外。',
  'identify.no-such-port':
    '{host} 是 Service {service}，但這個 Service 沒有連接埠 {port}：沒有前端可以連線。',
  'identify.listener':
    '連接埠 {port} 上的 {host} 屬於監聽器 {listener}：在該處涵蓋它的監聽器中，這一個的主機名稱最明確。',
  'identify.unknown': '沒有資源清單提到 {host}，因此無從得知請求會送到哪裡。',
  'skip.identify': '未走到這一步。',

  'pass.none': '{service} 的這個連接埠沒有綁定路由：請求送到這個 Service 自己的端點，如同沒有網格。',
  'pass.unmatched': '{service} 的這個連接埠有路由，但沒有一條相符。這樣的請求交給這個 Service 自己的端點。',
  'pass.elsewhere':
    '{service} 上的路由是 {namespaces} 的消費者路由，對 {namespace} 的用戶端不起作用。請求送到這個 Service 自己的端點。',
  'pass.direct': '路由屬於 Service 的前端；這個請求沒有經過前端。',
  'pass.no-port': '那裡沒有監聽任何連線，因此連線失敗。',
  'pass.skipped': '略過：有路由適用於這個請求。',

  'route.consumer': '{namespace} 的消費者路由適用於這個用戶端，優先於所有生產者路由。',
  'route.producer': '{service} 的生產者路由適用：用戶端的命名空間沒有針對它的消費者路由。',
  'route.producer-own': '{service} 的生產者路由適用於所有命名空間的用戶端。',
  'route.gateway': '只適用附加在監聽器 {listener} 上的路由。',
  'route.won': '勝出的是 {route} 的{rule}，在 {count} 個相符的候選中最優先。',
  'route.won-only': '勝出的是 {route} 的{rule}，它是唯一相符的候選。',
  'route.lost-by': '另一個相符的候選（{loser}）落敗：{criterion}。',
  'route.forwards': '請求轉送到 {backends}。',
  'route.timeouts': '逾時上限為 {timeouts}。',
  'timeout.request': '{duration}（整個請求）',
  'timeout.backendRequest': '{duration}（對後端的每次嘗試）',
  'route.redirects': '請求得到的回應是重新導向到 {location}。',
  'route.fails': '請求無法送達：{cause}。',
  'route.skipped': '略過：沒有路由勝出。',
  'reject.consumer': '{namespace} 的消費者路由適用於這個用戶端，但 {count} 個候選全都不符。',
  'reject.producer': '{service} 的生產者路由適用，但 {count} 個候選全都不符。',
  'reject.gateway': '監聽器 {listener} 的 {count} 個候選都不相符。',
  'reject.no-listener': 'Gateway 沒有監聽器接受它。',
  'reject.gateway-status': '用戶端得到 {status}。',
  'reject.refused': '連線被拒絕。',
  'reject.several': '{routes} 全都相符，而語意 {profile} 會拒絕這樣的請求。',
  'reject.nearest': '最接近的是 {route} 的{rule}，但{misses}。',
  'passed-over.other-listener':
    '{route} 的{rule}會接收這樣的請求，但它附著在另一個監聽器上：{on} 應為 {expected}，實際為 {actual}。',
  'passed-over.no-such-section':
    '{route} 的{rule}會接收這樣的請求，但它沒有附著：不存在名為 {actual} 的 section。',
  'passed-over.no-such-port':
    '{route} 的{rule}會接收這樣的請求，但它沒有附著：它的 parentRef 指定連接埠 {actual}，而該連接埠不存在。',
  'passed-over.other-port': '{route} 的{rule}會接收這樣的請求，但只在連接埠 {actual} 上。',
  'passed-over.not-allowed-by-listener':
    '{route} 的{rule}會接收這樣的請求，但監聽器拒絕了它：{on} 應為 {expected}，實際為 {actual}。',
  'passed-over.hostname-does-not-intersect':
    '{route} 的{rule}會接收這樣的請求，但監聽器針對 {expected}，而路由針對 {actual}。',
  'passed-over.other-parent':
    '{route} 的{rule}會接收這樣的請求，但它沒有附著在這裡：parentRef 的 {on} 應為 {expected}，實際為 {actual}。',
  miss: ' {on} 必須是 {expected}，實際是 {actual}',
  'miss.none': ' {on} 必須是 {expected}，而請求沒有',
  'because.consumer': '{namespace} 有針對 {service} 的消費者路由。',
  'because.consumer-first': '{namespace} 有自己針對 {service} 的消費者路由，因此生產者路由不適用。',
  'because.producer': '{namespace} 沒有針對 {service} 的消費者路由，因此適用生產者路由。',
  'because.producer-own': '{service} 的生產者路由適用於所有命名空間的用戶端。',
  'because.only': '沒有其他規則符合。',
  'because.precedence': '這條規則勝過{loser}：{criterion}。',
  'route.united': '{namespace} 的消費者路由與生產者路由在同一張表中比較。',
  'because.united': '{namespace} 的消費者路由與 {service} 的生產者路由一起比較。',
  'because.refers': '{route} 的{rule}指向 {backends}，但它無法接收這個請求。',
  'because.gateway': '監聽器 {listener} 接受這個請求。',
  'because.hidden-producer':
    '{namespace} 對 {service} 有自己的消費者路由，因此會接收這個請求的生產者路由 {route} 不適用。',
  'reject.status': '用戶端收到 {status}；請求不會退回給 Service 處理。',
  'reject.skipped': '略過：請求沒有被拒絕。',
  'not-reached': '未走到這一步。',

  'rule.named': '規則 {index}「{name}」',
  rule: '規則 {index}',
  'share.of': '{backend}（{share}）',
  // 各項都以程式碼開頭、以全形括號結尾。
  and: '與 ',
  comma: '、',
  'sentence.space': '',

  'criterion.hostname': '較明確的主機名稱優先',
  'criterion.exact-path': '完全相符的路徑優先',
  'criterion.path-type': '路徑類型',
  'criterion.path-length': '較長的路徑優先',
  'criterion.service': '較長的 gRPC 服務名稱優先',
  'criterion.method': '有比對方法的優先',
  'criterion.headers': '標頭比對較多的優先',
  'criterion.query': '查詢參數比對較多的優先',
  'criterion.age': '較舊的路由優先',
  'criterion.name': '命名空間/名稱的字母順序在前的優先',
  'criterion.regex-order': '運算式的順序：較長的文字先比對',
  'criterion.rule-length': '規則的文字較長的優先',
  'criterion.position': '在路由中寫在前面的優先',

  'note.policy-of-others': '{policy} 從命名空間 {namespace} 指向 {target}：只對來自那裡的請求起作用。',
  'note.policy-replaced': '{policy} 本來也會起作用，但用戶端自己命名空間的 {by} 取代了它。',
  'note.policy-refused-target-not-found': '{policy} 沒有附加：{target} 不存在。',
  'note.policy-refused-section-not-found': '{policy} 沒有附加：{target} 沒有那個名稱的部分。',
  'note.policy-refused-conflicted': '{policy} 沒有附加：較早的同類政策已經佔有 {target}。',
  'note.not-simulated-target': '{what} 對 {on} 起作用。它的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-host': '{what} 針對主機 {on}。它的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-workload': '{what} 選中 {on} 的 Pod。它的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-namespace':
    '{what} 對整個命名空間 {on} 起作用。它的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-mesh': '{what} 對整個網格起作用。它的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-setting': '{on} 帶有 {what}。這項設定的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-filter': '過濾器 {what} 對此請求起作用。它的效果不在模擬範圍內：實際結果可能不同。',
  'note.not-simulated-backend': '{what} 是一種不在模擬範圍內的後端：送往它的請求結果未知。',
  'note.backend-tls': '{policy}：到 {service} 的連線使用 TLS，憑證必須屬於 {hostname}。',
  'note.backend-tls-invalid': '{policy} 沒有可用的 CA 憑證：不得連線到 {service}，也不得改用明文。',
  'note.backend-tls-in-mesh': '網格是否遵循 {policy} 由網格自行決定；這個答案推定它遵循。',
  'note.retry-budget':
    '{policy}：到 {service} 的請求最多 {percent} % 可以是重試；超過就不再重試，用戶端得到 503。',
  'note.session-overrides-weights':
    '已有工作階段的用戶端會留在原來的後端，不受權重影響；權重只用於新的工作階段。',
  'note.fields-dropped': 'Gateway API 的標準通道沒有 {fields}：叢集會默默丟掉它，這個答案也是如此。',
  'note.implementations-own': '{gateway} 的 {names} 是某個實作自帶的，其他實作並不認識。結果取決於設定檔。',
  'note.did-you-mean': '這裡沒有 {asked}。相近的有：{names}。',
  'note.fault-abort': '故障注入以 {status} 回應這些請求的 {percent} %。',
  'note.service-ports': '{service} 的連接埠有 {ports}。',
  'note.gateway-assumed':
    '沒有資源清單宣告 {gateway}；推定它存在，有路由所寫的監聽器，適用於所有主機，接受所有命名空間的路由。',
  'note.namespace-labels-unknown':
    '{listener} 依標籤選擇命名空間，而沒有資源清單宣告 Namespace {namespace}：它接受 {route} 是推定的。',
  'note.core-group-spelled-out':
    '{routes} 把核心群組寫成 `core`。依規範，這沒有指到任何東西；Linkerd 則當作核心群組。目前的語意：{read}。',
  'note.tcp-route-at-tls-listener':
    '{routes} 指到終止 TLS 的監聽器。這種監聽器是否接受 TCPRoute 取決於實作；目前的語意：{read}。',
  'note.producer-would-take':
    '生產者路由 {taker} 不適用。有消費者路由的命名空間只用消費者路由（GEP-1294，Istio 就是如此）。Linkerd 會把兩者放在一起排序：語意 `linkerd` 給出那裡的答案。',
  'note.consumer-shadows-producer':
    '另外還有生產者路由（{routes}）。有消費者路由的命名空間只用消費者路由（GEP-1294，Istio 就是如此）。Linkerd 會把兩者放在一起排序：語意 `linkerd` 給出那裡的答案。',
  'note.fell-back-to-producer': '沒有消費者路由相符；目前的語意會接著查詢生產者路由。若依規範原文則會拒絕。',
  'note.several-routes-match':
    '有多條路由相符（{routes}）。規範依優先順序合併它們，請求恰好由一條規則接收。（「這樣的請求會被拒絕」是某些文章相沿的誤讀；語意 `articles-2023` 呈現那種行為。）',
  'note.host-header-differs':
    'Host 標頭是 {header}，會指向 {other}。目前的語意依 {by} 辨識 Service；各實作有所不同。',
  'note.service-assumed':
    '沒有資源清單宣告 {service}；因為有路由參照它，而且一個 Service 都沒有宣告，所以推定它存在。',
  'note.repeated-header':
    '請求重複了一個標頭；比對時如何比較由實作決定（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.repeated-query':
    '請求重複了一個查詢參數；以哪個值為準沒有規定（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.query-decoding':
    '查詢值在比較前是否解碼沒有規定（此處：{chosen}；Envoy 比較原始文字）。採用 {other} 時，結果是 {result}。',
  'note.regex-anchor': '模式是否必須涵蓋整個值沒有規定（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.pattern-unit':
    '此處模式比對的單位是 {chosen}；Envoy 從 1.39 版起以位元組為單位，之前以字元為單位。採用 {other} 時，結果是 {result}。',
  'note.star-pattern':
    '模式 `*` 不是正規表示式；Istio 把它當作「存在即可」（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.prefix-trailing-slash':
    '前綴結尾的斜線是否算一個字元沒有規定（此處：{chosen}）。採用 {other} 時，{entry} 排在前面。',
  'note.criteria-order':
    '此處由兩個比對之間各準則的順序決定（{chosen}）。採用 {other} 時，{entry} 排在前面。',
  'note.name-order': '此處由命名空間與名稱的排序方式決定（{chosen}）。採用 {other} 時，{entry} 排在前面。',
  'note.regex-rank':
    '正規表示式排在完全相符的路徑與前綴之間的哪個位置由實作決定（此處：{chosen}）。採用 {other} 時，{entry} 排在前面。',
  'note.request-refused':
    '有些請求 Envoy 在查看任何路由之前就回應 400：它不認得的方法、帶路徑的 CONNECT、`%00`（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.underscore-header':
    '請求有一個名稱含 `_` 的標頭；Envoy Gateway 會以 400 拒絕（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.hostname-fallthrough':
    '較明確的主機名稱沒有相符規則時，由較不明確的主機名稱的路由接收；Envoy 不會這樣做（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.listener-isolation':
    '較不明確的監聽器的路由是否也算由實作決定（此處的隔離：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.misdirected-request':
    '這個請求的主機屬於另一個監聽器，而不是它的 TLS 連線所屬的那個；並非每個實作都會察覺（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.mesh-reference-grant':
    '{service} 在另一個命名空間，而且沒有 ReferenceGrant 允許；網格是否需要它沒有規定（此處：{chosen}）。',
  'note.groups-united':
    '此處 {namespace} 的消費者路由與生產者路由在同一份清單中競爭；依規範只會用消費者路由。',
  'note.kinds-coexist': '{route} 在這個連接埠上與 {kind} 類型的路由並存；依規範只有 {kind} 生效。',
  'note.client-outside-mesh':
    '用戶端在網格之外；生產者路由是否對它生效沒有規定（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.experimental-field': '{fields} 屬於實驗通道：只有標準通道 CRD 的叢集會默默捨棄它。',
  'note.policies-overlap':
    '同一目標上有同一類型的消費者政策與生產者政策；兩者是否都生效沒有規定（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.redirect-query':
    '重新導向是否保留查詢字串沒有規定（此處：{chosen}）。採用 {other} 時，它指向 {result}。',
  'note.redirect-host-port':
    '依規範，Host 標頭的連接埠不會留在這個重新導向中；沒有指定連接埠時 Envoy 會保留它（此處：{chosen}）。採用 {other} 時，它指向 {result}。',
  'note.redirect-default-port':
    '無論通訊協定為何，Envoy Gateway 都會在重新導向中省略連接埠 80 與 443（此處：{chosen}）。採用 {other} 時，它指向 {result}。',
  'note.prefix-redirect':
    '各實作在重新導向中取代前綴的方式不同（此處：{chosen}）。採用 {other} 時，它指向 {result}。',
  'note.root-prefix':
    'Envoy 把前綴 `/` 當作一個字元取代，取代內容後面沒有斜線（此處：{chosen}）。採用 {other} 時，路徑是 {result}。',
  'note.removed-header':
    '同一個修改器移除一個標頭，又設定或加入它；先後順序沒有規定，Envoy 先移除（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.sniffed-port':
    '目的連接埠的名稱沒有說明通訊協定。在這種連接埠上，Istio 的代理依目的位址而非 Host 標頭選擇（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.host-header-port':
    'Host 標頭中的連接埠與請求的連接埠不同；Istio 忽略它（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.grpc-as-paths':
    'Istio 把 GRPCRoute 當作路徑與標頭的條件：它也接受不是 gRPC 的請求，它的規則與 HTTPRoute 的規則在同一個清單中（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.parent-ports-apart':
    '有些路由在 parentRef 中寫了連接埠，有些沒有。Istio 不合併它們：在這個連接埠上，只有含最舊路由的那一組生效（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.headless-service-routed':
    '這個 Service 是 headless。依規範，沒有路由作用於它；Istio 在可能是 HTTP 的連接埠上套用路由（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.connection-routes-everywhere':
    '另一個命名空間的 TCPRoute 或 TLSRoute 指向這個 Service。在 Istio 中，它作用於所有命名空間的用戶端（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.other-server-name':
    '沒有 TLSRoute 列出這個連線的伺服器名稱。Istio 把這種連線送到原來的目的位址（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.unsupported-filter':
    '某條路由有 Istio 不支援的過濾器，或某個 GRPCRoute 的鏡像沒有可用的後端；Istio 會忽略整條路由（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.selector-unmatched':
    '某個 Service 的選擇器不符合這些資訊清單中的任何工作負載，而其中有其他工作負載；結果取決於它有沒有端點（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.last-header-change':
    '規則與它的 backendRef 修改同一個標頭；以哪個為準沒有規定（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.filter-local-response':
    '回應過濾器是否作用於資料平面自己的回應沒有規定（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.mirror-with-redirect':
    '鏡像與重新導向可以並存；Istio 不鏡像任何請求，Envoy Gateway 拒絕這條規則（此處：{chosen}）。採用 {other} 時：{result}。',
  'note.retried-errors':
    '除了列出的狀態碼之外還會重試什麼由實作決定（此處：{chosen}；Istio 與 Envoy Gateway 只重試無法建立的連線）。採用 {other} 時，結果是 {result}。',
  'note.retry-codes-unspecified':
    '重試設定沒有列出狀態碼；這時重試哪些沒有規定（此處：{chosen}）。採用 {other} 時，結果是 {result}。',
  'note.timeout-unspecified':
    '規則沒有設定逾時；這時以什麼為準沒有規定（此處：{chosen}；Envoy Gateway 在 15 s 後結束請求）。採用 {other} 時，結果是 {result}。',
  'note.backoff-jittered': '依規範，{backoff} 的等待是下限；Envoy 等待一段隨機時間，最長大約這麼久。',
  'note.one-level-only': '不會再查看 {service} 上的路由：路由只發生一次。',
  'note.grpc-on-http-route': '{route} 是 HTTPRoute：它把 gRPC 請求看作對該方法路徑的 POST。',
  'note.retry-unspecified': '重試設定沒有說明次數；這時重試幾次沒有規定。',
  'note.path-not-normalised':
    '代理在比較 {path} 之前可能先改寫它：Istio 改為 {istio}，Envoy Gateway 改為 {gateway}（此處：{chosen}）。',
  'note.path-not-normalised-redirect':
    '代理在比較 {path} 之前可能先改寫它：Istio 改為 {istio}；Envoy Gateway 以重新導向（307）指向 {gateway}（此處：{chosen}）。',
  'note.endpoints-unknown': '資源清單沒有說明 {service} 有幾個端點；這裡視為它會回應。',
  'note.age-unknown': '{loser} 沒有 creationTimestamp，視為比 {winner} 新。',
  'note.name-decided':
    '{winner} 排在 {loser} 之前，只因名稱的字母順序。在叢集中較舊的路由優先；這些資源清單沒有說明它們的新舊。',
  'note.name-decided-dated': '{winner} 與 {loser} 一樣舊：只由名稱的字母順序決定。',
  'note.regex-invalid': '{pattern} 不是 RE2 樣式（{reason}），永遠不會相符。',
  'note.no-backends': '沒有 backendRefs 的規則回應 500；請求不會送往路由所綁定的 Service。',
  'note.zero-weight': '規則的權重全為零時，規範沒有規定狀態碼；目前的語意回應 {status}。',
  'note.backends-elided': '資源清單省略了這條規則的後端（`...`）；這裡解讀為 {service} 本身。',
  'note.filter-broken': '過濾器 {filter} 無法使用；需要它的請求會得到錯誤，而不是略過它。',
  'note.mirror-dropped': '送往 {service} 的鏡像無法使用，因此捨棄；請求本身不受影響。',
  'note.kind-conflict':
    '{route} 在這個連接埠上被忽略：連接埠已由 {lostTo} 取得，而一個連接埠只適用一種路由。',
  'note.http-on-grpc-route': '這裡只適用 GRPCRoute，而這不是 gRPC 請求：全都不符。',
  'note.backend-ref-unresolved': '{service} 無法使用（{cause}）：分配給它的請求會得到錯誤。',
  'note.no-ready-endpoints': '{service} 沒有就緒的端點。',
  'note.protocol-mismatch': '此連接埠上的 {kind} 查看的是請求內容；對原始連線不起作用。',
  'note.consumer-routes-elsewhere': '{namespaces} 有針對這個 Service 的消費者路由；只有那裡的用戶端看得到。',
};
