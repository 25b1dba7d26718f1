/** The documentation of Ingresses and their annotations in 简体中文, by the English sentence. */
export const INGRESS_WORDS: Readonly<Record<string, string>> = {
  'The name of the Service.': 'Service 的名称。',
  'An object of the same namespace that answers instead of a Service.':
    '同一命名空间中代替 Service 响应的对象。',
  'Its API group; the core group when left out.': '它的 API 组；省略时为核心组。',
  'A Service of the same namespace.': '同一命名空间的 Service。',
  'The port of the Service: its number or its name, not both.':
    'Service 的端口：写编号或名称，不能两者都写。',
  'The number of the port of the Service.': 'Service 端口的编号。',
  'The name of the port of the Service.': 'Service 端口的名称。',
  'Where requests go: a Service or another object, not both.':
    '请求发往哪里：Service 或另一个对象，不能两者都写。',
  'The port of the Service, as a number or by name.': 'Service 的端口，写编号或名称。',
  'The certificates, by host. The port is always 443.': '各主机的证书。端口固定是 443。',
  'Hosts with one certificate.': '使用同一张证书的主机。',
  'The hosts. Without any, the controller decides.': '主机。一个也没有时由控制器决定。',
  'A host. Lower-case letters; `*` only as the whole first label.':
    '一个主机。小写字母；`*` 只能是整个第一个标签。',
  'The Secret with the certificate, in the same namespace.': '存放证书的 Secret，在同一命名空间。',
  'How the path is compared.': '路径如何比较。',
  'The IngressClass, and so the controller that answers.': 'IngressClass，也就是由哪个控制器响应。',
  'The rules. Their order has no effect.': '规则。顺序不起作用。',
  'The paths of one host.': '一个主机的路径。',
  'The host. Without it, the rule is for all hosts. Lower-case letters; `*` only as the whole first label.':
    '主机。没有时，规则适用于所有主机。小写字母；`*` 只能是整个第一个标签。',
  'The paths.': '路径。',
  'The paths. The longest one that matches wins.': '路径。匹配的之中最长的胜出。',
  'A path and its backend.': '一个路径与它的后端。',
  'The path, for example `/cart`.': '路径，例如 `/cart`。',
  'Rules for the HTTP requests from outside to some hosts.': '从外部发往一些主机的 HTTP 请求的规则。',
  'The hosts, their paths and their backends.': '主机、它们的路径与后端。',
  'A sort of Ingresses: which controller answers them.': '一类 Ingress：由哪个控制器响应。',
  'The controller in charge, such as `k8s.io/ingress-nginx`.': '负责的控制器，例如 `k8s.io/ingress-nginx`。',
  'API group of the object; the core group when left out.': '对象的 API 组；省略时为核心组。',
  'Whether the object is in a namespace.': '这个对象是否在命名空间中。',
  'Its namespace, with the scope `Namespace`.': '它的命名空间，范围为 `Namespace` 时。',
  'Replaces the whole path of the request. `$1` is the first group of the path of the rule. With another value than the path, every path of the host is a regular expression.':
    '替换请求的整个路径。`$1` 是规则路径的第一个分组。值与路径不同时，这个主机的每个路径都是正则表达式。',
  'The paths are regular expressions, case-insensitive and without an end. This is then so for every path of the host, also those of other Ingresses.':
    '路径是正则表达式，不区分大小写，也不要求匹配到结尾。这个主机的每个路径都会如此，包括其他 Ingress 的路径。',
  'Redirects `/` of the host to this path, with status 302 and without the query.':
    '把主机的 `/` 重定向到这个路径，状态码 302，不保留查询字符串。',
  'The value of the header `X-Forwarded-Prefix` of forwarded requests. Only with a rewrite.':
    '转发的请求中标头 `X-Forwarded-Prefix` 的值。只在重写路径时有效。',
  'Redirects http to https with status 308, if the host has a certificate. The default is `true`.':
    '主机有证书时，以状态码 308 把 http 重定向到 https。默认是 `true`。',
  'Redirects http to https with status 308, also without a certificate.':
    '以状态码 308 把 http 重定向到 https，没有证书时也一样。',
  'Redirects to https keep a `/` at the end of the path. Without it, they cut the slash.':
    '重定向到 https 时保留路径结尾的 `/`。没有它时会去掉这个斜线。',
  'Answers requests with a redirect to this URL. The path and the query of the request are dropped.':
    '以重定向到这个 URL 回应请求。请求的路径与查询字符串会被丢弃。',
  'The status of the permanent redirect, 300 to 308. The default is 301.':
    '永久重定向的状态码，300 到 308。默认是 301。',
  'Answers requests with a temporary redirect to this URL. It precedes the permanent one.':
    '以临时重定向到这个 URL 回应请求。它优先于永久重定向。',
  'The status of the temporary redirect, 300 to 307. The default is 302.':
    '临时重定向的状态码，300 到 307。默认是 302。',
  'Redirects the host with `www.` to the one without, or the other way round, with status 308. It has no effect if both hosts exist.':
    '以状态码 308 把带 `www.` 的主机重定向到不带的主机，或反过来。两个主机都存在时不起作用。',
  'More names for the hosts of the Ingress, separated by commas. A name that is a host of another Ingress is ignored.':
    '这个 Ingress 的主机的其他名称，以逗号分隔。已是其他 Ingress 主机的名称会被忽略。',
  'The backends get a part of the requests of the Ingress with the same host and path. It acts on every path whose backend is the same Service port.':
    '后端得到主机与路径相同的 Ingress 的一部分请求。它作用于每个以同一 Service 端口为后端的路径。',
  'A header that selects the canary with the value `always`, and not with `never`.':
    '一个标头：值为 `always` 时选择金丝雀，值为 `never` 时不选择。',
  'The value of the header that selects the canary, instead of `always`.':
    '选择金丝雀的标头值，取代 `always`。',
  'A regular expression for the value of the header that selects the canary. Without effect if a value is given.':
    '选择金丝雀的标头值的正则表达式。已给定值时不起作用。',
  'A cookie that selects the canary with the value `always`, and not with `never`. Compared after the header.':
    '一个 Cookie：值为 `always` 时选择金丝雀，值为 `never` 时不选择。在标头之后比较。',
  'The share of the other requests that the canary gets, of the total weight.':
    '其余请求中金丝雀所得的份额，以总权重计。',
  'The total weight. The default is 100, and smaller values count as 100.':
    '总权重。默认是 100，较小的值视为 100。',
  'What is spoken with the backend. The default is `HTTP`. Certificates of backends are not verified.':
    '与后端使用的协议。默认是 `HTTP`。不验证后端的证书。',
  'The header `Host` of forwarded requests.': '转发的请求的标头 `Host`。',
  'Requests go to the virtual IP of the Service, not to its endpoints.':
    '请求发往 Service 的虚拟 IP，而不是它的端点。',
  'The Secret with the certificate and the CA for connections to the backend, as `NAMESPACE/NAME`.':
    '连接后端所用的证书与 CA 的 Secret，写成 `NAMESPACE/NAME`。',
  'Verifies the certificate of the backend. The default is `off`.': '验证后端的证书。默认是 `off`。',
  'The length of the chain of certificates of the backend that is verified.': '验证后端证书链的深度。',
  'The name that the certificate of the backend is compared with.': '与后端证书比对的名称。',
  'Sends the name of the server in the TLS handshake (SNI) to the backend.':
    '在与后端的 TLS 握手中发送服务器名称（SNI）。',
  'The ciphers of connections to the backend.': '连接后端所用的加密套件。',
  'The versions of TLS of connections to the backend.': '连接后端所用的 TLS 版本。',
  'The version of HTTP of connections to the backend.': '连接后端所用的 HTTP 版本。',
  'The time for a connection to the backend, in seconds without a unit. The default is 5.':
    '连接后端的时限，以秒计，不写单位。默认是 5。',
  'The longest time between two reads from the backend, in seconds without a unit. The default is 60. It is not the time for the whole request.':
    '两次从后端读取之间的最长时间，以秒计，不写单位。默认是 60。它不是整个请求的时间。',
  'The longest time between two writes to the backend, in seconds without a unit. The default is 60.':
    '两次写入后端之间的最长时间，以秒计，不写单位。默认是 60。',
  'The failures after which another endpoint gets the request. The default is `error timeout`. Requests such as POST are not repeated.':
    '哪些失败之后由另一个端点接手请求。默认是 `error timeout`。POST 之类的请求不会重复发送。',
  'The time for all attempts, in seconds. 0 is without a limit.':
    '所有尝试的总时间，以秒计。0 表示没有限制。',
  'The number of attempts. The default is 3.': '尝试的次数。默认是 3。',
  'Configuration of nginx for the paths. Its effect is unknown here. By default, ingress-nginx ignores an Ingress that has it.':
    '给这些路径的 nginx 配置。它的作用在这里无从得知。默认情况下，ingress-nginx 会忽略带有它的 Ingress。',
  'Configuration of nginx for the hosts. Its effect is unknown here. By default, ingress-nginx ignores an Ingress that has it.':
    '给这些主机的 nginx 配置。它的作用在这里无从得知。默认情况下，ingress-nginx 会忽略带有它的 Ingress。',
  'Configuration of nginx for connections that are not HTTP. By default, ingress-nginx ignores an Ingress that has it.':
    '给非 HTTP 连接的 nginx 配置。默认情况下，ingress-nginx 会忽略带有它的 Ingress。',
  'Configuration of nginx for the requests to the authorization service. By default, ingress-nginx ignores an Ingress that has it.':
    '给发往授权服务的请求的 nginx 配置。默认情况下，ingress-nginx 会忽略带有它的 Ingress。',
  'Configuration of ModSecurity. By default, ingress-nginx ignores an Ingress that has it.':
    'ModSecurity 的配置。默认情况下，ingress-nginx 会忽略带有它的 Ingress。',
  'A URL that decides on every request: 2xx lets it through, 401 and 403 are the answer, other statuses give a 500.':
    '由这个 URL 决定每个请求：2xx 放行，401 与 403 就是响应，其他状态码得到 500。',
  'The method of the requests to `auth-url`.': '发往 `auth-url` 的请求的方法。',
  'The page to which clients are redirected instead of a 401 of `auth-url`.':
    '`auth-url` 回应 401 时，改为把客户端重定向到这个页面。',
  'Headers of the answer of `auth-url` that are added to the request, separated by commas.':
    '从 `auth-url` 的响应加到请求的标头，以逗号分隔。',
  'Requests need a name and a password; without them the answer is 401.':
    '请求需要名称与密码；没有时响应 401。',
  'The Secret with the names and passwords. If it is missing, the answer is 503.':
    '存放名称与密码的 Secret。不存在时响应 503。',
  'The form of the Secret: a file with all names, or a key for each name.':
    'Secret 的形式：一个包含所有名称的文件，或每个名称一个键。',
  'The text that browsers show with the question for the password.': '浏览器询问密码时显示的文字。',
  'The Secret with the CA that signs the certificates of clients, as `NAMESPACE/NAME`.':
    '签发客户端证书的 CA 的 Secret，写成 `NAMESPACE/NAME`。',
  'Whether clients need a certificate.': '客户端是否需要证书。',
  'Whether a request must satisfy all restrictions of access, or one of them.':
    '请求必须满足所有的访问限制，还是其中一项就够。',
  'The addresses and networks of clients that are let through. Others get 403. The older name of `allowlist-source-range`.':
    '放行的客户端地址与网络。其他的得到 403。这是 `allowlist-source-range` 的旧名称。',
  'The addresses and networks of clients that are let through. Others get 403.':
    '放行的客户端地址与网络。其他的得到 403。',
  'The addresses and networks of clients that get 403. They precede those that are let through.':
    '得到 403 的客户端地址与网络。它们优先于放行的地址。',
  'Requests of a client in a second. A client with more gets 503, after a burst.':
    '一个客户端每秒的请求数。突发量之后再超过就得到 503。',
  'Requests of a client in a minute. A client with more gets 503, after a burst.':
    '一个客户端每分钟的请求数。突发量之后再超过就得到 503。',
  'Connections of a client at the same time. Others get 503.': '一个客户端同时的连接数。更多的得到 503。',
  'The size of a burst, as a multiple of the limit. The default is 5.': '突发量，以限制的倍数计。默认是 5。',
  'The addresses and networks of clients without a limit. The older name of `limit-allowlist`.':
    '不受限制的客户端地址与网络。这是 `limit-allowlist` 的旧名称。',
  'The addresses and networks of clients without a limit.': '不受限制的客户端地址与网络。',
  'Bytes of an answer in a second.': '响应每秒的字节数。',
  'Bytes of an answer before the rate is limited.': '开始限制速率之前的字节数。',
  'Answers every OPTIONS request of an allowed origin with 204, and adds the CORS headers to the answers.':
    '以 204 回应允许来源的每个 OPTIONS 请求，并在响应中加入 CORS 标头。',
  'The allowed origins, separated by commas. `*.` stands for one label. The default is `*`.':
    '允许的来源，以逗号分隔。`*.` 代表一个标签。默认是 `*`。',
  'The allowed methods, separated by commas.': '允许的方法，以逗号分隔。',
  'The allowed headers of requests, separated by commas.': '请求允许的标头，以逗号分隔。',
  'The headers of answers that pages may read, separated by commas.': '页面可以读取的响应标头，以逗号分隔。',
  'Whether pages may send credentials. The default is `true`.': '页面是否可以发送凭据。默认是 `true`。',
  'How long browsers keep the answer of a preflight, in seconds.': '浏览器保留预检响应的时间，以秒计。',
  'A cookie keeps a client at one endpoint.': '以 Cookie 让客户端固定在一个端点。',
  'Whether a client may move to another endpoint after a change of scale.':
    '规模改变之后，客户端是否可以换到另一个端点。',
  'Whether a client stays at the canary that it got first.': '客户端是否留在最初得到的金丝雀。',
  'The name of the cookie. The default is `INGRESSCOOKIE`.': 'Cookie 的名称。默认是 `INGRESSCOOKIE`。',
  'The path of the cookie.': 'Cookie 的路径。',
  'The domain of the cookie.': 'Cookie 的域名。',
  'The time until the cookie expires, in seconds.': 'Cookie 到期之前的时间，以秒计。',
  'The time until the cookie expires, in seconds, for older browsers.':
    'Cookie 到期之前的时间，以秒计，供较旧的浏览器使用。',
  'Whether requests from other sites contain the cookie.': '来自其他网站的请求是否带有这个 Cookie。',
  'The cookie is for https only.': 'Cookie 只用于 https。',
  'A client gets another endpoint after a failure.': '失败之后，客户端换到另一个端点。',
  'A URL that gets a copy of every request.': '得到每个请求副本的 URL。',
  'The header `Host` of the copies.': '副本的标头 `Host`。',
  'Whether the copies have the body.': '副本是否带有正文。',
  'The Service that answers if the Service of a rule has no endpoints.':
    '规则的 Service 没有端点时，由这个 Service 响应。',
  'The statuses that the default backend answers instead, separated by commas.':
    '改由默认后端响应的状态码，以逗号分隔。',
  'The ConfigMap with headers that are added to answers, as `NAMESPACE/NAME`.':
    '加到响应的标头的 ConfigMap，写成 `NAMESPACE/NAME`。',
  'How an endpoint of the backend is chosen.': '如何选择后端的端点。',
  'The part of a request that chooses the endpoint, for example `$request_uri`.':
    '以请求的哪个部分选择端点，例如 `$request_uri`。',
  'The hash chooses a group of endpoints instead of one.': '哈希选择一组端点，而不是一个。',
  'The size of the groups. The default is 3.': '一组的大小。默认是 3。',
  'The largest body of a request. Larger ones get 413.': '请求正文的最大值。更大的得到 413。',
  'The buffer for the body of a request.': '请求正文的缓冲区。',
  'Whether answers are buffered.': '是否缓冲响应。',
  'The buffer for the start of an answer, with its headers.': '响应开头及其标头的缓冲区。',
  'The number of buffers for an answer.': '响应的缓冲区数目。',
  'The buffers that are sent while the answer is still read.': '还在读取响应时可用于发送的缓冲区。',
  'The largest temporary file for an answer.': '响应的临时文件的最大值。',
  'Whether bodies of requests are buffered.': '是否缓冲请求的正文。',
  'Changes the domain in the cookies of answers.': '改变响应中 Cookie 的域名。',
  'Changes the path in the cookies of answers.': '改变响应中 Cookie 的路径。',
  'The text in the header `Location` of answers that is replaced.': '响应的标头 `Location` 中被替换的文字。',
  'The text that replaces it in the header `Location`.': '在标头 `Location` 中替换它的文字。',
  'The header `Connection` of forwarded requests.': '转发的请求的标头 `Connection`。',
  'Whether requests are logged.': '是否记录请求。',
  'Whether rewrites are logged.': '是否记录重写。',
  'Whether requests are traced with OpenTelemetry.': '是否以 OpenTelemetry 跟踪请求。',
  'ModSecurity examines the requests and may reject them.': 'ModSecurity 检查请求，并可能拒绝它们。',
  'ModSecurity applies the rules of OWASP.': 'ModSecurity 应用 OWASP 的规则。',
  'Connections with TLS go to the backend unchanged. Paths have no effect then. The controller needs an option for it.':
    'TLS 连接原样发往后端，这时路径不起作用。控制器需要为此设置选项。',
  'Ingress answers http and https from outside only. Which rule wins depends on the controller.':
    'Ingress 只回应来自外部的 http 与 https。哪条规则胜出取决于控制器。',
  'For ingress-nginx, the oldest Ingress takes a path that several have.':
    '对 ingress-nginx 而言，多个 Ingress 有同一路径时，由最早的取得。',
  'The class, as it was named before the field `ingressClassName`. ingress-nginx reads the value `nginx`.':
    '类别，在有字段 `ingressClassName` 之前的写法。ingress-nginx 读取值 `nginx`。',
  'An Ingress without a class gets the default class when it is created. If the class does not exist, the Ingress has no effect.':
    '没有类别的 Ingress 在创建时得到默认类别。类别不存在时，这个 Ingress 不起作用。',
  'Gets the requests that no rule matches. ingress-nginx uses it for the hosts that the Ingress names first, not for unknown hosts.':
    '得到没有规则匹配的请求。ingress-nginx 把它用于这个 Ingress 最先指定的主机，而不是未知的主机。',
  'For ingress-nginx, any entry redirects http of all hosts of the Ingress to https.':
    '对 ingress-nginx 而言，任何一项都会把这个 Ingress 所有主机的 http 重定向到 https。',
  'A wildcard stands for exactly one label: `*.example.com` does not match `a.b.example.com`.':
    '通配符正好代表一个标签：`*.example.com` 不匹配 `a.b.example.com`。',
  '`Prefix` compares whole elements between slashes. What `ImplementationSpecific` means depends on the controller.':
    '`Prefix` 比较斜线之间的完整部分。`ImplementationSpecific` 的含义取决于控制器。',
  'ingress-nginx and other controllers ignore such a path.': 'ingress-nginx 与其他控制器会忽略这样的路径。',
  'The port of the Service, not of its Pods. ingress-nginx also accepts the target port.':
    'Service 的端口，而不是 Pod 的。ingress-nginx 也接受目标端口。',
  'Ingresses without a class get this one when they are created. Of several, the newest one counts.':
    '没有类别的 Ingress 在创建时得到这一个。有多个时，以最新的为准。',
  'The field cannot be changed. ingress-nginx serves classes with `k8s.io/ingress-nginx`, Traefik those with `traefik.io/ingress-controller`.':
    '这个字段无法更改。ingress-nginx 服务 `k8s.io/ingress-nginx` 的类别，Traefik 服务 `traefik.io/ingress-controller` 的类别。',
};
