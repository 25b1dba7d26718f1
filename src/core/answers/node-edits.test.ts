import { describe, expect, test } from 'vitest';
import { FORWARDED_MESSAGES_EN } from '../explain/en/forwarded-messages.ts';
import { loadFindingProse } from '../explain/load-finding-prose.ts';
import type { GraphNodeKind } from '../graph/graph-model.ts';
import { readResourceId } from '../ids/ids.ts';
import { analyse, collectFindings, findProfile, GATEWAY_API, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { toOffsetEdit } from '../manifest/fix-edit.ts';
import { applyFixTo } from './apply-fix.ts';
import { type EditedNode, nodeEdits, reportNodeEdits } from './node-edits.ts';

/** The node of a resource. */
function nodeOf(kind: GraphNodeKind, id: string): EditedNode {
  const { kind: resourceKind, namespace, name } = readResourceId(id);
  return { id, kind, resourceKind, resource: id, namespace, label: name };
}

function ask(url: string, namespace: string): SimRequest {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  return {
    from: { namespace, workload: null, inMesh: true },
    gateway: null,
    method: 'GET',
    headers: [],
    podOf: null,
    backend: null,
    ...read.url,
  };
}

const service = (namespace: string, name: string, ports = '[{port: 80}]') => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: x}, ports: ${ports}}
`;
const deployment = (namespace: string, name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}}}
`;
const HEAD = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay
  namespace: shop
spec:
  parentRefs:
  - {group: "", kind: Service, name: pay}
`;

const BLOCK = `  rules:
  - matches:
    - path:
        type: PathPrefix
        value: /v1
    backendRefs:
    - name: pay
      port: 80 # the port of the Service
`;

interface Case {
  readonly about: string;
  readonly files: Readonly<Record<string, string>>;
  readonly node: EditedNode;
  readonly request?: SimRequest;
  readonly profile?: string;
  /** `NAME → inserted text` of each edit. `⏎` is CRLF. */
  readonly edits: readonly string[];
}

const PAY = service('shop', 'pay');
const ROUTE = nodeOf('route', 'HTTPRoute/shop/pay');
const FRONTEND = nodeOf('frontend', 'Service/shop/pay');

const CASES: readonly Case[] = [
  {
    about: 'a route in block style',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}` },
    node: ROUTE,
    edits: [
      `add-path-rule →
  - matches:
    - path:
        type: PathPrefix
        value: /new
    backendRefs:
    - name: pay
      port: 80`,
      `add-catch-all-to →
  - backendRefs:
    - name: pay
      port: 80`,
    ],
  },
  {
    about: 'a route in block style with indented lists, followed by a field',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}  rules:
    # The first version.
    - matches:
        - path:
            value: /v1
      backendRefs:
        - name: pay
          port: 80
  hostnames: [x.example]
