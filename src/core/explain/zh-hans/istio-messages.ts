import type { IstioMessages } from '../en/istio-messages.ts';

/** 简体中文：关于 Istio 与 KT-env 对象的句子，属于 MESSAGES_ZH_HANS。 */
export const ISTIO_MESSAGES_ZH_HANS: IstioMessages = {
  'cause.NoCluster': '主机的端点由 DNS 找到，而没有一个端点带有该子集的标签，因此代理没有对应的集群',
  'cause.SubsetNotFound': '没有对这个客户端有效的 DestinationRule 定义该子集',
  'route.istio-gateway':
    '虚拟主机 {listener} 取得这个请求。在 Istio 的 Gateway，同一主机的所有 VirtualService 规则合为一份清单：按 VirtualService 的顺序，适用所有请求的规则排在最后。',
  'cause.registry-only': '出站流量策略 REGISTRY_ONLY 拒绝代理不认识的主机',
  'identify.virtual-host': '在 Istio 中由 Host 标头选择虚拟主机。端口 {port} 上的 {host} 是 {service}。',
  'identify.virtual-host-plain':
    '在 Istio 中由 Host 标头选择虚拟主机。端口 {port} 上的 {host} 由 VirtualService 声明。',
  'identify.blocked': '客户端的代理不认识端口 {port} 上的主机 {host}，而 REGISTRY_ONLY 拒绝未知的主机。',
  'step.5.written': '由书写顺序上第一条匹配的规则决定',
  'route.won-first': '{route} 的{rule}是 {count} 条匹配规则中的第一条，因此胜出。',
  'because.virtual-service': '这个主机归该 VirtualService 所有，由书写顺序上第一条匹配的规则胜出。',
  'because.generated': '{service} 的规则由 {via} 生成。',
  'route.virtual-service':
    '这个主机归一个 VirtualService 所有：按书写顺序，第一条匹配的规则胜出，不分消费者与生产者。',
  'reject.virtual-service': '这个主机归一个 VirtualService 所有，但 {count} 个候选全都不匹配。',
  'identify.outside-host': '在 Istio 中，Host 标头选出虚拟主机。ServiceEntry 声明了 {host} 的端口 {port}。',
  'identify.connection-sni': '客户端的代理不读取这个连接的内容。服务器名称 {name} 选出 {frontend}。',
  'identify.connection-port':
    '{host} 的端口 {port} 没有声明地址，也没有声明服务器名称。{frontend} 接收这个端口的其他所有连接。',
  'identify.connection-address': 'ServiceEntry 声明了 {host}。这个连接属于 {frontend}。',
  'note.outside-host':
    '代理通过 DNS 找到 {host} 的端口 {port}。资源清单没有说明它是否响应；这里视为它会响应。',
  'note.dialled-address':
    '{host} 的 ServiceEntry 的 resolution 是 NONE：无论规则写了什么，连接都前往客户端连接的地址与端口。',
  'note.gateway-pods-matter':
    '{gateway} 选择的 Pod 不在这些资源清单中，而 `exportTo`、对来源的条件或 DestinationRule 取决于它们的命名空间或标签。这个答案视为 Pod 在命名空间 {namespace}，并带有选择器的标签。',
  'note.gateway-pods-unknown':
    '{gateway} 选择的 Pod 不在这些资源清单中。这个答案视为 Pod 在命名空间 {namespace}，并应用资源清单中选择它们的 Gateway。',
  'note.tls-origination': '{by}：代理以 TLS（模式 {mode}）加密前往 {host} 端口 {port} 的连接。',
  'note.tls-twice':
    '{by}：代理以 TLS（模式 {mode}）加密前往 {host} 端口 {port} 的连接，而客户端已经加密。服务器收到 TLS 中的 TLS，通常会失败。',
  'note.tls-at-http-port':
    '{host} 的端口 {port} 声明为 HTTP，而客户端发送 TLS。代理无法读取，因此 HTTP 的规则都不适用：VirtualService 不适用，代理也不会加上 TLS。由出站流量策略决定这个连接的去向。（旧版 Istio 会返回 404 或中断连接。）把端口声明为 HTTPS 或 TLS，就能按服务器名称路由。',
  'note.host-port-unsent': 'Host 标头视为不含端口。发送 {host}:{port} 的客户端可能得到另一个答案。',
  'note.fault-delay': '故障注入使这些请求的 {percent} % 延迟 {delay}。',
  'note.client-labels-unknown':
    'Istio 会查看 {namespace} 中 Pod 的标签，但请求没有给出工作负载或标签。这个答案是针对没有标签的 Pod。',
  'note.subset-of-other-clients':
    '{rules} 定义了 {service} 的子集 {subset}，但不适用于这个客户端。每个客户端使用自己命名空间的 DestinationRule，否则使用 Service 命名空间的，两者不合并。',
  'note.lane-header-added':
    '请求没有这个标头，因此 Sidecar 加上 {header}，值为 {value}，也就是其 Pod 的环境（{environment}）。KT-env 的过滤器以旧名称指定插入位置，较新的 Istio 可能找不到；这样就不会有这个标头。',
  'note.lane-header-unknown':
    '{namespace} 的 Sidecar 会以其 Pod 的环境加上 {header}，但请求没有给出工作负载或标签。这个答案是针对没有环境的 Pod。',
  'note.lane-value-unknown':
    '{namespace} 中没有工作负载属于环境 {value}，因此没有规则指名它，改用默认规则。KT-env 在写入规则时才查找上层 {ancestor}，不是在请求到达时。',
  'note.lane-fallback':
    '{service} 在环境 {value} 中没有工作负载。规则使用 {instance}，这是其上最近一个有工作负载的层级。',
  'note.lane-default-missing':
    '{service} 的默认规则指名子集 {subset}，但 {service} 没有工作负载的标签 {label} 是这个值。代理没有这个集群。',
  'note.lane-alias-exact': '别名 {header} 的模式 {pattern} 没有占位符，因此 KT-env 以整个值与环境名称比较。',
  'note.lane-rule-order': '多个环境的规则都匹配（{subsets}）。{environment} 写入它们的顺序没有在清单中定义。',
  'note.lane-environments-several':
    'KT-env 保留命名空间中最新的 VirtualEnvironment，但清单没有说是哪一个。这里假设是 {environment}，而不是 {others}。',
  'outcome.denied': '访问被拒：{policies} 拒绝这个请求',
  'outcome.denied-connection': '访问被拒：{policies} 要求双向 TLS，服务器只接受这种连接',
  'outcome.access-unknown': '不确定：由 {what} 决定这个请求，而资源清单没有说明它所看的一切。',
  'outcome.access-differs': '不确定：同一个后端的 Pod 有不同的访问策略，结果取决于是哪个 Pod。',
  'access.shares': '各后端的访问策略不同。',
  'access.unrestricted': '没有访问策略选择那里的 Pod。',
  'access.not-denied': '那里没有访问策略拒绝它。',
  'access.allowed': '那里由 {policies} 允许。',
  'access.closed': '那里的服务器关闭连接，因为 {policies} 要求双向 TLS。',
  'access.denied': '那里由 {policies} 拒绝。',
  'access.unknown': '那里由 {policies} 决定，而它所看的并非全部已知。',
  'note.access-unrestricted': '没有访问策略选择 {service} 的 Pod，所以每个请求都能到达。',
  'note.access-not-denied':
    '有访问策略选择 {service} 的 Pod；没有一个拒绝这个请求，也没有一个的动作是 ALLOW，所以放行。',
  'note.access-allowed': '{policies} 允许这个请求到 {service}。',
  'note.access-denied-by-rule':
    '{policy} 拒绝这个到 {service} 的请求：它的规则 {rule} 匹配。DENY 在 ALLOW 之前评估。',
  'note.access-no-rule':
    '{policies} 的动作是 ALLOW，并选择 {service} 的 Pod，但没有规则匹配。只要有一个 ALLOW 策略选择 Pod，其余一切都被拒绝。',
  'note.access-nearest': '最接近的是 {policy} 的规则 {rule}：{part} 必须是 {expected}，实际为 {actual}。',
  'note.access-nearest-missing': '最接近的是 {policy} 的规则 {rule}：{part} 必须是 {expected}，而请求没有。',
  'note.access-no-identity':
    '最接近的是 {policy} 的规则 {rule}：{part} 必须是 {expected}，而这个连接没有证明任何身份。只有双向 TLS 能证明。',
  'note.access-without-rules':
    '{policy} 没有规则，所以什么都不匹配：没有规则的 ALLOW 策略拒绝所有请求。没有条件的规则匹配一切。',
  'note.access-reads-requests':
    '{policy} 的规则 {rule} 要读请求，但这个端口不是 HTTP：代理在那里只看得到连接，这样的 ALLOW 规则永不匹配。',
  'note.access-differs': '{service} 后面的 Pod 有不同的访问策略：{denied} 拒绝这个请求，{others} 不拒绝。',
  'note.access-unknown':
    '{policy} 可能决定这个到 {service} 的请求：它的规则 {rule} 看 {part}，而资源清单与请求都没有说明。',
  'note.access-unknown-provider':
    '{policy} 把这个到 {service} 的请求交给提供者 {expected} 决定，它不在资源清单中。',
  'note.access-unknown-selector': '{policy} 可能适用于 {service} 的 Pod：没有资源清单声明它们的标签。',
  'note.access-unknown-token':
    '{policy} 验证这个到 {service} 的请求的令牌。无效的令牌会被拒绝（401），而资源清单没有说明它是否有效。',
  'note.access-unknown-mutual-tls':
    '{policy} 可能要求 {service} 使用双向 TLS，而资源清单没有说明这个连接是否使用。',
  'note.mutual-tls-required': '{policy} 要求 {service} 使用双向 TLS。这个连接是明文，所以服务器关闭它。',
  'note.host-claim-lost-private':
    '{routes} 也指定了这个主机，但对这个客户端无效。Istio 在网格里不合并：主机归 {winners}，因为它只对客户端的命名空间可见，或点名导出到那里。',
  'note.host-claim-lost-own-namespace':
    '{routes} 也指定了这个主机，但对这个客户端无效。Istio 在网格里不合并：主机归 {winners}，因为客户端命名空间里的路由优先于公开的 VirtualService。',
  'note.host-claim-lost-older':
    '{routes} 也指定了这个主机，但对这个客户端无效。Istio 在网格里不合并：主机归 {winners}，因为它更早创建（时间相同则按名称）。',
  'note.subset-undefined':
    '没有对这个客户端有效的 DestinationRule 为 {service} 定义子集 {subset}：分配给它的请求会得到 503。',
};
