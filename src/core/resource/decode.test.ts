import { describe, expect, it } from 'vitest';
import { parseSource } from '../manifest/parse.ts';
import { decodeDocument } from './decode.ts';
import type { GRPCRouteSpec, HTTPRouteSpec, ServiceSpec, WorkloadSpec } from './resource.ts';

function decode(text: string) {
  const decoded = parseSource({ file: 'a.yaml', text }).map((document) => decodeDocument(document));
  return {
    resources: decoded.flatMap(({ resources }) => resources),
    routeTests: decoded.flatMap(({ routeTests }) => routeTests),
    findings: decoded.flatMap(({ findings }) => findings),
  };
}
const codes = (text: string) => decode(text).findings.map(({ code }) => code);
const ids = (text: string) => decode(text).resources.map(({ resource }) => resource.id);

function specOf<Spec>(text: string): Spec {
  const [entry] = decode(text).resources;
  if (entry === undefined || !entry.decoded) throw new Error('no decoded resource');
  return entry.resource.spec as Spec;
}

const HTTP =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r, namespace: ns}\n';
const GRPC =
  'apiVersion: gateway.networking.k8s.io/v1\nkind: GRPCRoute\nmetadata: {name: r, namespace: ns}\n';
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\n';
const httpSpec = (rest: string) => specOf<HTTPRouteSpec>(HTTP + rest);

describe('identity', () => {
  it.each([
    ['a namespaced kind', `${HTTP}spec: {}\n`, ['HTTPRoute/ns/r']],
    ['an implied namespace', SERVICE, ['Service/default/s']],
    ['a cluster kind', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n', ['Namespace/a']],
    [
      'a namesake of another group',
      'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: a}\n',
      ['Service.serving.knative.dev/default/a'],
    ],
    [
      'a List',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- {apiVersion: v1, kind: Namespace, metadata: {name: b}}\n',
      ['Namespace/a', 'Namespace/b'],
    ],
    [
      'a typed list',
      'apiVersion: v1\nkind: ServiceList\nitems:\n- {metadata: {name: a}}\n',
      ['Service/default/a'],
    ],
    [
      'a JSON array',
      '[{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "a"}}]',
      ['Namespace/a'],
    ],
  ] as const)('%s', (_name, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('keeps the way to an item of a List', () => {
    const { resources, findings } = decode(
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: x}]}}\n',
    );
    expect(resources[0]?.resource.origin).toEqual({ file: 'a.yaml', document: 0, root: ['items', 0] });
    expect(findings[0]?.site.path).toEqual(['items', 0, 'spec', 'ports', 0, 'port']);
  });

  it('carries route tests along', () => {
    const { routeTests, resources } = decode(
      'apiVersion: gammascope.dev/v1alpha1\nkind: RouteTest\nmetadata: {name: t}\n',
    );
    expect(routeTests.map(({ name }) => name)).toEqual(['t']);
    expect(resources).toEqual([]);
  });

  it('reads the time of creation', () => {
    const text = `${SERVICE.replace('{name: s}', '{name: s, creationTimestamp: 2026-01-02T03:04:05Z}')}spec: {}\n`;
    expect(decode(text).resources[0]?.resource.created).toBe(Date.UTC(2026, 0, 2, 3, 4, 5) / 1000);
  });

  it('gives the same answer for a document that did not change', () => {
    const [document] = parseSource({ file: 'a', text: SERVICE });
    if (document === undefined) throw new Error('no document');
    expect(decodeDocument(document)).toBe(decodeDocument(document));
  });
});