`,
    },
    node: ROUTE,
    edits: [
      `add-path-rule →
    - matches:
        - path:
            type: PathPrefix
            value: /new
      backendRefs:
        - name: pay
          port: 80`,
      `add-catch-all-to →
    - backendRefs:
        - name: pay
          port: 80`,
    ],
  },
  {
    about: 'a route in mixed style',
    files: { 'a.yaml': `${PAY}---\n${HEAD}  rules:\n  - backendRefs: [{name: pay, port: 80}]\n` },
    node: ROUTE,
    edits: [
      `add-path-rule →
  - matches: [{path: {type: PathPrefix, value: /new}}]
    backendRefs: [{name: pay, port: 80}]`,
    ],
  },
  {
    about: 'a route in flow style',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}  rules: [{matches: [{path: {value: /new}}], backendRefs: [{name: pay, port: 80}]}]\n`,
    },
    node: ROUTE,
    edits: [
      'add-path-rule → , {matches: [{path: {type: PathPrefix, value: /new-2}}], backendRefs: [{name: pay, port: 80}]}',
      'add-catch-all-to → , {backendRefs: [{name: pay, port: 80}]}',
    ],
  },
  {
    about: 'a route without rules',
    files: { 'a.yaml': `${PAY}---\n${HEAD}` },
    node: ROUTE,
    edits: [
      'add-path-rule → rules: [{matches: [{path: {type: PathPrefix, value: /new}}], backendRefs: [{name: pay, port: 80}]}]\n  ',
      'add-catch-all-to → rules: [{backendRefs: [{name: pay, port: 80}]}]\n  ',
    ],
  },
  {
    about: 'a route with CRLF line breaks',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}`.replaceAll('\n', '\r\n') },
    node: ROUTE,
    edits: [
      'add-path-rule → ⏎  - matches:⏎    - path:⏎        type: PathPrefix⏎        value: /new⏎    backendRefs:⏎    - name: pay⏎      port: 80',
      'add-catch-all-to → ⏎  - backendRefs:⏎    - name: pay⏎      port: 80',
    ],
  },
  {
    about: 'a route in a List',
    files: {
      'a.yaml': `apiVersion: v1\nkind: List\nitems:\n${[PAY, `${HEAD}${BLOCK}`]
        .map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`)
        .join('')}`,
    },
    node: ROUTE,
    edits: [
      `add-path-rule →
    - matches:
      - path:
          type: PathPrefix
          value: /new
      backendRefs:
      - name: pay
        port: 80`,
      `add-catch-all-to →
    - backendRefs:
      - name: pay
        port: 80`,
    ],
  },
  {
    about: 'a route in JSON',
    files: {
      'a.yaml': PAY,
      'b.json': JSON.stringify({
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: {
          parentRefs: [{ group: '', kind: 'Service', name: 'pay' }],
          rules: [{ backendRefs: [{ name: 'pay', port: 80 }] }],
        },
      }),
    },
    node: ROUTE,
    edits: [
      'add-path-rule → , {"matches":[{"path":{"type":"PathPrefix","value":"/new"}}],"backendRefs":[{"name":"pay","port":80}]}',
    ],
  },
  {
    about: 'a route in JSON on several lines',
    files: {
      'a.yaml': PAY,
      'b.json': `${JSON.stringify(
        {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          metadata: { name: 'pay', namespace: 'shop' },
          spec: {
            parentRefs: [{ group: '', kind: 'Service', name: 'pay' }],
            rules: [{ backendRefs: [{ name: 'pay', port: 80 }] }],
          },
        },
        null,
        2,
      )}\n`,
    },
    node: ROUTE,
    edits: [
      `add-path-rule → ,
      {
        "matches": [
          {
            "path": {
              "type": "PathPrefix",
              "value": "/new"
            }
          }
        ],
        "backendRefs": [
          {
            "name": "pay",
            "port": 80
          }
        ]
      }`,
    ],
  },
  {
    about: 'a route for gRPC requests',
    files: {
      'a.yaml': `${PAY}---\n${HEAD.replace('HTTPRoute', 'GRPCRoute')}  rules:\n  - backendRefs: [{name: pay, port: 80}]\n    matches: [{method: {service: new.Service}}]\n`,
    },
    node: nodeOf('route', 'GRPCRoute/shop/pay'),
    edits: [
      'add-path-rule →\n  - matches: [{method: {service: new.Service2}}]\n    backendRefs: [{name: pay, port: 80}]',
      'add-catch-all-to →\n  - backendRefs: [{name: pay, port: 80}]',
    ],
  },
  {
    about: 'a route with a place for no more rules',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}  rules:\n${'  - backendRefs: [{name: pay, port: 80}]\n'.repeat(16)}`,
    },
    node: ROUTE,
    edits: [],
  },
  {
    about: 'a Service without routes',
    files: { 'a.yaml': `${PAY}---\n${deployment('web', 'viewer')}` },
    node: FRONTEND,
    edits: [
      `add-producer-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: shop
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: pay
  rules:
  - backendRefs:
    - name: pay
      port: 80
`,
      `add-consumer-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: web
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: pay
    namespace: shop
  rules:
  - backendRefs:
    - name: pay
      namespace: shop
      port: 80
