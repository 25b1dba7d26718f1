import type { ROUTING_CODES } from '../../findings/codes-routing.ts';
import { namespacedNameIn } from '../../ids/ids.ts';
import { listed } from '../chinese-lists.ts';
import type { ROUTING_FIXES, ROUTING_NOTES } from '../en/findings-routing.ts';
import type { Args } from '../finding-words.ts';

/** 每个路由代码各有一两句话：哪里不对、有什么影响、该怎么做。 */
export const ROUTING_SENTENCES_ZH_HANS: Readonly<Record<keyof typeof ROUTING_CODES, (args: Args) => string>> =
  {
    'duplicate-resource': ({ resource }) =>
      `\`${resource}\` 声明了不止一次；以最后一个为准，和 \`kubectl apply\` 的结果一样。`,
    'parent-service-missing': ({ route, service }) =>
      `\`${route}\` 以 Service \`${service}\` 为父级，但没有资源清单声明它：这条路由对什么都不起作用。`,
    'parent-service-assumed': ({ service, port }) =>
      `没有资源清单声明 Service \`${service}\`。因为这里一个 Service 都没有声明，所以推定它存在，端口是 ${port}。`,
    'parent-service-headless': ({ route, service }) =>
      `Service \`${service}\` 是 headless（\`clusterIP: None\`）：它没有前端，因此 \`${route}\` 在那里不起作用。`,
    'parent-service-external-name': ({ route, service }) =>
      `Service \`${service}\` 是 ExternalName：它在集群中没有前端，因此 \`${route}\` 在那里不起作用。`,
    'parent-port-missing': ({ route, service, port, ports }) =>
      `Service \`${service}\` 没有端口 ${port}${ports === '' ? '' : `（有 ${listed(ports)}）`}：\`${route}\` 不会附加在那里。`,
    'parent-section-missing': ({ route, service, section, sections }) =>
      `Service \`${service}\` 没有名为 \`${section}\` 的端口${sections === '' ? '' : `（有 ${listed(sections)}）`}：\`${route}\` 不会附加在那里。`,
    'parent-kind-not-simulated': ({ route, parent }) =>
      `\`${route}\` 还以 \`${parent}\` 为父级，这里不模拟这种父级。`,
    'parent-kind-outdated': ({ route, parent }) =>
      `\`${route}\` 以实验性种类 \`XListenerSet\` 指称 \`${parent}\`，而这个种类已不存在：现在是 \`gateway.networking.k8s.io\` 的 \`ListenerSet\`。在那里没有人接收这条路由。`,
    'parent-group-wrong': ({ route, parent, kind, group }) =>
      `\`${route}\` 在 API 组 \`${group}\` 中寻找 ${kind} \`${parent}\`；${kind} 属于 \`gateway.networking.k8s.io\`。在那里没有人接收这条路由，也没有人写入状态。`,
    'parent-service-without-group': ({ route, parent, written }) =>
      `\`${route}\` 在组 \`${written}\` 中指定 Service \`${parent}\`。Service 属于核心组：没有 \`group: ""\`，路由不会附着到它。`,
    'parent-kind-misspelt': ({ route, parent, written, kind }) =>
      `\`${route}\` 以类型 \`${written}\` 指定 \`${parent}\`。正确的类型是 \`${kind}\`：路由没有附着。`,
    'parent-gateway-is-service': ({ route, parent }) =>
      `\`${route}\` 指定 Gateway \`${parent}\`，没有清单声明它，却有一个同名的 Service。要附着到该 Service，请写 \`group: ""\` 和 \`kind: Service\`。`,
    'parent-ports-hide-routes': ({ route, other, service, port }) =>
      `\`${route}\` 在 Service \`${service}\` 的端口 ${port} 不生效：生效的是 \`${other}\`，而两者只有一个在 parentRef 中写了端口。Istio 不合并这样的路由，由较旧的生效。`,
    'route-kind-conflict': ({ route, kind, service, port }) =>
      `\`${route}\` 在 Service \`${service}\` 的端口 ${port} 让位给 ${kind}：一个端口只适用一种路由。`,
    'hostnames-ignored': ({ route, hostnames }) =>
      `\`${route}\` 的主机名（${listed(hostnames)}）在网格中不起作用；请改为匹配 \`Host\` 请求头。`,
    'route-without-parents': ({ route }) => `\`${route}\` 没有 parentRefs：它对什么都不起作用。`,
    'route-without-rules': ({ route }) =>
      `\`${route}\` 没有规则：什么请求都不匹配，凡是它适用的请求都会被拒绝。`,
    'backend-service-missing': ({ route, service }) =>
      `\`${route}\` 转发到 Service \`${service}\`，但没有资源清单声明它：分配给它的请求会得到 500。`,
    'backend-port-missing': ({ route, service, port, ports }) =>
      `\`${route}\` 转发到 Service \`${service}\` 的端口 ${port}，但它${ports === '' ? '没有端口' : `只有 ${listed(ports)}`}：分配给它的请求会得到 500。`,
    'backend-port-is-target-port': ({ service, port, use }) =>
      `${port} 是 Service \`${service}\` 的目标端口；backendRef 要写的是 Service 的端口，这里是 ${use}。`,
    'backend-kind-unknown': ({ route, kind }) =>
      `\`${route}\` 转发到 \`${kind}\`，这种资源在这里不能当作后端：分配给它的请求会得到 500。`,
    'backend-ref-not-permitted': ({ route, service }) =>
      `\`${route}\` 不得引用另一个命名空间的 Service \`${service}\`：那里没有 ReferenceGrant 允许它，分配给它的请求会得到 500。`,
    'backend-external-name': ({ route, service }) =>
      `\`${route}\` 转发到 ExternalName Service \`${service}\`，它没有自己的端点：分配给它的请求会得到 500。`,
    'backend-protocol-incompatible': ({ route, service, port, protocol }) =>
      `Service \`${service}\` 的端口 ${port} 使用 \`${protocol}\`，与 \`${route}\` 不兼容：分配给它的请求会得到 500。`,
    'backend-without-endpoints': ({ service, port }) =>
      `Service \`${service}\` 的端口 ${port} 没有就绪的端点：分配给它的请求会得到 503。`,
    'rule-without-backends': ({ route, rule }) =>
      `\`${route}\` 的规则 ${rule} 没有 backendRefs：由它胜出的请求会得到 500，而不是发到作为父级的 Service。`,
    'routes-contested': ({ winner, loser, rule, by, request }) =>
      `\`${winner}\` 与 \`${loser}\` 的规则 ${rule} 同样符合 \`${request}\`，做的事却不同：请求由 \`${winner}\` 得到，只因为${by === 'age' ? '它更早' : '它的命名空间与名称排在前面；资源清单没有写出可以决定先后的创建时间'}。`,
    'rule-never-reached': ({ route, rule, blockers, effect, open = '' }) =>
      `没有任何请求能到 \`${route}\` 的规则 ${rule}：全都先被 \`${entries(blockers)}\` 取走${effectOf(effect)}。${openOf(open)}`,
    'match-never-reached': ({ route, rule, match, blockers, effect, open = '' }) =>
      `没有任何请求能到 \`${route}\` 的规则 ${rule} 的匹配 ${match}：全都先被 \`${entries(blockers)}\` 取走${effectOf(effect)}。${openOf(open)}`,
    'catch-all-missing': ({ service, route, lacks, request }) =>
      `\`${route}\` 接收带有 \`${lacks}\` 的请求，而没有带的则无人接收：在 \`${service}\`，\`${request}\` 会被拒绝。`,
    'consumer-routes-hide-producer': ({ namespace, service, consumer, producer, request }) =>
      `\`${namespace}\` 的客户端无法发出 \`${producer}\` 为其他人接收的请求：在 \`${service}\`，只有 \`${namespace}\` 的消费者路由（\`${consumer}\`）适用于它们，\`${request}\` 会被拒绝。`,
    'weights-all-zero': ({ route, rule }) =>
      `\`${route}\` 的规则 ${rule} 权重全为零：由它胜出的请求不会转发。`,
    'mirror-target-unusable': ({ route, service }) =>
      `\`${route}\` 镜像到 Service \`${service}\`，但它无法使用：副本会被丢弃，请求本身不受影响。`,
    'access-policy-incomplete': ({ policy, part }) =>
      `\`${policy}\` 需要 \`${part}\`，而它缺少或是空的。Istio 会拒绝它。`,
    'access-key-unknown': ({ policy, key }) =>
      `\`${policy}\` 有对 \`${key}\` 的条件，而 Istio 没有这个属性。Istio 会拒绝它。`,
    'access-selects-nothing': ({ policy, selector }) =>
      `\`${policy}\` 的选择器（${selector}）没有选中那里声明的任何工作负载，所以策略对什么都不适用。`,
    'access-rule-on-connections': ({ policy, rule, port, action }) =>
      action === 'ALLOW'
        ? `\`${policy}\` 的规则 ${rule} 要读请求，但 \`${port}\` 不是 HTTP：规则在那里永不匹配，策略因而拒绝每个连接。`
        : `\`${policy}\` 的规则 ${rule} 要读请求，但 \`${port}\` 不是 HTTP：条件在那里被忽略，规则因而拒绝每个连接。`,
    'access-account-undeclared': ({ policy, principal }) =>
      `\`${policy}\` 写了 \`${principal}\`；资源清单中没有工作负载或 ServiceAccount 有这个身份。`,
    'selector-picks-nothing': ({ service, selector }) =>
      `Service \`${service}\` 的选择器（${selector}）没有选中其命名空间中声明的任何工作负载。`,
    'parent-gateway-missing': ({ route, gateway }) =>
      `\`${route}\` 以 \`${gateway}\` 为父级，但没有资源清单声明它：没有人接收这条路由，也没有人写入状态。`,
    'default-gateway-missing': ({ route }) =>
      `\`${route}\` 要用默认的 Gateway（\`useDefaultGateways: All\`），但这里没有任何 Gateway 设了 \`defaultScope: All\`。`,
    'gateway-class-missing': ({ gateway, class: name }) =>
      `\`${gateway}\` 的类是 \`${name}\`，但没有资源清单声明它：这个 Gateway 会一直等待。`,
    'parameters-missing': ({ resource, parameters }) =>
      `\`${resource}\` 的设置取自 \`${parameters}\`，但没有资源清单声明它：不会被接受（InvalidParameters）。`,
    'address-type-unsupported': ({ gateway, type }) =>
      `\`${gateway}\` 要求类型为 \`${type}\` 的地址，这个类型专属于某个实现：在其他实现中不会被接受（UnsupportedAddress），在这里也不接收流量。`,
    'listener-not-found': ({ route, gateway, section, port, listeners }) => {
      const wanted = [
        section === '' ? [] : `监听器 \`${section}\``,
        port === '' ? [] : `端口 ${port}`,
      ].flat();
      return `\`${route}\` 要求 \`${gateway}\` 的${wanted.join(' 与')}，但它${listeners === '' ? '没有监听器' : `只有 ${listed(listeners)}`}：不会被接受（NoMatchingParent）。`;
    },
    'listener-refuses-kind': ({ route, gateway, kind }) =>
      `\`${route}\` 所要求的 \`${gateway}\` 的监听器都不接受 ${kind}：不会被接受（NotAllowedByListeners）。`,
    'listener-refuses-namespace': ({ route, gateway, namespace }) =>
      `\`${gateway}\` 的监听器不接受命名空间 \`${namespace}\` 的路由：\`${route}\` 不会被接受（NotAllowedByListeners）。默认只接受 Gateway 自己命名空间的路由。`,
    'listener-hostname-mismatch': ({ route, gateway, hostnames, listeners }) =>
      `\`${route}\` 的主机名（${listed(hostnames)}）与 \`${gateway}\` 的监听器的主机名（${listed(listeners)}）没有交集：不会被接受。`,
    'listener-conflicted': ({ listener, reason }) =>
      `\`${listener}\` 与同一端口上的另一个监听器无法区分（${reason}）：它不接收流量。`,
    'listener-protocol-unsupported': ({ listener, protocol }) =>
      `\`${listener}\` 使用 \`${protocol}\`，这是某个实现专属的协议：不在模拟范围内。`,
    'policy-target-missing': ({ policy, target }) =>
      `\`${policy}\` 以 \`${target}\` 为目标，但没有资源清单声明它：这个策略在那里不起作用。`,
    'policy-section-missing': ({ policy, target, section }) =>
      `\`${policy}\` 以 \`${target}\` 的 \`${section}\` 这个部分为目标，但它没有这个名称的部分：策略没有附加。`,
    'policy-conflicted': ({ policy, target }) =>
      `较早的同类策略已经占有 \`${target}\`：\`${policy}\` 在那里不起作用（Conflicted）。`,
    'field-dropped': ({ field }) => `Gateway API 的标准通道没有 \`${field}\`：集群会静默丢弃它。`,
    'kind-not-in-channel': ({ kind, group }) =>
      `安装 Gateway API 标准通道的集群没有 \`${kind}\`（\`${group}\`）：\`kubectl apply\` 会拒绝这份文档。`,
    'gateway-assumed': ({ route, gateway }) =>
      `\`${route}\` 以 \`${gateway}\` 为父级，但没有资源清单声明任何 Gateway：这里推定它存在，有 parentRefs 所写的监听器，并接受所有命名空间的路由。`,
    'listener-kind-invalid': ({ listener, kinds }) =>
      `\`${listener}\` 允许的种类（${listed(kinds)}）与它的协议不合：这些种类已跳过。`,
    'listener-https-without-tls': ({ listener }) =>
      `\`${listener}\` 使用 HTTPS 却没有 \`tls\`，也就没有证书可以出示：集群会收下它，但它不接收流量（Programmed=False）。`,
    'certificate-unusable': ({ listener }) =>
      `\`${listener}\` 有证书不存在或格式有误：这个监听器不接收流量。`,
    'certificate-not-permitted': ({ listener }) =>
      `\`${listener}\` 有证书位于另一个命名空间，而那里没有 ReferenceGrant 允许它。`,
    'listener-set-not-allowed': ({ set, gateway }) =>
      `\`${gateway}\` 不让 \`${set}\` 加入监听器：没有另外设置时，\`allowedListeners\` 就是 None。`,
    'listener-set-parent-missing': ({ set, gateway }) =>
      `\`${set}\` 属于 \`${gateway}\`，但没有资源清单声明这个 Gateway：它的监听器不属于任何人，也没有路由会附加在上面。`,
    'route-kinds-share-hostname': ({ route, other, listener }) =>
      `\`${route}\` 与 \`${other}\` 在 \`${listener}\` 上用于相同的主机名。这里两者都会被接受，调用先试 GRPCRoute；有些实现可能只接受较早的那一条。`,
    'redirect-to-itself': ({ route, rule, listener }) =>
      `\`${route}\` 的规则 ${rule} 把从 \`${listener}\` 进来的请求重定向回同一个监听器，主机与路径都不变：客户端会一直绕圈。`,
    'host-header-modified': ({ route, rule }) =>
      `\`${route}\` 的规则 ${rule} 用标头修改设置 \`Host\` 请求头。后端会收到新的主机，但 Envoy Gateway 拒绝这样的过滤器：请用 URLRewrite 的 \`hostname\`。`,
    'header-value-percent': ({ route, header, value }) =>
      `\`${route}\` 把标头 \`${header}\` 设为 \`${value}\`。由 Envoy 构成的数据平面把 \`%\` 当作指令：会替换它，或拒绝整份配置。请为它们写成 \`%%\`。`,
    'path-without-slash': ({ route, value }) =>
      `\`${route}\` 把路径替换为 \`${value}\`，而它不以 \`/\` 开头：重定向会补上斜杠，重写则会发出不成路径的内容。`,
    'full-path-empty': ({ route }) =>
      `\`${route}\` 把整个路径替换为空字符串。此处视为 \`/\`；Envoy 则保留原来的路径。`,
    'full-path-with-query': ({ route, value }) =>
      `\`${route}\` 把整个路径替换为 \`${value}\`，其中含有查询字符串：在重定向中它取代请求自己的查询字符串，在重写中请求的查询字符串接在它后面。`,
    'query-value-not-raw': ({ route, parameter, value }) =>
      `\`${route}\` 要求查询参数 \`${parameter}\` 的值为 \`${value}\`，而 URL 无法原样携带它。比较原始文本的实现（包括 Istio 与 Envoy Gateway）永远不会匹配。`,
    'header-name-underscore': ({ route, header }) =>
      `\`${route}\` 要求请求头 \`${header}\`。在这个配置档下，名称含 \`_\` 的请求头会使请求得到 400：这样的请求到不了这里。`,
    'regex-invalid': ({ pattern, reason }) =>
      `\`${pattern}\` 不是 RE2 模式（\`${reason}\`）：这项匹配永远不成立。`,
    'backend-kind-not-simulated': ({ route, backend }) =>
      `\`${route}\` 转发到 \`${backend}\`，这种后端要看实现是否支持，也不在模拟范围内：它那一份请求的结果未知。`,
    'backend-object-missing': ({ route, backend, kind }) =>
      `\`${route}\` 转发到 \`${backend}\`，但没有资源清单声明它，尽管声明了其他的 ${kind}：它那一份请求会得到 500。`,
    'extension-filter-missing': ({ route, filter, kind }) =>
      `\`${route}\` 引用过滤器 \`${filter}\`，但没有资源清单声明它，尽管声明了其他的 ${kind}：这条规则的请求会得到 500。`,
    'namespace-labels-unknown': ({ resource, gateway, namespace }) =>
      `\`${gateway}\` 按标签选择命名空间，而没有资源清单声明 Namespace \`${namespace}\`：它是否接受 \`${resource}\` 无从得知；这里推定它接受。`,
    'tcp-route-at-tls-listener': ({ route, gateway }) =>
      `\`${route}\` 所指的 \`${gateway}\` 监听器会终止 TLS。按规范，这种监听器不接受 TCPRoute；有些实现会接受（语义 \`istio\`）。`,
    'client-certificate-unusable': ({ resource, certificate, why }) =>
      `\`${resource}\` 向后端出示的证书无法使用：\`${certificate}\`，${why === 'kind' ? '这种资源不能存放证书' : why === 'not-permitted' ? '位于其他命名空间，而那里没有 ReferenceGrant 允许' : '不存在或格式不对'}。`,
    'ca-certificate-unusable': ({ resource, certificate, why }) =>
      `\`${resource}\` 无法以 \`${certificate}\` 检查证书：${why === 'kind' ? '这种资源不能存放证书' : why === 'not-permitted' ? '位于其他命名空间，而那里没有 ReferenceGrant 允许' : '不存在或格式不对'}。`,
    'listener-set-parent-not-accepted': ({ set, gateway, reason }) =>
      `\`${gateway}\` 没有被接受（${reason}），因此 \`${set}\` 也没有：它的监听器不接收流量。`,
    'external-auth-unusable': ({ route, cause }) =>
      `\`${route}\` 的 ExternalAuth 过滤器所询问的服务器无法使用（${cause}）：这条规则的请求会得到 500。`,
    'ca-certificates-all-unusable': ({ resource }) =>
      `\`${resource}\` 的 CA 证书全都无法使用：无法检查该检查的证书，因此它的连接会失败。`,
    'listeners-not-valid': ({ resource }) =>
      `\`${resource}\` 的监听器全都无效，因此它没有被接受（ListenersNotValid）：不接收流量。`,
    'client-validation-unusable': ({ listener, gateway }) =>
      `\`${gateway}\` 要求检查客户端证书，而它的 CA 证书并非全都可用：这也适用于 \`${listener}\`。`,
    'backend-transport-mismatch': ({ route, service, port, protocol, transport }) =>
      `Service \`${service}\` 的端口 ${port} 是 ${protocol}，而 \`${route}\` 转发的是 ${transport}：它那一份会被丢弃。`,
    'address-not-an-ip': ({ gateway, value }) => `\`${gateway}\` 要求地址 \`${value}\`，但这不是 IP 地址。`,
    'backend-expects-tls': ({ route, service, port, sign }) =>
      `Service \`${service}\` 的端口 ${port} 看来使用 TLS（\`${sign}\`），而 \`${route}\` 以明文转发：没有 BackendTLSPolicy 以它为目标。端口的号码与名称并不决定这件事。`,
    'cors-preflight-unmatched': ({ route, rule, on }) =>
      `没有预检请求能匹配 \`${route}\` 的规则 ${rule}（它要求 \`${on}\`）：浏览器发出的是 OPTIONS，也不带请求本身的标头，因此 CORS 过滤器永远不会回应它。`,
    'weights-across-rules': ({ route, rule, first }) =>
      `\`${route}\` 的规则 ${first} 与 ${rule} 匹配同样的请求：权重只在一条规则之内计算，因此规则 ${first} 接收全部。请把两个后端放进同一条规则。`,
    'reference-grant-near-miss': ({ grant, field, written, wanted, from, target }) =>
      `\`${grant}\` 并不允许 ${from} 引用 \`${target}\`：它的 \`${field}\` 是 \`${written}\`，必须是 \`${wanted}\`。`,
  };