describe('documents that are no resources', () => {
  it.each([
    ['not-an-object', '- a\n'],
    ['not-an-object', 'text\n'],
    ['kind-missing', 'a: 1\n'],
    ['name-missing', 'apiVersion: v1\nkind: Service\nmetadata: {}\n'],
    ['api-version-missing', 'kind: Service\nmetadata: {name: a}\n'],
    ['api-version-unknown', HTTP.replace('/v1', '/v1alpha2').concat('spec: {}\n')],
    ['kind-not-simulated', 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\n'],
    // A kind of another group with the same name is not decoded.
    ['kind-of-other-group', 'apiVersion: networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: a}\n'],
    ['kind-not-simulated', 'apiVersion: networking.example.io/v1\nkind: Gateway\nmetadata: {name: a}\n'],
    ['kind-of-other-group', 'apiVersion: apps/v1\nkind: CronJob\nmetadata: {name: a}\n'],
    ['kind-of-other-group', 'apiVersion: v1\nkind: Deployment\nmetadata: {name: a}\n'],
    ['kind-of-other-group', 'apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: a}\n'],
  ] as const)('%s', (code, text) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each(['ConfigMap', 'Secret', 'ServiceMonitor'])('%s goes without a word', (kind) => {
    expect(codes(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n`)).toEqual([]);
  });
});

it('tells no more than 200 findings of one document', () => {
  const labels = Array.from({ length: 300 }, (_, index) => `l${index}: 1`).join(', ');
  const found = codes(`apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {${labels}}}\n`);
  expect(found).toHaveLength(201);
  expect(found.at(-1)).toBe('more-problems');
});

describe('Service', () => {
  it('reads empty strings and nulls as the API server does', () => {
    const text = `${SERVICE}spec:\n  type: ""\n  sessionAffinity: ""\n  clusterIP: ""\n  selector:\n  ports: [{name: "", port: 80, protocol: "", targetPort: 8080}]\n`;
    expect(decode(text).findings).toEqual([]);
    expect(specOf<ServiceSpec>(text)).toMatchObject({
      type: 'ClusterIP',
      headless: false,
      selector: null,
      ports: [{ name: '', port: 80, protocol: 'TCP', targetPort: 8080 }],
    });
  });

  it('refuses an empty word in kinds that the API server does not build in', () => {
    const text =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec: {rules: [{matches: [{path: {type: "", value: /}}]}]}\n';
    expect(decode(text).findings.map(({ code }) => code)).toEqual(['field-value-unknown']);
  });

  it('fills in defaults', () => {
    const spec = specOf<ServiceSpec>(`${SERVICE}spec:\n  clusterIP: 10.0.0.1\n  ports: [{port: 80}]\n`);
    expect(spec.ports).toEqual([
      { name: '', port: 80, targetPort: 80, protocol: 'TCP', appProtocol: null, nodePort: null },
    ]);
    expect(spec).toMatchObject({
      type: 'ClusterIP',
      headless: false,
      clusterIPs: ['10.0.0.1'],
      selector: null,
    });
  });

  it('knows headless Services', () => {
    expect(specOf<ServiceSpec>(`${SERVICE}spec: {clusterIP: None, clusterIPs: [None]}\n`)).toMatchObject({
      headless: true,
      clusterIPs: [],
    });
  });

  it('takes what kubectl prints', () => {
    const text = `${SERVICE.replace('{name: s}', '{name: s, uid: x, managedFields: [{manager: k}], creationTimestamp: null}')}spec: {ipFamilies: [IPv4], sessionAffinity: None}\nstatus: {loadBalancer: {ingress: [{ip: 1.2.3.4}]}}\n`;
    expect(codes(text)).toEqual([]);
    expect(specOf<ServiceSpec>(text).externalIPs).toEqual(['1.2.3.4']);
  });
});

describe('workloads', () => {
  it('come with the labels and ports of their Pods', () => {
    const template =
      '{metadata: {labels: {app: a}}, spec: {serviceAccountName: sa, containers: [{name: c, ports: [{containerPort: 80, name: http}]}]}}';
    for (const [apiVersion, kind, spec] of [
      ['apps/v1', 'Deployment', `{replicas: 2, template: ${template}}`],
      ['batch/v1', 'CronJob', `{schedule: x, jobTemplate: {spec: {template: ${template}}}}`],
    ]) {
      const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: w}\nspec: ${spec}\n`;
      expect(codes(text)).toEqual([]);
      expect(specOf<WorkloadSpec>(text)).toMatchObject({
        podLabels: { app: 'a' },
        serviceAccount: 'sa',
        containerPorts: [{ name: 'http', containerPort: 80, protocol: 'TCP' }],
      });
    }
  });

  it('knows a Pod’s addresses and owner', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: a}, ownerReferences: [{kind: ReplicaSet, name: rs}]}\nstatus: {podIP: 10.1.1.1, conditions: [{type: Ready, status: "True"}]}\n';
    expect(specOf<WorkloadSpec>(text)).toMatchObject({
      podLabels: { app: 'a' },
      podIPs: ['10.1.1.1'],
      ready: true,
      ownedBy: { kind: 'ReplicaSet', name: 'rs' },
    });
  });
});

