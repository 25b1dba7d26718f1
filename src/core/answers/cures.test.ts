import { describe, expect, test } from 'vitest';
import { plain } from '../explain/fragment.ts';
import { loadMessages } from '../explain/languages.ts';
import { analyse, explainTrace, findProfile, GATEWAY_API, type Snapshot, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { applyFixTo } from './apply-fix.ts';
import { curesOf } from './cures.ts';

const SERVICES = `apiVersion: v1
kind: Service
metadata: {name: pay, namespace: shop}
spec: {selector: {app: x}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: pay-v2, namespace: shop}
spec: {selector: {app: x}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Service
metadata: {name: other, namespace: web}
spec: {selector: {app: x}, ports: [{port: 80}]}
`;

interface Written {
  readonly name?: string;
  readonly namespace?: string;
  readonly kind?: string;
  readonly parents?: string;
  readonly more?: string;
  readonly rules: string;
}

function route({ name, namespace, kind, parents, more, rules }: Written): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind ?? 'HTTPRoute'}
metadata: {name: ${name ?? 'pay'}, namespace: ${namespace ?? 'shop'}}
spec:
  parentRefs: ${parents ?? '[{group: "", kind: Service, name: pay, namespace: shop}]'}
${more ?? ''}  rules:
${rules}`;
}

const PRODUCER = route({
  rules: `  - matches: [{path: {value: /none}}]
    backendRefs: [{name: pay, port: 80}]
  - name: charges
    matches:
    - path: {value: /other}
    - path: {type: Exact, value: /charges}
      headers: [{name: x-lane, value: "true"}]
    filters: [{type: RequestMirror, requestMirror: {backendRef: {name: pay, port: 80}}}]
    timeouts: {request: 1s}
    backendRefs: [{name: pay-v2, port: 80, weight: 3}, {name: pay, port: 80}]
`,
});
const CONSUMER = route({
  name: 'ours',
  namespace: 'web',
  rules: `  - matches: [{path: {value: /v1}}]
    backendRefs: [{name: pay, namespace: shop, port: 80}]
`,
});
const V1 = '  - matches: [{path: {value: /v1}}]\n    backendRefs: [{name: pay, port: 80}]\n';
const CALLS = `  - matches: [{method: {service: pay.Charge}}]\n    backendRefs: [{name: pay, port: 80}]\n`;
const GATEWAY = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: edge
  listeners: [{name: http, port: 80, protocol: HTTP}]
`;
const EDGE = { from: null, gateway: { namespace: 'infra', name: 'edge', listener: null } };
const LANE = { headers: [['x-lane', 'true']] as const };

function ask(url: string, more: Partial<SimRequest> = {}): SimRequest {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  return {
    from: { namespace: 'web', workload: null, inMesh: true },
    gateway: null,
    method: read.url.protocol === 'grpc' ? 'POST' : 'GET',
    headers: [],
    podOf: null,
    backend: null,
    ...read.url,
    ...more,
  };
}

interface Case {
  readonly about: string;
  readonly text: string;
  readonly request: SimRequest;
  /** The start of the cause. */
  readonly cause: string;
  /** `NAME → text of its first edit` of each cure. */
  readonly cures: readonly string[];
  readonly profile?: string;
}

