import { describe, expect, test } from 'vitest';
import { analyse, findProfile, GATEWAY_API, type Snapshot, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';
import { nearMisses } from './near-misses.ts';

const SERVICES = `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}, {port: 81, name: calls, appProtocol: kubernetes.io/h2c}]}
`;

function route(rules: readonly string[], kind = 'HTTPRoute', name = 'lanes'): string {
  const text = rules
    .map((matches) => `  - matches: [${matches}]\n    backendRefs: [{name: cart, port: 80}]`)
    .join('\n');
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: shop}
spec:
  parentRefs: [{group: "", kind: Service, name: cart}]
  rules:
${text}
`;
}

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

/** Returns `RULE: what to change → who takes it` for each near miss. */
function suggestions(snapshot: Snapshot, request: SimRequest): readonly string[] {
  const step = traceRequest(snapshot, request).steps.at(-1);
  const considered = step !== undefined && 'considered' in step ? step.considered.slice() : [];
  return nearMisses(snapshot, request).map(({ candidate, changes, takenBy }) => {
    const words = changes.map(
      ({ of, name, value, had }) =>
        `${had ? '' : '+'}${[of, name].filter((each) => each !== '').join(':')}=${value}`,
    );
    const end = takenBy === null ? 'wins' : `rule ${takenBy.rule} takes it`;
    return `${considered[candidate]?.rule}: ${words.join(', ')} ${end}`;
  });
}

const BLUE = '{path: {value: /pay}, headers: [{name: x-lane, value: blue}]}';
const CASES: readonly (readonly [string, readonly string[], SimRequest, readonly string[]])[] = [
  ['a header that is not there', [BLUE], ask('http://cart.shop/pay'), ['0: +header:x-lane=blue wins']],
  [
    'a header with another value',
    [BLUE],
    ask('http://cart.shop/pay', { headers: [['X-Lane', 'green']] }),
    ['0: header:x-lane=blue wins'],
  ],
  ['a method', ['{method: POST}'], ask('http://cart.shop/'), ['0: method=POST wins']],
  ['a prefix', ['{path: {value: /center/}}'], ask('http://cart.shop/'), ['0: path=/center wins']],
  [
    'an exact path',
    ['{path: {type: Exact, value: /center/}}'],
    ask('http://cart.shop/'),
    ['0: path=/center/ wins'],
  ],
  [
    'a pattern of a path',
    ['{path: {type: RegularExpression, value: "/v[0-9]+/items"}}'],
    ask('http://cart.shop/'),
    ['0: path=/v0/items wins'],
  ],
  [
    'a pattern of a header that takes anything',
    ['{headers: [{name: x-user, type: RegularExpression, value: ".+"}]}'],
    ask('http://cart.shop/'),
    ['0: +header:x-user=other wins'],
  ],
  [
    'a parameter, beside those that are there',
    ['{queryParams: [{name: "a b", value: "1&2"}]}'],
    ask('http://cart.shop/?c=d'),
    ['0: +query:a b=1&2 wins'],
  ],
  [
    'all that fails',
    ['{path: {value: /pay}, method: PUT, headers: [{name: x-a, value: "1"}]}'],
    ask('http://cart.shop/'),
    ['0: path=/pay, method=PUT, +header:x-a=1 wins'],
  ],
  [
    'a rival in the way is stepped aside of',
    [
      '{path: {value: /a}}',
      '{path: {value: /b}, headers: [{name: x-lane, value: blue}]}',
      '{path: {value: /b}}',
    ],
    ask('http://cart.shop/', { headers: [['x-lane', 'blue']] }),
    ['1: path=/b wins', '0: path=/a wins', '2: path=/b, header:x-lane=null wins'],
  ],
  [
    'a longer prefix in the way',
    ['{path: {type: Exact, value: /a}, method: GET}', '{path: {value: /a}}'],
    ask('http://cart.shop/'),
    ['0: path=/a wins', '1: path=/a/other wins'],
  ],
  [
    'an entry above takes whatever matches',
    ['{path: {value: /a}}', '{path: {value: /a}}'],
    ask('http://cart.shop/'),
    ['0: path=/a wins', '1: path=/a rule 0 takes it'],
  ],
  [
    'a pattern that nothing satisfies',
    [
      '{path: {type: RegularExpression, value: "[a"}}',
      '{path: {type: RegularExpression, value: "no-slash"}}',
    ],
    ask('http://cart.shop/'),
    [],
  ],
  ['nothing, where all match or win', ['{path: {value: /}}'], ask('http://cart.shop/'), []],
];

describe('the changes that make a candidate match', () => {
  test.each(CASES)('%s', (_name, rules, request, expected) => {
    const snapshot = analyse([{ file: 'a.yaml', text: SERVICES + route(rules) }]);
    expect(suggestions(snapshot, request)).toEqual(expected);
  });

  test('a call: service and method', () => {
    const rules = ['{method: {service: shop.Cart, method: Add}}', '{method: {service: shop.Cart}}'];
    const snapshot = analyse([{ file: 'a.yaml', text: SERVICES + route(rules, 'GRPCRoute') }]);
    expect(suggestions(snapshot, ask('grpc://cart.shop:81/x.Y/Z'))).toEqual([
      '0: grpc-service=shop.Cart, grpc-method=Add wins',
      '1: grpc-service=shop.Cart wins',
    ]);
    expect(nearMisses(snapshot, ask('grpc://cart.shop:81/x.Y/Z'))[1]?.request.path).toBe('/shop.Cart/Z');
  });

  test('keeps the rest of the request', () => {
    const snapshot = analyse([{ file: 'a.yaml', text: SERVICES + route([BLUE]) }]);
    const backend = { latency: 20, failFirst: null, responseHeaders: [] };
    const request = ask('http://cart.shop:80/pay/now?x=1', {
      backend,
      headers: [
        ['X-Other', 'a'],
        ['x-lane', 'red'],
        ['X-LANE', 'green'],
      ],
    });
    expect(nearMisses(snapshot, request)[0]?.request).toEqual({
      ...request,
      headers: [
        ['X-Other', 'a'],
        ['x-lane', 'blue'],
      ],
    });
  });

  test('returns nothing when the profile rejects requests that two routes match', () => {
    const text = `${SERVICES}${route(['{path: {value: /a}}'])}${route(['{path: {value: /a}}', '{path: {value: /}, method: GET}'], 'HTTPRoute', 'second')}`;
    const request = ask('http://cart.shop/');
    const count = (profile: typeof GATEWAY_API) =>
      nearMisses(analyse([{ file: 'a.yaml', text }], { profile }), request).length;
    expect(count(GATEWAY_API)).toBeGreaterThan(0);
    expect(count(findProfile('articles-2023') as typeof GATEWAY_API)).toBe(0);
  });

  test('at a gateway: the host is written into the URL', () => {
    const text = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {gatewayClassName: demo, listeners: [{name: web, port: 80, protocol: HTTP}]}
---${SERVICES}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: hosts, namespace: shop}
spec:
  parentRefs: [{name: edge}]
  hostnames: [a.example, "*.b.example"]
  rules: [{backendRefs: [{name: cart, port: 80}]}]
`;
    const snapshot = analyse([{ file: 'a.yaml', text }]);
    const request = ask('http://c.example/', {
      from: null,
      gateway: { namespace: 'shop', name: 'edge', listener: null },
    });
    const found = nearMisses(snapshot, request);
    expect(found.map((each) => [each.request.host, each.takenBy])).toEqual([
      ['a.example', null],
      ['other.b.example', null],
    ]);
  });
});
