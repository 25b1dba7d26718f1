import { describe, expect, it } from 'vitest';
import { parseSource } from '../manifest/parse.ts';
import { decodeDocument } from './decode.ts';
import type {
  BackendTLSPolicySpec,
  GatewayClassSpec,
  GatewaySpec,
  KeyedDataSpec,
  L4RouteSpec,
  ListenerSetSpec,
} from './gateway-resource.ts';
import { holdsEncodedPem } from './pem.ts';
import type { HTTPRouteSpec } from './resource.ts';

function decode(text: string) {
  const [document] = parseSource({ file: 'a.yaml', text });
  if (document === undefined) throw new Error('no document');
  expect(document.findings).toEqual([]);
  const { resources, findings } = decodeDocument(document);
  const [entry] = resources;
  if (entry === undefined) throw new Error('no resource');
  return { entry, codes: findings.map(({ code }) => code), findings };
}

function specOf<Spec>(text: string): Spec {
  const { entry } = decode(text);
  if (!entry.decoded) throw new Error('not decoded');
  return entry.resource.spec as Spec;
}

const GROUP = 'gateway.networking.k8s.io';
const object = (kind: string, spec: string, apiVersion = `${GROUP}/v1`) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: own, namespace: ns}\nspec: ${spec}\n`;
const gateway = (listeners: string, rest = '') =>
  specOf<GatewaySpec>(object('Gateway', `{gatewayClassName: c, listeners: [${listeners}]${rest}}`));

describe('versions of the gateway side', () => {
  it.each([
    ['GatewayClass', 'v1', '{controllerName: a.b/c}', []],
    ['GatewayClass', 'v1beta1', '{controllerName: a.b/c}', []],
    ['Gateway', 'v1beta1', '{gatewayClassName: c, listeners: [{name: a, port: 1, protocol: HTTP}]}', []],
    [
      'TLSRoute',
      'v1alpha2',
      '{hostnames: [a.b], rules: [{backendRefs: [{name: a, port: 1}]}]}',
      ['api-version-unknown'],
    ],
    ['TCPRoute', 'v1', '{rules: [{backendRefs: [{name: a, port: 1}]}]}', []],
    ['UDPRoute', 'v1alpha2', '{rules: [{backendRefs: [{name: a, port: 1}]}]}', ['api-version-unknown']],
    // Before v1 a TLSRoute could have several rules and needed no hostnames.
    [
      'TCPRoute',
      'v1alpha2',
      '{rules: [{backendRefs: [{name: a, port: 1}]}, {backendRefs: [{name: b, port: 1}]}]}',
      ['api-version-unknown'],
    ],
    ['TLSRoute', 'v1alpha2', '{rules: [{backendRefs: [{name: a, port: 1}]}]}', ['api-version-unknown']],
    [
      'TLSRoute',
      'v1alpha3',
      '{rules: [{backendRefs: [{name: a, port: 1}]}]}',
      ['api-version-unknown', 'field-required'],
    ],
    ['GRPCRoute', 'v1alpha2', '{rules: [{backendRefs: [{name: a, port: 1}]}]}', ['api-version-unknown']],
  ] as const)('%s %s', (kind, version, spec, expected) => {
    const { entry, codes } = decode(object(kind, spec, `${GROUP}/${version}`));
    expect(entry.decoded).toBe(true);
    expect(codes).toEqual(expected);
  });

  it('takes an XListenerSet for a ListenerSet, with a warning and a way out', () => {
    const spec = '{parentRef: {name: g}, listeners: [{name: a, port: 1, protocol: HTTP}]}';
    const { entry, findings } = decode(object('XListenerSet', spec, 'gateway.networking.x-k8s.io/v1alpha1'));
    expect(entry).toMatchObject({ decoded: true, resource: { id: 'ListenerSet/ns/own', group: GROUP } });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['api-version-unknown', 'warning'],
    ]);
    expect(findings[0]?.fixes[0]?.edits.map(({ text }) => text)).toEqual([`${GROUP}/v1`, 'ListenerSet']);
  });

  it('leaves namesakes of other groups alone', () => {
    const { entry, codes } = decode(object('Gateway', '{servers: []}', 'networking.example.io/v1'));
    expect(entry).toMatchObject({ decoded: false, resource: { id: 'Gateway.networking.example.io/ns/own' } });
    expect(codes).toEqual(['kind-not-simulated']);
  });

  it('knows what lives in no namespace', () => {
    const text = object('XMesh', '{controllerName: a.b/c}', 'gateway.networking.x-k8s.io/v1alpha1');
    expect(decode(text).entry.resource).toMatchObject({ id: 'XMesh/own', namespace: '' });
    expect(
      specOf<GatewayClassSpec>(
        object(
          'GatewayClass',
          '{controllerName: a.b/c, parametersRef: {group: "", kind: ConfigMap, namespace: x, name: p}}',
        ),
      ),
    ).toEqual({
      controllerName: 'a.b/c',
      parametersRef: { group: '', kind: 'ConfigMap', namespace: 'x', name: 'p' },
    });
  });
});

describe('Gateway', () => {
  it('fills in defaults', () => {
    expect(gateway('{name: a, port: 80, protocol: HTTP}')).toEqual({
      gatewayClassName: 'c',
      listeners: [
        {
          name: 'a',
          index: 0,
          hostname: null,
          port: 80,
          protocol: 'HTTP',
          tls: null,
          allowedRoutes: { namespaces: { from: 'Same', selector: null }, kinds: [] },
        },
      ],
      addresses: [],
      allowedListeners: { from: 'None', selector: null },
      infrastructureParametersRef: null,
      defaultScope: null,
      tls: { backendClientCertificate: null, frontendDefault: null, frontendPerPort: [] },
    });
  });

  it('fills in defaults of TLS and kinds', () => {
    const [listener] = gateway(
      '{name: a, port: 80, protocol: HTTPS, hostname: A.b, tls: {certificateRefs: [{name: s}]}, allowedRoutes: {kinds: [{kind: HTTPRoute}]}}',
    ).listeners;
    expect(listener).toMatchObject({
      hostname: 'a.b',
      tls: {
        mode: 'Terminate',
        certificateRefs: [{ group: '', kind: 'Secret', namespace: 'ns', name: 's' }],
        hasOptions: false,
      },
      allowedRoutes: { kinds: [{ group: GROUP, kind: 'HTTPRoute' }] },
    });
  });

  it.each([
    ['{matchLabels: {a: b}}', { matchLabels: { a: 'b' }, matchExpressions: [] }],
    ['{}', { matchLabels: {}, matchExpressions: [] }],
    [
      '{matchExpressions: [{key: a, operator: In, values: [b]}, {key: c, operator: Exists}]}',
      {
        matchLabels: {},
        matchExpressions: [
          { key: 'a', operator: 'In', values: ['b'] },
          { key: 'c', operator: 'Exists', values: [] },
        ],
      },
    ],
    // A selector that cannot be read must not match more than intended.
    ['{matchExpressions: [{key: a}]}', { matchExpressions: [{ key: '', operator: '', values: [] }] }],
    ['{matchLabels: [a]}', { matchExpressions: [{ key: '', operator: '', values: [] }] }],
    ['5', null],
  ] as const)('selector %s', (selector, expected) => {
    const { namespaces } = gateway(
      `{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: ${selector}}}}`,
    ).listeners[0]?.allowedRoutes ?? { namespaces: null };
    if (expected === null) expect(namespaces).toEqual({ from: 'Selector', selector: null });
    else expect(namespaces).toMatchObject({ from: 'Selector', selector: expected });
  });

  it('leaves out what cannot be read or has the name of another, and keeps the indexes of the rest', () => {
    const { listeners } = gateway(
      '{name: a, port: 0, protocol: HTTP}, {name: b, port: 1, protocol: HTTP}, {name: b, port: 2, protocol: HTTP}',
    );
    expect(listeners.map(({ name, index, port }) => [name, index, port])).toEqual([['b', 1, 1]]);
  });

  it('reads TLS of all listeners', () => {
    const ca = '{validation: {caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}}';
    const { tls } = gateway(
      '{name: a, port: 80, protocol: HTTP}',
      `, tls: {backend: {clientCertificateRef: {name: s}}, frontend: {default: ${ca}, perPort: [{port: 5, tls: {}}]}}`,
    );
    expect(tls).toEqual({
      backendClientCertificate: { group: '', kind: 'Secret', namespace: 'ns', name: 's' },
      frontendDefault: {
        caCertificateRefs: [{ group: '', kind: 'ConfigMap', namespace: 'ns', name: 'ca' }],
        mode: 'AllowValidOnly',
      },
      frontendPerPort: [{ port: 5, validation: null }],
    });
  });
});

it('ListenerSet points at a Gateway of its own namespace by default', () => {
  const spec = '{parentRef: {name: g}, listeners: [{name: a, port: 1, protocol: HTTP}]}';
  expect(specOf<ListenerSetSpec>(object('ListenerSet', spec)).parentRef).toEqual({
    group: GROUP,
    kind: 'Gateway',
    namespace: 'ns',
    name: 'g',
  });
});

it('routes of connections have defaults as HTTPRoutes have', () => {
  const spec = '{parentRefs: [{name: g}], hostnames: [a.b], rules: [{backendRefs: [{name: a, port: 1}]}]}';
  expect(specOf<L4RouteSpec>(object('TLSRoute', spec))).toEqual({
    parentRefs: [
      { group: GROUP, kind: 'Gateway', namespace: 'ns', name: 'g', sectionName: null, port: null },
    ],
    useDefaultGateways: null,
    hostnames: ['a.b'],
    rules: [
      {
        name: null,
        index: 0,
        backendRefs: [
          { group: '', kind: 'Service', namespace: 'ns', name: 'a', port: 1, weight: 1, filters: [] },
        ],
      },
    ],
  });
});

it('BackendTLSPolicy targets its own namespace', () => {
  const spec =
    '{targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: a.b, wellKnownCACertificates: System, subjectAltNames: [{type: URI, uri: "spiffe://a/b"}]}}';
  expect(specOf<BackendTLSPolicySpec>(object('BackendTLSPolicy', spec))).toEqual({
    targetRefs: [
      {
        group: '',
        kind: 'Service',
        namespace: 'ns',
        name: 'a',
        sectionName: null,
        path: ['spec', 'targetRefs', 0],
      },
    ],
    hostname: 'a.b',
    caCertificateRefs: [],
    wellKnownCACertificates: 'System',
    subjectAltNames: [{ type: 'URI', value: 'spiffe://a/b' }],
  });
});

describe('policies of kinds that are not known', () => {
  const policyOf = (kind: string, spec: string, apiVersion = 'example.com/v1') => {
    const { entry } = decode(object(kind, spec, apiVersion));
    if (entry.decoded) throw new Error('decoded');
    return entry.resource.policy;
  };
  const target = { group: '', kind: 'Service', namespace: 'ns', name: 'a', sectionName: null };

  it.each([
    [
      'targetRef',
      '{targetRef: {group: "", kind: Service, name: a}}',
      [{ ...target, path: ['spec', 'targetRef'] }],
    ],
    [
      'targetRefs',
      `{targetRefs: [{group: ${GROUP}, kind: Gateway, namespace: x, name: g, sectionName: s}, 5, {kind: Service}]}`,
      [
        {
          group: GROUP,
          kind: 'Gateway',
          namespace: 'x',
          name: 'g',
          sectionName: 's',
          path: ['spec', 'targetRefs', 0],
        },
      ],
    ],
    [
      'apiVersion for group',
      `{targetRef: {apiVersion: ${GROUP}/v1, kind: Gateway, name: g}}`,
      [{ ...target, group: GROUP, kind: 'Gateway', name: 'g', path: ['spec', 'targetRef'] }],
    ],
  ] as const)('are attached by %s', (_name, spec, targetRefs) => {
    expect(policyOf('ThingPolicy', spec)).toEqual({ targetRefs, hasOverrides: false, hasDefaults: false });
  });

  it('tell overrides from defaults', () => {
    expect(policyOf('P', '{targetRef: {kind: Service, name: a}, overrides: {}}')?.hasOverrides).toBe(true);
    expect(policyOf('P', '{targetRef: {kind: Service, name: a}, defaults: {}}')?.hasDefaults).toBe(true);
  });

  it.each([
    ['an object without a target', 'Thing', '{a: 1}'],
    ['an object without a spec', 'Thing', 'x'],
    ['a kind that is of no matter', 'VerticalPodAutoscaler', '{targetRef: {kind: Deployment, name: a}}'],
  ] as const)('%s is none', (_name, kind, spec) => {
    expect(policyOf(kind, spec)).toBeUndefined();
  });
});

describe('Secret and ConfigMap', () => {
  const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  const encode = (text: string) => Buffer.from(text, 'latin1').toString('base64');
  const HIDDEN = 'do-not-tell';
  const head = (kind: string) =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: own\n  labels: {a: b}\n  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":{"p":"${HIDDEN}"}}'}\n`;

  it('tells keys and which of them hold PEM', () => {
    const text = `${head('Secret')}type: kubernetes.io/tls\ndata: {tls.crt: ${encode(PEM)}, tls.key: ${encode('x')}, bad: "%%%", none: null, same: ${encode(PEM)}}\nstringData: {plain: ${JSON.stringify(PEM)}, same: x}\n`;
    expect(decode(text).codes).toEqual([]);
    expect(specOf<KeyedDataSpec>(text)).toEqual({
      type: 'kubernetes.io/tls',
      keys: ['tls.crt', 'tls.key', 'bad', 'none', 'same', 'plain'],
      pemKeys: ['tls.crt', 'plain'],
      encrypted: false,
    });
    const config = `${head('ConfigMap')}data: {ca.crt: ${JSON.stringify(PEM)}, other: ${encode(PEM)}}\nbinaryData: {b: ${encode(PEM)}}\n`;
    expect(specOf<KeyedDataSpec>(config)).toEqual({
      type: '',
      keys: ['b', 'ca.crt', 'other'],
      pemKeys: ['b', 'ca.crt'],
      encrypted: false,
    });
  });

  it.each([
    ['data', `data: {p: ${HIDDEN}}`],
    ['stringData', `stringData: {p: ${HIDDEN}, q: [${HIDDEN}]}`],
    ['a field that is misspelt', `stringdata: {p: ${HIDDEN}}`],
    ['a list', `data: [${HIDDEN}]`],
    ['a text', `data: ${HIDDEN}`],
  ] as const)('let no value out of %s', (_name, data) => {
    for (const kind of ['Secret', 'ConfigMap']) {
      const { entry, findings } = decode(`${head(kind)}${data}\n`);
      expect(JSON.stringify([entry, findings])).not.toContain(HIDDEN);
      expect(entry.resource).toMatchObject({ labels: { a: 'b' }, raw: { kind, metadata: { name: 'own' } } });
    }
  });

  it('does not quote a number that should be a text', () => {
    const { findings } = decode(`${head('Secret')}stringData: {pin: 47110815}\n`);
    expect(findings.map(({ code }) => code)).toEqual(['field-type']);
    expect(JSON.stringify(findings)).not.toContain('47110815');
  });

  it.each([
    ['of any alignment', [0, 1, 2, 3].map((count) => encode('x'.repeat(count) + PEM)), true],
    ['in lines', [encode(PEM).replaceAll(/.{10}/g, '$&\n')], true],
    ['after much text', [encode('x'.repeat(40_000) + PEM)], true],
    ['after too much text', [encode('x'.repeat(100_000) + PEM)], false],
    ['that is none', [encode('-----BEGIN'), '', 'a', '====', PEM], false],
  ] as const)('reads base64 %s', (_name, texts, expected) => {
    for (const text of texts) expect(holdsEncodedPem(text)).toBe(expected);
  });
});

describe('filters with bodies of their own', () => {
  const filterOf = (filter: string) =>
    specOf<HTTPRouteSpec>(object('HTTPRoute', `{rules: [{filters: [${filter}]}]}`)).rules[0]?.filters[0];

  it('CORS has defaults', () => {
    expect(filterOf('{type: CORS, cors: {allowOrigins: ["https://a.b"]}}')).toEqual({
      type: 'CORS',
      raw: { allowOrigins: ['https://a.b'] },
      cors: {
        allowOrigins: ['https://a.b'],
        allowCredentials: false,
        allowMethods: [],
        allowHeaders: [],
        exposeHeaders: [],
        maxAge: 5,
      },
    });
  });

  it('ExternalAuth names who is asked', () => {
    expect(
      filterOf(
        '{type: ExternalAuth, externalAuth: {protocol: GRPC, grpc: {}, backendRef: {name: a, port: 1}}}',
      ),
    ).toMatchObject({
      auth: {
        protocol: 'GRPC',
        backendRef: { group: '', kind: 'Service', namespace: 'ns', name: 'a', port: 1 },
      },
    });
  });
});
