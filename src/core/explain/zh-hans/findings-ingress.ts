import type { INGRESS_CODES } from '../../findings/codes-ingress.ts';
import { own } from '../../text/own.ts';
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
    'ingress-external-name-local': ({ ingress, service, name }) =>
      `\`${ingress}\` 转发到 Service \`${service}\`，它的外部名称是 \`${name}\`：那是控制器自己的地址。ingress-nginx 会拒绝并回应 503。`,
    'ingress-path-shadowed': ({ ingress, host, path, by, why }) =>
      ingress === by
        ? `\`${ingress}\` 有两个主机 \`${host}\`、路径 \`${path}\`、类型相同的条目。只有第一个会收到请求。`
        : `\`${ingress}\` 有主机 \`${host}\` 的路径 \`${path}\`，\`${by}\` 也有。只有 \`${by}\` 会收到请求，因为${own(SHADOWED, String(why)) ?? ` \`${why}\``}。`,
    'ingress-tls-host-without-rule': ({ ingress, host }) =>
      `\`${ingress}\` 有 \`${host}\` 的证书，但没有这个主机的规则。`,
    'nginx-ingress-dropped': ({ ingress, annotation }) =>
      `因为注解 \`${annotation}\`，ingress-nginx 完全不服务 \`${ingress}\`：它的值无效，或控制器默认不允许这个注解。它的所有主机都回应 404。`,
    'nginx-duplicate-location': ({ ingress, host, path, other, by }) =>
      `\`${ingress}\` 的路径 \`${path}\` 与 \`${by}\` 的 \`${other}\` 成为主机 \`${host}\` 的同一个 location。nginx 会拒绝整份配置，控制器对所有主机继续使用旧配置。请移除其中一个路径。`,
    'nginx-regex-by-neighbour': ({ ingress, host, by }) =>
      `\`${by}\` 让主机 \`${host}\` 的所有路径都成为正则表达式。\`${ingress}\` 的路径在那里不分大小写，也会接受以它们开头的更长路径，连 Exact 类型也是。`,
    'nginx-slash-added': ({ host, path, bare }) =>
      `ingress-nginx 把主机 \`${host}\` 的 \`${bare}\` 重新定向到 \`${path}\`（301），因为这个路径写成以斜线结尾。`,
    'nginx-default-backend-of-hosts': ({ ingress, service, hosts }) =>
      hosts === ''
        ? `\`${ingress}\` 的默认后端 \`${service}\` 不会收到任何请求。在 ingress-nginx 里，它只用于这个 Ingress 最先指定的主机，而这些主机的其他路径已经有人处理。`
        : `\`${ingress}\` 的默认后端 \`${service}\` 只接收 ${listed(hosts)} 的其他路径。没有 Ingress 指定的主机，ingress-nginx 回应 404。`,
    'nginx-canary-inert': ({ ingress, host, path, service, why }) =>
      `金丝雀 \`${ingress}\` 不会收到主机 \`${host}\`、路径 \`${path}\` 的请求：${inertBecause(String(service), String(why))}`,
    'nginx-canary-takes-hosts': ({ ingress, host, path, service }) =>
      `金丝雀 \`${ingress}\` 使用的 Service \`${service}\` 也被较早的 Ingress 使用，而且没有其他 Ingress 指定主机 \`${host}\`。ingress-nginx 会把所有未知主机的路径 \`${path}\` 交给它。`,
    'nginx-service-of-canary': ({ ingress, host, path, service, canary }) =>
      `ingress-nginx 忽略 \`${ingress}\` 中主机 \`${host}\` 的路径 \`${path}\`，因为较早的金丝雀 \`${canary}\` 使用 Service \`${service}\`。请为金丝雀使用另一个 Service。`,
  };

/** 相同的路径由谁取得的原因。 */
const SHADOWED: Readonly<Record<string, string>> = {
  age: '它较早创建',
  name: '它的名称排在最前',
  'last-name': '它的名称排在最后，而资源清单没有说哪一个较早创建',
};

function inertBecause(service: string, why: string): string {
  const reasons: Readonly<Record<string, string>> = {
    'service-taken': `较早的 Ingress 也使用 Service \`${service}\`。请为金丝雀使用另一个 Service。`,
    'no-primary': '没有其他 Ingress 有相同主机、路径与类型的条目。',
    second: '另一个金丝雀排在前面，而一个 Service 只有一个金丝雀有效。',
    empty: `Service \`${service}\` 没有就绪的端点。`,
  };
  return own(reasons, why) ?? `\`${why}\`。`;
}
