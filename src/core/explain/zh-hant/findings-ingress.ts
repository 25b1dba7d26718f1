import type { INGRESS_CODES } from '../../findings/codes-ingress.ts';
import { listed } from '../chinese-lists.ts';
import type { Args } from '../finding-words.ts';

/** 每個關於 Ingress 的代碼各有一兩句話：哪裡不對、有什麼影響、該怎麼做。 */
export const INGRESS_SENTENCES_ZH_HANT: Readonly<Record<keyof typeof INGRESS_CODES, (args: Args) => string>> =
  {
    'ingress-class-missing': ({ ingress, class: name, classes }) =>
      `\`${ingress}\` 指定 IngressClass \`${name}\`，但資源清單只宣告了 ${listed(classes)}。沒有控制器會服務它。`,
    'ingress-class-default': ({ ingress, class: name }) =>
      `\`${ingress}\` 沒有指定類別。建立時 Kubernetes 會給它預設類別 \`${name}\`；這裡也這樣假定。`,
    'ingress-class-none': ({ ingress, classes }) =>
      `\`${ingress}\` 沒有指定類別，也沒有一個 IngressClass 是預設的（現有 ${listed(classes)}）。只有會服務無類別 Ingress 的控制器才會服務它。`,
    'ingress-service-missing': ({ ingress, service }) =>
      `\`${ingress}\` 轉送到 Service \`${service}\`，但沒有資源清單宣告它。多數控制器會以錯誤回應它的請求。`,
    'ingress-port-missing': ({ ingress, service, port, ports }) =>
      `\`${ingress}\` 轉送到 Service \`${service}\` 的連接埠 ${port}，但它${ports === '' ? '沒有連接埠' : `只有 ${listed(ports)}`}。多數控制器會以錯誤回應它的請求。`,
    'ingress-port-is-target-port': ({ ingress, service, port, use }) =>
      `\`${ingress}\` 轉送到 ${port}，那是 Service \`${service}\` 的目標連接埠。Ingress 要寫的是 Service 的連接埠，這裡是 ${use}。ingress-nginx 兩者都接受；其他控制器與 Gateway API 不接受。`,
  };
