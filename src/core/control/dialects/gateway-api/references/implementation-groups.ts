import type { Cluster } from '../../../../cluster/cluster.ts';

/** Domains of the kinds of Gateway API implementations, from their documentation. */
const DOMAINS = [
  'agentgateway.dev',
  'airlock.com',
  'alibabacloud.com',
  'amazonaws.com',
  'apache.org',
  'azure.com',
  'azure.io',
  'cilium.io',
  'citrix.com',
  'cloud.google.com',
  'cloudflare.com',
  'envoyproxy.io',
  'f5.com',
  'flomesh.io',
  'gke.io',
  'gravitee.io',
  'haproxy.com',
  'haproxy.org',
  'hashicorp.com',
  'higress.io',
  'istio.io',
  'k8s.aws',
  'k8s.io',
  'kgateway.dev',
  'konghq.com',
  'kuma.io',
  'l7mp.io',
  'linkerd.io',
  'loxilb.io',
  'nginx.org',
  'ngrok.com',
  'openshift.io',
  'pomerium.com',
  'pomerium.io',
  'projectcalico.org',
  'projectcontour.io',
  'solo.io',
  'tetrate.io',
  'tigera.io',
  'traefik.io',
  'vmware.com',
  'wso2.com',
];

/**
 * Returns true if a kind may exist in a cluster although the bundle has no object of it: its group belongs to
 * an implementation, or the bundle has its CustomResourceDefinition.
 */
export function mayExist(group: string, kind: string, cluster: Cluster): boolean {
  if (DOMAINS.some((domain) => group === domain || group.endsWith(`.${domain}`))) return true;
  return cluster.others.some(
    ({ kind: other, raw }) => other === 'CustomResourceDefinition' && defines(raw, group, kind),
  );
}

function defines(raw: unknown, group: string, kind: string): boolean {
  const { spec } = raw as {
    readonly spec?: { readonly group?: unknown; readonly names?: { readonly kind?: unknown } };
  };
  return spec?.group === group && spec.names?.kind === kind;
}