const CASES: readonly Case[] = [
  {
    about: 'consumer routes hide a producer rule',
    text: PRODUCER + CONSUMER,
    request: ask('http://pay.shop/charges', LANE),
    cause:
      'web has consumer routes of its own for shop/pay, so the producer route HTTPRoute/shop/pay that takes this request does not count.',
    cures: [
      `add-hidden-rule → matches: [{path: {type: Exact, value: /charges}, headers: [{name: x-lane, value: "true"}]}]
filters: [{type: RequestMirror, requestMirror: {backendRef: {name: pay, namespace: shop, port: 80}}}]
timeouts: {request: 1s}
backendRefs: [{name: pay-v2, namespace: shop, port: 80, weight: 3}, {name: pay, namespace: shop, port: 80}]`,
      'add-catch-all-to → backendRefs: [{name: pay, namespace: shop, port: 80}]',
    ],
  },
  {
    about: 'the hidden rule has a filter that only its namespace has',
    text:
      PRODUCER.replace(
        '{type: RequestMirror, requestMirror: {backendRef: {name: pay, port: 80}}}',
        '{type: ExtensionRef, extensionRef: {group: example.dev, kind: Wasm, name: x}}',
      ) + CONSUMER,
    request: ask('http://pay.shop/charges', LANE),
    cause: 'web has consumer routes of its own',
    cures: ['add-catch-all-to → backendRefs: [{name: pay, namespace: shop, port: 80}]'],
  },
  {
    about: 'the consumer route belongs to two Services',
    text:
      PRODUCER +
      CONSUMER.replace('namespace: shop}]', 'namespace: shop}, {group: "", kind: Service, name: other}]'),
    request: ask('http://pay.shop/charges', LANE),
    cause: 'web has consumer routes of its own',
    cures: [],
  },
  {
    about: 'no rule for a path',
    text: route({ rules: V1 }),
    request: ask('http://pay.shop/v2/x%20y'),
    cause: 'HTTPRoute/shop/pay rule 0 is the closest: path must be /v1/… but is /v2/x%20y.',
    cures: [
      'add-path-rule → matches: [{path: {type: Exact, value: "/v2/x%20y"}}]\nbackendRefs: [{name: pay, port: 80}]',
      'add-catch-all-to → backendRefs: [{name: pay, port: 80}]',
    ],
  },
  {
    about: 'no rule for a call',
    text: route({ kind: 'GRPCRoute', rules: CALLS }),
    request: ask('grpc://pay.shop/pay.Refund/Send'),
    cause: 'GRPCRoute/shop/pay rule 0 is the closest: service',
    cures: [
      'add-path-rule → matches: [{method: {service: pay.Refund, method: Send}}]\nbackendRefs: [{name: pay, port: 80}]',
      'add-catch-all-to → backendRefs: [{name: pay, port: 80}]',
    ],
  },
  {
    about: 'an HTTP request to GRPCRoutes',
    text: route({ kind: 'GRPCRoute', rules: CALLS }),
    request: ask('http://pay.shop/'),
    cause: 'GRPCRoute/shop/pay rule 0 is the closest',
    cures: [],
  },
  {
    about: 'a backend in another namespace without permission',
    text: route({ rules: '  - backendRefs: [{name: other, namespace: web, port: 80}]\n' }),
    request: ask('http://pay.shop/'),
    cause: 'HTTPRoute/shop/pay rule 0',
    cures: ['add-reference-grant → apiVersion: gateway.networking.k8s.io/v1beta1'],
    profile: 'kuma',
  },
  {
    about: 'the copied rule needs a permission',
    text: PRODUCER + CONSUMER,
    request: ask('http://pay.shop/charges', LANE),
    cause: 'web has consumer routes of its own',
    cures: [
      'add-hidden-rule + 2 grants → matches: [{path: {type: Exact, value: /charges}, headers: [{name: x-lane, value: "true"}]}]',
      'add-catch-all-to + 1 grants → backendRefs: [{name: pay, namespace: shop, port: 80}]',
    ],
    profile: 'kuma',
  },
  {
    about: 'a backend with the target port',
    text: route({ rules: '  - backendRefs: [{name: pay-v2, port: 8080}]\n' }),
    request: ask('http://pay.shop/'),
    cause: 'HTTPRoute/shop/pay rule 0',
    cures: ['use-service-port → 80'],
  },
  {
    about: 'one of two backends with a wrong port',
    text: route({ rules: '  - backendRefs: [{name: pay, port: 80}, {name: pay-v2, port: 81}]\n' }),
    request: ask('http://pay.shop/'),
    cause: 'HTTPRoute/shop/pay rule 0',
    cures: ['use-service-port → 80'],
  },
  {
    about: 'a backend that does not exist',
    text: route({ rules: '  - backendRefs: [{name: gone, port: 80}]\n' }),
    request: ask('http://pay.shop/'),
    cause: 'HTTPRoute/shop/pay rule 0',
    cures: [],
  },
  {
    about: 'a backend of a wrong kind or group',
    text: route({ rules: '  - backendRefs: [{group: core, kind: Service, name: pay, port: 80}]\n' }),
    request: ask('http://pay.shop/'),
    cause: 'HTTPRoute/shop/pay rule 0',
    cures: ['use-empty-group → ""'],
  },
  {
    about: 'a listener that does not accept the namespace of a route',
    text: `${GATEWAY}${route({ parents: '[{name: edge, namespace: infra}]', rules: V1 })}`,
    request: ask('http://pay.example/v1', EDGE),
    cause: 'HTTPRoute/shop/pay rule 0 matches, but the listener does not accept the route',
    cures: ['allow-namespace'],
  },
  {
    about: 'a section that the Gateway does not have',
    text: `${GATEWAY.replace('HTTP}', 'HTTP, allowedRoutes: {namespaces: {from: All}}}')}${route({
      parents: '[{name: edge, namespace: infra, sectionName: htpp}]',
      rules: V1,
    })}`,
    request: ask('http://pay.example/v1', EDGE),
    cause: 'HTTPRoute/shop/pay rule 0 matches, but it is not attached: there is no section htpp.',
    cures: ['use-section'],
  },
  {
    about: 'a request that is answered',
    text: route({ rules: V1 }),
    request: ask('http://pay.shop/v1'),
    cause: 'web has no consumer routes for shop/pay, so the producer routes count.',
    cures: [],
  },
  {
    about: 'a host that no manifest names',
    text: route({ rules: V1 }),
    request: ask('http://nowhere.shop/v1'),
    cause: '',
    cures: [],
  },
];

