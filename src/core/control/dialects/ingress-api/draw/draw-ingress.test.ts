import { describe, expect, test } from 'vitest';
import '../../../../../../tests/provide-engines.ts';
import { drawGraph } from '../../../../answers/draw-graph.ts';
import type { GraphModel } from '../../../../graph/graph-model.ts';
import { wayOf } from '../../../../graph/trace-way.ts';
import { ingressClassName } from '../../../../ids/gateway-names.ts';
import { analyse, traceRequest } from '../../../../index.ts';
import { readURL } from '../../../../ir/read-url.ts';

const CLASS = (name: string, controller: string) => `
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: ${name}}
spec: {controller: ${controller}}
---`;
const NGINX = CLASS('nginx', 'k8s.io/ingress-nginx');

const service = (name: string, spec = '{selector: {app: a}, ports: [{port: 80}]}', namespace = 'shop') => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
---`;

/** An Ingress with paths `HOST/PATH SERVICE`, and what else its spec has. */
function ingress(name: string, paths: readonly string[], more = 'ingressClassName: nginx', annotations = '') {
  const rules = paths.map((text) => {
    const [where = '', to] = text.split(' ');
    const host = where.slice(0, where.indexOf('/'));
    const path = where.slice(where.indexOf('/'));
    return `{host: "${host}", http: {paths: [{path: "${path}", pathType: Prefix, backend: {service: {name: ${to}, port: {number: 80}}}}]}}`;
  });
  return `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, namespace: shop, annotations: {${annotations}}}
