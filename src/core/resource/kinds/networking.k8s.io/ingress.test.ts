import { describe, expect, it, test } from 'vitest';
import { RESOURCE_SENTENCES } from '../../../explain/en/findings-resource.ts';
import { RESOURCE_CODES } from '../../../findings/codes-resource.ts';
import { parseSource } from '../../../manifest/parse.ts';
import { decodeDocument } from '../../decode.ts';
import type { IngressClassSpec } from './ingress-class.ts';
import type { IngressSpec } from './ingress-spec.ts';

const INGRESS = 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i, namespace: shop}\n';
const BETA = INGRESS.replace('/v1', '/v1beta1');
const EXTENSIONS = INGRESS.replace('networking.k8s.io/v1', 'extensions/v1beta1');
const CLASS = 'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: c}\n';
const WEB = '{service: {name: web, port: {number: 80}}}';
const pathOf = (item: string) => `${INGRESS}spec: {rules: [{http: {paths: [${item}]}}]}\n`;
const backendOf = (backend: string) => `${INGRESS}spec: {defaultBackend: ${backend}}\n`;
const hostOf = (host: string) =>
  `${INGRESS}spec: {rules: [{host: ${host}, http: {paths: [{pathType: Prefix, path: /, backend: ${WEB}}]}}]}\n`;

function decode(text: string) {
  const [document] = parseSource({ file: 'a.yaml', text });
  if (document === undefined) throw new Error('no document');
  return decodeDocument(document);
}

function decodedIn(text: string) {
  const [resource] = decode(text).resources;
  if (resource?.decoded !== true) throw new Error('not decoded');
  return resource.resource;
}

const specOf = (text: string) => decodedIn(text).spec as IngressSpec;

const findingsOf = (text: string) => decode(text).findings;

describe('an Ingress', () => {
  test('has its class, backends, hosts, paths and addresses', () => {
    const spec = specOf(`${INGRESS}spec:
  ingressClassName: nginx
  defaultBackend: {resource: {apiGroup: example.com, kind: Bucket, name: files}}
  tls: [{hosts: [a.example], secretName: cert}, {}]
  rules:
  - host: "*.example"
    http:
      paths:
      - {path: /cart, pathType: Prefix, backend: {service: {name: cart, port: {name: http}}}}
      - {pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
  - host: b.example
status: {loadBalancer: {ingress: [{ip: 192.0.2.1}, {hostname: lb.example}, null]}}
`);
    const backends = ['spec', 'rules', 0, 'http', 'paths'];
    expect(spec).toEqual({
      ingressClassName: 'nginx',
      defaultBackend: {
        kind: 'resource',
        apiGroup: 'example.com',
        resourceKind: 'Bucket',
        name: 'files',
        origin: ['spec', 'defaultBackend'],
      },
      tls: [
        { hosts: ['a.example'], secretName: 'cert', origin: ['spec', 'tls', 0] },
        { hosts: [], secretName: null, origin: ['spec', 'tls', 1] },
      ],
      rules: [
        {
          host: '*.example',
          hasHttp: true,
          paths: [
            {
              path: '/cart',
              pathType: 'Prefix',
              backend: { kind: 'service', name: 'cart', port: 'http', origin: [...backends, 0, 'backend'] },
              origin: [...backends, 0],
            },
            {
              path: '',
              pathType: 'ImplementationSpecific',
              backend: { kind: 'service', name: 'web', port: 80, origin: [...backends, 1, 'backend'] },
              origin: [...backends, 1],
            },
          ],
          origin: ['spec', 'rules', 0],
        },
        { host: 'b.example', hasHttp: false, paths: [], origin: ['spec', 'rules', 1] },
      ],
      loadBalancer: [
        { ip: '192.0.2.1', hostname: null },
        { ip: null, hostname: 'lb.example' },
      ],
    } satisfies IngressSpec);
  });

  it.each([
    ['networking.k8s.io/v1beta1', BETA],
    ['extensions/v1beta1', EXTENSIONS],
  ])('of %s is read like v1, with a finding', (apiVersion, head) => {
    const text = `${head}spec:
  backend: {serviceName: other, servicePort: http}
  rules: [{http: {paths: [{path: /, backend: {serviceName: web, servicePort: 80}}]}}]
`;
    const resource = decodedIn(text);
    expect(resource).toMatchObject({ id: 'Ingress/shop/i', group: 'networking.k8s.io', version: 'v1beta1' });
    expect(resource.spec).toMatchObject({
      defaultBackend: { kind: 'service', name: 'other', port: 'http', origin: ['spec', 'backend'] },
      rules: [
        {
          paths: [
            { pathType: 'ImplementationSpecific', backend: { kind: 'service', name: 'web', port: 80 } },
          ],
        },
      ],
    });
    expect(findingsOf(text).map(({ code, args }) => [code, args])).toEqual([
      ['ingress-old-version', { kind: 'Ingress', apiVersion }],
    ]);
  });

  test('of v1 with the fields of an older version is read as it is meant', () => {
    const text = backendOf('{serviceName: web, servicePort: 80}');
    expect(specOf(text).defaultBackend).toMatchObject({ kind: 'service', name: 'web', port: 80 });
    expect(findingsOf(text).map(({ code, site }) => [code, site.path.at(-1)])).toEqual([
      ['field-unknown', 'serviceName'],
      ['field-unknown', 'servicePort'],
    ]);
  });

  test('keeps its annotations and its timestamp', () => {
    const { annotations, created } = decodedIn(
      `${INGRESS.replace(
        '}',
        ', creationTimestamp: "2020-01-01T00:00:00Z", annotations: {nginx.ingress.kubernetes.io/canary: "true"}}',
      )}spec: {defaultBackend: ${WEB}}\n`,
    );
    expect(annotations).toEqual({ 'nginx.ingress.kubernetes.io/canary': 'true' });
    expect(created).toBe(1_577_836_800);
  });
});

