/** The documentation of Ingresses and their annotations in 繁體中文, by the English sentence. */
export const INGRESS_WORDS: Readonly<Record<string, string>> = {
  'The name of the Service.': 'Service 的名稱。',
  'An object of the same namespace that answers instead of a Service.':
    '同一命名空間中代替 Service 回應的物件。',
  'Its API group; the core group when left out.': '它的 API 群組；省略時為核心群組。',
  'A Service of the same namespace.': '同一命名空間的 Service。',
  'The port of the Service: its number or its name, not both.':
    'Service 的連接埠：寫編號或名稱，不能兩者都寫。',
  'The number of the port of the Service.': 'Service 連接埠的編號。',
  'The name of the port of the Service.': 'Service 連接埠的名稱。',
  'Where requests go: a Service or another object, not both.':
    '請求送往哪裡：Service 或另一個物件，不能兩者都寫。',
  'The port of the Service, as a number or by name.': 'Service 的連接埠，寫編號或名稱。',
  'The certificates, by host. The port is always 443.': '各主機的憑證。連接埠固定是 443。',
  'Hosts with one certificate.': '使用同一張憑證的主機。',
  'The hosts. Without any, the controller decides.': '主機。一個也沒有時由控制器決定。',
  'A host. Lower-case letters; `*` only as the whole first label.':
    '一個主機。小寫字母；`*` 只能是整個第一個標籤。',
  'The Secret with the certificate, in the same namespace.': '存放憑證的 Secret，在同一命名空間。',
  'How the path is compared.': '路徑如何比較。',
  'The IngressClass, and so the controller that answers.': 'IngressClass，也就是由哪個控制器回應。',
  'The rules. Their order has no effect.': '規則。順序不起作用。',
  'The paths of one host.': '一個主機的路徑。',
  'The host. Without it, the rule is for all hosts. Lower-case letters; `*` only as the whole first label.':
    '主機。沒有時，規則適用於所有主機。小寫字母；`*` 只能是整個第一個標籤。',
  'The paths.': '路徑。',
  'The paths. The longest one that matches wins.': '路徑。相符的之中最長的勝出。',
  'A path and its backend.': '一個路徑與它的後端。',
  'The path, for example `/cart`.': '路徑，例如 `/cart`。',
  'Rules for the HTTP requests from outside to some hosts.': '從外部送往一些主機的 HTTP 請求的規則。',
  'The hosts, their paths and their backends.': '主機、它們的路徑與後端。',
  'A sort of Ingresses: which controller answers them.': '一類 Ingress：由哪個控制器回應。',
  'The controller in charge, such as `k8s.io/ingress-nginx`.': '負責的控制器，例如 `k8s.io/ingress-nginx`。',
  'API group of the object; the core group when left out.': '物件的 API 群組；省略時為核心群組。',
  'Whether the object is in a namespace.': '這個物件是否在命名空間中。',
  'Its namespace, with the scope `Namespace`.': '它的命名空間，範圍為 `Namespace` 時。',
  'Replaces the whole path of the request. `$1` is the first group of the path of the rule. With another value than the path, every path of the host is a regular expression.':
    '取代請求的整個路徑。`$1` 是規則路徑的第一個群組。值與路徑不同時，這個主機的每個路徑都是正規表示式。',
  'The paths are regular expressions, case-insensitive and without an end. This is then so for every path of the host, also those of other Ingresses.':
    '路徑是正規表示式，不分大小寫，也不要求符合到結尾。這個主機的每個路徑都會如此，包括其他 Ingress 的路徑。',
  'Redirects `/` of the host to this path, with status 302 and without the query.':
    '把主機的 `/` 重新導向到這個路徑，狀態碼 302，不保留查詢字串。',
  'The value of the header `X-Forwarded-Prefix` of forwarded requests. Only with a rewrite.':
    '轉送的請求中標頭 `X-Forwarded-Prefix` 的值。只在改寫路徑時有效。',
  'Redirects http to https with status 308, if the host has a certificate. The default is `true`.':
    '主機有憑證時，以狀態碼 308 把 http 重新導向到 https。預設是 `true`。',
  'Redirects http to https with status 308, also without a certificate.':
    '以狀態碼 308 把 http 重新導向到 https，沒有憑證時也一樣。',
  'Redirects to https keep a `/` at the end of the path. Without it, they cut the slash.':
    '重新導向到 https 時保留路徑結尾的 `/`。沒有它時會去掉這個斜線。',
  'Answers requests with a redirect to this URL. The path and the query of the request are dropped.':
    '以重新導向到這個 URL 回應請求。請求的路徑與查詢字串會被捨棄。',
  'The status of the permanent redirect, 300 to 308. The default is 301.':
    '永久重新導向的狀態碼，300 到 308。預設是 301。',
  'Answers requests with a temporary redirect to this URL. It precedes the permanent one.':
    '以暫時重新導向到這個 URL 回應請求。它優先於永久重新導向。',
  'The status of the temporary redirect, 300 to 307. The default is 302.':
    '暫時重新導向的狀態碼，300 到 307。預設是 302。',
  'Redirects the host with `www.` to the one without, or the other way round, with status 308. It has no effect if both hosts exist.':
    '以狀態碼 308 把帶 `www.` 的主機重新導向到不帶的主機，或反過來。兩個主機都存在時不起作用。',
  'More names for the hosts of the Ingress, separated by commas. A name that is a host of another Ingress is ignored.':
    '這個 Ingress 的主機的其他名稱，以逗號分隔。已是其他 Ingress 主機的名稱會被忽略。',
  'The backends get a part of the requests of the Ingress with the same host and path. It acts on every path whose backend is the same Service port.':
    '後端得到主機與路徑相同的 Ingress 的一部分請求。它作用於每個以同一 Service 連接埠為後端的路徑。',
  'A header that selects the canary with the value `always`, and not with `never`.':
    '一個標頭：值為 `always` 時選擇金絲雀，值為 `never` 時不選擇。',
  'The value of the header that selects the canary, instead of `always`.':
    '選擇金絲雀的標頭值，取代 `always`。',
  'A regular expression for the value of the header that selects the canary. Without effect if a value is given.':
    '選擇金絲雀的標頭值的正規表示式。已給定值時不起作用。',
  'A cookie that selects the canary with the value `always`, and not with `never`. Compared after the header.':
    '一個 Cookie：值為 `always` 時選擇金絲雀，值為 `never` 時不選擇。在標頭之後比較。',
  'The share of the other requests that the canary gets, of the total weight.':
    '其餘請求中金絲雀所得的份額，以總權重計。',
  'The total weight. The default is 100, and smaller values count as 100.':
    '總權重。預設是 100，較小的值視為 100。',
  'What is spoken with the backend. The default is `HTTP`. Certificates of backends are not verified.':
    '與後端使用的通訊協定。預設是 `HTTP`。不驗證後端的憑證。',
  'The header `Host` of forwarded requests.': '轉送的請求的標頭 `Host`。',
  'Requests go to the virtual IP of the Service, not to its endpoints.':
    '請求送往 Service 的虛擬 IP，而不是它的端點。',
  'The Secret with the certificate and the CA for connections to the backend, as `NAMESPACE/NAME`.':
    '連線到後端所用的憑證與 CA 的 Secret，寫成 `NAMESPACE/NAME`。',
  'Verifies the certificate of the backend. The default is `off`.': '驗證後端的憑證。預設是 `off`。',
  'The length of the chain of certificates of the backend that is verified.': '驗證後端憑證鏈的深度。',
  'The name that the certificate of the backend is compared with.': '與後端憑證比對的名稱。',
  'Sends the name of the server in the TLS handshake (SNI) to the backend.':
    '在與後端的 TLS 交握中傳送伺服器名稱（SNI）。',
  'The ciphers of connections to the backend.': '連線到後端所用的加密套件。',
  'The versions of TLS of connections to the backend.': '連線到後端所用的 TLS 版本。',
  'The version of HTTP of connections to the backend.': '連線到後端所用的 HTTP 版本。',
  'The time for a connection to the backend, in seconds without a unit. The default is 5.':
    '連線到後端的時限，以秒計，不寫單位。預設是 5。',
  'The longest time between two reads from the backend, in seconds without a unit. The default is 60. It is not the time for the whole request.':
    '兩次從後端讀取之間的最長時間，以秒計，不寫單位。預設是 60。它不是整個請求的時間。',
  'The longest time between two writes to the backend, in seconds without a unit. The default is 60.':
    '兩次寫入後端之間的最長時間，以秒計，不寫單位。預設是 60。',
  'The failures after which another endpoint gets the request. The default is `error timeout`. Requests such as POST are not repeated.':
    '哪些失敗之後由另一個端點接手請求。預設是 `error timeout`。POST 之類的請求不會重複送出。',
  'The time for all attempts, in seconds. 0 is without a limit.':
    '所有嘗試的總時間，以秒計。0 表示沒有限制。',
  'The number of attempts. The default is 3.': '嘗試的次數。預設是 3。',
  'Configuration of nginx for the paths. Its effect is unknown here. By default, ingress-nginx ignores an Ingress that has it.':
    '給這些路徑的 nginx 設定。它的作用在這裡無從得知。預設情況下，ingress-nginx 會忽略帶有它的 Ingress。',
  'Configuration of nginx for the hosts. Its effect is unknown here. By default, ingress-nginx ignores an Ingress that has it.':
    '給這些主機的 nginx 設定。它的作用在這裡無從得知。預設情況下，ingress-nginx 會忽略帶有它的 Ingress。',
  'Configuration of nginx for connections that are not HTTP. By default, ingress-nginx ignores an Ingress that has it.':
    '給非 HTTP 連線的 nginx 設定。預設情況下，ingress-nginx 會忽略帶有它的 Ingress。',
  'Configuration of nginx for the requests to the authorization service. By default, ingress-nginx ignores an Ingress that has it.':
    '給送往授權服務的請求的 nginx 設定。預設情況下，ingress-nginx 會忽略帶有它的 Ingress。',
  'Configuration of ModSecurity. By default, ingress-nginx ignores an Ingress that has it.':
    'ModSecurity 的設定。預設情況下，ingress-nginx 會忽略帶有它的 Ingress。',
  'A URL that decides on every request: 2xx lets it through, 401 and 403 are the answer, other statuses give a 500.':
    '由這個 URL 決定每個請求：2xx 放行，401 與 403 就是回應，其他狀態碼得到 500。',
  'The method of the requests to `auth-url`.': '送往 `auth-url` 的請求的方法。',
  'The page to which clients are redirected instead of a 401 of `auth-url`.':
    '`auth-url` 回應 401 時，改為把用戶端重新導向到這個頁面。',
  'Headers of the answer of `auth-url` that are added to the request, separated by commas.':
    '從 `auth-url` 的回應加到請求的標頭，以逗號分隔。',
  'Requests need a name and a password; without them the answer is 401.':
    '請求需要名稱與密碼；沒有時回應 401。',
  'The Secret with the names and passwords. If it is missing, the answer is 503.':
    '存放名稱與密碼的 Secret。不存在時回應 503。',
  'The form of the Secret: a file with all names, or a key for each name.':
    'Secret 的形式：一個包含所有名稱的檔案，或每個名稱一個鍵。',
  'The text that browsers show with the question for the password.': '瀏覽器詢問密碼時顯示的文字。',
  'The Secret with the CA that signs the certificates of clients, as `NAMESPACE/NAME`.':
    '簽發用戶端憑證的 CA 的 Secret，寫成 `NAMESPACE/NAME`。',
  'Whether clients need a certificate.': '用戶端是否需要憑證。',
  'Whether a request must satisfy all restrictions of access, or one of them.':
    '請求必須滿足所有的存取限制，還是其中一項就夠。',
  'The addresses and networks of clients that are let through. Others get 403. The older name of `allowlist-source-range`.':
    '放行的用戶端位址與網路。其他的得到 403。這是 `allowlist-source-range` 的舊名稱。',
  'The addresses and networks of clients that are let through. Others get 403.':
    '放行的用戶端位址與網路。其他的得到 403。',
  'The addresses and networks of clients that get 403. They precede those that are let through.':
    '得到 403 的用戶端位址與網路。它們優先於放行的位址。',
  'Requests of a client in a second. A client with more gets 503, after a burst.':
    '一個用戶端每秒的請求數。突發量之後再超過就得到 503。',
  'Requests of a client in a minute. A client with more gets 503, after a burst.':
    '一個用戶端每分鐘的請求數。突發量之後再超過就得到 503。',
  'Connections of a client at the same time. Others get 503.': '一個用戶端同時的連線數。更多的得到 503。',
  'The size of a burst, as a multiple of the limit. The default is 5.': '突發量，以限制的倍數計。預設是 5。',
  'The addresses and networks of clients without a limit. The older name of `limit-allowlist`.':
    '不受限制的用戶端位址與網路。這是 `limit-allowlist` 的舊名稱。',
  'The addresses and networks of clients without a limit.': '不受限制的用戶端位址與網路。',
  'Bytes of an answer in a second.': '回應每秒的位元組數。',
  'Bytes of an answer before the rate is limited.': '開始限制速率之前的位元組數。',
  'Answers every OPTIONS request of an allowed origin with 204, and adds the CORS headers to the answers.':
    '以 204 回應允許來源的每個 OPTIONS 請求，並在回應中加入 CORS 標頭。',
  'The allowed origins, separated by commas. `*.` stands for one label. The default is `*`.':
    '允許的來源，以逗號分隔。`*.` 代表一個標籤。預設是 `*`。',
  'The allowed methods, separated by commas.': '允許的方法，以逗號分隔。',
  'The allowed headers of requests, separated by commas.': '請求允許的標頭，以逗號分隔。',
  'The headers of answers that pages may read, separated by commas.': '頁面可以讀取的回應標頭，以逗號分隔。',
  'Whether pages may send credentials. The default is `true`.': '頁面是否可以傳送認證資訊。預設是 `true`。',
  'How long browsers keep the answer of a preflight, in seconds.': '瀏覽器保留預檢回應的時間，以秒計。',
  'A cookie keeps a client at one endpoint.': '以 Cookie 讓用戶端固定在一個端點。',
  'Whether a client may move to another endpoint after a change of scale.':
    '規模改變之後，用戶端是否可以換到另一個端點。',
  'Whether a client stays at the canary that it got first.': '用戶端是否留在最初得到的金絲雀。',
  'The name of the cookie. The default is `INGRESSCOOKIE`.': 'Cookie 的名稱。預設是 `INGRESSCOOKIE`。',
  'The path of the cookie.': 'Cookie 的路徑。',
  'The domain of the cookie.': 'Cookie 的網域。',
  'The time until the cookie expires, in seconds.': 'Cookie 到期之前的時間，以秒計。',
  'The time until the cookie expires, in seconds, for older browsers.':
    'Cookie 到期之前的時間，以秒計，供較舊的瀏覽器使用。',
  'Whether requests from other sites contain the cookie.': '來自其他網站的請求是否帶有這個 Cookie。',
  'The cookie is for https only.': 'Cookie 只用於 https。',
  'A client gets another endpoint after a failure.': '失敗之後，用戶端換到另一個端點。',
  'A URL that gets a copy of every request.': '得到每個請求複本的 URL。',
  'The header `Host` of the copies.': '複本的標頭 `Host`。',
  'Whether the copies have the body.': '複本是否帶有本文。',
  'The Service that answers if the Service of a rule has no endpoints.':
    '規則的 Service 沒有端點時，由這個 Service 回應。',
  'The statuses that the default backend answers instead, separated by commas.':
    '改由預設後端回應的狀態碼，以逗號分隔。',
  'The ConfigMap with headers that are added to answers, as `NAMESPACE/NAME`.':
    '加到回應的標頭的 ConfigMap，寫成 `NAMESPACE/NAME`。',
  'How an endpoint of the backend is chosen.': '如何選擇後端的端點。',
  'The part of a request that chooses the endpoint, for example `$request_uri`.':
    '以請求的哪個部分選擇端點，例如 `$request_uri`。',
  'The hash chooses a group of endpoints instead of one.': '雜湊選擇一組端點，而不是一個。',
  'The size of the groups. The default is 3.': '一組的大小。預設是 3。',
  'The largest body of a request. Larger ones get 413.': '請求本文的最大值。更大的得到 413。',
  'The buffer for the body of a request.': '請求本文的緩衝區。',
  'Whether answers are buffered.': '是否緩衝回應。',
  'The buffer for the start of an answer, with its headers.': '回應開頭與其標頭的緩衝區。',
  'The number of buffers for an answer.': '回應的緩衝區數目。',
  'The buffers that are sent while the answer is still read.': '還在讀取回應時可用於傳送的緩衝區。',
  'The largest temporary file for an answer.': '回應的暫存檔的最大值。',
  'Whether bodies of requests are buffered.': '是否緩衝請求的本文。',
  'Changes the domain in the cookies of answers.': '改變回應中 Cookie 的網域。',
  'Changes the path in the cookies of answers.': '改變回應中 Cookie 的路徑。',
  'The text in the header `Location` of answers that is replaced.': '回應的標頭 `Location` 中被取代的文字。',
  'The text that replaces it in the header `Location`.': '在標頭 `Location` 中取代它的文字。',
  'The header `Connection` of forwarded requests.': '轉送的請求的標頭 `Connection`。',
  'Whether requests are logged.': '是否記錄請求。',
  'Whether rewrites are logged.': '是否記錄改寫。',
  'Whether requests are traced with OpenTelemetry.': '是否以 OpenTelemetry 追蹤請求。',
  'ModSecurity examines the requests and may reject them.': 'ModSecurity 檢查請求，並可能拒絕它們。',
  'ModSecurity applies the rules of OWASP.': 'ModSecurity 套用 OWASP 的規則。',
  'Connections with TLS go to the backend unchanged. Paths have no effect then. The controller needs an option for it.':
    'TLS 連線原樣送往後端，這時路徑不起作用。控制器需要為此設定選項。',
  'Ingress answers http and https from outside only. Which rule wins depends on the controller.':
    'Ingress 只回應來自外部的 http 與 https。哪條規則勝出取決於控制器。',
  'For ingress-nginx, the oldest Ingress takes a path that several have.':
    '對 ingress-nginx 而言，多個 Ingress 有同一路徑時，由最早的取得。',
  'The class, as it was named before the field `ingressClassName`. ingress-nginx reads the value `nginx`.':
    '類別，在有欄位 `ingressClassName` 之前的寫法。ingress-nginx 讀取值 `nginx`。',
  'An Ingress without a class gets the default class when it is created. If the class does not exist, the Ingress has no effect.':
    '沒有類別的 Ingress 在建立時得到預設類別。類別不存在時，這個 Ingress 不起作用。',
  'Gets the requests that no rule matches. ingress-nginx uses it for the hosts that the Ingress names first, not for unknown hosts.':
    '得到沒有規則相符的請求。ingress-nginx 把它用於這個 Ingress 最先指定的主機，而不是未知的主機。',
  'For ingress-nginx, any entry redirects http of all hosts of the Ingress to https.':
    '對 ingress-nginx 而言，任何一項都會把這個 Ingress 所有主機的 http 重新導向到 https。',
  'A wildcard stands for exactly one label: `*.example.com` does not match `a.b.example.com`.':
    '萬用字元正好代表一個標籤：`*.example.com` 與 `a.b.example.com` 不符。',
  '`Prefix` compares whole elements between slashes. What `ImplementationSpecific` means depends on the controller.':
    '`Prefix` 比較斜線之間的完整部分。`ImplementationSpecific` 的意思取決於控制器。',
  'ingress-nginx and other controllers ignore such a path.': 'ingress-nginx 與其他控制器會忽略這樣的路徑。',
  'The port of the Service, not of its Pods. ingress-nginx also accepts the target port.':
    'Service 的連接埠，而不是 Pod 的。ingress-nginx 也接受目標連接埠。',
  'Ingresses without a class get this one when they are created. Of several, the newest one counts.':
    '沒有類別的 Ingress 在建立時得到這一個。有多個時，以最新的為準。',
  'The field cannot be changed. ingress-nginx serves classes with `k8s.io/ingress-nginx`, Traefik those with `traefik.io/ingress-controller`.':
    '這個欄位無法更改。ingress-nginx 服務 `k8s.io/ingress-nginx` 的類別，Traefik 服務 `traefik.io/ingress-controller` 的類別。',
};
