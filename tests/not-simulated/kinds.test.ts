import { describe, expect, test } from 'vitest';
import { notSimulatedIn } from '../../src/core/dataplane/not-simulated.ts';
import { analyse, traceRequest } from '../../src/core/index.ts';
import { GATEWAY_API } from '../../src/core/profile/profile.ts';
import { PROFILES } from '../../src/core/profile/profiles.ts';
import { AT_EDGE, ELSEWHERE, FROM_OTHER, MESH, OUTSIDE, readRequest, TO_PAY, WORLD } from './shop.ts';

function kind(apiVersion: string, name: string, spec: string, namespace = 'shop'): string {
  return `---\napiVersion: ${apiVersion}\nkind: ${name}\nmetadata: {name: x, namespace: ${namespace}}\nspec: ${spec}\n`;
}

const ISTIO = 'networking.istio.io/v1';
const SECURITY = 'security.istio.io/v1';
const LINKERD = 'policy.linkerd.io/v1beta3';

/** A manifest, requests that it may affect, and requests that it cannot affect. */
const TABLE: readonly (readonly [string, string, readonly object[], readonly object[]])[] = [
  [
    'VirtualService by short name',
    kind(ISTIO, 'VirtualService', '{hosts: [web]}'),
    [MESH, FROM_OTHER],
    [TO_PAY, AT_EDGE, OUTSIDE],
  ],
  [
    'VirtualService by full name',
    kind(ISTIO, 'VirtualService', '{hosts: [web.shop.svc.cluster.local]}', 'other'),
    [MESH],
    [TO_PAY],
  ],
  [
    'VirtualService for a wildcard',
    kind(ISTIO, 'VirtualService', '{hosts: ["*.shop.svc.cluster.local"]}'),
    [MESH, TO_PAY],
    [ELSEWHERE],
  ],
  [
    'VirtualService that other namespaces do not see',
    kind(ISTIO, 'VirtualService', '{hosts: [web], exportTo: ["."]}'),
    [MESH],
    [FROM_OTHER],
  ],
  [
    'VirtualService at a Gateway alone',
    kind(ISTIO, 'VirtualService', '{hosts: [web], gateways: [shop/gw]}'),
    [],
    [MESH, AT_EDGE],
  ],
  [
    'VirtualService of an outside host',
    kind(ISTIO, 'VirtualService', '{hosts: [api.vendor.example]}'),
    [ELSEWHERE],
    [MESH],
  ],
  ['DestinationRule', kind(ISTIO, 'DestinationRule', '{host: web}'), [MESH, AT_EDGE], [TO_PAY]],
  [
    'ServiceEntry whose hosts are looked up for each request',
    kind(
      ISTIO,
      'ServiceEntry',
      '{hosts: ["*.vendor.example"], resolution: DYNAMIC_DNS, ports: [{number: 80, name: http, protocol: HTTP}]}',
    ),
    [ELSEWHERE],
    [MESH],
  ],
  [
    'Sidecar of the clients',
    kind(ISTIO, 'Sidecar', '{egress: [{hosts: ["./*"]}]}'),
    [MESH],
    [FROM_OTHER, AT_EDGE],
  ],
  [
    'EnvoyFilter by labels',
    kind(ISTIO, 'EnvoyFilter', '{workloadSelector: {labels: {app: web}}}'),
    [MESH, AT_EDGE],
    [{ from: 'shop/pay', url: 'http://pay/' }],
  ],
  [
    'AuthorizationPolicy by labels of the Pods',
    kind(SECURITY, 'AuthorizationPolicy', '{selector: {matchLabels: {tier: front}}}'),
    [MESH, AT_EDGE, OUTSIDE],
    [TO_PAY],
  ],
  [
    'AuthorizationPolicy of the namespace',
    kind(SECURITY, 'AuthorizationPolicy', '{}'),
    [MESH, TO_PAY, FROM_OTHER],
    [{ from: 'shop', url: 'http://far.other/' }],
  ],
  [
    'AuthorizationPolicy of the mesh',
    kind(SECURITY, 'AuthorizationPolicy', '{}', 'istio-system'),
    [MESH, { from: 'shop', url: 'http://far.other/' }],
    [],
  ],
  [
    'AuthorizationPolicy that only logs',
    kind(SECURITY, 'AuthorizationPolicy', '{action: AUDIT}'),
    [],
    [MESH],
  ],
  [
    'AuthorizationPolicy by target',
    kind(SECURITY, 'AuthorizationPolicy', '{targetRefs: [{group: "", kind: Service, name: web}]}'),
    [MESH],
    [TO_PAY],
  ],
  [
    'PeerAuthentication',
    kind(SECURITY, 'PeerAuthentication', '{mtls: {mode: STRICT}}'),
    [OUTSIDE, AT_EDGE],
    [MESH],
  ],
  [
    'ServiceProfile',
    '---\napiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec: {}\n',
    [MESH, FROM_OTHER],
    [TO_PAY, AT_EDGE],
  ],
  [
    'route of Linkerd',
    kind(LINKERD, 'HTTPRoute', '{parentRefs: [{group: core, kind: Service, name: web}]}'),
    [MESH],
    [TO_PAY, AT_EDGE],
  ],
  [
    'Server of Linkerd',
    kind(LINKERD, 'Server', '{podSelector: {matchLabels: {app: web}}, port: 80}'),
    [MESH, AT_EDGE],
    [TO_PAY],
  ],
  [
    'AuthorizationPolicy of Linkerd on a Server',
    `${kind(LINKERD, 'Server', '{podSelector: {matchLabels: {app: pay}}, port: 80}')}${kind('policy.linkerd.io/v1alpha1', 'AuthorizationPolicy', '{targetRef: {group: policy.linkerd.io, kind: Server, name: x}}')}`,
    [TO_PAY],
    [MESH],
  ],
  [
    'TrafficSplit',
    kind('split.smi-spec.io/v1alpha4', 'TrafficSplit', '{service: web.shop}'),
    [MESH, FROM_OTHER],
    [TO_PAY, AT_EDGE],
  ],
  [
    'TrafficTarget',
    kind('access.smi-spec.io/v1alpha3', 'TrafficTarget', '{destination: {kind: ServiceAccount, name: web}}'),
    [MESH],
    [TO_PAY],
  ],
  [
    'MeshHTTPRoute',
    kind(
      'kuma.io/v1alpha1',
      'MeshHTTPRoute',
      '{targetRef: {kind: Mesh}, to: [{targetRef: {kind: MeshService, name: web_shop_svc_80}}]}',
    ),
    [MESH],
    [TO_PAY],
  ],
  [
    'MeshAccessLog',
    kind('kuma.io/v1alpha1', 'MeshAccessLog', '{targetRef: {kind: Mesh}, from: []}'),
    [],
    [MESH],
  ],
  [
    'ServiceSplitter',
    '---\napiVersion: consul.hashicorp.com/v1alpha1\nkind: ServiceSplitter\nmetadata: {name: web, namespace: shop}\nspec: {}\n',
    [MESH],
    [TO_PAY],
  ],
  [
    'ServiceIntentions',
    kind('consul.hashicorp.com/v1alpha1', 'ServiceIntentions', '{destination: {name: pay}}'),
    [TO_PAY],
    [MESH],
  ],
  [
    'NetworkPolicy for ingress',
    kind('networking.k8s.io/v1', 'NetworkPolicy', '{podSelector: {matchLabels: {app: web}}}'),
    [MESH, AT_EDGE],
    [TO_PAY],
  ],
  [
    'NetworkPolicy for egress',
    kind('networking.k8s.io/v1', 'NetworkPolicy', '{podSelector: {}, policyTypes: [Egress]}'),
    [MESH],
    [FROM_OTHER, AT_EDGE],
  ],
  [
    'CiliumNetworkPolicy',
    kind(
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      '{endpointSelector: {matchLabels: {"k8s:app": web}}, ingress: []}',
    ),
    [MESH],
    [TO_PAY],
  ],
  [
    'Ingress of the host, which is an entrance of its own',
    kind('networking.k8s.io/v1', 'Ingress', '{rules: [{host: a.example}]}'),
    [],
    [AT_EDGE, { from: 'shop', url: 'http://a.example/' }, MESH],
  ],
  [
    'Ingress of an older version',
    kind('extensions/v1beta1', 'Ingress', '{rules: [{host: a.example}]}'),
    [],
    [AT_EDGE, MESH],
  ],
  [
    'IngressRoute',
    kind(
      'traefik.io/v1alpha1',
      'IngressRoute',
      '{routes: [{match: "Host(`a.example`) && PathPrefix(`/x`)"}]}',
    ),
    [AT_EDGE],
    [MESH],
  ],
  [
    'Rollout that rewrites the route',
    kind(
      'argoproj.io/v1alpha1',
      'Rollout',
      '{strategy: {canary: {trafficRouting: {plugins: {"argoproj-labs/gatewayAPI": {httpRoute: web, namespace: shop}}}}}}',
    ),
    [AT_EDGE],
    [MESH],
  ],
  [
    'Canary of Flagger',
    kind('flagger.app/v1beta1', 'Canary', '{targetRef: {kind: Deployment, name: web}, service: {port: 80}}'),
    [MESH, AT_EDGE],
    [TO_PAY],
  ],
  [
    'unknown kind with parentRefs',
    kind('acme.example/v1', 'Limiter', '{parentRefs: [{kind: Service, group: "", name: web}]}'),
    [MESH],
    [TO_PAY],
  ],
  [
    'unknown kind with a selector of Pods',
    kind('acme.example/v1', 'Limiter', '{podSelector: {matchLabels: {app: pay}}}'),
    [TO_PAY],
    [MESH],
  ],
  [
    'unknown kind with a target',
    kind(
      'acme.example/v1',
      'Limiter',
      '{targetRef: {group: gateway.networking.k8s.io, kind: HTTPRoute, name: web}}',
    ),
    [AT_EDGE],
    [MESH],
  ],
  [
    'kinds that act on no request',
    kind('cert-manager.io/v1', 'Certificate', '{secretName: s, dnsNames: [a.example]}') +
      kind('external-secrets.io/v1', 'ExternalSecret', '{}'),
    [],
    [MESH, AT_EDGE],
  ],
];

