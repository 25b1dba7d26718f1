import type { MESH_CODES } from '../../findings/codes-mesh.ts';
import { listed } from '../chinese-lists.ts';
import { type Args, wordsFor } from '../finding-words.ts';

/** 每个网格代码各有一两句话：哪里不对、有什么影响、该怎么做。 */
export const MESH_SENTENCES_ZH_HANS: Readonly<Record<keyof typeof MESH_CODES, (args: Args) => string>> = {
  'subset-undefined': ({ route, service, subset, clients, rules }) =>
    `\`${route}\` 发往 \`${service}\` 的子集 \`${subset}\`，但${clients === '' ? '其客户端' : clients === '*' ? '其他命名空间的客户端' : ` ${listed(clients)} 的客户端`}的 DestinationRule 没有定义它。它们得到 503。${rules === '' ? '' : `只有 ${listed(rules)} 为其他客户端定义了它。`}`,
  'subset-selects-nothing': ({ resource, subset, service, labels }) =>
    `\`${resource}\` 的子集 \`${subset}\` 没有选到工作负载：\`${service}\` 的 Pod 都没有标签 \`${labels}\`。发往它的请求得到 503。`,
  'virtual-service-hidden': ({ resource, other, host }) =>
    `\`${resource}\` 对 \`${host}\` 永远不起作用，因为对每个客户端，这个主机都属于 \`${other}\`。Istio 不合并网格中的 VirtualService。`,
  'virtual-services-conflict': ({ resource, other, host, clients }) =>
    `对 ${listed(clients)} 的客户端，\`${resource}\` 对 \`${host}\` 不起作用，因为对它们而言这个主机属于 \`${other}\`。Istio 不合并网格中的 VirtualService。`,
  'dialects-mixed': ({ route, service, winners, clients }) =>
    `对 ${clients} 的客户端，\`${route}\` 在 \`${service}\` 上不生效：由 \`${winners}\` 决定。Istio 不会合并 VirtualService 与 Gateway API 的路由，只有另一方匹配到的请求会得到 404。\`*\` 表示其他所有命名空间。`,
  'service-not-exported': ({ service, exportTo }) =>
    `\`${service}\` 导出到 \`${exportTo}\`，这些清单中没有这样的命名空间。网格的代理不知道这个 Service，因此它的路由不起作用。`,
  'istio-gateway-missing': ({ resource, gateway }) =>
    `\`${resource}\` 指定网关 \`${gateway}\`，但资源清单中没有这个名称的 Istio Gateway。这些规则不会在任何网关应用。`,
  'host-not-at-gateway': ({ resource, host, gateways }) =>
    `${gateways} 没有任何服务器包含 \`${resource}\` 的主机 \`${host}\`，因此那里的请求会得到 404。把主机加入服务器，或移除它。`,
  'gateway-selects-nothing': ({ resource, labels }) =>
    `\`${resource}\` 选择带有 \`${labels}\` 的 Pod，但资源清单中没有 Pod 带有这些标签。没有 Pod 接受它的请求。`,
  'gateway-servers-conflict': ({ resource, server, port, other, kept, why }) =>
    `网关略过 \`${resource}\` 在端口 ${port} 的服务器 \`${server}\`，因为 \`${other}\` 的服务器 \`${kept}\` ${wordsFor(CONFLICTS, why)}。`,
  'service-entry-refused': ({ resource, why }) => `Istio 拒绝 \`${resource}\`：${wordsFor(REFUSALS, why)}。`,
  'cors-policy-refused': ({ resource, why, value }) =>
    `Istio 拒绝 \`${resource}\`：它的 CORS 策略中，${wordsFor(CORS_REFUSALS, why)}${value === '' ? '' : `（\`${value}\`）`}。`,
  'virtual-environment-replaced': ({ resource, by }) =>
    `KT-env 会删除 \`${resource}\`，因为一个命名空间只有一个 VirtualEnvironment，而 \`${by}\` 较新，或在清单中排在最后。`,
  'virtual-environment-without-effect': ({ resource, namespace, label, services }) =>
    `\`${resource}\` 没有写下任何规则。${services === '' ? `${namespace} 中没有 Service 选到带有标签 \`${label}\` 的 Deployment 或 StatefulSet。` : `Service ${listed(services)} 各自的规则都少于两条：需要名称以 \`http\` 开头的端口，以及默认以外的环境。`}`,
  'lane-default-missing': ({ resource, subset, service, label }) =>
    `\`${service}\` 没有 \`${resource}\` 的默认子集 \`${subset}\`：它的工作负载都没有值为此的标签 \`${label}\`。没有规则匹配的请求得到 503。`,
  'lane-port-not-http': ({ service, port, environment, environments }) =>
    `\`${service}\` 的端口 ${port} 的名称不以 \`http\` 开头，因此 \`${environment}\` 不为它写规则。它的请求分散到所有环境（${listed(environments)}）。`,
  'object-overwritten': ({ resource, by, how }) =>
    `KT-env 会${how === 'deleted' ? '删除' : '取代'} \`${resource}\`${how === 'deleted' ? '' : ' 的 spec'}，因为它的名称与 \`${by}\` 所管的 Service 相同。`,
};

const CONFLICTS = {
  protocol: '以另一种协议使用这个端口',
  host: '在这个端口已有其中一个主机',
  'port-name': '有相同的端口名称',
};

const REFUSALS = {
  'no-hosts': '它没有主机',
  'host-star': '不允许主机 `*`',
  'selector-and-endpoints': '它同时有 workloadSelector 与 endpoints',
  'none-with-endpoints': 'resolution 为 NONE 时不能有 endpoints',
  'network-with-dns': '以网络作为地址时，resolution 必须是 NONE 或 STATIC',
  'several-endpoints': 'resolution 为 DNS_ROUND_ROBIN 时只能有一个端点',
  'wildcard-with-dns': 'DNS 无法查询通配符主机，因此需要 endpoints，或把 resolution 设为 NONE',
  protocol: 'Istio 不认识这个端口的协议',
  'port-twice': '两个端口有相同的号码',
};

const CORS_REFUSALS = {
  'origin-empty': '有一个允许的来源没有值',
  pattern: 'RE2 读不懂一个正则表达式',
  method: '有 Istio 不认识的方法',
  header: '有标头名称无效',
  'max-age': 'maxAge 必须是整数秒，例如 `24h`',
};