/** `HTTPRoute/a/b rule 0 match 1` 这样的条目；名称不含空格。 */
function entries(names: string | number | undefined): string {
  return listed(names).replace(/ rule (\d+) match (\d+)/g, ' 规则 $1 匹配 $2');
}

function effectOf(effect: string | number | undefined): string {
  return effect === 'different' ? '，而且那里的处理不同' : '，不过那里的处理相同';
}

/** 相关位置旁的说明。 */
export const ROUTING_NOTES_ZH_HANS: Readonly<Record<keyof typeof ROUTING_NOTES, string>> = {
  'similar-name': '这个名称很相似',
  'the-one-that-counts': '以这一个为准',
  'policy-target': '它的目标',
  'the-other-route': '另一条路由在这里',
  'same-name-elsewhere': '这里有同名的 Service',
  'takes-the-requests': '请求由这里取走',
  'takes-it-elsewhere': '其他客户端由这里接收',
};

/** 修正的标题。 */
export const ROUTING_FIXES_ZH_HANS: Readonly<Record<keyof typeof ROUTING_FIXES, (args: Args) => string>> = {
  'use-name': ({ name }) => `改用 \`${name}\``,
  'allow-namespace': ({ namespace, listener }) => `让监听器 \`${listener}\` 接受 \`${namespace}\` 的路由`,
  'use-certificate': ({ secret }) => `使用 Secret \`${secret}\` 中的证书`,
  'use-parent': ({ kind, parent }) => `附着到 ${kind} \`${parent}\``,
  'use-namespace': ({ namespace }) => `使用命名空间 \`${namespace}\``,
  'use-gateway-group': ({ kind }) => `使用 \`gateway.networking.k8s.io\` 的 ${kind}`,
  'use-service-port': ({ port }) => `改用端口 ${port}`,
  'use-section': ({ section }) => `改用 \`${section}\` 这个部分`,
  'add-group': ({ group }) => `加入 \`group: ${group}\``,
  'add-reference-grant': ({ namespace }) => `在命名空间 \`${namespace}\` 加入 ReferenceGrant`,
  'add-catch-all': ({ service, port }) => `其余请求都发到 \`${service}:${port}\``,
  'add-service': ({ service }) => `声明 Service \`${service}\``,
  'add-hidden-rule': ({ from, rule, route, grants = 0 }) =>
    `把 \`${namespacedNameIn(String(from))}\` 的规则 ${rule} 加到 \`${namespacedNameIn(String(route))}\`${withGrant(grants)}`,
  'add-path-rule': ({ path, route, grants = 0 }) =>
    `在 \`${namespacedNameIn(String(route))}\` 加入 \`${path}\` 的规则${withGrant(grants)}`,
  'add-catch-all-to': ({ service, port, route, grants = 0 }) =>
    `在 \`${namespacedNameIn(String(route))}\` 加入其余请求的规则：发到 \`${service}:${port}\`${withGrant(grants)}`,
  'add-producer-route': ({ service }) => `加入 \`${service}\` 的生产者路由`,
  'add-consumer-route': ({ service, namespace, grants = 0 }) =>
    `在 \`${namespace}\` 加入 \`${service}\` 的消费者路由${withGrant(grants)}`,
  'add-gateway-route': ({ listener, service }) => `加入从监听器 \`${listener}\` 到 \`${service}\` 的路由`,
};

/** 返回修正一并加入的 ReferenceGrant。 */
function withGrant(grants: string | number): string {
  return grants === 0 ? '' : '，并加入 ReferenceGrant';
}

/** 失效规则所依据的、规范未作规定之处。 */
function openOf(open: Args[string]): string {
  const parts = String(open ?? '').split(', ');
  return (
    (parts.includes('regexRank')
      ? '这取决于配置档对正则表达式的排序，规范对此没有规定：其他实现可能有不同的结果。'
      : '') +
    (parts.includes('age') ? '这取决于名称的顺序：在集群中较早创建的路由优先，而这些清单没有创建时间。' : '')
  );
}