const VALID: readonly string[] = [
  backendOf(WEB),
  backendOf('{service: {name: web, port: {name: http}}}'),
  backendOf('{resource: {kind: Bucket, name: a}}'),
  hostOf('a.example'),
  hostOf('"*.example"'),
  `${INGRESS}spec: {rules: [{host: a.example}]}\n`,
  pathOf(`{pathType: ImplementationSpecific, backend: ${WEB}}`),
  pathOf(`{pathType: ImplementationSpecific, path: "/a(/|$)(.*)", backend: ${WEB}}`),
  pathOf(`{pathType: Prefix, path: "/a#~[b]", backend: ${WEB}}`),
  pathOf(`{pathType: Exact, path: /a/, backend: ${WEB}}`),
  `${INGRESS.replace('}', ', annotations: {kubernetes.io/ingress.class: nginx}}')}spec: {ingressClassName: nginx, defaultBackend: ${WEB}}\n`,
  `${INGRESS.replace('}', ', annotations: {kubernetes.io/ingress.class: nginx}}')}spec: {defaultBackend: ${WEB}}\n`,
  `${CLASS}spec: {controller: k8s.io/ingress-nginx}\n`,
];

const FLAWED: readonly (readonly [code: string, text: string, path: string])[] = [
  ['ingress-without-rules', `${INGRESS}spec: {ingressClassName: nginx}\n`, 'spec'],
  ['ingress-without-rules', `${INGRESS}spec: {rules: []}\n`, 'spec'],
  ['field-required', INGRESS, ''],
  ['field-type', `${INGRESS}spec: {rules: 5}\n`, 'spec.rules'],
  ['field-limit', `${INGRESS}spec: {rules: [{http: {paths: []}}]}\n`, 'spec.rules.0.http.paths'],
  ['field-required', `${INGRESS}spec: {rules: [{http: {}}]}\n`, 'spec.rules.0.http'],
  ['field-required', pathOf(`{path: /, backend: ${WEB}}`), 'spec.rules.0.http.paths.0'],
  ['field-required', pathOf('{path: /, pathType: Prefix}'), 'spec.rules.0.http.paths.0'],
  ['field-required', pathOf(`{pathType: Prefix, backend: ${WEB}}`), 'spec.rules.0.http.paths.0'],
  [
    'field-value-unknown',
    pathOf(`{path: /, pathType: prefix, backend: ${WEB}}`),
    'spec.rules.0.http.paths.0.pathType',
  ],
  ...['a', '/a//b', '/a/./b', '/a/../b', '/a/%2f', '/a%2Fb', '/a/.', '/a/..'].flatMap((path) =>
    ['Exact', 'Prefix'].map(
      (type) =>
        [
          'path-value-invalid',
          pathOf(`{path: "${path}", pathType: ${type}, backend: ${WEB}}`),
          'spec.rules.0.http.paths.0.path',
        ] as const,
    ),
  ),
  [
    'path-value-invalid',
    pathOf(`{path: a, pathType: ImplementationSpecific, backend: ${WEB}}`),
    'spec.rules.0.http.paths.0.path',
  ],
  ['ingress-backend-invalid', backendOf('{}'), 'spec.defaultBackend'],
  [
    'ingress-backend-invalid',
    backendOf('{service: {name: web, port: {number: 80}}, resource: {kind: Bucket, name: a}}'),
    'spec.defaultBackend',
  ],
  ['ingress-backend-invalid', backendOf('{service: {name: web}}'), 'spec.defaultBackend'],
  [
    'ingress-backend-invalid',
    backendOf('{service: {name: web, port: {number: 80, name: http}}}'),
    'spec.defaultBackend',
  ],
  [
    'field-type',
    backendOf('{service: {name: web, port: {number: http}}}'),
    'spec.defaultBackend.service.port.number',
  ],
  [
    'field-limit',
    backendOf('{service: {name: web, port: {number: 0}}}'),
    'spec.defaultBackend.service.port.number',
  ],
  ['field-type', backendOf('{service: {name: web, port: 80}}'), 'spec.defaultBackend.service.port'],
  ['field-required', backendOf('{service: {port: {number: 80}}}'), 'spec.defaultBackend.service'],
  ['field-required', backendOf('{resource: {kind: Bucket}}'), 'spec.defaultBackend.resource'],
  ['field-type', backendOf('5'), 'spec.defaultBackend'],
  ['hostname-is-address', hostOf('10.0.0.1'), 'spec.rules.0.host'],
  ['field-format', hostOf('A.example'), 'spec.rules.0.host'],
  ['field-format', hostOf('"*"'), 'spec.rules.0.host'],
  ['field-format', hostOf('a.*.example'), 'spec.rules.0.host'],
  ['field-format', hostOf('"a.example:80"'), 'spec.rules.0.host'],
  ['field-format', `${INGRESS}spec: {defaultBackend: ${WEB}, tls: [{hosts: [A]}]}\n`, 'spec.tls.0.hosts.0'],
  [
    'ingress-class-twice',
    `${INGRESS.replace('}', ', annotations: {kubernetes.io/ingress.class: a}}')}spec: {ingressClassName: b, defaultBackend: ${WEB}}\n`,
    'metadata.annotations.kubernetes.io/ingress.class',
  ],
  ['ingress-old-version', `${BETA}spec: {backend: {serviceName: a, servicePort: 80}}\n`, 'apiVersion'],
  ['ingress-old-version', `${CLASS.replace('/v1', '/v1beta1')}spec: {controller: a.b/c}\n`, 'apiVersion'],
  ['field-required', CLASS, ''],
  ['field-required', `${CLASS}spec: {}\n`, 'spec'],
  ['field-format', `${CLASS}spec: {controller: nginx}\n`, 'spec.controller'],
];

