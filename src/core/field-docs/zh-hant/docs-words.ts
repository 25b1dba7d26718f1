/**
 * The documentation of fields in addition to their schemas, and of RouteTest, in 繁體中文, by the English
 * sentence.
 */
export const DOCS_WORDS: Readonly<Record<string, string>> = {
  'Group and version of the kind, as `group/version`; the core group is written as the version alone.':
    '種類所屬的群組與版本，寫成 `group/version`；核心群組只寫版本。',
  'What the rest of the document is. Kinds are written in CamelCase.':
    '文件的其餘部分是什麼。種類的名稱採用 CamelCase 寫法。',
  'A route in the namespace of its parent Service is a producer route, in another namespace a consumer route (R-104).':
    '與作為父資源的 Service 在同一個命名空間的路由是生產者路由，在另一個命名空間則是消費者路由（R-104）。',
  'Selectors of Services and listeners look at labels; the values are text, so quote numbers.':
    'Service 與監聽器的選擇器都看標籤；值是文字，所以數字要加引號。',
  'Where it is left out, a route counts as younger than every route that has one, then names decide.':
    '省略時，路由視為比所有寫出時間的路由都新，再由名稱決定。',
  'What a controller wrote. It decides nothing here; the Status tab shows our prediction beside it.':
    '控制器寫下的內容。它在這裡不影響任何結果；「狀態」分頁會把我們的預測與它並列。',
  'Several parents are independent of each other (R-142). Entries for one parent have to differ in `sectionName` or `port` (R-703).':
    '多個父資源互不影響（R-142）。同一個父資源的各個項目，`sectionName` 或 `port` 必須不同（R-703）。',
  'For a Service write the empty text: left out, it means a Gateway (R-103).':
    'Service 要寫空字串：省略時指的是 Gateway（R-103）。',
  'For a Service write `Service` together with `group: ""`: left out, it means a Gateway (R-103).':
    'Service 要寫 `Service`，並同時寫 `group: ""`：省略時指的是 Gateway（R-103）。',
  'Another namespace than that of a parent Service makes a consumer route, for clients of the route’s own namespace alone (R-104, R-106). A Gateway’s listeners say who may attach (R-429).':
    '與作為父資源的 Service 不在同一個命名空間，就成為消費者路由，只適用於路由自己命名空間的用戶端（R-104、R-106）。在 Gateway 上，誰可以附加由監聽器決定（R-429）。',
  'One that does not exist leaves the route without effect there.': '父資源不存在時，路由在那裡不起作用。',
  'Left out, every listener or port of the parent takes the route (R-420).':
    '省略時，父資源的每個監聽器或連接埠都接受這條路由（R-420）。',
  'Left out, the route applies to each port of the parent.': '省略時，路由適用於父資源的每個連接埠。',
  'Attaches as if every default Gateway were a parent (R-460).':
    '如同以每個預設 Gateway 為父資源一樣附加（R-460）。',
  'Policies can pick the rule by it; it changes nothing about matching (R-346).':
    '政策可以用它選定規則；它不影響比對（R-346）。',
  'At a Gateway the route serves what they share with the listener’s name (R-403). In a mesh the Service decides, whatever stands here (R-141).':
    '在 Gateway 上，路由適用於這些名稱與監聽器主機名稱的交集（R-403）。在網格中由 Service 決定，這裡寫什麼都一樣（R-141）。',
  'Several share the requests by weight. None at all answers with status 500, unless a filter redirects.':
    '多個後端依權重分配請求。一個後端都沒有時，回應狀態碼 500，除非有過濾器重新導向。',
  'The empty text is the core group, that of Services (R-451).':
    '空字串是核心群組，也就是 Service 所屬的群組（R-451）。',
  'A kind that the implementation does not know makes the share of this backend fail.':
    '實作不認識這個種類時，分配給這個後端的請求會失敗。',
  'Another namespace needs a ReferenceGrant there, unless the route is of a mesh (R-450, R-452).':
    '在另一個命名空間時，那裡需要 ReferenceGrant，除非路由屬於網格（R-450、R-452）。',
  'A missing Service makes its share of the requests fail with status 500.':
    'Service 不存在時，分配給它的請求會失敗，狀態碼為 500。',
  'The port of the Service, not that of the Pods behind it.':
    '這是 Service 的連接埠，不是背後 Pod 的連接埠。',
  'Not a percentage: the share is the weight over the sum of all. 0 gets nothing; what cannot be reached keeps its share, which fails (R-330).':
    '不是百分比：比例是權重除以所有權重的總和。0 表示什麼都分不到；無法送達的後端仍保有它那一份請求，而這些請求會失敗（R-330）。',
  'Run only for requests that go to this backend, after those of the rule (R-305).':
    '只對送到這個後端的請求執行，而且在規則的過濾器之後（R-305）。',
  'The first answer picks the backend, later requests of the session follow it (R-345).':
    '第一個回應決定後端，同一個工作階段之後的請求都跟著到那裡（R-345）。',
  'A cookie is set for the client; a header has to be sent back by it.':
    'cookie 由回應設定給用戶端；標頭則要由用戶端自己送回來。',
  'A permanent cookie needs one.': '永久的 cookie 需要它。',
  'Their order decides only between equals: the longest path, then method, headers and query parameters come first (R-220). Once a Service has routes, what none of them matches is refused (R-132).':
    '順序只在不分高下時才有作用：先看最長的路徑，再看方法、標頭與查詢參數（R-220）。Service 一旦有了路由，全都不相符的請求就會被拒絕（R-132）。',
  'One of them is enough (R-202). Left out: `PathPrefix /`, every request (R-201).':
    '符合其中一個就夠了（R-202）。省略時是 `PathPrefix /`，也就是所有請求（R-201）。',
  'Path, method, headers and query parameters must all hold.':
    '路徑、方法、標頭與查詢參數的條件必須全部成立。',
  'Left out: `PathPrefix /`, every path. The query is no part of it (R-204).':
    '省略時是 `PathPrefix /`，也就是所有路徑。查詢字串不算在內（R-204）。',
  '`Exact` is the whole path, `PathPrefix` counts whole elements: `/a` takes `/a/b`, not `/ab` (R-205, R-206). How `RegularExpression` is read depends on the implementation (R-207).':
    '`Exact` 是整個路徑，`PathPrefix` 以完整的區段計算：`/a` 符合 `/a/b`，不符合 `/ab`（R-205、R-206）。`RegularExpression` 如何解讀由實作決定（R-207）。',
  'Starts with `/`; no `//`, no dot segments, no encoded slash (R-208). With regard to case.':
    '以 `/` 開頭；不能有 `//`、由點構成的區段或編碼過的斜線（R-208）。區分大小寫。',
  'All of them must hold.': '必須全部成立。',
  'Without regard to case; of names that differ in case alone the first counts (R-209, R-210).':
    '不分大小寫；名稱只有大小寫不同時，以第一個為準（R-209、R-210）。',
  'How regular expressions are read depends on the implementation (R-207).':
    '正規表示式如何解讀由實作決定（R-207）。',
  'Compared as a whole and with regard to case.': '比較整個值，並區分大小寫。',
  'With regard to case; of equal names the first counts (R-213).':
    '區分大小寫；名稱相同時，以第一個為準（R-213）。',
  'Left out, any method (R-214).': '省略時，任何方法都可以（R-214）。',
  'They run in this order where the implementation can (R-301). Most types may stand once in a list (R-302).':
    '只要實作做得到，就依此順序執行（R-301）。大多數類型在一份清單中只能有一個（R-302）。',
  'The field of the same name holds the settings. A redirect answers by itself and excludes a rewrite and backends (R-303).':
    '設定寫在同名的欄位中。重新導向會自行回應，因此不能與改寫或後端並存（R-303）。',
  'What was there under this name is gone.': '這個名稱原有的內容會被蓋掉。',
  'What is there stays; the new value follows it, after a comma.':
    '原有的內容會保留；新的值接在後面，以逗號隔開。',
  'Names compare without regard to case (R-307).': '比較名稱時不分大小寫（R-307）。',
  'The answer to the copy is thrown away; a target that cannot be reached changes nothing for the client (R-315, R-316).':
    '複本得到的回應會被捨棄；目標無法送達時，對用戶端沒有任何影響（R-315、R-316）。',
  'Left out, every request is copied. Not together with `fraction` (R-315).':
    '省略時，所有請求都會複製。不能與 `fraction` 並用（R-315）。',
  'For shares below one percent. Not together with `percent`.':
    '用於低於百分之一的比例。不能與 `percent` 並用。',
  'No backend is asked: the client gets a new location (R-310).':
    '不會詢問任何後端：用戶端得到新的位置（R-310）。',
  'Left out, the scheme of the request. A new scheme brings its usual port along (R-311).':
    '省略時沿用請求的通訊協定。新的通訊協定會連同它慣用的連接埠一起採用（R-311）。',
  'Left out, the host of the request.': '省略時沿用請求的主機。',
  'Left out, the usual port of a given scheme, else the port of the listener (R-311).':
    '省略時，有寫通訊協定就用它慣用的連接埠，否則用監聽器的連接埠（R-311）。',
  '307 and 308 keep method and body; older clients turn 301 and 302 into GET.':
    '307 與 308 保留方法與本文；較舊的用戶端遇到 301 與 302 會改成 GET。',
  '`ReplacePrefixMatch` needs a rule with exactly one match, of type PathPrefix; the rest of the path is kept (R-312).':
    '`ReplacePrefixMatch` 需要規則剛好有一個比對，而且類型為 PathPrefix；路徑的其餘部分會保留（R-312）。',
  'Takes the place of the whole path; the query stays.': '取代整個路徑；查詢字串會保留。',
  'Takes the place of whole path elements, as they were matched (R-312).':
    '依比對的結果，取代完整的路徑區段（R-312）。',
  'The route is chosen by what the client sent; a rewrite never leads to another one (R-313, R-314).':
    '路由依用戶端送來的內容選定；改寫絕不會改走另一條路由（R-313、R-314）。',
  'Becomes the Host header that the backend sees.': '成為後端看到的 Host 標頭。',
  'Preflights are answered on the spot, backends never see them (R-317).':
    '預檢請求當場得到回應，後端完全看不到（R-317）。',
  'Scheme, host and port; `*` alone allows everybody, in front of a host any labels (R-318).':
    '通訊協定、主機與連接埠；單獨的 `*` 允許所有人，放在主機前面則代表任意幾段名稱（R-318）。',
  'Allowed, the answer names the origin instead of `*` (R-319).':
    '允許時，回應會寫出來源，而不是 `*`（R-319）。',
  'A failing check refuses the request (R-320).': '檢查失敗時，請求會被拒絕（R-320）。',
  'With HTTP any status but 200 refuses; GRPC speaks Envoy’s ext_authz.':
    '使用 HTTP 時，200 以外的狀態碼都會拒絕請求；GRPC 則使用 Envoy 的 ext_authz。',
  'One that cannot be found must not be skipped: requests fail (R-306).':
    '找不到的過濾器不得略過：請求會失敗（R-306）。',
  '`0s` switches it off (R-341). Units h, m, s and ms (R-342).':
    '`0s` 表示停用（R-341）。單位是 h、m、s 與 ms（R-342）。',
  'Each try has this long; at most as long as `request` (R-341).':
    '每次嘗試都有這麼長的時間；最長與 `request` 相同（R-341）。',
  'Tries again where a backend answers with one of the codes or cannot be reached (R-343).':
    '後端回應其中一個狀態碼，或無法連到後端時，再試一次（R-343）。',
  'Tries after the first one.': '第一次嘗試之後的次數。',
  'Left out, the route matches nothing (R-240). The longest service and method name win (R-241).':
    '省略時，路由什麼都不相符（R-240）。服務與方法名稱最長的勝出（R-241）。',
  'One of them is enough. Left out, every gRPC request (R-240).':
    '符合其中一個就夠了。省略時是所有 gRPC 請求（R-240）。',
  'How regular expressions are read depends on the implementation (R-242).':
    '正規表示式如何解讀由實作決定（R-242）。',
  'With its package. Left out, any service (R-242).': '要寫出套件。省略時，任何服務都可以（R-242）。',
  'Left out, any method of the service (R-242).': '省略時，服務的任何方法都可以（R-242）。',
  'Of gRPC only header changes, mirrors and extensions (R-244).':
    'gRPC 只能更改標頭、鏡像與使用擴充（R-244）。',
  'Several share the connections by weight.': '多個後端依權重分配連線。',
  'Connections for a missing Service are closed.': '送往不存在的 Service 的連線會被關閉。',
  'A name that no route asks for is refused; the most specific name wins (R-250).':
    '沒有任何路由列出的名稱會被拒絕；最明確的名稱勝出（R-250）。',
  'Every connection of the port; of several routes on one listener the oldest gets all (R-251, R-433).':
    '連接埠的所有連線；一個監聽器上有多條路由時，全部由最舊的一條接收（R-251、R-433）。',
  'A Gateway of an unknown class is nobody’s: no controller looks at it (R-430).':
    '類別不明的 Gateway 不屬於任何人：沒有控制器會處理它（R-430）。',
  'They must differ: HTTP, HTTPS and TLS in port or host name, TCP and UDP in port (R-413). Those that do not are in conflict.':
    '監聽器之間必須有所不同：HTTP、HTTPS 與 TLS 要有不同的連接埠或主機名稱，TCP 與 UDP 要有不同的連接埠（R-413）。不符合的監聽器會互相衝突。',
  'Left out, every host. The most specific listener of a port takes a connection (R-410); `*.` stands for one or more labels (R-402).':
    '省略時適用於所有主機。連線由連接埠上最明確的監聽器接收（R-410）；`*.` 代表一段或多段名稱（R-402）。',
  'Several listeners can share a port if their host names differ.':
    '主機名稱不同的監聽器，可以共用一個連接埠。',
  'Decides which routes can attach: HTTP and HTTPS take HTTPRoute and GRPCRoute, TLS TLSRoute (R-426).':
    '決定哪些路由可以附加：HTTP 與 HTTPS 接受 HTTPRoute 與 GRPCRoute，TLS 接受 TLSRoute（R-426）。',
  'Needed for HTTPS and TLS.': 'HTTPS 與 TLS 必須設定。',
  'HTTPS always terminates; `Passthrough` needs no certificate here (R-416).':
    'HTTPS 一律在這裡終止；`Passthrough` 在這裡不需要憑證（R-416）。',
  'A Secret of another namespace needs a ReferenceGrant there (R-417).':
    'Secret 在另一個命名空間時，那裡需要 ReferenceGrant（R-417）。',
  'Left out, routes of the same namespace (R-423).': '省略時，接受同一個命名空間的路由（R-423）。',
  'Kinds that do not go with the protocol are an error of the listener (R-427).':
    '與通訊協定不合的種類，是監聽器的錯誤（R-427）。',
  '`Same` is the namespace of the object that has the listener; `Selector` looks at the labels of the route’s namespace (R-423).':
    '`Same` 是監聽器所在物件的命名空間；`Selector` 看的是路由所在命名空間的標籤（R-423）。',
  'Needed with `from: Selector`; without it nothing is let in (R-423).':
    '寫了 `from: Selector` 就需要它；沒有它就什麼都不接受（R-423）。',
  'Every namespace has the label `kubernetes.io/metadata.name` with its own name (R-425).':
    '每個命名空間都帶有標籤 `kubernetes.io/metadata.name`，值就是自己的名稱（R-425）。',
  'Left out, no ListenerSet may add listeners (R-440).':
    '省略時，任何 ListenerSet 都不能加入監聽器（R-440）。',
  'With `All` it is a default Gateway: routes that ask for one attach (R-460).':
    '寫 `All` 就是預設 Gateway：要用預設 Gateway 的路由會附加上來（R-460）。',
  'Not simulated; the reference itself is checked (R-418).': '不模擬它的作用；但會檢查參照本身（R-418）。',
  'The Gateway has to allow it with `allowedListeners` (R-440). Routes name the set itself as their parent (R-443).':
    'Gateway 必須以 `allowedListeners` 允許它（R-440）。路由要以這個 ListenerSet 本身為父資源（R-443）。',
  'In conflict with listeners of the Gateway or of an older set, those come first (R-441).':
    '與 Gateway 或較舊的 ListenerSet 的監聽器衝突時，以那些監聽器優先（R-441）。',
  'The namespace of the targets: a grant opens its own namespace, never that of the referrer (R-450).':
    '目標所在的命名空間：ReferenceGrant 開放的是自己的命名空間，絕不是參照者的命名空間（R-450）。',
  'Each entry names who may refer; all three fields must fit (R-450).':
    '每個項目寫出誰可以參照；三個欄位都必須符合（R-450）。',
  '`gateway.networking.k8s.io` for routes and Gateways. `core` names no group (R-451).':
    '路由與 Gateway 寫 `gateway.networking.k8s.io`。沒有名為 `core` 的群組（R-451）。',
  'Each entry names what may be referred to.': '每個項目寫出可以被參照的對象。',
  'The empty text for Services and Secrets; `core` and `v1` match nothing (R-451).':
    'Service 與 Secret 寫空字串；`core` 與 `v1` 什麼都不相符（R-451）。',
  'All in the policy’s own namespace.': '全都在政策自己的命名空間中。',
  'For one port, and then stronger than a policy for the whole Service. A port that is not there leaves the policy without effect (R-603).':
    '只針對一個連接埠，並且優先於針對整個 Service 的政策。連接埠不存在時，政策不起作用（R-603）。',
  'Either these or `wellKnownCACertificates`.': '這些與 `wellKnownCACertificates` 只能擇一。',
  'Also what the Gateway asks for in the handshake.': '也是 Gateway 在交握時要求的名稱。',
  'With them, `hostname` is only asked for and no longer checked.':
    '寫了這些名稱之後，`hostname` 只用於連線時要求，不再拿來檢查。',
  'Whole backends of the policy’s own namespace (R-640).':
    '政策自己命名空間中的後端，以整個後端為單位（R-640）。',
  'Keeps retries from making an overload worse: above the budget nothing is tried again (R-640).':
    '避免重試使過載更嚴重：超過預算就不再重試（R-640）。',
  'Of the requests of the interval, at most this share may be retries.':
    '在這段時間的請求中，重試最多只能佔這個比例。',
  'That many retries are always fine.': '在這個數量以內的重試一律允許。',
  'What a rule of a route says about sessions comes first (R-345).':
    '路由規則中的工作階段設定優先（R-345）。',
  'It cannot be changed later (R-461).': '之後不能更改（R-461）。',
  'As a parent of routes it is the name that clients call, as a backend the Pods behind it (R-101, R-102).':
    '作為路由的父資源，指的是用戶端呼叫的名稱；作為後端，指的是背後的 Pod（R-101、R-102）。',
  'An ExternalName Service is a DNS name: it has no frontend that routes could take over.':
    'ExternalName Service 是 DNS 名稱：它沒有前端可以讓路由接管。',
  'Clients that call this IP count as calling the Service; a headless Service has none.':
    '呼叫這個 IP 的用戶端，視為呼叫這個 Service；headless Service 沒有這個 IP。',
  'All labels must fit. Left out, EndpointSlices say who answers.':
    '所有標籤都必須相符。省略時，由 EndpointSlice 說明誰來回應。',
  'EndpointSlices and policies find the port by it; so do `sectionName`s.':
    'EndpointSlice 與政策靠它找到連接埠；`sectionName` 也是。',
  'What `parentRefs` and `backendRefs` mean by `port`.':
    '`parentRefs` 與 `backendRefs` 的 `port` 指的就是它。',
  'A name is looked up among the ports of each Pod’s containers.':
    '寫名稱時，會在每個 Pod 的容器的連接埠中尋找。',
  'Tells a proxy what is spoken; with `kubernetes.io/h2c` HTTP/2 without TLS.':
    '告訴代理使用什麼通訊協定；寫 `kubernetes.io/h2c` 就是不用 TLS 的 HTTP/2。',
  'The label `kubernetes.io/service-name` says which Service it is about.':
    '標籤 `kubernetes.io/service-name` 說明它屬於哪個 Service。',
  'An endpoint counts where it is ready, or says nothing about it (R-337).':
    '已就緒的端點，或沒有說明是否就緒的端點，才算數（R-337）。',
  'Ports without a name belong to the Service’s port without one.':
    '沒有名稱的連接埠，對應到 Service 沒有名稱的連接埠。',
  'Listeners can let in namespaces by label. `kubernetes.io/metadata.name` is always there (R-425).':
    '監聽器可以依標籤接受命名空間。`kubernetes.io/metadata.name` 一定存在（R-425）。',
  'Services pick Pods by them.': 'Service 靠它們選出 Pod。',
  'Meshes know a workload by it.': '網格靠它辨識工作負載。',
  'Needed where a Service names its `targetPort` instead of giving a number.':
    'Service 的 `targetPort` 寫的是名稱而不是數字時，就需要它。',
  'With 0 there is no endpoint behind the Services that pick it.': '為 0 時，選中它的 Service 背後沒有端點。',
  'Services pick the Pods by these, not by the labels of the workload itself.':
    'Service 靠這些選出 Pod，而不是靠工作負載本身的標籤。',
  'Tests beside the manifests: requests and what has to become of them.':
    '資源清單旁的測試：請求以及應有的結果。',
  'API group and version. The version of this format.': 'API 群組與版本。這個格式的版本。',
  'The kind of object. A document of tests.': '物件的種類。這是測試文件。',
  'The namespace; `default` when left out. Not read.': '命名空間；省略時為 `default`。不會讀取。',
  'The tests.': '測試內容。',
  'Files, by paths relative to this one, that are the world of these tests alone. Left out: whatever is loaded beside it.':
    '檔案清單，路徑相對於這個檔案；這些測試只看這些檔案。省略時，看的是一起載入的所有內容。',
  'A path.': '一個路徑。',
  'Texts to replace in those files before they are read.': '讀取那些檔案之前，要替換的文字。',
  'The implementation whose behaviour applies. `auto` chooses it by the manifests.':
    '採用哪個實作的行為。`auto` 依清單決定。',
  'What the tests need, for people.': '測試需要的功能，寫給人看。',
  'A feature.': '一項功能。',
  'Routes from oldest to newest, for manifests without `creationTimestamp`: the older of two equals wins (R-225).':
    '從最舊到最新的路由，用於沒有 `creationTimestamp` 的資源清單：兩者不分高下時，較舊的勝出（R-225）。',
  'Requests and what has to become of them.': '請求以及應有的結果。',
  'One request.': '一個請求。',
  'What it shows.': '這個案例要呈現什麼。',
  'The request that is sent.': '要送出的請求。',
  'Who sends it: `NAMESPACE` or `NAMESPACE/WORKLOAD`, with `@ACCOUNT` for its service account. A mapping with `namespace`, `workload` and `inMesh: false` is for a client outside the mesh.':
    '由誰送出：`NAMESPACE` 或 `NAMESPACE/WORKLOAD`，可加 `@ACCOUNT` 表示它的服務帳號。帶有 `namespace`、`workload` 與 `inMesh: false` 的對映，用於網格之外的用戶端。',
  'The class of Ingresses whose controller it comes in by; `true` for the default class. Instead of `from`.':
    '它經由哪個 Ingress 類別的控制器進來；`true` 是預設類別。代替 `from`。',
  'The IP address of the client, as the controller of an Ingress sees it.':
    '用戶端的 IP 位址，如 Ingress 控制器所見。',
  'The Gateway that it comes in by, as `NAMESPACE/NAME`, with `:LISTENER` for one of its listeners. Instead of `from`.':
    '請求從哪個 Gateway 進來，寫成 `NAMESPACE/NAME`；加上 `:LISTENER` 可以指定其中一個監聽器。用來代替 `from`。',
  'The method; of gRPC it is in the URL.': '方法；gRPC 的方法寫在 URL 中。',
  'What is called: `http://`, `https://`, `grpc://`, `tls://`, `tcp://` or `udp://`, with host, port, path and query.':
    '呼叫的對象：`http://`、`https://`、`grpc://`、`tls://`、`tcp://` 或 `udp://`，加上主機、連接埠、路徑與查詢字串。',
  'Headers by name; a list of pairs where one is repeated.':
    '以名稱為鍵的標頭；有標頭重複時，改寫成名稱與值成對的清單。',
  'The name asked for in the TLS handshake, where it is another than the URL’s host.':
    'TLS 交握時要求的名稱，與 URL 的主機不同時才寫。',
  'Dials a Pod of this workload (`NAMESPACE/NAME`) by its IP: no Service, no route.':
    '以 IP 連到這個工作負載（`NAMESPACE/NAME`）的一個 Pod：不經過 Service，也沒有路由。',
  'What the backends do; left out, they answer at once with 200.': '後端的行為；省略時立刻回應 200。',
  'How long an answer takes, such as `250ms`; for timeouts.': '回應要花多久，例如 `250ms`；用於逾時。',
  'The first tries fail; for retries.': '前幾次嘗試會失敗；用於重試。',
  'How many tries fail.': '有幾次嘗試會失敗。',
  'With an error status, or by closing the connection.': '以錯誤的狀態碼失敗，或關閉連線。',
  'The status of a failing try.': '失敗的嘗試的狀態碼。',
  'How long a failing try takes.': '失敗的嘗試要花多久。',
  'Headers of the backends’ answers; for filters of the response.': '後端回應的標頭；用於回應的過濾器。',
  'What has to happen; only what is given is compared.': '應有的結果；只比較有寫出來的部分。',
  'How it ends; a list: any of them.': '結果如何；寫成清單時，符合任一個即可。',
  'Status code that the client sees; a list: any of them.':
    '用戶端看到的狀態碼；寫成清單時，符合任一個即可。',
  'Status codes that the client must not see.': '用戶端不能看到的狀態碼。',
  'The route that decides, as `KIND/NAMESPACE/NAME`; null: none applies.':
    '起決定作用的路由，寫成 `KIND/NAMESPACE/NAME`；null 表示沒有適用的路由。',
  'The rule that decides: its index from 0, or its name.': '起決定作用的規則：從 0 算起的索引，或它的名稱。',
  'What the route is generated from or delegated to; null: it is as written.':
    '路由由什麼產生，或委派給什麼；null：路由如清單所寫。',
  'The match of the rule that decides, by its index from 0.': '起決定作用的規則中的比對，寫從 0 算起的索引。',
  'What the route is for this client.': '這條路由對這個用戶端來說是什麼角色。',
  'Who gets the request, by `NAMESPACE/NAME`, with `:PORT` where it matters. A mapping tells the share of each, from 0 to 1; a text the only one; a list those that may be among them.':
    '由誰收到請求，寫成 `NAMESPACE/NAME`，有必要時加上 `:PORT`。對映寫出各自的比例，從 0 到 1；文字是唯一的一個；清單列出可能收到的對象。',
  'Which workloads get the request, by `NAMESPACE/NAME`, with `:PORT` where it matters. A mapping tells the share of each, from 0 to 1; a text the only one; a list those that may be among them.':
    '由哪些工作負載收到請求，寫成 `NAMESPACE/NAME`，有必要時加上 `:PORT`。對映寫出各自的比例，從 0 到 1；文字是唯一的一個；清單列出可能收到的對象。',
  'What the backend receives.': '後端收到的內容。',
  'The path with its query.': '路徑，連同查詢字串。',
  'The Host header.': 'Host 標頭。',
  'The scheme.': '通訊協定。',
  'Headers that have to be there, with their values.': '必須有的標頭，連同它們的值。',
  'Headers that must not be there.': '不能有的標頭。',
  'A name.': '一個名稱。',
  'What the client receives.': '用戶端收到的內容。',
  'Headers that have to be there; a list of values: any of them.':
    '必須有的標頭；值寫成清單時，符合任一個即可。',
  'Where the client is sent.': '用戶端被導向哪裡。',
  'The host.': '主機。',
  'The port; the usual one of the scheme where the location names none.':
    '連接埠；位置沒有寫出時，是通訊協定慣用的連接埠。',
  'The status code of the redirect.': '重新導向的狀態碼。',
  'The whole location.': '完整的位置。',
  'Who gets copies: shares by `NAMESPACE/NAME`.': '由誰收到複本：以 `NAMESPACE/NAME` 寫出比例。',
  'The timeouts in effect, such as `100ms`.': '生效的逾時，例如 `100ms`。',
  'For the whole request.': '整個請求的時限。',
  'For one try.': '每次嘗試的時限。',
  'The policies that act on the request, as a set.': '對請求起作用的政策，不計順序。',
  'The access policies that decide about the request, as a set.': '決定這個請求能否存取的政策，不計順序。',
  'False: something that is not simulated could change the answer.':
    'false：有不在模擬範圍內的東西可能改變結果。',
  'The cause in one word, such as `no-match`; null: none.':
    '用一個詞表示的原因，例如 `no-match`；null：沒有。',
  'The status code of each backend, by `NAMESPACE/NAME`; a list: any of them.':
    '每個後端的狀態碼，以 `NAMESPACE/NAME` 指明；清單：其中任意一個。',
  'Codes of notes that the trace contains.': '追蹤結果包含的說明的代碼。',
  'A code.': '一個代碼。',
  'Codes of notes that the trace does not contain.': '追蹤結果不包含的說明的代碼。',
  'Candidates in order; others may be between them.': '依順序列出的候選；其間可以有其他候選。',
  'One candidate; only what is given is compared.': '一個候選；只比較給出的欄位。',
  'The route, as `KIND/NAMESPACE/NAME`.': '路由，寫作 `KIND/NAMESPACE/NAME`。',
  'Its rule, by index from 0.': '它的規則，索引從 0 開始。',
  'The match of the rule, by index from 0.': '規則中的比對，索引從 0 開始。',
  'What became of it.': '它的結果。',
  'The criterion that decided against it.': '使它落選的準則。',
  'What controllers would write.': '控制器會寫下的內容。',
  'What a controller would write into the status of a resource.': '控制器會在資源的狀態中寫下的內容。',
  'The resource, as `KIND/NAMESPACE/NAME`.': '資源，寫成 `KIND/NAMESPACE/NAME`。',
  'Of a route: the entry for this parent, as `KIND/NAMESPACE/NAME`.':
    '用於路由：這個父資源的項目，寫成 `KIND/NAMESPACE/NAME`。',
  'Of a route: the entry for this listener or port.': '用於路由：這個監聽器或連接埠的項目。',
  'Of a route: the entry for this port.': '用於路由：這個連接埠的項目。',
  'Of a Gateway or ListenerSet: the entry of this listener.':
    '用於 Gateway 或 ListenerSet：這個監聽器的項目。',
  'Type of the condition, for example `Accepted`.': '狀況的類型，例如 `Accepted`。',
  'Status of the condition; in quotes.': '狀況的狀態；要加引號。',
  'Reason of the condition; a list: any of them.': '狀況的原因；寫成清單時，符合任一個即可。',
  'There must be no such entry or condition.': '不能有這樣的項目或狀況。',
  'Of a listener: how many routes are attached.': '用於監聽器：附加了幾條路由。',
  'Of a listener: kinds that are among those it takes.': '用於監聽器：它接受的種類中必須包含這些。',
  'A kind.': '一個種類。',
  'Of a route: how many parents have an entry.': '用於路由：有幾個父資源有項目。',
  'Of a Gateway: how many listeners have an entry.': '用於 Gateway：有幾個監聽器有項目。',
  'The version of this format.': '這種格式的版本。',
  'A document of tests.': '一份測試文件。',
  'Not read.': '不讀取。',
  '`KIND/NAMESPACE/NAME`.': '`KIND/NAMESPACE/NAME`。',
};