describe('HTTPRoute', () => {
  const ANY = [{ path: { type: 'PathPrefix', value: '/' }, method: null, headers: [], queryParams: [] }];

  it.each([
    ['no rules', 'spec: {}\n'],
    ['no matches', 'spec: {rules: [{}]}\n'],
    ['empty matches', 'spec: {rules: [{matches: []}]}\n'],
    ['an empty match', 'spec: {rules: [{matches: [{}]}]}\n'],
  ] as const)('%s match everything', (_name, rest) => {
    const spec = httpSpec(rest);
    expect(spec.rules).toHaveLength(1);
    expect(spec.rules[0]).toMatchObject({ matches: ANY, index: 0, matchIndexes: [0], backendsElided: false });
  });

  it('fills in defaults of references and filters', () => {
    const spec = httpSpec(`spec:
  parentRefs: [{name: gw}]
  rules:
  - filters:
    - {type: RequestRedirect, requestRedirect: {}}
    - {type: RequestMirror, requestMirror: {backendRef: {name: m, port: 1}, fraction: {numerator: 1}}}
    - {type: RequestMirror, requestMirror: {backendRef: {name: m, port: 1}, percent: 7}}
  - backendRefs: [{name: b, port: 80}]
`);
    expect(spec.parentRefs).toEqual([
      {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        namespace: 'ns',
        name: 'gw',
        sectionName: null,
        port: null,
      },
    ]);
    expect(spec.rules[0]?.filters).toMatchObject([
      { type: 'RequestRedirect', statusCode: 302, port: null },
      { fraction: { numerator: 1, denominator: 100 } },
      { fraction: { numerator: 7, denominator: 100 } },
    ]);
    expect(spec.rules[1]?.backendRefs).toEqual([
      { group: '', kind: 'Service', namespace: 'ns', name: 'b', port: 80, weight: 1, filters: [] },
    ]);
  });

  it('leaves out what cannot be read, and keeps the indexes of the rest', () => {
    const spec = httpSpec(`spec:
  rules:
  - 5
  - matches:
    - {method: get}
    - {path: {value: /b}}
    backendRefs: [{port: 80}, {name: b, port: 80, weight: -1}]
`);
    expect(spec.rules).toHaveLength(1);
    expect(spec.rules[0]).toMatchObject({
      index: 1,
      matchIndexes: [1],
      backendRefs: [{ name: 'b', weight: 1 }],
    });
  });

  it('matches nothing when no match can be read', () => {
    expect(httpSpec('spec: {rules: [{matches: [{path: {type: Glob}}]}]}\n').rules[0]?.matches).toEqual([]);
  });

  it('takes the first of headers that differ only in case, and keeps such query parameters apart', () => {
    const [rule] = httpSpec(
      'spec: {rules: [{matches: [{headers: [{name: A, value: "1"}, {name: a, value: "2"}], queryParams: [{name: A, value: "1"}, {name: a, value: "2"}]}]}]}\n',
    ).rules;
    expect(rule?.matches[0]?.headers).toEqual([{ type: 'Exact', name: 'A', value: '1' }]);
    expect(rule?.matches[0]?.queryParams.map(({ name }) => name)).toEqual(['A', 'a']);
  });

  it('keeps a filter that cannot be read as invalid', () => {
    const [rule] = httpSpec(
      'spec: {rules: [{filters: [{type: URLRewrite}, {type: Foo}, {type: RequestRedirect, requestRedirect: {port: 0}}, 7]}]}\n',
    ).rules;
    expect(rule?.filters).toEqual([
      { type: 'invalid', writtenType: 'URLRewrite', cause: 'body' },
      { type: 'invalid', writtenType: 'Foo', cause: 'value' },
      { type: 'invalid', writtenType: 'RequestRedirect', cause: 'value' },
      { type: 'invalid', writtenType: '', cause: 'value' },
    ]);
  });

  it('reads session persistence of old and new', () => {
    const rule = (session: string) =>
      httpSpec(`spec: {rules: [{sessionPersistence: ${session}}]}\n`).rules[0];
    expect(rule('{sessionName: a}')?.sessionPersistence).toMatchObject({ type: 'Cookie', name: 'a' });
    expect(rule('{type: Header, header: {name: h}}')?.sessionPersistence).toMatchObject({
      type: 'Header',
      name: 'h',
    });
  });
});

