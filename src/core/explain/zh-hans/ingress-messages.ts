import type { IngressMessages } from '../en/ingress-messages.ts';

/** 简体中文：关于 Ingress 的追踪句子。 */
export const INGRESS_MESSAGES_ZH_HANS: IngressMessages = {
  'step.2.ingress': 'Ingress 控制器收到请求',
  'step.3.ingress': '选择主机',
  'step.5.ingress': '由主机最匹配的路径决定',
  'step.6.ingress': '主机没有匹配的路径：找不到',
  'send.ingress': '集群外的客户端把 {request} 发到 Ingress 类 {class} 的控制器。',
  'intercept.ingress': '请求经由 {class} 的控制器进入集群。网格的路由不适用。',
  'identify.ingress': 'Host 标头选择路径。这个类的 Ingress 服务 {listener}。',
  'route.ingress': '由这个类中服务 {listener} 的 Ingress 决定。',
  'because.ingress': '这个类的控制器服务 {listener}。',
  'outcome.no-host-ingress': '已拒绝：这个类没有 Ingress 服务 {host}',
  'cause.address-refused': '客户端的地址不被允许',
  'cause.preflight': '控制器自行回应预检请求',
  'cause.credentials-missing': '请求没有凭据',
  'cause.location-denied': 'Ingress 的一个注解无法使用，因此控制器返回 503',
  'note.controller-assumed':
    '没有资源清单声明 {class}。根据它的名称或注解，这个答案假定它的控制器是 ingress-nginx。',
  'note.controller-unknown': '这个控制器（{controller}）的行为未知。这个答案遵循 Ingress 的规范。',
  'note.nginx-regex-host':
    '{by} 让这个主机的每个路径都成为不区分大小写、结尾开放的正则表达式，其他 Ingress 的路径也是。',
  'note.nginx-slash-added': '路径写作 {path}。nginx 以重定向回应没有斜杠的路径，先于其他任何重定向。',
  'note.nginx-rest-of-host':
    '没有规则指定这个路径。{ingress} 是第一个指定这个主机的 Ingress，因此它的注解在这里适用。',
  'note.nginx-configuration-refused':
    '{ingress} 与同类的另一个 Ingress 给了 nginx 两次相同的 location {path}。nginx 拒绝整个配置，控制器对所有主机保留之前的配置。这个答案是资源清单所要求的。',
  'note.nginx-not-served': '{ingress} 指定这个主机。控制器因为注解 {annotation} 不服务它。',
  'note.nginx-canary-by-service':
    '{canary} 指定其他主机或路径。它的金丝雀在这里也起作用，因为这个 location 使用相同的 Service 端口。',
  'note.nginx-canary-service-taken':
    '{canary} 在这里不是金丝雀：较早的 Ingress 使用它的 Service，因此它的路径是普通路径。',
  'note.nginx-canary-no-primary': '{canary} 不起作用：没有其他 Ingress 有相同的主机、路径和路径类型。',
  'note.nginx-canary-second': '{canary} 不起作用：一个 Service 端口只有第一个金丝雀算数。',
  'note.nginx-canary-empty': '{canary} 没有就绪的端点，因此没有请求会发往它。',
  'note.nginx-order-by-name':
    '{ingress} 与 {other} 有相同的主机和路径，而创建时间没有差别。名称排序在后的优先。',
  'note.nginx-certificate-of-wildcard':
    '{host} 上层的通配符主机有证书，因此未加密的请求会被重定向，即使这个主机的 Ingress 没有要求 TLS。',
  'note.nginx-target-port':
    '{service} 没有端口 {port}。它是其中一个端口的目标端口：ingress-nginx 接受这种写法。',
  'note.client-address-assumed': '请求没有给出客户端的地址。这个答案以 127.0.0.1 为准。',
  'note.nginx-limits': '超过限制的请求得到 503（{limits}）。',
  'note.nginx-timeouts': '{timeouts}。读取超时是两次读取之间的时间，不是整个请求的时间。',
  'note.nginx-protocol': '控制器以 {protocol} 协议连接后端。',
  'note.nginx-path-decoded': 'nginx 比较的路径是 {path}，除非改写，否则按收到的样子转发。',
  'note.service-alias': '{service} 是别名：它的名称 {name} 通往 {target}。',
};
