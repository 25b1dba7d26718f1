import type { WordsAroundRouting } from './rules-around-routing.ts';

/** 不决定请求去向、但课程会提到的规则：许可、策略、一致性。 */
export const RULES_AROUND_ROUTING_ZH_HANS: WordsAroundRouting = {
  'R-423': '除非 allowedRoutes 另有设置，监听器只接受自己命名空间的路由。',
  'R-425': '每个命名空间都带有标签 kubernetes.io/metadata.name，值就是自己的名称。',
  'R-606': '目标在另一个命名空间的策略，只影响从策略自己的命名空间发送的请求。',
  'R-607': '生产者策略与消费者策略哪一个优先，没有任何地方写明；这里推定由消费者策略取代另一个。',
  'R-608': '其他种类的策略会连同目标一起显示；不评估它们的作用。',
  'R-801': '特性分为 Core（配置文件中必须支持）、Extended（凡是宣称支持的，行为都一致）与实现特有三类。',
  'R-802': '配置文件 MESH-HTTP 的核心是网格中的 HTTPRoute，MESH-GRPC 的核心则是 GRPCRoute。',
  'R-806': '网格的扩展特性；其中超时上限、重试、镜像、ReferenceGrant 与状态，对任何实现都没有验证。',
  'R-807':
    '一项测试的所有特性都属于某个配置文件时，它才计入那个配置文件；消费者路由与集群 IP 匹配的测试，从 1.4 起不属于任何配置文件。',
};