function snapshotOf({ text, profile }: Case): Snapshot {
  const sources = [{ file: 'a.yaml', text: `${SERVICES}${text}` }];
  return analyse(sources, { profile: findProfile(profile ?? '') ?? GATEWAY_API });
}

describe('cures of requests that fail', () => {
  test.each(CASES)('$about', (each) => {
    const snapshot = snapshotOf(each);
    const before = traceRequest(snapshot, each.request);
    const { headline, because } = explainTrace(before);
    const told = plain(because.length > 0 ? because : headline);
    expect(told.startsWith(each.cause), told).toBe(true);
    const cures = curesOf(snapshot, each.request);
    const found = cures.map(({ name, args, edits }) => {
      const grants = args.grants === undefined ? '' : ` + ${args.grants} grants`;
      return `${name}${grants} → ${edits[0]?.text}`;
    });
    expect(found).toEqual(each.cures.map((cure, at) => (found[at]?.startsWith(cure) ? found[at] : cure)));
    for (const cure of cures) {
      const sources = applyFixTo(snapshot, cure);
      // A cold run, so that nothing is kept from the check of the cure.
      const after = analyse(sources ?? [], { profile: snapshot.profile });
      const { kind, backends } = traceRequest(after, each.request).outcome;
      expect(kind).toBe('forwarded');
      expect(backends.filter(({ cause }) => cause !== undefined)).toEqual([]);
    }
  });

  test('the snapshot stays as it is', () => {
    const [each] = CASES as [Case];
    const snapshot = snapshotOf(each);
    const before = JSON.stringify(traceRequest(snapshot, each.request));
    const cures = curesOf(snapshot, each.request);
    expect(curesOf(snapshot, each.request)).toEqual(cures);
    expect(JSON.stringify(traceRequest(snapshot, each.request))).toBe(before);
  });

  test('the cause has words in Chinese', async () => {
    const [each] = CASES as [Case];
    const trace = traceRequest(snapshotOf(each), each.request);
    for (const language of ['zh-Hant', 'zh-Hans'] as const) {
      const { because } = explainTrace(trace, await loadMessages(language));
      expect(plain(because)).toMatch(/^web .*shop\/pay.*HTTPRoute\/shop\/pay/);
    }
  });
});
