import type { Messages } from '../en/messages.ts';
import { INGRESS_MESSAGES_ZH_HANS } from './ingress-messages.ts';
import { ISTIO_MESSAGES_ZH_HANS } from './istio-messages.ts';

/**
 * 简体中文：追踪的所有句子，用词与界面文字相同。`{name}` 多半是链接或代码，与中文之间留空格；
 * 由中文句子填入的（`{cause}`、`{criterion}`、`{rule}`、`{loser}`）则以标点或中文紧邻。
 */
export const MESSAGES_ZH_HANS: Messages = {
  ...ISTIO_MESSAGES_ZH_HANS,
  ...INGRESS_MESSAGES_ZH_HANS,
  'outcome.forwarded': '已转发到 {backends}',
  'outcome.passed-through': '原样放行到 {backends}：没有适用的路由',
  'outcome.redirected': '已重定向到 {location}',
  'outcome.responded': '由数据平面自行响应',
  'outcome.rejected': '已拒绝：有适用的路由，但没有一条匹配',
  'outcome.rejected-several': '已拒绝：匹配的路由不止一条',
  'outcome.rejected-refused': '拒绝：数据平面在查看任何路由之前就回应了这个请求',
  'outcome.failed': '失败：{cause}',
  'outcome.bypassed': '网格之外：网格的数据平面看不到这个请求',
  'outcome.uncertain': '不确定：{what} 可能改变这个结果，而它的效果不在模拟范围内。',
  'outcome.uncertain-more': '不确定：{what} 以及另外 {more} 项可能改变这个结果，而它们的效果不在模拟范围内。',
  'outcome.no-listener': '已拒绝连接：Gateway 在端口 {port} 上没有监听器',
  'outcome.listener-unusable': '已拒绝连接：端口 {port} 上的监听器不接收流量',
  'outcome.no-host': '已拒绝：Gateway 没有供 {host} 使用的监听器',
  'outcome.misdirected': '已拒绝：{host} 属于另一个监听器，而不是这个连接的监听器',
  'outcome.no-routes': '已拒绝：没有路由附着到该监听器',
  'outcome.unknown-gateway': '未知：资源清单中没有这个 Gateway',
  'outcome.gateway-pending': '未知：没有已知的控制器配置这个 Gateway',
  'identify.no-listener': '{gateway} 在端口 {port} 上没有用于 {scheme} 的监听器。',
  'identify.listener-unusable': '{gateway} 在端口 {port} 上有监听器，但它未被接受或未就绪，因此不接收流量。',
  'identify.no-host': '{gateway} 监听端口 {port}，但那里没有供 {host} 使用的监听器。',
  'identify.misdirected':
    '该连接是为 {sni} 建立的。{host} 属于 {gateway} 的另一个监听器，因此请求发错了连接。',
  'identify.unknown-gateway': '没有资源清单声明 {gateway}。',
  'identify.gateway-pending':
    '{gateway} 的类不在资源清单的 GatewayClass 之中，或未被接受：没有已知的控制器配置它。',
  'identify.listeners': '它的监听器：{listeners}。',
  'cause.gateway-pending': '没有已知的控制器配置该 Gateway',
  'outcome.unknown': '未知：资源清单没有说明 {host} 是什么',
  'outcome.not-simulated': '未知：{backends} 是一种不在模拟范围内的后端',
  'cause.not-simulated': '这种后端不在模拟范围内',
  'outcome.filter-not-simulated': '未知：可能由不在模拟范围内的过滤器回应，而且没有后端',
  'cause.no-backends': '胜出的规则没有后端',
  'cause.zero-weight': '胜出的规则权重全为零',
  'cause.no-ready-endpoints': '没有就绪的端点',
  'cause.no-such-port': '{service} 没有端口 {port}',
  'cause.timeout': '后端未及时响应',
  'cause.connection-reset': '与后端的连接被重置',
  'cause.backend-failed': '后端返回了错误',
  'cause.backend-tls-invalid': '没有可用的 CA 证书，不得连接到后端',
  'cause.access-denied': '有访问策略拒绝它',
  'cause.mutual-tls-required': '服务器要求双向 TLS',
  'cause.filter-broken': '胜出的规则有过滤器无法使用',
  'cause.InvalidKind': '这种资源不能用作后端',
  'cause.BackendNotFound': '后端不存在',
  'cause.RefNotPermitted': '路由未获准引用这个后端',
  'cause.UnsupportedProtocol': '后端使用另一种协议',
  'cause.client-outside-mesh': '客户端在网格之外',
  'cause.unknown-gateway': '这里没有这个 Gateway',
  'cause.unknown-host': '这里没有叫这个名称的目标',

  'step.1': '客户端发送请求',
  'step.2': '数据平面拦截请求',
  'step.3': '识别目标 Service',
  'step.4': '没有适用的路由：发往原始目的地',
  'step.5': '由优先级最高的匹配路由转发',
  'step.6': '有适用的路由但都不匹配：拒绝',

  'step.2.gateway': 'Gateway 收到请求',
  'step.3.gateway': '选出监听器',
  'step.5.gateway': '监听器上最匹配的路由转发',
  'step.6.gateway': '监听器上没有路由匹配：未找到',

  'send.workload': '命名空间 {namespace} 的 {workload} 发送 {request}。',
  'send.namespace': '命名空间 {namespace} 的某个工作负载发送 {request}。',
  'send.gateway': '集群外的客户端向 {gateway} 发送 {request}。',
  'intercept.yes': '请求离开之前，网格的数据平面就把它拦截下来。',
  'semantics.auto': '清单里有 {signs}，所以这个答案按语义 {profile} 得出。',
  'intercept.no': '客户端在网格之外：没有拦截，路由也不起作用。',
  'intercept.gateway': '请求经由 Gateway {gateway} 进入集群。后端的网格路由不起作用。',
  'identify.name': '{host} 是 Service {service} 在客户端自己的命名空间中的名称；端口 {port} 是它的前端。',
  'identify.dns-name':
    '{host} 是 Service {service} 的 DNS 名称；端口 {port} 是它的前端。路由的主机名不起作用。',
  'identify.vip': '{host} 是 Service {service} 的虚拟 IP；端口 {port} 是它的前端。Host 请求头不起作用。',
  'identify.pod': '{host} 是 Pod 的地址：请求直接发到端点，Service 的路由不起作用。',
  'identify.headless': 'Service {service} 是 headless：它的名称直接指向端点，因此没有可供路由绑定的前端。',
  'identify.external-name': 'Service {service} 是 ExternalName：它的名称指向网格的 Service 之外。',
  'identify.no-such-port': '{host} 是 Service {service}，但这个 Service 没有端口 {port}：没有前端可以连接。',
  'identify.listener':
    '端口 {port} 上的 {host} 属于监听器 {listener}：在该处涵盖它的监听器中，这一个的主机名最明确。',
  'identify.unknown': '没有资源清单提到 {host}，因此无从得知请求会发到哪里。',
  'skip.identify': '未走到这一步。',

  'pass.none': '{service} 的这个端口没有绑定路由：请求发到这个 Service 自己的端点，如同没有网格。',
  'pass.unmatched': '{service} 的这个端口有路由，但没有一条匹配。这样的请求交给这个 Service 自己的端点。',
  'pass.elsewhere':
    '{service} 上的路由是 {namespaces} 的消费者路由，对 {namespace} 的客户端不起作用。请求发到这个 Service 自己的端点。',
  'pass.direct': '路由属于 Service 的前端；这个请求没有经过前端。',
  'pass.no-port': '那里没有监听任何连接，因此连接失败。',
  'pass.skipped': '跳过：有路由适用于这个请求。',

  'route.consumer': '{namespace} 的消费者路由适用于这个客户端，优先于所有生产者路由。',
  'route.producer': '{service} 的生产者路由适用：客户端的命名空间没有针对它的消费者路由。',
  'route.producer-own': '{service} 的生产者路由适用于所有命名空间的客户端。',
  'route.gateway': '只适用附加在监听器 {listener} 上的路由。',
  'route.won': '胜出的是 {route} 的{rule}，在 {count} 个匹配的候选中优先级最高。',
  'route.won-only': '胜出的是 {route} 的{rule}，它是唯一匹配的候选。',
  'route.lost-by': '另一个匹配的候选（{loser}）落败：{criterion}。',
  'route.forwards': '请求转发到 {backends}。',
  'route.timeouts': '超时上限为 {timeouts}。',
  'timeout.request': '{duration}（整个请求）',
  'timeout.backendRequest': '{duration}（对后端的每次尝试）',
  'route.redirects': '请求得到的响应是重定向到 {location}。',
  'route.fails': '请求无法送达：{cause}。',
  'route.skipped': '跳过：没有路由胜出。',
  'reject.consumer': '{namespace} 的消费者路由适用于这个客户端，但 {count} 个候选全都不匹配。',
  'reject.producer': '{service} 的生产者路由适用，但 {count} 个候选全都不匹配。',
  'reject.gateway': '监听器 {listener} 的 {count} 个候选都不匹配。',
  'reject.no-listener': 'Gateway 没有监听器接受它。',
  'reject.gateway-status': '客户端得到 {status}。',
  'reject.refused': '连接被拒绝。',
  'reject.several': '{routes} 全都匹配，而语义 {profile} 会拒绝这样的请求。',
  'reject.nearest': '最接近的是 {route} 的{rule}，但{misses}。',
  'passed-over.other-listener':
    '{route} 的{rule}会接收这样的请求，但它附着在另一个监听器上：{on} 应为 {expected}，实际为 {actual}。',
  'passed-over.no-such-section':
    '{route} 的{rule}会接收这样的请求，但它没有附着：不存在名为 {actual} 的 section。',
  'passed-over.no-such-port':
    '{route} 的{rule}会接收这样的请求，但它没有附着：它的 parentRef 指定端口 {actual}，而该端口不存在。',
  'passed-over.other-port': '{route} 的{rule}会接收这样的请求，但只在端口 {actual} 上。',
  'passed-over.not-allowed-by-listener':
    '{route} 的{rule}会接收这样的请求，但监听器拒绝了它：{on} 应为 {expected}，实际为 {actual}。',
  'passed-over.hostname-does-not-intersect':
    '{route} 的{rule}会接收这样的请求，但监听器针对 {expected}，而路由针对 {actual}。',
  'passed-over.other-parent':
    '{route} 的{rule}会接收这样的请求，但它没有附着在这里：parentRef 的 {on} 应为 {expected}，实际为 {actual}。',
  miss: ' {on} 必须是 {expected}，实际是 {actual}',
  'miss.none': ' {on} 必须是 {expected}，而请求没有',
  'because.consumer': '{namespace} 有针对 {service} 的消费者路由。',
  'because.consumer-first': '{namespace} 有自己针对 {service} 的消费者路由，因此生产者路由不适用。',
  'because.producer': '{namespace} 没有针对 {service} 的消费者路由，因此适用生产者路由。',
  'because.producer-own': '{service} 的生产者路由适用于所有命名空间的客户端。',
  'because.only': '没有其他规则匹配。',
  'because.precedence': '这条规则胜过{loser}：{criterion}。',
  'route.united': '{namespace} 的消费者路由与生产者路由在同一张表中比较。',
  'because.united': '{namespace} 的消费者路由与 {service} 的生产者路由一起比较。',
  'because.refers': '{route} 的{rule}指向 {backends}，但它无法接收这个请求。',
  'because.gateway': '监听器 {listener} 接受这个请求。',
  'because.hidden-producer':
    '{namespace} 对 {service} 有自己的消费者路由，因此会接收这个请求的生产者路由 {route} 不适用。',
  'reject.status': '客户端收到 {status}；请求不会回退给 Service 处理。',
  'reject.skipped': '跳过：请求没有被拒绝。',
  'not-reached': '未走到这一步。',

  'rule.named': '规则 {index}“{name}”',
  rule: '规则 {index}',
  'share.of': '{backend}（{share}）',
  // 各项都以代码开头、以全角括号结尾。
  and: '与 ',
  comma: '、',
  'sentence.space': '',

  'criterion.hostname': '较明确的主机名优先',
  'criterion.exact-path': '完全相符的路径优先',
  'criterion.path-type': '路径类型',
  'criterion.path-length': '较长的路径优先',
  'criterion.service': '较长的 gRPC 服务名称优先',
  'criterion.method': '有匹配方法的优先',
  'criterion.headers': '请求头匹配较多的优先',
  'criterion.query': '查询参数匹配较多的优先',
  'criterion.age': '较旧的路由优先',
  'criterion.name': '命名空间/名称的字母顺序在前的优先',
  'criterion.regex-order': '表达式的顺序：较长的文本先比较',
  'criterion.rule-length': '规则的文本较长的优先',
  'criterion.position': '在路由中写在前面的优先',

  'note.policy-of-others': '{policy} 从命名空间 {namespace} 指向 {target}：只对来自那里的请求起作用。',
  'note.policy-replaced': '{policy} 本来也会起作用，但客户端自己命名空间的 {by} 取代了它。',
  'note.policy-refused-target-not-found': '{policy} 没有附加：{target} 不存在。',
  'note.policy-refused-section-not-found': '{policy} 没有附加：{target} 没有那个名称的部分。',
  'note.policy-refused-conflicted': '{policy} 没有附加：较早的同类策略已经占有 {target}。',
  'note.not-simulated-target': '{what} 对 {on} 起作用。它的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-host': '{what} 针对主机 {on}。它的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-workload': '{what} 选中 {on} 的 Pod。它的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-namespace':
    '{what} 对整个命名空间 {on} 起作用。它的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-mesh': '{what} 对整个网格起作用。它的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-setting': '{on} 带有 {what}。这项设置的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-filter': '过滤器 {what} 对此请求起作用。它的效果不在模拟范围内：实际结果可能不同。',
  'note.not-simulated-backend': '{what} 是一种不在模拟范围内的后端：发往它的请求结果未知。',
  'note.backend-tls': '{policy}：到 {service} 的连接使用 TLS，证书必须属于 {hostname}。',
  'note.backend-tls-invalid': '{policy} 没有可用的 CA 证书：不得连接到 {service}，也不得改用明文。',
  'note.backend-tls-in-mesh': '网格是否遵循 {policy} 由网格自行决定；这个答案推定它遵循。',
  'note.retry-budget':
    '{policy}：到 {service} 的请求最多 {percent} % 可以是重试；超过就不再重试，客户端得到 503。',
  'note.session-overrides-weights': '已有会话的客户端会留在原来的后端，不受权重影响；权重只用于新的会话。',
  'note.fields-dropped': 'Gateway API 的标准通道没有 {fields}：集群会默默丢掉它，这个答案也是如此。',
  'note.implementations-own': '{gateway} 的 {names} 是某个实现自带的，其他实现并不认识。结果取决于配置档。',
  'note.did-you-mean': '这里没有 {asked}。相近的有：{names}。',
  'note.fault-abort': '故障注入以 {status} 回应这些请求的 {percent} %。',
  'note.service-ports': '{service} 的端口有 {ports}。',
  'note.gateway-assumed':
    '没有资源清单声明 {gateway}；推定它存在，有路由所写的监听器，适用于所有主机，接受所有命名空间的路由。',
  'note.namespace-labels-unknown':
    '{listener} 按标签选择命名空间，而没有资源清单声明 Namespace {namespace}：它接受 {route} 是推定的。',
  'note.core-group-spelled-out':
    '{routes} 把核心组写成 `core`。按规范，这没有指到任何东西；Linkerd 则当作核心组。当前的语义：{read}。',
  'note.tcp-route-at-tls-listener':
    '{routes} 指到终止 TLS 的监听器。这种监听器是否接受 TCPRoute 取决于实现；当前的语义：{read}。',
  'note.producer-would-take':
    '生产者路由 {taker} 不适用。有消费者路由的命名空间只用消费者路由（GEP-1294，Istio 就是如此）。Linkerd 会把两者放在一起排序：语义 `linkerd` 给出那里的答案。',
  'note.consumer-shadows-producer':
    '另外还有生产者路由（{routes}）。有消费者路由的命名空间只用消费者路由（GEP-1294，Istio 就是如此）。Linkerd 会把两者放在一起排序：语义 `linkerd` 给出那里的答案。',
  'note.fell-back-to-producer': '没有消费者路由匹配；当前的语义会接着查询生产者路由。若依规范原文则会拒绝。',
  'note.several-routes-match':
    '有多条路由匹配（{routes}）。规范按优先级合并它们，请求恰好由一条规则接收。（“这样的请求会被拒绝”是某些文章沿袭的误读；语义 `articles-2023` 呈现那种行为。）',
  'note.host-header-differs':
    'Host 请求头是 {header}，会指向 {other}。当前的语义按 {by} 识别 Service；各实现有所不同。',
  'note.service-assumed':
    '没有资源清单声明 {service}；因为有路由引用它，而且一个 Service 都没有声明，所以推定它存在。',
  'note.repeated-header':
    '请求重复了一个请求头；匹配时如何比较由实现决定（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.repeated-query':
    '请求重复了一个查询参数；以哪个值为准没有规定（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.query-decoding':
    '查询值在比较前是否解码没有规定（此处：{chosen}；Envoy 比较原始文本）。采用 {other} 时，结果是 {result}。',
  'note.regex-anchor': '模式是否必须覆盖整个值没有规定（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.pattern-unit':
    '此处模式匹配的单位是 {chosen}；Envoy 从 1.39 版起以字节为单位，之前以字符为单位。采用 {other} 时，结果是 {result}。',
  'note.star-pattern':
    '模式 `*` 不是正则表达式；Istio 把它当作“存在即可”（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.prefix-trailing-slash':
    '前缀末尾的斜杠是否算一个字符没有规定（此处：{chosen}）。采用 {other} 时，{entry} 排在前面。',
  'note.criteria-order':
    '此处由两个匹配之间各准则的顺序决定（{chosen}）。采用 {other} 时，{entry} 排在前面。',
  'note.name-order': '此处由命名空间与名称的排序方式决定（{chosen}）。采用 {other} 时，{entry} 排在前面。',
  'note.regex-rank':
    '正则表达式排在精确路径与前缀之间的哪个位置由实现决定（此处：{chosen}）。采用 {other} 时，{entry} 排在前面。',
  'note.request-refused':
    '有些请求 Envoy 在查看任何路由之前就回应 400：它不认识的方法、带路径的 CONNECT、`%00`（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.underscore-header':
    '请求有一个名称含 `_` 的请求头；Envoy Gateway 会以 400 拒绝（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.hostname-fallthrough':
    '较具体的主机名没有匹配的规则时，由较不具体的主机名的路由接收；Envoy 不会这样做（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.listener-isolation':
    '较不具体的监听器的路由是否也算由实现决定（此处的隔离：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.misdirected-request':
    '这个请求的主机属于另一个监听器，而不是它的 TLS 连接所属的那个；并非每个实现都会察觉（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.mesh-reference-grant':
    '{service} 在另一个命名空间，而且没有 ReferenceGrant 允许；网格是否需要它没有规定（此处：{chosen}）。',
  'note.groups-united':
    '此处 {namespace} 的消费者路由与生产者路由在同一个列表中竞争；按规范只会用消费者路由。',
  'note.kinds-coexist': '{route} 在这个端口上与 {kind} 类型的路由并存；按规范只有 {kind} 生效。',
  'note.client-outside-mesh':
    '客户端在网格之外；生产者路由是否对它生效没有规定（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.experimental-field': '{fields} 属于实验通道：只有标准通道 CRD 的集群会默默丢弃它。',
  'note.policies-overlap':
    '同一目标上有同一类型的消费者策略与生产者策略；两者是否都生效没有规定（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.redirect-query':
    '重定向是否保留查询字符串没有规定（此处：{chosen}）。采用 {other} 时，它指向 {result}。',
  'note.redirect-host-port':
    '按规范，Host 请求头的端口不会留在这个重定向中；没有指定端口时 Envoy 会保留它（此处：{chosen}）。采用 {other} 时，它指向 {result}。',
  'note.redirect-default-port':
    '无论协议为何，Envoy Gateway 都会在重定向中省略端口 80 与 443（此处：{chosen}）。采用 {other} 时，它指向 {result}。',
  'note.prefix-redirect':
    '各实现在重定向中替换前缀的方式不同（此处：{chosen}）。采用 {other} 时，它指向 {result}。',
  'note.root-prefix':
    'Envoy 把前缀 `/` 当作一个字符替换，替换内容后面没有斜杠（此处：{chosen}）。采用 {other} 时，路径是 {result}。',
  'note.removed-header':
    '同一个修改器移除一个标头，又设置或添加它；先后顺序没有规定，Envoy 先移除（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.sniffed-port':
    '目的端口的名称没有说明协议。在这种端口上，Istio 的代理依目的地址而非 Host 请求头选择（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.host-header-port':
    'Host 请求头中的端口与请求的端口不同；Istio 忽略它（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.grpc-as-paths':
    'Istio 把 GRPCRoute 当作路径与标头的条件：它也接受不是 gRPC 的请求，它的规则与 HTTPRoute 的规则在同一个列表中（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.parent-ports-apart':
    '有些路由在 parentRef 中写了端口，有些没有。Istio 不合并它们：在这个端口上，只有含最旧路由的那一组生效（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.headless-service-routed':
    '这个 Service 是 headless。按规范，没有路由作用于它；Istio 在可能是 HTTP 的端口上应用路由（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.connection-routes-everywhere':
    '另一个命名空间的 TCPRoute 或 TLSRoute 指向这个 Service。在 Istio 中，它作用于所有命名空间的客户端（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.other-server-name':
    '没有 TLSRoute 列出这个连接的服务器名称。Istio 把这种连接送到原来的目的地址（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.unsupported-filter':
    '某条路由有 Istio 不支持的过滤器，或某个 GRPCRoute 的镜像没有可用的后端；Istio 会忽略整条路由（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.selector-unmatched':
    '某个 Service 的选择器不匹配这些清单中的任何工作负载，而其中有其他工作负载；结果取决于它有没有端点（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.last-header-change':
    '规则与它的 backendRef 修改同一个标头；以哪个为准没有规定（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.filter-local-response':
    '响应过滤器是否作用于数据平面自己的响应没有规定（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.mirror-with-redirect':
    '镜像与重定向可以并存；Istio 不镜像任何请求，Envoy Gateway 拒绝这条规则（此处：{chosen}）。采用 {other} 时：{result}。',
  'note.retried-errors':
    '除了列出的状态码之外还会重试什么由实现决定（此处：{chosen}；Istio 与 Envoy Gateway 只重试无法建立的连接）。采用 {other} 时，结果是 {result}。',
  'note.retry-codes-unspecified':
    '重试设置没有列出状态码；这时重试哪些没有规定（此处：{chosen}）。采用 {other} 时，结果是 {result}。',
  'note.timeout-unspecified':
    '规则没有设置超时；这时以什么为准没有规定（此处：{chosen}；Envoy Gateway 在 15 s 后结束请求）。采用 {other} 时，结果是 {result}。',
  'note.backoff-jittered': '按规范，{backoff} 的等待是下限；Envoy 等待一段随机时间，最长大约这么久。',
  'note.one-level-only': '不会再查看 {service} 上的路由：路由只发生一次。',
  'note.grpc-on-http-route': '{route} 是 HTTPRoute：它把 gRPC 请求看作对该方法路径的 POST。',
  'note.retry-unspecified': '重试设置没有说明次数；这时重试几次没有规定。',
  'note.path-not-normalised':
    '代理在比较 {path} 之前可能先改写它：Istio 改为 {istio}，Envoy Gateway 改为 {gateway}（此处：{chosen}）。',
  'note.path-not-normalised-redirect':
    '代理在比较 {path} 之前可能先改写它：Istio 改为 {istio}；Envoy Gateway 以重定向（307）指向 {gateway}（此处：{chosen}）。',
  'note.endpoints-unknown': '资源清单没有说明 {service} 有几个端点；这里视为它会响应。',
  'note.age-unknown': '{loser} 没有 creationTimestamp，视为比 {winner} 新。',
  'note.name-decided':
    '{winner} 排在 {loser} 之前，只因名称的字母顺序。在集群中较旧的路由优先；这些资源清单没有说明它们的新旧。',
  'note.name-decided-dated': '{winner} 与 {loser} 一样旧：只由名称的字母顺序决定。',
  'note.regex-invalid': '{pattern} 不是 RE2 模式（{reason}），永远不会匹配。',
  'note.no-backends': '没有 backendRefs 的规则返回 500；请求不会发往路由所绑定的 Service。',
  'note.zero-weight': '规则的权重全为零时，规范没有规定状态码；当前的语义返回 {status}。',
  'note.backends-elided': '资源清单省略了这条规则的后端（`...`）；这里解读为 {service} 本身。',
  'note.filter-broken': '过滤器 {filter} 无法使用；需要它的请求会得到错误，而不是跳过它。',
  'note.mirror-dropped': '发往 {service} 的镜像无法使用，因此丢弃；请求本身不受影响。',
  'note.kind-conflict': '{route} 在这个端口上被忽略：端口已由 {lostTo} 取得，而一个端口只适用一种路由。',
  'note.http-on-grpc-route': '这里只适用 GRPCRoute，而这不是 gRPC 请求：全都不匹配。',
  'note.backend-ref-unresolved': '{service} 无法使用（{cause}）：分配给它的请求会得到错误。',
  'note.no-ready-endpoints': '{service} 没有就绪的端点。',
  'note.protocol-mismatch': '此端口上的 {kind} 查看的是请求内容；对原始连接不起作用。',
  'note.consumer-routes-elsewhere': '{namespaces} 有针对这个 Service 的消费者路由；只有那里的客户端看得到。',
};