spec: {${more}, rules: [${rules.join(', ')}]}
---`;
}

const CANARY = (how: string) =>
  `nginx.ingress.kubernetes.io/canary: "true", nginx.ingress.kubernetes.io/canary-${how}`;

function load(...texts: readonly string[]) {
  const snapshot = analyse([{ file: 'a.yaml', text: texts.join('\n') }]);
  const { cluster, control } = snapshot;
  return { snapshot, graph: drawGraph({ cluster, control, findings: [] }) };
}

/** Edges as `FROM -> TO`, with share, headers and cause. */
function lines({ edges }: GraphModel, kind: 'attached' | 'forwards' | 'original'): readonly string[] {
  return edges
    .filter((edge) => edge.kind === kind)
    .map(({ from, to, share, when, broken }) =>
      [from, '->', to, share === null || share === 1 ? '' : share, when ?? '', broken ?? '']
        .filter((part) => part !== '')
        .join(' '),
    );
}

describe('forwards', () => {
  const web = [NGINX, service('web'), service('next')];
  const shop = ingress('shop', ['a.test/ web', 'b.test/ web']);
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'a Service, and one that is missing',
      [...web, ingress('shop', ['a.test/ web', 'a.test/x gone'])],
      [
        'Ingress/shop/shop -> Service/shop/web#backend',
        'Ingress/shop/shop -> missing:Service/shop/gone BackendNotFound',
      ],
    ],
    [
      'a canary at every path that uses the Service',
      [...web, shop, ingress('canary', ['a.test/ next'], undefined, CANARY('weight: "20"'))],
      [
        'Ingress/shop/canary -> Service/shop/next#backend 0.2',
        'Ingress/shop/shop -> Service/shop/next#backend 0.2',
        'Ingress/shop/shop -> Service/shop/web#backend 0.8',
        'Ingress/shop/shop -> Service/shop/next#backend 0.2',
        'Ingress/shop/shop -> Service/shop/web#backend 0.8',
      ],
    ],
    [
      'a canary by header',
      [
        ...web,
        ingress('shop', ['a.test/ web']),
        ingress('canary', ['a.test/ next'], undefined, CANARY('by-header: X-New')),
      ],
      [
        'Ingress/shop/canary -> Service/shop/next#backend x-new',
        'Ingress/shop/shop -> Service/shop/next#backend x-new',
        'Ingress/shop/shop -> Service/shop/web#backend',
      ],
    ],
    [
      'nothing from a canary without a partner',
      [...web, ingress('canary', ['a.test/ next'], undefined, CANARY('weight: "20"'))],
      ['Ingress/shop/canary -> Service/shop/next#backend 0'],
    ],
    [
      'nothing from an Ingress that is dropped',
      [
        ...web,
        ingress(
          'shop',
          ['a.test/ web'],
          undefined,
          'nginx.ingress.kubernetes.io/server-snippet: "return 200;"',
        ),
      ],
      ['Ingress/shop/shop -> Service/shop/web#backend 0'],
    ],
    [
      'an alias',
      [
        NGINX,
        service('pay', '{type: ExternalName, externalName: pay.bank.svc.cluster.local, ports: [{port: 80}]}'),
        service('pay', undefined, 'bank'),
        ingress('shop', ['a.test/ pay']),
      ],
      ['Ingress/shop/shop -> Service/shop/pay'],
    ],
  ];
  test.each(table)('%s', (_, texts, expected) => {
    expect([...lines(load(...texts).graph, 'forwards')].sort()).toEqual([...expected].sort());
  });
});

test.each([
  ['a declared class', NGINX, 'ingressClassName: nginx', ['IngressClass/nginx', 'gateway', '']],
  ['a class that no manifest declares', '', 'ingressClassName: x', ['IngressClass/x', 'gateway', '']],
  ['no class', '', 'tls: []', ['IngressClass/*', 'gateway', '']],
  [
    'a class that is none of the declared ones',
    NGINX,
    'ingressClassName: x',
    ['IngressClass/x', 'missing', 'ClassNotFound'],
  ],
  ['no class where none is the default', NGINX, 'tls: []', ['IngressClass/*', 'missing', 'ClassNotFound']],
])('%s is an entrance', (_, classes, spec, [id, kind, broken]) => {
  const { graph } = load(classes, service('web'), ingress('shop', ['a.test/ web'], spec));
  expect(graph.nodes.find((node) => node.id === id)?.kind).toBe(kind);
  expect(lines(graph, 'attached')).toEqual([`${id} -> Ingress/shop/shop ${broken}`.trim()]);
});

test('a class is drawn without Ingresses, with the behaviour of its controller', () => {
  const { graph } = load(NGINX, CLASS('edge', 'traefik.io/ingress-controller'), CLASS('other', 'a.b/c'));
  expect(graph.nodes.map(({ id, kind, facts }) => [id, kind, facts.behaves])).toEqual([
    ['IngressClass/edge', 'gateway', 'traefik'],
    ['IngressClass/nginx', 'gateway', 'ingress-nginx'],
    ['IngressClass/other', 'gateway', 'specification'],
  ]);
});

test('an Ingress has a line for each path, with its certificate, its answer and its addresses', () => {
  const more =
    'ingressClassName: nginx, tls: [{hosts: [a.test]}], defaultBackend: {service: {name: web, port: {number: 80}}}';
  const status = 'status: {loadBalancer: {ingress: [{ip: 192.0.2.1}, {hostname: lb.test}]}}\n---';
  const { graph } = load(
    NGINX,
    service('web'),
    ingress('shop', ['a.test/ web', 'b.test/x web'], more).replace(/---$/, status),
    ingress(
      'old',
      ['c.test/ web'],
      undefined,
      'nginx.ingress.kubernetes.io/permanent-redirect: http://d.test',
    ),
    ingress('match', ['e.test/x web'], undefined, 'nginx.ingress.kubernetes.io/use-regex: "true"'),
  );
  const card = (id: string) => graph.nodes.find((node) => node.id === id);
  const rules = (id: string) =>
    card(id)?.rules.map(({ rule, match, summary, tls, answers }) => [rule, match, summary, tls, answers]);
  expect(rules('Ingress/shop/shop')).toEqual([
    [0, 0, 'a.test/…', true, null],
    [1, 0, 'b.test/x/…', undefined, null],
    ['defaultBackend', 0, 'defaultBackend', undefined, null],
  ]);
  expect(card('Ingress/shop/shop')?.facts.addresses).toBe('192.0.2.1, lb.test');
  expect(rules('Ingress/shop/old')).toEqual([[0, 0, 'c.test/…', undefined, 'redirect']]);
  expect(rules('Ingress/shop/match')).toEqual([[0, 0, 'e.test ~/x', undefined, null]]);
});

const WAYS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'http://a.test/',
    '',
    ['client:#outside', 'IngressClass/nginx', 'Ingress/shop/shop', 'Service/shop/web#backend'],
  ],
  [
    'http://a.test/',
    'always',
    ['client:#outside', 'IngressClass/nginx', 'Ingress/shop/shop', 'Service/shop/next#backend'],
  ],
  [
    'http://a.test/pay',
    '',
    [
      'client:#outside',
      'IngressClass/nginx',
      'Ingress/shop/shop',
      'Service/shop/pay',
      'Service/bank/pay#backend',
    ],
  ],
  ['http://b.test/', '', ['client:#outside', 'IngressClass/nginx']],
];

test.each(WAYS)('the way of %s with the header "%s"', (url, header, expected) => {
  const { snapshot, graph } = load(
    NGINX,
    service('web'),
    service('next'),
    service('pay', '{type: ExternalName, externalName: pay.bank.svc, ports: [{port: 80}]}'),
    service('pay', undefined, 'bank'),
    ingress('shop', ['a.test/ web', 'a.test/pay pay']),
    ingress('canary', ['a.test/ next'], undefined, CANARY('by-header: X-New')),
  );
  const read = readURL(url);
  if (!read.ok) throw new Error(`not a URL: ${url}`);
  const trace = traceRequest(snapshot, {
    ...read.url,
    from: null,
    gateway: ingressClassName('nginx'),
    method: 'GET',
    headers: header === '' ? [] : [['x-new', header]],
    podOf: null,
    backend: null,
  });
  expect(wayOf(trace, graph).nodes).toEqual(expected);
});
