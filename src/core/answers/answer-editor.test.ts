import { describe, expect, test } from 'vitest';
import '../../../tests/provide-engines.ts';
import { takesNames } from '../editing/ref-places.ts';
import { analyse } from '../index.ts';
import { answerEditor } from './answer-editor.ts';

const SERVICES = `apiVersion: v1
kind: Service
metadata:
  name: smiley
  namespace: faces
spec:
  selector: { app: smiley }
  ports:
    - name: http
      port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: smiley-v1, namespace: faces }
spec:
  template:
    metadata: { labels: { app: smiley } }
    spec: { serviceAccountName: happy }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: happy, namespace: faces }
---
apiVersion: v1
kind: Namespace
metadata: { name: faces }
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: slice
  namespace: faces
  labels: { kubernetes.io/service-name: smiley }
addressType: IPv4
endpoints: []
ports: []
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw, namespace: infra }
spec:
  gatewayClassName: kong
  listeners:
    - name: web
      port: 8080
      protocol: HTTP
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: kong }
spec: { controllerName: example.com/kong }
`;

const ROUTES = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: route
  namespace: shop
spec:
  parentRefs:
    - name: gw
      namespace: infra
      sectionName: web
  rules:
    - backendRefs:
        - name: smiley
          namespace: faces
          port: 80
        - name: nobody
          port: 80
      filters:
        - type: RequestMirror
          requestMirror:
            backendRef: { name: smiley, namespace: faces, port: 80 }
        - type: ExtensionRef
          extensionRef: { group: example.com, kind: Plugin, name: limit }
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: grant, namespace: faces }
spec:
  from:
    - { group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }
  to:
    - { group: "", kind: Service, name: smiley }
---
apiVersion: example.com/v1
kind: Plugin
metadata: { name: limit, namespace: shop }
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: tls, namespace: faces }
spec:
  targetRefs:
    - { group: "", kind: Service, name: smiley, sectionName: http }
  validation: { hostname: smiley.faces, wellKnownCACertificates: System }
---
apiVersion: gammascope.dev/v1alpha1
kind: RouteTest
metadata: { name: t }
spec:
  cases:
    - name: one
      request: { from: shop, url: "http://smiley.faces/" }
      expect: { route: HTTPRoute/shop/route }