describe('GRPCRoute', () => {
  it('has no rules unless they are written', () => {
    expect(specOf<GRPCRouteSpec>(`${GRPC}spec: {}\n`).rules).toEqual([]);
  });

  it('fills in the method', () => {
    const [rule] = specOf<GRPCRouteSpec>(
      `${GRPC}spec: {rules: [{matches: [{method: {service: a.B}}]}]}\n`,
    ).rules;
    expect(rule?.matches).toEqual([{ method: { type: 'Exact', service: 'a.B', method: '' }, headers: [] }]);
  });
});

describe('a sketch', () => {
  const SKETCH =
    'kind: HTTPRoute\nmetadata: {name: r, namespace: ns}\nspec:\n  parentRefs: [{name: s, kind: Service, group: core, port: 80}]\n  rules:\n    ...\n    timeouts: {request: 100ms}\n';

  it('means the core group, one rule and the parent itself', () => {
    const spec = specOf<HTTPRouteSpec>(SKETCH);
    expect(spec.parentRefs[0]).toMatchObject({ group: '', kind: 'Service' });
    expect(spec.rules).toHaveLength(1);
    expect(spec.rules[0]).toMatchObject({ timeouts: { request: '100ms' }, backendsElided: true, index: 0 });
    expect(codes(SKETCH)).toEqual(['api-version-missing', 'core-group-spelled-out']);
  });

  it('is what lacks its apiVersion only, too; then nothing was elided', () => {
    const text = 'kind: HTTPRoute\nmetadata: {name: r}\nspec: {rules: [{}]}\n';
    expect(decode(text).resources[0]?.resource.sketch).toBe(true);
    expect(specOf<HTTPRouteSpec>(text).rules[0]?.backendsElided).toBe(false);
  });

  it('leaves `core` alone where nothing says sketch', () => {
    expect(
      httpSpec('spec: {parentRefs: [{name: s, kind: Service, group: core}]}\n').parentRefs[0]?.group,
    ).toBe('core');
  });
});

describe('what one document holds does not stop the others', () => {
  const rule = (filter: string) =>
    `${GRPC}spec: {rules: [{filters: [${filter}], backendRefs: [{name: s, port: 80}]}]}\n---\n${SERVICE}`;

  it.each([
    ['{type: ExternalAuth, externalAuth: {}}'],
    ["{type: CORS, cors: {allowOrigins: 'x'}}"],
    ['{type: RequestRedirect, requestRedirect: {path: {type: 1}}}'],
    ['{type: URLRewrite, urlRewrite: [1]}'],
    ['{type: constructor, constructor: {}}'],
    ['{type: __proto__, __proto__: {}}'],
  ])('a filter that is none of a GRPCRoute is not decoded: %s', (filter) => {
    const { findings, resources } = decode(rule(filter));
    expect(resources).toHaveLength(2);
    expect(findings.map(({ code }) => code)).toContain('field-value-unknown');
    const { rules } = specOf<GRPCRouteSpec>(rule(filter));
    expect(rules[0]?.filters).toMatchObject([{ type: 'invalid', cause: 'value' }]);
  });

  it.each([
    ['{toString: 1}, {toString: 1}'],
    ['{name: {toString: 1}, value: a}, {name: {valueOf: {}}, value: a}'],
    ['&a {name: [1], value: a}, *a'],
  ])('items that are no mappings of texts are not compared as texts: %s', (headers) => {
    const { findings } = decode(`${HTTP}spec: {rules: [{matches: [{headers: [${headers}]}]}]}\n`);
    const found = new Set(findings.map(({ code }) => code));
    expect(found).not.toContain('internal-fault');
    expect(found).not.toContain('list-entry-duplicate');
    expect(found.size).toBeGreaterThan(0);
  });

  it('a fault of the program is told at its object, and the other items of the list are read', () => {
    const [document] = parseSource({ file: 'a.yaml', text: SERVICE });
    const service = (name: string) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name } });
    const faulty = {
      ...service('faulty'),
      get spec(): never {
        throw new Error('boom');
      },
    };
    const value = { apiVersion: 'v1', kind: 'List', items: [service('a'), faulty, service('b')] };
    const { resources, findings } = decodeDocument(Object.create(document ?? null, { value: { value } }));
    expect(resources.map(({ resource }) => resource.name)).toEqual(['a', 'b']);
    expect(findings).toMatchObject([
      { code: 'internal-fault', args: { kind: 'Service', fault: 'boom' }, site: { path: ['items', 1] } },
    ]);
  });
});
