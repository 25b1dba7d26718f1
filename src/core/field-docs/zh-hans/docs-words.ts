/** The documentation of fields in addition to their schemas in 简体中文, by the English sentence. */
export const DOCS_WORDS: Readonly<Record<string, string>> = {
  'Group and version of the kind, as `group/version`; the core group is written as the version alone.':
    '种类所属的组与版本，写成 `group/version`；核心组只写版本。',
  'What the rest of the document is. Kinds are written in CamelCase.':
    '文档的其余部分是什么。种类采用 CamelCase 写法。',
  'A route in the namespace of its parent Service is a producer route, in another namespace a consumer route (R-104).':
    '路由与作为父级的 Service 在同一个命名空间时，是生产者路由；在另一个命名空间时，是消费者路由（R-104）。',
  'Selectors of Services and listeners look at labels; the values are text, so quote numbers.':
    'Service 和监听器的选择器看的是标签；标签的值是文本，所以数字要加引号。',
  'Where it is left out, a route counts as younger than every route that has one, then names decide.':
    '没有写时，路由视为比所有写了的路由都新，然后由名称决定先后。',
  'What a controller wrote. It decides nothing here; the Status tab shows our prediction beside it.':
    '控制器写入的内容。它在这里不决定任何事；“状态”选项卡会把我们的预测显示在它旁边。',
  'Several parents are independent of each other (R-142). Entries for one parent have to differ in `sectionName` or `port` (R-703).':
    '多个父级互不影响（R-142）。指向同一个父级的条目，`sectionName` 或 `port` 必须不同（R-703）。',
  'For a Service write the empty text: left out, it means a Gateway (R-103).':
    'Service 要写空字符串：省略时指的是 Gateway（R-103）。',
  'For a Service write `Service` together with `group: ""`: left out, it means a Gateway (R-103).':
    'Service 要写 `Service`，连同 `group: ""`：省略时指的是 Gateway（R-103）。',
  'Another namespace than that of a parent Service makes a consumer route, for clients of the route’s own namespace alone (R-104, R-106). A Gateway’s listeners say who may attach (R-429).':
    '路由与作为父级的 Service 不在同一个命名空间时，就是消费者路由，只用于路由自己命名空间的客户端（R-104、R-106）。对于 Gateway，谁可以附加由它的监听器说明（R-429）。',
  'One that does not exist leaves the route without effect there.': '如果它不存在，路由在那里就不起作用。',
  'Left out, every listener or port of the parent takes the route (R-420).':
    '省略时，父级的每个监听器或端口都接收这条路由（R-420）。',
  'Left out, the route applies to each port of the parent.': '省略时，路由适用于父级的每个端口。',
  'Attaches as if every default Gateway were a parent (R-460).':
    '如同每个默认 Gateway 都是父级那样附加（R-460）。',
  'Policies can pick the rule by it; it changes nothing about matching (R-346).':
    '策略可以用它选定规则；它对匹配没有任何影响（R-346）。',
  'At a Gateway the route serves what they share with the listener’s name (R-403). In a mesh the Service decides, whatever stands here (R-141).':
    '在 Gateway 上，路由负责这些主机名与监听器主机名的交集（R-403）。在网格中由 Service 决定，与这里写了什么无关（R-141）。',
  'Several share the requests by weight. None at all answers with status 500, unless a filter redirects.':
    '有多个时，按权重分配请求。一个都没有时响应 500，除非有过滤器进行重定向。',
  'The empty text is the core group, that of Services (R-451).':
    '空字符串是核心组，也就是 Service 的组（R-451）。',
  'A kind that the implementation does not know makes the share of this backend fail.':
    '种类如果是实现不认识的，分配给这个后端的请求就会失败。',
  'Another namespace needs a ReferenceGrant there, unless the route is of a mesh (R-450, R-452).':
    '指向另一个命名空间时，那里需要 ReferenceGrant，除非是网格的路由（R-450、R-452）。',
  'A missing Service makes its share of the requests fail with status 500.':
    'Service 不存在时，分配给它的请求会失败，状态码是 500。',
  'The port of the Service, not that of the Pods behind it.': 'Service 的端口，不是背后 Pod 的端口。',
  'Not a percentage: the share is the weight over the sum of all. 0 gets nothing; what cannot be reached keeps its share, which fails (R-330).':
    '不是百分比：比例是权重除以所有权重的总和。0 表示什么都得不到；无法到达的后端仍保有它那一份请求，而这些请求会失败（R-330）。',
  'Run only for requests that go to this backend, after those of the rule (R-305).':
    '只对发往这个后端的请求运行，在规则的过滤器之后（R-305）。',
  'The first answer picks the backend, later requests of the session follow it (R-345).':
    '第一次响应确定后端，会话后续的请求都跟随它（R-345）。',
  'A cookie is set for the client; a header has to be sent back by it.':
    'Cookie 会设置到客户端；标头则必须由客户端发回来。',
  'A permanent cookie needs one.': '永久的 Cookie 必须写。',
  'Their order decides only between equals: the longest path, then method, headers and query parameters come first (R-220). Once a Service has routes, what none of them matches is refused (R-132).':
    '先后顺序只在不分高下时起作用：首先看最长的路径，然后看方法、请求头与查询参数（R-220）。Service 一旦有了路由，与哪一条都不匹配的请求就会被拒绝（R-132）。',
  'One of them is enough (R-202). Left out: `PathPrefix /`, every request (R-201).':
    '符合其中一项就够了（R-202）。省略时为 `PathPrefix /`，即所有请求（R-201）。',
  'Path, method, headers and query parameters must all hold.': '路径、方法、请求头与查询参数必须全部成立。',
  'Left out: `PathPrefix /`, every path. The query is no part of it (R-204).':
    '省略时为 `PathPrefix /`，即所有路径。查询字符串不算在内（R-204）。',
  '`Exact` is the whole path, `PathPrefix` counts whole elements: `/a` takes `/a/b`, not `/ab` (R-205, R-206). How `RegularExpression` is read depends on the implementation (R-207).':
    '`Exact` 是整个路径；`PathPrefix` 按完整的段计算：`/a` 匹配 `/a/b`，不匹配 `/ab`（R-205、R-206）。`RegularExpression` 如何解读，取决于实现（R-207）。',
  'Starts with `/`; no `//`, no dot segments, no encoded slash (R-208). With regard to case.':
    '以 `/` 开头；不能有 `//`、点段或编码过的斜杠（R-208）。区分大小写。',
  'All of them must hold.': '必须全部成立。',
  'Without regard to case; of names that differ in case alone the first counts (R-209, R-210).':
    '不区分大小写；名称只有大小写不同时，以第一个为准（R-209、R-210）。',
  'How regular expressions are read depends on the implementation (R-207).':
    '正则表达式如何解读，取决于实现（R-207）。',
  'Compared as a whole and with regard to case.': '比较整个值，区分大小写。',
  'With regard to case; of equal names the first counts (R-213).':
    '区分大小写；名称相同时，以第一个为准（R-213）。',
  'Left out, any method (R-214).': '省略时为任意方法（R-214）。',
  'They run in this order where the implementation can (R-301). Most types may stand once in a list (R-302).':
    '只要实现做得到，就按这里的顺序运行（R-301）。大多数类型在一份列表中只能出现一次（R-302）。',
  'The field of the same name holds the settings. A redirect answers by itself and excludes a rewrite and backends (R-303).':
    '设置写在同名的字段中。重定向会自行响应，因此不能与重写或后端并用（R-303）。',
  'What was there under this name is gone.': '这个名称原有的值不再保留。',
  'What is there stays; the new value follows it, after a comma.':
    '原有的值保留；新的值接在后面，以逗号分隔。',
  'Names compare without regard to case (R-307).': '比较名称时不区分大小写（R-307）。',
  'The answer to the copy is thrown away; a target that cannot be reached changes nothing for the client (R-315, R-316).':
    '对副本的响应会被丢弃；目标无法到达时，客户端不受任何影响（R-315、R-316）。',
  'Left out, every request is copied. Not together with `fraction` (R-315).':
    '省略时，所有请求都会复制。不能与 `fraction` 并用（R-315）。',
  'For shares below one percent. Not together with `percent`.':
    '用于低于百分之一的比例。不能与 `percent` 并用。',
  'No backend is asked: the client gets a new location (R-310).':
    '不会询问任何后端：客户端得到新的地址（R-310）。',
  'Left out, the scheme of the request. A new scheme brings its usual port along (R-311).':
    '省略时沿用请求的协议。换成新的协议时，端口也会换成它的默认端口（R-311）。',
  'Left out, the host of the request.': '省略时沿用请求的主机。',
  'Left out, the usual port of a given scheme, else the port of the listener (R-311).':
    '省略时，写了协议就用该协议的默认端口，否则用监听器的端口（R-311）。',
  '307 and 308 keep method and body; older clients turn 301 and 302 into GET.':
    '307 与 308 会保留方法与请求体；较旧的客户端遇到 301 与 302 会改用 GET。',
  '`ReplacePrefixMatch` needs a rule with exactly one match, of type PathPrefix; the rest of the path is kept (R-312).':
    '`ReplacePrefixMatch` 要求规则恰好有一个匹配，而且类型为 PathPrefix；路径的其余部分会保留（R-312）。',
  'Takes the place of the whole path; the query stays.': '替换整个路径；查询字符串保留。',
  'Takes the place of whole path elements, as they were matched (R-312).':
    '按匹配时的方式，替换完整的路径段（R-312）。',
  'The route is chosen by what the client sent; a rewrite never leads to another one (R-313, R-314).':
    '路由按客户端发送的内容选定；重写绝不会转到另一条路由（R-313、R-314）。',
  'Becomes the Host header that the backend sees.': '成为后端看到的 Host 请求头。',
  'Preflights are answered on the spot, backends never see them (R-317).':
    '预检请求当场得到应答，后端不会看到（R-317）。',
  'Scheme, host and port; `*` alone allows everybody, in front of a host any labels (R-318).':
    '协议、主机与端口；单独的 `*` 允许所有来源，写在主机前面则代表任意多级子域名（R-318）。',
  'Allowed, the answer names the origin instead of `*` (R-319).':
    '允许时，响应会写出来源，而不是 `*`（R-319）。',
  'A failing check refuses the request (R-320).': '检查不通过时，请求会被拒绝（R-320）。',
  'With HTTP any status but 200 refuses; GRPC speaks Envoy’s ext_authz.':
    '使用 HTTP 时，200 以外的状态码都表示拒绝；GRPC 使用 Envoy 的 ext_authz。',
  'One that cannot be found must not be skipped: requests fail (R-306).':
    '找不到的过滤器不得跳过：请求会失败（R-306）。',
  '`0s` switches it off (R-341). Units h, m, s and ms (R-342).':
    '`0s` 表示关闭（R-341）。单位有 h、m、s 与 ms（R-342）。',
  'Each try has this long; at most as long as `request` (R-341).':
    '每次尝试最多可以花这么长时间；不得超过 `request`（R-341）。',
  'Tries again where a backend answers with one of the codes or cannot be reached (R-343).':
    '后端返回其中一个状态码，或无法到达时，就会重试（R-343）。',
  'Tries after the first one.': '第一次之后还要尝试的次数。',
  'Left out, the route matches nothing (R-240). The longest service and method name win (R-241).':
    '省略时，路由什么都不匹配（R-240）。服务名称与方法名称最长的胜出（R-241）。',
  'One of them is enough. Left out, every gRPC request (R-240).':
    '符合其中一项就够了。省略时为所有 gRPC 请求（R-240）。',
  'How regular expressions are read depends on the implementation (R-242).':
    '正则表达式如何解读，取决于实现（R-242）。',
  'With its package. Left out, any service (R-242).': '要带上包名。省略时为任意服务（R-242）。',
  'Left out, any method of the service (R-242).': '省略时为该服务的任意方法（R-242）。',
  'Of gRPC only header changes, mirrors and extensions (R-244).':
    'gRPC 只有更改标头、镜像与扩展这几种（R-244）。',
  'Several share the connections by weight.': '有多个时，按权重分配连接。',
  'Connections for a missing Service are closed.': 'Service 不存在时，分配给它的连接会被关闭。',
  'A name that no route asks for is refused; the most specific name wins (R-250).':
    '没有路由要求的名称会被拒绝；最明确的名称胜出（R-250）。',
  'Every connection of the port; of several routes on one listener the oldest gets all (R-251, R-433).':
    '端口的所有连接；同一个监听器上有多条路由时，全部由最早的一条得到（R-251、R-433）。',
  'A Gateway of an unknown class is nobody’s: no controller looks at it (R-430).':
    '类未知的 Gateway 不属于任何人：没有控制器会理会它（R-430）。',
  'They must differ: HTTP, HTTPS and TLS in port or host name, TCP and UDP in port (R-413). Those that do not are in conflict.':
    '监听器必须各不相同：HTTP、HTTPS 与 TLS 看端口或主机名，TCP 与 UDP 看端口（R-413）。没有不同的会互相冲突。',
  'Left out, every host. The most specific listener of a port takes a connection (R-410); `*.` stands for one or more labels (R-402).':
    '省略时为所有主机。连接由端口上最具体的监听器接收（R-410）；`*.` 代表一级或多级子域名（R-402）。',
  'Several listeners can share a port if their host names differ.':
    '多个监听器的主机名不同时，可以共用一个端口。',
  'Decides which routes can attach: HTTP and HTTPS take HTTPRoute and GRPCRoute, TLS TLSRoute (R-426).':
    '决定哪些路由可以附加：HTTP 与 HTTPS 接收 HTTPRoute 与 GRPCRoute，TLS 接收 TLSRoute（R-426）。',
  'Needed for HTTPS and TLS.': 'HTTPS 与 TLS 必须写。',
  'HTTPS always terminates; `Passthrough` needs no certificate here (R-416).':
    'HTTPS 总是在此终止；`Passthrough` 在这里不需要证书（R-416）。',
  'A Secret of another namespace needs a ReferenceGrant there (R-417).':
    '引用另一个命名空间的 Secret 时，那里需要 ReferenceGrant（R-417）。',
  'Left out, routes of the same namespace (R-423).': '省略时为同一命名空间的路由（R-423）。',
  'Kinds that do not go with the protocol are an error of the listener (R-427).':
    '与协议不相配的种类，是监听器的错误（R-427）。',
  '`Same` is the namespace of the object that has the listener; `Selector` looks at the labels of the route’s namespace (R-423).':
    '`Same` 是监听器所在对象的命名空间；`Selector` 看的是路由所在命名空间的标签（R-423）。',
  'Needed with `from: Selector`; without it nothing is let in (R-423).':
    '写了 `from: Selector` 就必须有它；没有它，什么都不允许进来（R-423）。',
  'Every namespace has the label `kubernetes.io/metadata.name` with its own name (R-425).':
    '每个命名空间都带有标签 `kubernetes.io/metadata.name`，值是自己的名称（R-425）。',
  'Left out, no ListenerSet may add listeners (R-440).':
    '省略时，任何 ListenerSet 都不能加入监听器（R-440）。',
  'With `All` it is a default Gateway: routes that ask for one attach (R-460).':
    '写 `All` 时，它就是默认 Gateway：要求默认 Gateway 的路由会附加到它（R-460）。',
  'Not simulated; the reference itself is checked (R-418).': '不在模拟范围内；引用本身会检查（R-418）。',
  'The Gateway has to allow it with `allowedListeners` (R-440). Routes name the set itself as their parent (R-443).':
    'Gateway 必须用 `allowedListeners` 允许它（R-440）。路由以 ListenerSet 本身为父级（R-443）。',
  'In conflict with listeners of the Gateway or of an older set, those come first (R-441).':
    '与 Gateway 的监听器，或与较早的 ListenerSet 的监听器冲突时，以那些监听器为先（R-441）。',
  'The namespace of the targets: a grant opens its own namespace, never that of the referrer (R-450).':
    '目标所在的命名空间：授权开放的是自己的命名空间，绝不是引用方的（R-450）。',
  'Each entry names who may refer; all three fields must fit (R-450).':
    '每个条目指明谁可以引用；三个字段都必须相符（R-450）。',
  '`gateway.networking.k8s.io` for routes and Gateways. `core` names no group (R-451).':
    '路由与 Gateway 用 `gateway.networking.k8s.io`。`core` 不是任何组的名称（R-451）。',
  'Each entry names what may be referred to.': '每个条目指明什么可以被引用。',
  'The empty text for Services and Secrets; `core` and `v1` match nothing (R-451).':
    'Service 与 Secret 用空字符串；`core` 与 `v1` 什么都不匹配（R-451）。',
  'All in the policy’s own namespace.': '全都在策略自己的命名空间中。',
  'For one port, and then stronger than a policy for the whole Service. A port that is not there leaves the policy without effect (R-603).':
    '针对一个端口，这时优先于针对整个 Service 的策略。端口不存在时，策略不起作用（R-603）。',
  'Either these or `wellKnownCACertificates`.': '要么写这些，要么写 `wellKnownCACertificates`。',
  'Also what the Gateway asks for in the handshake.': '也是 Gateway 在握手中要求的名称。',
  'With them, `hostname` is only asked for and no longer checked.':
    '有了它们，`hostname` 只用作握手中要求的名称，不再检查。',
  'Whole backends of the policy’s own namespace (R-640).':
    '策略自己命名空间中的后端，以整个后端为目标（R-640）。',
  'Keeps retries from making an overload worse: above the budget nothing is tried again (R-640).':
    '避免重试让过载更加严重：超出预算后不再重试（R-640）。',
  'Of the requests of the interval, at most this share may be retries.':
    '在这段时间的请求中，重试最多只能占这个比例。',
  'That many retries are always fine.': '这个数量的重试始终允许。',
  'What a rule of a route says about sessions comes first (R-345).':
    '路由的规则中有关会话的设置优先（R-345）。',
  'It cannot be changed later (R-461).': '之后不能更改（R-461）。',
  'As a parent of routes it is the name that clients call, as a backend the Pods behind it (R-101, R-102).':
    '作为路由的父级，它是客户端调用的名称；作为后端，它是背后的 Pod（R-101、R-102）。',
  'An ExternalName Service is a DNS name: it has no frontend that routes could take over.':
    'ExternalName Service 是 DNS 名称：它没有可供路由接管的前端。',
  'Clients that call this IP count as calling the Service; a headless Service has none.':
    '客户端调用这个 IP，就算是调用这个 Service；headless Service 没有这样的 IP。',
  'All labels must fit. Left out, EndpointSlices say who answers.':
    '所有标签都必须相符。省略时，由 EndpointSlice 说明谁来响应。',
  'EndpointSlices and policies find the port by it; so do `sectionName`s.':
    'EndpointSlice 与策略靠它找到端口；`sectionName` 也是如此。',
  'What `parentRefs` and `backendRefs` mean by `port`.':
    '`parentRefs` 与 `backendRefs` 中的 `port` 指的就是它。',
  'A name is looked up among the ports of each Pod’s containers.':
    '写名称时，会在每个 Pod 的容器端口中查找。',
  'Tells a proxy what is spoken; with `kubernetes.io/h2c` HTTP/2 without TLS.':
    '告诉代理使用什么协议；`kubernetes.io/h2c` 是不带 TLS 的 HTTP/2。',
  'The label `kubernetes.io/service-name` says which Service it is about.':
    '标签 `kubernetes.io/service-name` 说明它属于哪个 Service。',
  'An endpoint counts where it is ready, or says nothing about it (R-337).':
    '端点已就绪，或没有说明是否就绪，都算数（R-337）。',
  'Ports without a name belong to the Service’s port without one.':
    '没有名称的端口，对应 Service 中没有名称的端口。',
  'Listeners can let in namespaces by label. `kubernetes.io/metadata.name` is always there (R-425).':
    '监听器可以按标签允许命名空间。`kubernetes.io/metadata.name` 总是存在（R-425）。',
  'Services pick Pods by them.': 'Service 靠它们选择 Pod。',
  'Meshes know a workload by it.': '网格靠它识别工作负载。',
  'Needed where a Service names its `targetPort` instead of giving a number.':
    'Service 的 `targetPort` 写名称而不是数字时，必须写。',
  'With 0 there is no endpoint behind the Services that pick it.': '为 0 时，选中它的 Service 背后没有端点。',
  'Services pick the Pods by these, not by the labels of the workload itself.':
    'Service 靠这些标签选择 Pod，而不是工作负载本身的标签。',
  'Tests beside the manifests: requests and what has to become of them.':
    '资源清单旁的测试：请求，以及它们应有的结果。',
  'API group and version. The version of this format.': 'API 组与版本。这种格式的版本。',
  'The kind of object. A document of tests.': '对象的种类。一份测试文档。',
  'The namespace; `default` when left out. Not read.': '命名空间；省略时为 `default`。不会读取。',
  'The tests.': '测试的内容。',
  'Files, by paths relative to this one, that are the world of these tests alone. Left out: whatever is loaded beside it.':
    '构成这些测试专用环境的文件，路径相对于本文件。省略时为与它一同加载的全部内容。',
  'A path.': '一个路径。',
  'Texts to replace in those files before they are read.': '读取那些文件之前，要在其中替换的文本。',
  'The implementation whose behaviour applies. `auto` chooses it by the manifests.':
    '采用哪个实现的行为。`auto` 由清单决定。',
  'What the tests need, for people.': '测试需要什么，供人阅读。',
  'A feature.': '一项特性。',
  'Routes from oldest to newest, for manifests without `creationTimestamp`: the older of two equals wins (R-225).':
    '从最早到最新的路由，用于没有 `creationTimestamp` 的资源清单：不分先后时，较早的优先（R-225）。',
  'Requests and what has to become of them.': '请求，以及它们应有的结果。',
  'One request.': '一个请求。',
  'What it shows.': '它要说明什么。',
  'The request that is sent.': '要发送的请求。',
  'Who sends it: `NAMESPACE` or `NAMESPACE/WORKLOAD`, with `@ACCOUNT` for its service account. A mapping with `namespace`, `workload` and `inMesh: false` is for a client outside the mesh.':
    '由谁发送：`NAMESPACE` 或 `NAMESPACE/WORKLOAD`，可加 `@ACCOUNT` 表示它的服务账号。网格之外的客户端，写成带有 `namespace`、`workload` 与 `inMesh: false` 的映射。',
  'The class of Ingresses whose controller it comes in by; `true` for the default class. Instead of `from`.':
    '它经由哪个 Ingress 类的控制器进来；`true` 是默认类。代替 `from`。',
  'The IP address of the client, as the controller of an Ingress sees it.':
    '客户端的 IP 地址，如 Ingress 控制器所见。',
  'The Gateway that it comes in by, as `NAMESPACE/NAME`, with `:LISTENER` for one of its listeners. Instead of `from`.':
    '请求经由哪个 Gateway 进来，写成 `NAMESPACE/NAME`，加上 `:LISTENER` 则指定其中一个监听器。用来代替 `from`。',
  'The method; of gRPC it is in the URL.': '方法；gRPC 的方法写在 URL 中。',
  'What is called: `http://`, `https://`, `grpc://`, `tls://`, `tcp://` or `udp://`, with host, port, path and query.':
    '调用什么：`http://`、`https://`、`grpc://`、`tls://`、`tcp://` 或 `udp://`，加上主机、端口、路径与查询字符串。',
  'Headers by name; a list of pairs where one is repeated.':
    '以名称为键的请求头；有重复的请求头时，写成名称与值成对的列表。',
  'The name asked for in the TLS handshake, where it is another than the URL’s host.':
    'TLS 握手中要求的名称，与 URL 的主机不同时才需要写。',
  'Dials a Pod of this workload (`NAMESPACE/NAME`) by its IP: no Service, no route.':
    '以 IP 直接连接这个工作负载（`NAMESPACE/NAME`）的一个 Pod：不经过 Service，也不使用路由。',
  'What the backends do; left out, they answer at once with 200.': '后端的行为；省略时，立即响应 200。',
  'How long an answer takes, such as `250ms`; for timeouts.':
    '响应要花多长时间，例如 `250ms`；用来测试超时。',
  'The first tries fail; for retries.': '前几次尝试失败；用来测试重试。',
  'How many tries fail.': '有几次尝试失败。',
  'With an error status, or by closing the connection.': '返回错误状态码，或关闭连接。',
  'The status of a failing try.': '失败的尝试所返回的状态码。',
  'How long a failing try takes.': '失败的尝试要花多长时间。',
  'Headers of the backends’ answers; for filters of the response.': '后端响应的标头；用来测试响应的过滤器。',
  'What has to happen; only what is given is compared.': '应有的结果；只比较写出来的部分。',
  'How it ends; a list: any of them.': '结局如何；写成列表时，是其中任意一个即可。',
  'Status code that the client sees; a list: any of them.':
    '客户端看到的状态码；写成列表时，是其中任意一个即可。',
  'Status codes that the client must not see.': '客户端不得看到的状态码。',
  'The route that decides, as `KIND/NAMESPACE/NAME`; null: none applies.':
    '起决定作用的路由，写成 `KIND/NAMESPACE/NAME`；null 表示没有适用的路由。',
  'The rule that decides: its index from 0, or its name.': '起决定作用的规则：从 0 开始的序号，或它的名称。',
  'What the route is generated from or delegated to; null: it is as written.':
    '路由由什么生成，或委派给什么；null：路由如清单所写。',
  'The match of the rule that decides, by its index from 0.':
    '规则中起决定作用的匹配，以从 0 开始的序号表示。',
  'What the route is for this client.': '对这个客户端来说，路由是什么角色。',
  'Who gets the request, by `NAMESPACE/NAME`, with `:PORT` where it matters. A mapping tells the share of each, from 0 to 1; a text the only one; a list those that may be among them.':
    '由谁得到请求，写成 `NAMESPACE/NAME`，需要区分端口时加上 `:PORT`。映射给出各自的比例，从 0 到 1；文本给出唯一的一个；列表给出可以出现的那些。',
  'Which workloads get the request, by `NAMESPACE/NAME`, with `:PORT` where it matters. A mapping tells the share of each, from 0 to 1; a text the only one; a list those that may be among them.':
    '由哪些工作负载得到请求，写成 `NAMESPACE/NAME`，需要区分端口时加上 `:PORT`。映射给出各自的比例，从 0 到 1；文本给出唯一的一个；列表给出可以出现的那些。',
  'What the backend receives.': '后端收到的内容。',
  'The path with its query.': '路径，连同查询字符串。',
  'The Host header.': 'Host 请求头。',
  'The scheme.': '协议。',
  'Headers that have to be there, with their values.': '必须有的标头，以及它们的值。',
  'Headers that must not be there.': '不得有的标头。',
  'A name.': '一个名称。',
  'What the client receives.': '客户端收到的内容。',
  'Headers that have to be there; a list of values: any of them.':
    '必须有的标头；值写成列表时，是其中任意一个即可。',
  'Where the client is sent.': '客户端被重定向到哪里。',
  'The host.': '主机。',
  'The port; the usual one of the scheme where the location names none.':
    '端口；重定向地址没有写端口时，为协议的默认端口。',
  'The status code of the redirect.': '重定向的状态码。',
  'The whole location.': '完整的重定向地址。',
  'Who gets copies: shares by `NAMESPACE/NAME`.': '由谁得到副本：以 `NAMESPACE/NAME` 为键的比例。',
  'The timeouts in effect, such as `100ms`.': '生效的超时，例如 `100ms`。',
  'For the whole request.': '整个请求的超时。',
  'For one try.': '一次尝试的超时。',
  'The policies that act on the request, as a set.': '对请求起作用的策略，作为集合比较。',
  'The access policies that decide about the request, as a set.':
    '决定这个请求能否访问的策略，作为集合比较。',
  'False: something that is not simulated could change the answer.':
    'false：有不在模拟范围内的东西可能改变结果。',
  'The cause in one word, such as `no-match`; null: none.':
    '用一个词表示的原因，例如 `no-match`；null：没有。',
  'The status code of each backend, by `NAMESPACE/NAME`; a list: any of them.':
    '每个后端的状态码，以 `NAMESPACE/NAME` 指明；列表：其中任意一个。',
  'Codes of notes that the trace contains.': '追踪结果包含的说明的代码。',
  'A code.': '一个代码。',
  'Codes of notes that the trace does not contain.': '追踪结果不包含的说明的代码。',
  'Candidates in order; others may be between them.': '按顺序列出的候选；其间可以有其他候选。',
  'One candidate; only what is given is compared.': '一个候选；只比较给出的字段。',
  'The route, as `KIND/NAMESPACE/NAME`.': '路由，写作 `KIND/NAMESPACE/NAME`。',
  'Its rule, by index from 0.': '它的规则，索引从 0 开始。',
  'The match of the rule, by index from 0.': '规则中的匹配，索引从 0 开始。',
  'What became of it.': '它的结果。',
  'The criterion that decided against it.': '使它落选的标准。',
  'What controllers would write.': '控制器会写入的内容。',
  'What a controller would write into the status of a resource.': '控制器会写入资源状态的内容。',
  'The resource, as `KIND/NAMESPACE/NAME`.': '资源，写成 `KIND/NAMESPACE/NAME`。',
  'Of a route: the entry for this parent, as `KIND/NAMESPACE/NAME`.':
    '路由：这个父级的条目，写成 `KIND/NAMESPACE/NAME`。',
  'Of a route: the entry for this listener or port.': '路由：这个监听器或端口的条目。',
  'Of a route: the entry for this port.': '路由：这个端口的条目。',
  'Of a Gateway or ListenerSet: the entry of this listener.': 'Gateway 或 ListenerSet：这个监听器的条目。',
  'Type of the condition, for example `Accepted`.': '状况的类型，例如 `Accepted`。',
  'Status of the condition; in quotes.': '状况的状态；要加引号。',
  'Reason of the condition; a list: any of them.': '状况的原因；写成列表时，是其中任意一个即可。',
  'There must be no such entry or condition.': '不得有这样的条目或状况。',
  'Of a listener: how many routes are attached.': '监听器：附加了几条路由。',
  'Of a listener: kinds that are among those it takes.': '监听器：它所接收的种类中包含的种类。',
  'A kind.': '一个种类。',
  'Of a route: how many parents have an entry.': '路由：有条目的父级有几个。',
  'Of a Gateway: how many listeners have an entry.': 'Gateway：有条目的监听器有几个。',
  'The version of this format.': '这种格式的版本。',
  'A document of tests.': '一份测试文档。',
  'Not read.': '不读取。',
  '`KIND/NAMESPACE/NAME`.': '`KIND/NAMESPACE/NAME`。',
};