`;

const snapshot = analyse([
  { file: 'services.yaml', text: SERVICES },
  { file: 'routes.yaml', text: ROUTES },
]);
const TEXTS: Readonly<Record<string, string>> = { 'services.yaml': SERVICES, 'routes.yaml': ROUTES };

/** Returns the place of `|` in a range of a file. */
function spot(file: string, marked: string) {
  const at = marked.indexOf('|');
  const start = TEXTS[file]?.indexOf(marked.replace('|', '')) ?? -1;
  if (start < 0) throw new Error(`${marked} is not in ${file}`);
  const before = (TEXTS[file] ?? '').slice(0, start + at).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function textAt({
  file,
  line,
  column,
  endColumn,
}: {
  file: string;
  line: number;
  column: number;
  endColumn: number;
}) {
  return `${file}:${line} ${TEXTS[file]?.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)}`;
}

function places(about: 'definition' | 'references', file: string, marked: string) {
  const answer = answerEditor(
    snapshot,
    about === 'definition'
      ? { about, ...spot(file, marked) }
      : { about, ...spot(file, marked), withDeclaration: true },
  );
  return 'places' in answer ? answer.places.map(textAt) : [];
}

describe('the declaration of a named object', () => {
  test.each([
    ['a parent', 'routes.yaml', '- name: g|w', ['services.yaml:40 gw']],
    ['its listener', 'routes.yaml', 'sectionName: |web', ['services.yaml:44 web']],
    [
      'a backend of another namespace',
      'routes.yaml',
      '- name: smil|ey\n          namespace',
      ['services.yaml:4 smiley'],
    ],
    ['its port', 'routes.yaml', 'namespace: faces\n          port: 8|0', ['services.yaml:10 80']],
    [
      'its namespace',
      'routes.yaml',
      '- name: smiley\n          namespace: fa|ces',
      ['services.yaml:26 faces'],
    ],
    ['a backend that is not there', 'routes.yaml', 'name: nob|ody', []],
    ['a mirror', 'routes.yaml', 'backendRef: { name: |smiley', ['services.yaml:4 smiley']],
    ['a plugin of an unknown kind', 'routes.yaml', 'name: lim|it }\n---', ['routes.yaml:36 limit']],
    ['who a grant lets in', 'routes.yaml', 'kind: HTTP|Route, namespace: shop', ['routes.yaml:4 route']],
    ['what a grant opens', 'routes.yaml', 'kind: Service, name: smi|ley }', ['services.yaml:4 smiley']],
    ['the port of a policy', 'routes.yaml', 'sectionName: ht|tp', ['services.yaml:9 http']],
    ['the route of a test', 'routes.yaml', 'route: HTTPRoute/shop/r|oute', ['routes.yaml:4 route']],
    ['what a selector picks', 'services.yaml', 'selector: { app: smi|ley', ['services.yaml:14 smiley-v1']],
    ['an identity', 'services.yaml', 'serviceAccountName: hap|py', ['services.yaml:22 happy']],
    ['the Service of endpoints', 'services.yaml', 'service-name: smi|ley', ['services.yaml:4 smiley']],
    ['a class', 'services.yaml', 'gatewayClassName: ko|ng', ['services.yaml:50 kong']],
    ['a name itself', 'services.yaml', 'name: smil|ey\n  namespace', ['services.yaml:4 smiley']],
    ['nothing', 'routes.yaml', 'type: Request|Mirror', []],
  ])('%s', (_, file, marked, wanted) => expect(places('definition', file, marked)).toEqual(wanted));
});

test.each([
  ['its name', 'services.yaml', 'name: smil|ey\n  namespace'],
  ['a reference to it', 'routes.yaml', 'backendRef: { name: |smiley'],
])('all references to a Service, from %s', (_, file, marked) =>
  expect(places('references', file, marked)).toEqual([
    'services.yaml:4 smiley',
    'services.yaml:33 smiley',
    'routes.yaml:13 smiley',
    'routes.yaml:21 smiley',
    'routes.yaml:32 smiley',
    'routes.yaml:43 smiley',
  ]),
);

test('defaults are listed by line, for the requested lines', () => {
  const ask = (from: number, to: number) =>
    answerEditor(snapshot, { about: 'implied', file: 'routes.yaml', from, to });
  expect(ask(1, 16)).toEqual({
    about: 'implied',
    lines: [
      { line: 8, text: 'kind: Gateway · group: gateway.networking.k8s.io' },
      { line: 13, text: 'weight: 1 · kind: Service · group: ""' },
      { line: 16, text: 'namespace: shop · weight: 1 · kind: Service · group: ""' },
      { line: 12, text: 'path: PathPrefix /' },
    ],
  });
  expect(ask(17, 20)).toEqual({ about: 'implied', lines: [] });
});

describe('possible names', () => {
  const names = (
    kind: string,
    path: readonly (string | number)[],
    beside: Readonly<Record<string, string>> = {},
  ) => {
    const answer = answerEditor(snapshot, { about: 'names', kind, namespace: 'shop', path, beside });
    return answer.about === 'names'
      ? answer.names.map(({ value, namespace }) => (namespace ? [value, namespace] : value))
      : [];
  };
  const PARENT = ['spec', 'parentRefs', 0];
  const BACKEND = ['spec', 'rules', 0, 'backendRefs', 0];
  test.each([
    ['a Gateway, with its namespace', PARENT, 'name', {}, [['gw', 'infra']]],
    ['a Gateway where its namespace is written', PARENT, 'name', { namespace: 'infra' }, ['gw']],
    ['a listener', PARENT, 'sectionName', { name: 'gw', namespace: 'infra' }, ['web']],
    ['a port of a listener', PARENT, 'port', { name: 'gw', namespace: 'infra' }, ['8080']],
    ['a Service', BACKEND, 'name', { namespace: 'faces' }, ['smiley']],
    ['a port of a Service', BACKEND, 'port', { name: 'smiley', namespace: 'faces' }, ['80']],
    ['a namespace', BACKEND, 'namespace', {}, ['faces', 'infra', 'shop']],
    ['kinds of parents', PARENT, 'kind', {}, ['Gateway', 'Service', 'ListenerSet']],
    ['nothing for a weight', BACKEND, 'weight', {}, []],
    ['nothing for a rule', ['spec', 'rules', 0], 'name', {}, []],
  ])('%s', (_, ref, field, beside, wanted) =>
    expect(names('HTTPRoute', [...ref, field], beside as Record<string, string>)).toEqual(wanted),
  );
  test.each([
    ['HTTPRoute', [...BACKEND, 'name'], true],
    ['HTTPRoute', [...BACKEND, 'weight'], false],
    ['HTTPRoute', ['spec', 'rules', 0, 'name'], false],
    ['Gateway', ['spec', 'gatewayClassName'], true],
    ['ReferenceGrant', ['spec', 'from', 0, 'namespace'], true],
    ['Ingress', ['spec', 'ingressClassName'], true],
    ['Ingress', ['spec', 'tls', 0, 'secretName'], true],
    ['Ingress', ['metadata', 'annotations', 'kubernetes.io/ingress.class'], true],
    ['Ingress', ['metadata', 'annotations', 'nginx.ingress.kubernetes.io/canary'], false],
    ['Ingress', ['spec', 'rules', 0, 'http', 'paths', 1, 'backend', 'service', 'name'], true],
    ['Ingress', ['spec', 'defaultBackend', 'service', 'name'], true],
    ['Ingress', ['spec', 'backend', 'serviceName'], true],
    ['Service', ['metadata', 'namespace'], true],
    ['Service', ['metadata', 'name'], false],
  ])('are looked for in %s %j: %s', (kind, path, wanted) => expect(takesNames(kind, path)).toBe(wanted));
  test('a class', () => expect(names('Gateway', ['spec', 'gatewayClassName'])).toEqual(['kong']));
});
