import type { MESH_CODES } from '../../findings/codes-mesh.ts';
import { listed } from '../chinese-lists.ts';
import { type Args, wordsFor } from '../finding-words.ts';

/** 每個網格代碼各有一兩句話：哪裡不對、有什麼影響、該怎麼做。 */
export const MESH_SENTENCES_ZH_HANT: Readonly<Record<keyof typeof MESH_CODES, (args: Args) => string>> = {
  'subset-undefined': ({ route, service, subset, clients, rules }) =>
    `\`${route}\` 送往 \`${service}\` 的子集 \`${subset}\`，但${clients === '' ? '其用戶端' : clients === '*' ? '其他命名空間的用戶端' : ` ${listed(clients)} 的用戶端`}的 DestinationRule 沒有定義它。它們得到 503。${rules === '' ? '' : `只有 ${listed(rules)} 為其他用戶端定義了它。`}`,
  'subset-selects-nothing': ({ resource, subset, service, labels }) =>
    `\`${resource}\` 的子集 \`${subset}\` 沒有選到工作負載：\`${service}\` 的 Pod 都沒有標籤 \`${labels}\`。送往它的請求得到 503。`,
  'virtual-service-hidden': ({ resource, other, host }) =>
    `\`${resource}\` 對 \`${host}\` 永遠不起作用，因為對每個用戶端，這個主機都屬於 \`${other}\`。Istio 不合併網格中的 VirtualService。`,
  'virtual-services-conflict': ({ resource, other, host, clients }) =>
    `對 ${listed(clients)} 的用戶端，\`${resource}\` 對 \`${host}\` 不起作用，因為對它們而言這個主機屬於 \`${other}\`。Istio 不合併網格中的 VirtualService。`,
  'dialects-mixed': ({ route, service, winners, clients }) =>
    `對 ${clients} 的用戶端，\`${route}\` 在 \`${service}\` 上不生效：由 \`${winners}\` 決定。Istio 不會合併 VirtualService 與 Gateway API 的路由，只有另一方比對得到的請求會得到 404。\`*\` 表示其他所有命名空間。`,
  'service-not-exported': ({ service, exportTo }) =>
    `\`${service}\` 匯出到 \`${exportTo}\`，這些清單中沒有這樣的命名空間。網格的代理不知道這個 Service，因此它的路由不起作用。`,
  'istio-gateway-missing': ({ resource, gateway }) =>
    `\`${resource}\` 指定閘道 \`${gateway}\`，但資源清單中沒有這個名稱的 Istio Gateway。這些規則不會在任何閘道套用。`,
  'host-not-at-gateway': ({ resource, host, gateways }) =>
    `${gateways} 沒有任何伺服器包含 \`${resource}\` 的主機 \`${host}\`，因此那裡的請求會得到 404。把主機加入伺服器，或移除它。`,
  'gateway-selects-nothing': ({ resource, labels }) =>
    `\`${resource}\` 選擇帶有 \`${labels}\` 的 Pod，但資源清單中沒有 Pod 帶有這些標籤。沒有 Pod 接受它的請求。`,
  'gateway-servers-conflict': ({ resource, server, port, other, kept, why }) =>
    `閘道略過 \`${resource}\` 在連接埠 ${port} 的伺服器 \`${server}\`，因為 \`${other}\` 的伺服器 \`${kept}\` ${wordsFor(CONFLICTS, why)}。`,
  'service-entry-refused': ({ resource, why }) => `Istio 拒絕 \`${resource}\`：${wordsFor(REFUSALS, why)}。`,
  'cors-policy-refused': ({ resource, why, value }) =>
    `Istio 拒絕 \`${resource}\`：它的 CORS 政策中，${wordsFor(CORS_REFUSALS, why)}${value === '' ? '' : `（\`${value}\`）`}。`,
  'virtual-environment-replaced': ({ resource, by }) =>
    `KT-env 會刪除 \`${resource}\`，因為一個命名空間只有一個 VirtualEnvironment，而 \`${by}\` 較新，或在清單中排在最後。`,
  'virtual-environment-without-effect': ({ resource, namespace, label, services }) =>
    `\`${resource}\` 沒有寫下任何規則。${services === '' ? `${namespace} 中沒有 Service 選到帶有標籤 \`${label}\` 的 Deployment 或 StatefulSet。` : `Service ${listed(services)} 各自的規則都少於兩條：需要名稱以 \`http\` 開頭的連接埠，以及預設以外的環境。`}`,
  'lane-default-missing': ({ resource, subset, service, label }) =>
    `\`${service}\` 沒有 \`${resource}\` 的預設子集 \`${subset}\`：它的工作負載都沒有值為此的標籤 \`${label}\`。沒有規則相符的請求得到 503。`,
  'lane-port-not-http': ({ service, port, environment, environments }) =>
    `\`${service}\` 的連接埠 ${port} 的名稱不以 \`http\` 開頭，因此 \`${environment}\` 不為它寫規則。它的請求分散到所有環境（${listed(environments)}）。`,
  'object-overwritten': ({ resource, by, how }) =>
    `KT-env 會${how === 'deleted' ? '刪除' : '取代'} \`${resource}\`${how === 'deleted' ? '' : ' 的 spec'}，因為它的名稱與 \`${by}\` 所管的 Service 相同。`,
};

const CONFLICTS = {
  protocol: '以另一種協定使用這個連接埠',
  host: '在這個連接埠已有其中一個主機',
  'port-name': '有相同的連接埠名稱',
};

const REFUSALS = {
  'no-hosts': '它沒有主機',
  'host-star': '不允許主機 `*`',
  'selector-and-endpoints': '它同時有 workloadSelector 與 endpoints',
  'none-with-endpoints': 'resolution 為 NONE 時不能有 endpoints',
  'network-with-dns': '以網路作為位址時，resolution 必須是 NONE 或 STATIC',
  'several-endpoints': 'resolution 為 DNS_ROUND_ROBIN 時只能有一個端點',
  'wildcard-with-dns': 'DNS 無法查詢萬用字元主機，因此需要 endpoints，或把 resolution 設為 NONE',
  protocol: 'Istio 不認識這個連接埠的協定',
  'port-twice': '兩個連接埠有相同的號碼',
};

const CORS_REFUSALS = {
  'origin-empty': '有一個允許的來源沒有值',
  pattern: 'RE2 讀不懂一個正規表示式',
  method: '有 Istio 不認識的方法',
  header: '有標頭名稱無效',
  'max-age': 'maxAge 必須是整數秒，例如 `24h`',
};
