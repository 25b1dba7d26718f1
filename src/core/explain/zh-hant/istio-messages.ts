import type { IstioMessages } from '../en/istio-messages.ts';

/** 繁體中文：關於 Istio 與 KT-env 物件的句子，屬於 MESSAGES_ZH_HANT。 */
export const ISTIO_MESSAGES_ZH_HANT: IstioMessages = {
  'cause.NoCluster': '主機的端點由 DNS 找到，而沒有一個端點帶有該子集的標籤，因此代理沒有對應的叢集',
  'cause.SubsetNotFound': '沒有對這個用戶端有效的 DestinationRule 定義該子集',
  'route.istio-gateway':
    '虛擬主機 {listener} 取得這個請求。在 Istio 的 Gateway，同一主機的所有 VirtualService 規則合為一份清單：依 VirtualService 的順序，適用所有請求的規則排在最後。',
  'cause.registry-only': '對外流量政策 REGISTRY_ONLY 拒絕代理不認識的主機',
  'identify.virtual-host': '在 Istio 中由 Host 標頭選擇虛擬主機。連接埠 {port} 上的 {host} 是 {service}。',
  'identify.virtual-host-plain':
    '在 Istio 中由 Host 標頭選擇虛擬主機。連接埠 {port} 上的 {host} 由 VirtualService 宣告。',
  'identify.blocked': '用戶端的代理不認識連接埠 {port} 上的主機 {host}，而 REGISTRY_ONLY 拒絕未知的主機。',
  'step.5.written': '由書寫順序上第一條相符的規則決定',
  'route.won-first': '{route} 的{rule}是 {count} 條相符規則中的第一條，因此勝出。',
  'because.virtual-service': '這個主機歸該 VirtualService 所有，由書寫順序上第一條相符的規則勝出。',
  'because.generated': '{service} 的規則由 {via} 產生。',
  'route.virtual-service':
    '這個主機歸一個 VirtualService 所有：依書寫順序，第一條相符的規則勝出，不分消費者與生產者。',
  'reject.virtual-service': '這個主機歸一個 VirtualService 所有，但 {count} 個候選全都不符。',
  'identify.outside-host': '在 Istio 中，Host 標頭選出虛擬主機。ServiceEntry 宣告了 {host} 的連接埠 {port}。',
  'identify.connection-sni': '用戶端的代理不讀取這個連線的內容。伺服器名稱 {name} 選出 {frontend}。',
  'identify.connection-port':
    '{host} 的連接埠 {port} 沒有宣告位址，也沒有宣告伺服器名稱。{frontend} 接收這個連接埠的其他所有連線。',
  'identify.connection-address': 'ServiceEntry 宣告了 {host}。這個連線屬於 {frontend}。',
  'note.outside-host':
    '代理以 DNS 找到 {host} 的連接埠 {port}。資源清單沒有說明它是否回應；這裡視為它會回應。',
  'note.dialled-address':
    '{host} 的 ServiceEntry 的 resolution 是 NONE：不論規則寫了什麼，連線都前往用戶端連線的位址與連接埠。',
  'note.gateway-pods-matter':
    '{gateway} 選擇的 Pod 不在這些資源清單中，而 `exportTo`、對來源的條件或 DestinationRule 取決於它們的命名空間或標籤。這個答案視為 Pod 在命名空間 {namespace}，並帶有選擇器的標籤。',
  'note.gateway-pods-unknown':
    '{gateway} 選擇的 Pod 不在這些資源清單中。這個答案視為 Pod 在命名空間 {namespace}，並套用資源清單中選擇它們的 Gateway。',
  'note.tls-origination': '{by}：代理以 TLS（模式 {mode}）加密前往 {host} 連接埠 {port} 的連線。',
  'note.tls-twice':
    '{by}：代理以 TLS（模式 {mode}）加密前往 {host} 連接埠 {port} 的連線，而用戶端已經加密。伺服器收到 TLS 中的 TLS，通常會失敗。',
  'note.tls-at-http-port':
    '{host} 的連接埠 {port} 宣告為 HTTP，而用戶端送出 TLS。代理無法讀取，因此 HTTP 的規則都不適用：VirtualService 不適用，代理也不會加上 TLS。由對外流量政策決定這個連線的去向。（舊版 Istio 會回應 404 或中斷連線。）把連接埠宣告為 HTTPS 或 TLS，就能依伺服器名稱路由。',
  'note.host-port-unsent': 'Host 標頭視為不含連接埠。送出 {host}:{port} 的用戶端可能得到另一個答案。',
  'note.fault-delay': '故障注入使這些請求的 {percent} % 延遲 {delay}。',
  'note.client-labels-unknown':
    'Istio 會查看 {namespace} 中 Pod 的標籤，但請求沒有給出工作負載或標籤。這個答案是針對沒有標籤的 Pod。',
  'note.subset-of-other-clients':
    '{rules} 定義了 {service} 的子集 {subset}，但不適用於這個用戶端。每個用戶端使用自己命名空間的 DestinationRule，否則使用 Service 命名空間的，兩者不合併。',
  'note.lane-header-added':
    '請求沒有這個標頭，因此 Sidecar 加上 {header}，值為 {value}，也就是其 Pod 的環境（{environment}）。KT-env 的過濾器以舊名稱指定插入位置，較新的 Istio 可能找不到；這樣就不會有這個標頭。',
  'note.lane-header-unknown':
    '{namespace} 的 Sidecar 會以其 Pod 的環境加上 {header}，但請求沒有給出工作負載或標籤。這個答案是針對沒有環境的 Pod。',
  'note.lane-value-unknown':
    '{namespace} 中沒有工作負載屬於環境 {value}，因此沒有規則指名它，改用預設規則。KT-env 在寫入規則時才尋找上層 {ancestor}，不是在請求到達時。',
  'note.lane-fallback':
    '{service} 在環境 {value} 中沒有工作負載。規則使用 {instance}，這是其上最近一個有工作負載的層級。',
  'note.lane-default-missing':
    '{service} 的預設規則指名子集 {subset}，但 {service} 沒有工作負載的標籤 {label} 是這個值。代理沒有這個叢集。',
  'note.lane-alias-exact': '別名 {header} 的模式 {pattern} 沒有佔位符，因此 KT-env 以整個值與環境名稱比較。',
  'note.lane-rule-order': '多個環境的規則都相符（{subsets}）。{environment} 寫入它們的順序沒有在清單中定義。',
  'note.lane-environments-several':
    'KT-env 保留命名空間中最新的 VirtualEnvironment，但清單沒有說是哪一個。這裡假設是 {environment}，而不是 {others}。',
  'outcome.denied': '存取被拒：{policies} 拒絕這個請求',
  'outcome.denied-connection': '存取被拒：{policies} 要求雙向 TLS，伺服器只接受這種連線',
  'outcome.access-unknown': '不確定：由 {what} 決定這個請求，而資源清單沒有說明它所看的一切。',
  'outcome.access-differs': '不確定：同一個後端的 Pod 有不同的存取政策，結果取決於是哪個 Pod。',
  'access.shares': '各後端的存取政策不同。',
  'access.unrestricted': '沒有存取政策選取那裡的 Pod。',
  'access.not-denied': '那裡沒有存取政策拒絕它。',
  'access.allowed': '那裡由 {policies} 允許。',
  'access.closed': '那裡的伺服器關閉連線，因為 {policies} 要求雙向 TLS。',
  'access.denied': '那裡由 {policies} 拒絕。',
  'access.unknown': '那裡由 {policies} 決定，而它所看的並非全部已知。',
  'note.access-unrestricted': '沒有存取政策選取 {service} 的 Pod，所以每個請求都能到達。',
  'note.access-not-denied':
    '有存取政策選取 {service} 的 Pod；沒有一個拒絕這個請求，也沒有一個的動作是 ALLOW，所以放行。',
  'note.access-allowed': '{policies} 允許這個請求到 {service}。',
  'note.access-denied-by-rule':
    '{policy} 拒絕這個到 {service} 的請求：它的規則 {rule} 相符。DENY 在 ALLOW 之前評估。',
  'note.access-no-rule':
    '{policies} 的動作是 ALLOW，並選取 {service} 的 Pod，但沒有規則相符。只要有一個 ALLOW 政策選取 Pod，其餘一切都被拒絕。',
  'note.access-nearest': '最接近的是 {policy} 的規則 {rule}：{part} 必須是 {expected}，實際為 {actual}。',
  'note.access-nearest-missing': '最接近的是 {policy} 的規則 {rule}：{part} 必須是 {expected}，而請求沒有。',
  'note.access-no-identity':
    '最接近的是 {policy} 的規則 {rule}：{part} 必須是 {expected}，而這個連線沒有證明任何身分。只有雙向 TLS 能證明。',
  'note.access-without-rules':
    '{policy} 沒有規則，所以什麼都不相符：沒有規則的 ALLOW 政策拒絕所有請求。沒有條件的規則與一切相符。',
  'note.access-reads-requests':
    '{policy} 的規則 {rule} 要讀請求，但這個連接埠不是 HTTP：代理在那裡只看得到連線，這樣的 ALLOW 規則永不相符。',
  'note.access-differs': '{service} 後面的 Pod 有不同的存取政策：{denied} 拒絕這個請求，{others} 不拒絕。',
  'note.access-unknown':
    '{policy} 可能決定這個到 {service} 的請求：它的規則 {rule} 看 {part}，而資源清單與請求都沒有說明。',
  'note.access-unknown-provider':
    '{policy} 把這個到 {service} 的請求交給提供者 {expected} 決定，它不在資源清單中。',
  'note.access-unknown-selector': '{policy} 可能適用於 {service} 的 Pod：沒有資源清單宣告它們的標籤。',
  'note.access-unknown-token':
    '{policy} 驗證這個到 {service} 的請求的權杖。無效的權杖會被拒絕（401），而資源清單沒有說明它是否有效。',
  'note.access-unknown-mutual-tls':
    '{policy} 可能要求 {service} 使用雙向 TLS，而資源清單沒有說明這個連線是否使用。',
  'note.mutual-tls-required': '{policy} 要求 {service} 使用雙向 TLS。這個連線是明文，所以伺服器關閉它。',
  'note.host-claim-lost-private':
    '{routes} 也指定了這個主機，但對這個用戶端無效。Istio 在網格裡不合併：主機歸 {winners}，因為它只對用戶端的命名空間可見，或點名匯出到那裡。',
  'note.host-claim-lost-own-namespace':
    '{routes} 也指定了這個主機，但對這個用戶端無效。Istio 在網格裡不合併：主機歸 {winners}，因為用戶端命名空間裡的路由優先於公開的 VirtualService。',
  'note.host-claim-lost-older':
    '{routes} 也指定了這個主機，但對這個用戶端無效。Istio 在網格裡不合併：主機歸 {winners}，因為它較早建立（時間相同則按名稱）。',
  'note.subset-undefined':
    '沒有對這個用戶端有效的 DestinationRule 為 {service} 定義子集 {subset}：分配給它的請求會得到 503。',
};