`,
    ],
  },
  {
    about: 'a Service with two ports, the second of which is dialled, and a route with the new name',
    files: {
      'a.yaml': `${service('shop', 'pay', '[{name: a, port: 80}, {name: b, port: 8080}]')}---\n${HEAD.replace('name: pay', 'name: pay-route').replace('shop', 'web').replace('kind: Service, name: pay', 'kind: Service, name: other, namespace: shop')}`,
    },
    node: FRONTEND,
    request: ask('http://pay.shop:8080/', 'web'),
    edits: [
      'add-producer-route → ',
      `add-consumer-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route-2
  namespace: web
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: pay
    namespace: shop
    port: 8080
  rules:
  - backendRefs:
    - name: pay
      namespace: shop
      port: 8080
`,
    ],
  },
  {
    about: 'a namespace that YAML reads as a number, in a file without a line break at its end',
    files: { 'a.yaml': `${service('"0123"', '"on"').trimEnd()}` },
    node: nodeOf('frontend', 'Service/0123/on'),
    edits: [
      `add-producer-route →
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: on-route
  namespace: "0123"
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: "on"
  rules:
  - backendRefs:
    - name: "on"
      port: 80
`,
    ],
  },
  {
    about: 'a Service in JSON, with a YAML file that is open',
    files: {
      'a.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: { ports: [{ port: 80 }] },
      }),
      'b.yaml': service('other', 'a'),
      'open.yaml': service('other', 'b'),
    },
    node: FRONTEND,
    edits: ['open.yaml: add-producer-route → '],
  },
  {
    about: 'a Service in JSON, without a YAML file',
    files: {
      'a.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: { ports: [{ port: 80 }] },
      }),
    },
    node: FRONTEND,
    edits: [],
  },
  {
    about: 'a Service of type ExternalName',
    files: {
      'a.yaml': `${PAY.replace('spec: {', 'spec: {type: ExternalName, externalName: example.com, ')}---\n${deployment('web', 'viewer')}`,
    },
    node: FRONTEND,
    edits: [],
  },
  {
    about: 'a Service with both routes',
    files: {
      'a.yaml': `${PAY}---\n${HEAD}${BLOCK}---\n${HEAD.replace('shop', 'web').replace('name: pay}', 'name: pay, namespace: shop}')}${BLOCK.replace('- name: pay', '- namespace: shop\n      name: pay')}---\n${deployment('web', 'viewer')}`,
    },
    node: FRONTEND,
    edits: [],
  },
  {
    about: 'a consumer route that needs a ReferenceGrant',
    files: { 'a.yaml': PAY },
    node: {
      id: 'client:web',
      kind: 'client',
      resourceKind: '',
      resource: null,
      namespace: 'web',
      label: 'web',
    },
    request: ask('http://pay.shop/', 'web'),
    profile: 'kuma',
    edits: ['add-consumer-route + 1 → '],
  },
  {
    about: 'a namespace',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}---\n${service('shop', 'cart')}` },
    node: { ...nodeOf('namespace', 'Namespace/web'), label: 'web', namespace: '' },
    edits: ['add-consumer-route → '],
  },
  {
    about: 'a reference that no ReferenceGrant permits, at the backend',
    files: {
      'a.yaml': `${PAY}---\n${service('web', 'other')}---\n${HEAD}  rules:\n  - backendRefs: [{name: other, namespace: web, port: 80}]\n`,
    },
    node: nodeOf('backend', 'Service/web/other'),
    profile: 'kuma',
    edits: [
      `add-reference-grant → ---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: httproute-shop-to-other
  namespace: web
spec:
  from:
  - group: gateway.networking.k8s.io
    kind: HTTPRoute
    namespace: shop
  to:
  - group: ""
    kind: Service
    name: other
`,
    ],
  },
  {
    about: 'a backend that may be referred to',
    files: { 'a.yaml': `${PAY}---\n${HEAD}${BLOCK}` },
    node: nodeOf('backend', 'Service/shop/pay'),
    edits: [],
  },
  {
    about: 'a Gateway with two listeners, one for TLS connections, and a name with dots',
    files: {
      'a.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge.example, namespace: shop}
spec:
  gatewayClassName: edge
  listeners:
  - {name: http, port: 80, protocol: HTTP, hostname: "*.Example.com"}
  - {name: tls, port: 443, protocol: TLS, tls: {mode: Passthrough}}
---
${PAY}`,
    },
    node: nodeOf('gateway', 'Gateway/shop/edge.example'),
    edits: [
      `add-gateway-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: shop
spec:
  parentRefs:
  - name: edge.example
    sectionName: http
  hostnames:
  - "*.example.com"
  rules:
  - backendRefs:
    - name: pay
      port: 80
`,
    ],
  },
  {
    about: 'a Gateway that accepts routes of other namespaces',
    files: {
      'a.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: edge
  listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]
---
${PAY}`,
    },
    node: nodeOf('gateway', 'Gateway/infra/edge'),
    edits: [
      `add-gateway-route → ---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: pay-route
  namespace: shop
spec:
  parentRefs:
  - name: edge
    namespace: infra
  rules:
  - backendRefs:
    - name: pay
      port: 80
`,
    ],
  },
  {
    about: 'a Gateway that accepts no route of a namespace with Services',
    files: {
      'a.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec: {gatewayClassName: edge, listeners: [{name: http, port: 80, protocol: HTTP}]}
---
${PAY}`,
    },
    node: nodeOf('gateway', 'Gateway/infra/edge'),
    edits: [],
  },
  {
    about: 'a workload',
    files: { 'a.yaml': deployment('web', 'viewer') },
    node: nodeOf('workload', 'Deployment/web/viewer'),
    edits: [],
  },
];

describe('edits of a node', () => {
  test.each(CASES)('$about', ({ files, node, request = null, profile = '', edits }) => {
    const sources = Object.entries(files).map(([file, text]) => ({ file, text }));
    const options = { profile: findProfile(profile) ?? GATEWAY_API };
    const snapshot = analyse(sources, options);
    const errors = (of: typeof snapshot) =>
      collectFindings(of).filter(({ severity }) => severity === 'error');
    const found = nodeEdits(snapshot, { node, request, file: 'open.yaml' });
    const shown = found.map(({ fix }, at) => {
      const [edit] = fix.edits.map((each) => toOffsetEdit(each, snapshot.locator));
      const { grants } = fix.args;
      const name = `${fix.name}${grants === undefined ? '' : ` + ${grants}`} →`;
      // Only the file and the name are given for some edits.
      if (edits[at]?.endsWith('→ ')) return edits[at]?.includes(':') ? `${edit?.file}: ${name} ` : `${name} `;
      const text = edit?.text.replaceAll('\r\n', '⏎') ?? '';
      return `${name}${text.startsWith('\n') ? '' : ' '}${text}`;
    });
    expect(shown).toEqual(edits);
    for (const { fix } of found) {
      // A cold run, so that nothing is kept from the check of the edit.
      const fixed = applyFixTo(snapshot, fix) ?? [];
      expect(errors(analyse(fixed, options)).length).toBeLessThanOrEqual(errors(snapshot).length);
      for (const { file, text } of fixed) if (file.endsWith('.json')) JSON.parse(text);
    }
  });

  test('the effect on the present request is known', async () => {
    await loadFindingProse('en');
    const snapshot = analyse([
      { file: 'a.yaml', text: `${PAY}---\n${HEAD}${BLOCK}---\n${deployment('web', 'viewer')}` },
    ]);
    const effects = (node: EditedNode, request: SimRequest | null) =>
      reportNodeEdits(snapshot, { node, request, file: 'a.yaml' }, 'en', FORWARDED_MESSAGES_EN).map(
        ({ title, effect }) => [title, effect?.is === 'changed' ? effect.to : (effect?.is ?? null)],
      );
    const lost = ask('http://pay.shop/v2', 'web');
    expect(traceRequest(snapshot, lost).outcome.kind).toBe('rejected');
    expect(effects(ROUTE, lost)).toEqual([
      ['Add a rule for `/new/…` to `shop/pay`', 'same'],
      ['Send all other requests to `shop/pay:80` in `shop/pay`', expect.stringContaining('Forwarded')],
    ]);
    expect(effects(FRONTEND, ask('http://pay.shop/v1', 'web'))).toEqual([
      ['Add a consumer route for `shop/pay` in `web`', expect.stringContaining('HTTPRoute/web/pay-route')],
    ]);
    expect(effects(ROUTE, null).map(([, effect]) => effect)).toEqual([null, null]);
  });
});
