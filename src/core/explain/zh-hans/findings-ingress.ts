import type { INGRESS_CODES } from '../../findings/codes-ingress.ts';
import { listed } from '../chinese-lists.ts';
import type { Args } from '../finding-words.ts';

/** 每个关于 Ingress 的代码各有一两句话：哪里不对、有什么影响、该怎么做。 */
export const INGRESS_SENTENCES_ZH_HANS: Readonly<Record<keyof typeof INGRESS_CODES, (args: Args) => string>> =
  {
    'ingress-class-missing': ({ ingress, class: name, classes }) =>
      `\`${ingress}\` 指定 IngressClass \`${name}\`，但资源清单只声明了 ${listed(classes)}。没有控制器会服务它。`,
    'ingress-class-default': ({ ingress, class: name }) =>
      `\`${ingress}\` 没有指定类别。创建时 Kubernetes 会给它默认类别 \`${name}\`；这里也这样假定。`,
    'ingress-class-none': ({ ingress, classes }) =>
      `\`${ingress}\` 没有指定类别，也没有一个 IngressClass 是默认的（现有 ${listed(classes)}）。只有会服务无类别 Ingress 的控制器才会服务它。`,
    'ingress-service-missing': ({ ingress, service }) =>
      `\`${ingress}\` 转发到 Service \`${service}\`，但没有资源清单声明它。多数控制器会以错误回应它的请求。`,
    'ingress-port-missing': ({ ingress, service, port, ports }) =>
      `\`${ingress}\` 转发到 Service \`${service}\` 的端口 ${port}，但它${ports === '' ? '没有端口' : `只有 ${listed(ports)}`}。多数控制器会以错误回应它的请求。`,
    'ingress-port-is-target-port': ({ ingress, service, port, use }) =>
      `\`${ingress}\` 转发到 ${port}，那是 Service \`${service}\` 的目标端口。Ingress 要写的是 Service 的端口，这里是 ${use}。ingress-nginx 两者都接受；其他控制器与 Gateway API 不接受。`,
  };