/** The kinds that some profiles simulate. */
const SIMULATED =
  /^(VirtualService|DestinationRule|Sidecar|PeerAuthentication|AuthorizationPolicy (by labels|of the))/;

function uncertainBy(manifest: string, request: object, profile = GATEWAY_API): readonly string[] {
  const snapshot = analyse([{ file: 'world.yaml', text: WORLD + manifest }], { profile });
  const trace = traceRequest(snapshot, readRequest(request));
  const names = notSimulatedIn(trace);
  expect(trace.outcome.certain).toBe(names.length === 0);
  return names;
}

describe('resources that are not simulated are named only where they may act on a request', () => {
  test.each(TABLE)('%s', (name, manifest, touched, untouched) => {
    const profile = SIMULATED.test(name) ? PROFILES.linkerd : GATEWAY_API;
    for (const request of touched)
      expect(uncertainBy(manifest, request, profile), JSON.stringify(request)).not.toEqual([]);
    for (const request of untouched)
      expect(uncertainBy(manifest, request, profile), JSON.stringify(request)).toEqual([]);
  });
});

test('a kind without a schema can contain any value', () => {
  const odd = [
    'null',
    '[]',
    '{hosts: 3, host: [], selector: 7, to: {a: 1}, parentRefs: {}, rules: [1, null]}',
    '{podSelector: {matchLabels: [x]}, targetRef: 4, destination: []}',
  ];
  const kinds = [
    ISTIO,
    SECURITY,
    LINKERD,
    'kuma.io/v1alpha1',
    'split.smi-spec.io/v1alpha4',
    'cilium.io/v2',
    'argoproj.io/v1alpha1',
  ];
  const names = [
    'VirtualService',
    'DestinationRule',
    'AuthorizationPolicy',
    'Server',
    'MeshTimeout',
    'TrafficSplit',
    'CiliumNetworkPolicy',
    'Rollout',
    'Other',
  ];
  const manifests = kinds.flatMap((group) =>
    names.flatMap((name) => odd.map((spec) => kind(group, name, spec))),
  );
  const snapshot = analyse([{ file: 'world.yaml', text: WORLD + manifests.join('') }]);
  expect(() => traceRequest(snapshot, readRequest(MESH))).not.toThrow();
});
