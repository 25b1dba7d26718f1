import type { IngressMessages } from '../en/ingress-messages.ts';

/** 繁體中文：關於 Ingress 的追蹤句子。 */
export const INGRESS_MESSAGES_ZH_HANT: IngressMessages = {
  'step.2.ingress': 'Ingress 控制器收到請求',
  'step.3.ingress': '選擇主機',
  'step.5.ingress': '由主機最相符的路徑決定',
  'step.6.ingress': '主機沒有相符的路徑：找不到',
  'send.ingress': '叢集外的用戶端把 {request} 送到 Ingress 類別 {class} 的控制器。',
  'intercept.ingress': '請求經由 {class} 的控制器進入叢集。網格的路由不適用。',
  'identify.ingress': 'Host 標頭選擇路徑。這個類別的 Ingress 服務 {listener}。',
  'route.ingress': '由這個類別中服務 {listener} 的 Ingress 決定。',
  'because.ingress': '這個類別的控制器服務 {listener}。',
  'outcome.no-host-ingress': '已拒絕：這個類別沒有 Ingress 服務 {host}',
  'cause.address-refused': '用戶端的位址不被允許',
  'cause.preflight': '控制器自行回應預檢請求',
  'cause.credentials-missing': '請求沒有憑證資訊',
  'cause.location-denied': 'Ingress 的一個註解無法使用，因此控制器回應 503',
  'note.controller-assumed':
    '沒有清單宣告 {class}。依它的名稱或註解，這個答案假設它的控制器是 ingress-nginx。',
  'note.controller-unknown': '這個控制器（{controller}）的行為未知。這個答案依照 Ingress 的規格。',
  'note.nginx-regex-host':
    '{by} 讓這個主機的每個路徑都成為不分大小寫、結尾開放的正規表示式，其他 Ingress 的路徑也是。',
  'note.nginx-slash-added': '路徑寫成 {path}。nginx 以重新導向回應沒有斜線的路徑，先於其他任何重新導向。',
  'note.nginx-rest-of-host':
    '沒有規則指名這個路徑。{ingress} 是第一個指名這個主機的 Ingress，因此它的註解在這裡適用。',
  'note.nginx-configuration-refused':
    '{ingress} 與同類別的另一個 Ingress 給了 nginx 兩次相同的 location {path}。nginx 拒絕整個設定，控制器對所有主機保留之前的設定。這個答案是清單所要求的。',
  'note.nginx-not-served': '{ingress} 指名這個主機。控制器因為註解 {annotation} 不服務它。',
  'note.nginx-canary-by-service':
    '{canary} 指名其他主機或路徑。它的金絲雀在這裡也有作用，因為這個 location 使用相同的 Service 連接埠。',
  'note.nginx-canary-service-taken':
    '{canary} 在這裡不是金絲雀：較早的 Ingress 使用它的 Service，因此它的路徑是一般路徑。',
  'note.nginx-canary-no-primary': '{canary} 沒有作用：沒有其他 Ingress 有相同的主機、路徑與路徑類型。',
  'note.nginx-canary-second': '{canary} 沒有作用：一個 Service 連接埠只有第一個金絲雀算數。',
  'note.nginx-canary-empty': '{canary} 沒有就緒的端點，因此沒有請求會送到它。',
  'note.nginx-order-by-name':
    '{ingress} 與 {other} 有相同的主機與路徑，而建立時間沒有差別。名稱排序在後的優先。',
  'note.nginx-certificate-of-wildcard':
    '{host} 上層的萬用字元主機有憑證，因此未加密的請求會被重新導向，即使這個主機的 Ingress 沒有要求 TLS。',
  'note.nginx-target-port':
    '{service} 沒有連接埠 {port}。它是其中一個連接埠的目標連接埠：ingress-nginx 接受這種寫法。',
  'note.client-address-assumed': '請求沒有給出用戶端的位址。這個答案以 127.0.0.1 為準。',
  'note.nginx-limits': '超過限制的請求得到 503（{limits}）。',
  'note.nginx-timeouts': '{timeouts}。讀取逾時是兩次讀取之間的時間，不是整個請求的時間。',
  'note.nginx-protocol': '控制器以 {protocol} 通訊協定連到後端。',
  'note.nginx-path-decoded': 'nginx 比對的路徑是 {path}，除非改寫，否則依收到的樣子轉送。',
  'note.service-alias': '{service} 是別名：它的名稱 {name} 通往 {target}。',
};