describe('validation', () => {
  it.each(VALID.map((text) => [text]))('accepts manifest %#', (text) => {
    expect(findingsOf(text)).toEqual([]);
  });

  it.each(FLAWED)('reports %s', (code, text, path) => {
    const findings = findingsOf(text);
    expect(findings.map((finding) => [finding.code, finding.site.path.join('.')])).toEqual([[code, path]]);
    const [finding] = findings;
    if (finding === undefined) return;
    const entry = RESOURCE_CODES[finding.code as keyof typeof RESOURCE_CODES];
    expect(Object.keys(finding.args).sort()).toEqual([...entry.args].sort());
    const sentence = RESOURCE_SENTENCES[finding.code as keyof typeof RESOURCE_CODES](finding.args);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('an IngressClass', () => {
  test('is cluster-scoped, with its controller and its parameters', () => {
    const resource = decodedIn(
      `${CLASS}spec: {controller: k8s.io/ingress-nginx, parameters: {apiGroup: example.com, kind: P, name: p, namespace: n, scope: Namespace}}\n`,
    );
    expect(resource.id).toBe('IngressClass/c');
    expect(resource.spec).toEqual({
      controller: 'k8s.io/ingress-nginx',
      isDefault: false,
      parameters: { apiGroup: 'example.com', kind: 'P', name: 'p', namespace: 'n' },
    } satisfies IngressClassSpec);
  });

  it.each([
    ['"true"', true],
    ['"false"', false],
    ['"True"', false],
  ])('with the annotation %s is the default: %s', (value, isDefault) => {
    const text = `${CLASS.replace('}', `, annotations: {ingressclass.kubernetes.io/is-default-class: ${value}}}`)}spec: {controller: a.b/c}\n`;
    expect(decodedIn(text).spec).toMatchObject({ isDefault });
  });
});
