import type { INGRESS_CODES } from '../../findings/codes-ingress.ts';
import { own } from '../../text/own.ts';
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
    'ingress-external-name-local': ({ ingress, service, name }) =>
      `\`${ingress}\` 轉送到 Service \`${service}\`，它的外部名稱是 \`${name}\`：那是控制器自己的位址。ingress-nginx 會拒絕並回應 503。`,
    'ingress-path-shadowed': ({ ingress, host, path, by, why }) =>
      ingress === by
        ? `\`${ingress}\` 有兩個主機 \`${host}\`、路徑 \`${path}\`、類型相同的項目。只有第一個會收到請求。`
        : `\`${ingress}\` 有主機 \`${host}\` 的路徑 \`${path}\`，\`${by}\` 也有。只有 \`${by}\` 會收到請求，因為${own(SHADOWED, String(why)) ?? ` \`${why}\``}。`,
    'ingress-tls-host-without-rule': ({ ingress, host }) =>
      `\`${ingress}\` 有 \`${host}\` 的憑證，但沒有這個主機的規則。`,
    'nginx-ingress-dropped': ({ ingress, annotation }) =>
      `因為註解 \`${annotation}\`，ingress-nginx 完全不服務 \`${ingress}\`：它的值無效，或控制器預設不允許這個註解。它的所有主機都回應 404。`,
    'nginx-duplicate-location': ({ ingress, host, path, other, by }) =>
      `\`${ingress}\` 的路徑 \`${path}\` 與 \`${by}\` 的 \`${other}\` 成為主機 \`${host}\` 的同一個 location。nginx 會拒絕整份設定，控制器對所有主機繼續使用舊設定。請移除其中一個路徑。`,
    'nginx-regex-by-neighbour': ({ ingress, host, by }) =>
      `\`${by}\` 讓主機 \`${host}\` 的所有路徑都成為正規表示式。\`${ingress}\` 的路徑在那裡不分大小寫，也會接受以它們開頭的更長路徑，連 Exact 類型也是。`,
    'nginx-slash-added': ({ host, path, bare }) =>
      `ingress-nginx 把主機 \`${host}\` 的 \`${bare}\` 重新導向到 \`${path}\`（301），因為這個路徑寫成以斜線結尾。`,
    'nginx-default-backend-of-hosts': ({ ingress, service, hosts }) =>
      hosts === ''
        ? `\`${ingress}\` 的預設後端 \`${service}\` 不會收到任何請求。在 ingress-nginx 裡，它只用於這個 Ingress 最先指定的主機，而這些主機的其他路徑已經有人處理。`
        : `\`${ingress}\` 的預設後端 \`${service}\` 只接收 ${listed(hosts)} 的其他路徑。沒有 Ingress 指定的主機，ingress-nginx 回應 404。`,
    'nginx-canary-inert': ({ ingress, host, path, service, why }) =>
      `金絲雀 \`${ingress}\` 不會收到主機 \`${host}\`、路徑 \`${path}\` 的請求：${inertBecause(String(service), String(why))}`,
    'nginx-canary-takes-hosts': ({ ingress, host, path, service }) =>
      `金絲雀 \`${ingress}\` 使用的 Service \`${service}\` 也被較早的 Ingress 使用，而且沒有其他 Ingress 指定主機 \`${host}\`。ingress-nginx 會把所有未知主機的路徑 \`${path}\` 交給它。`,
    'nginx-service-of-canary': ({ ingress, host, path, service, canary }) =>
      `ingress-nginx 忽略 \`${ingress}\` 中主機 \`${host}\` 的路徑 \`${path}\`，因為較早的金絲雀 \`${canary}\` 使用 Service \`${service}\`。請為金絲雀使用另一個 Service。`,
  };

/** 相同的路徑由誰取得的原因。 */
const SHADOWED: Readonly<Record<string, string>> = {
  age: '它較早建立',
  name: '它的名稱排在最前',
  'last-name': '它的名稱排在最後，而資源清單沒有說哪一個較早建立',
};

function inertBecause(service: string, why: string): string {
  const reasons: Readonly<Record<string, string>> = {
    'service-taken': `較早的 Ingress 也使用 Service \`${service}\`。請為金絲雀使用另一個 Service。`,
    'no-primary': '沒有其他 Ingress 有相同主機、路徑與類型的項目。',
    second: '另一個金絲雀排在前面，而一個 Service 只有一個金絲雀有效。',
    empty: `Service \`${service}\` 沒有就緒的端點。`,
  };
  return own(reasons, why) ?? `\`${why}\`。`;
}
