import { describe, expect, test } from 'vitest';
import { analyse, reportFindings, type Snapshot, traceRequest } from '../index.ts';
import { GATEWAY_API } from '../profile/profile.ts';
import { tablesOfClients, tablesReaching, tablesRejecting } from './filter-tables.ts';
import { reachFindings } from './reach-findings.ts';
import { reportReach } from './report-reach.ts';
import { analyseReach } from './table-reach.ts';

const SERVICES = `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: cart-blue, namespace: shop}
spec: {ports: [{port: 80}]}
`;

function load(text: string): Snapshot {
  return analyse([{ file: 'a.yaml', text: SERVICES + text }]);
}

function route(rules: string, namespace = 'shop', kind = 'HTTPRoute'): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: lanes, namespace: ${namespace}}
spec:
  parentRefs: [{group: "", kind: Service, name: cart, namespace: shop}]
  rules:
${rules}`;
}

const BLUE = `  - matches:
    - path: {value: /pay}
      headers: [{name: x-lane, value: blue}]
    backendRefs: [{name: cart-blue, namespace: shop, port: 80}] # the lane
`;
const REST = `  - backendRefs: [{name: cart, namespace: shop, port: 80}]
`;
const LISTED = `  - matches: [{path: {value: /pay}, method: GET}]
    backendRefs: [{name: cart, namespace: shop, port: 80}]
`;

function rejectedBy(snapshot: Snapshot) {
  return reportReach(snapshot).map(({ noMatch }) => [
    noMatch.rejects,
    noMatch.requests.map(({ witness, lacks }) => `${witness.method} ${witness.url} ${lacks}`),
  ]);
}

describe('the requests that a table rejects', () => {
  test.each([
    ['nothing, with a catch-all', BLUE + REST, 'none', []],
    [
      'what lacks the header, and every other path',
      BLUE,
      'some',
      ['GET http://cart.shop/ null', 'GET http://cart.shop/pay header:x-lane'],
    ],
    ['other methods', LISTED, 'some', ['GET http://cart.shop/ null', 'POST http://cart.shop/pay method']],
    [
      'nothing, when patterns take everything together',
      '  - matches: [{path: {type: RegularExpression, value: "/a.*"}}]\n  - matches: [{path: {type: RegularExpression, value: "/([^a].*)?"}}]\n',
      'none',
      [],
    ],
    [
      'what all patterns together leave',
      '  - matches: [{path: {type: RegularExpression, value: "/[^z].*"}}]\n  - matches: [{path: {type: RegularExpression, value: "/?"}}]\n',
      'some',
      ['GET http://cart.shop/z null'],
    ],
    [
      'perhaps something, where a pattern cannot be followed',
      '  - matches: [{path: {type: RegularExpression, value: "(?i)/é?.*"}}]\n',
      'unknown',
      [],
    ],
  ])('%s', (_, rules, rejects, requests) => {
    expect(rejectedBy(load(route(rules)))).toEqual([[rejects, requests]]);
  });

  test('other methods of a service, by gRPC routes', () => {
    const rules = '  - matches: [{method: {service: cart.Cart, method: Add}}]\n';
    expect(rejectedBy(load(route(rules, 'shop', 'GRPCRoute')))).toEqual([
      [
        'some',
        ['POST grpc://cart.shop/Service/Method null', 'POST grpc://cart.shop/cart.Cart/other grpc-method'],
      ],
    ]);
  });
});

test('a request that leads to no listener is rejected by none of them', () => {
  const attached = (kind: string, name: string, hostname: string, rules: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: shop}
spec: {parentRefs: [{name: edge}], hostnames: ["${hostname}"], rules: ${rules}}
`;
  const snapshot = load(`---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  gatewayClassName: edge
  listeners:
  - {name: wide, port: 80, protocol: HTTP, hostname: "*.example.com"}
  - {name: narrow, port: 80, protocol: HTTP, hostname: "*.a.example.com"}
${attached('GRPCRoute', 'calls', '*.a.example.com', '[{backendRefs: [{name: cart, port: 80}]}]')}${attached('HTTPRoute', 'pages', '*.example.com', '[{backendRefs: [{name: cart, port: 80}]}]')}`);
  expect(rejectedBy(snapshot).filter(([rejects]) => rejects === 'some')).toEqual([]);
});

describe('catch-all-missing', () => {
  const found = (snapshot: Snapshot) =>
    reportFindings(reachFindings(snapshot), snapshot).filter(({ code }) => code === 'catch-all-missing');

  test('is fixed by a rule for the rest, after the last one and its comment', () => {
    const text = SERVICES + route(BLUE);
    const [finding] = found(load(route(BLUE)));
    expect(finding?.message).toContain('`GET http://cart.shop/pay` is rejected');
    const [edit] = finding?.fixes[0]?.edits ?? [];
    const lines = text.split('\n');
    const line = lines[(edit?.startLine ?? 0) - 1] as string;
    expect(line.slice(0, (edit?.startColumn ?? 0) - 1)).toMatch(/# the lane$/);
    lines[(edit?.startLine ?? 0) - 1] = line + edit?.text;
    const mended = analyse([{ file: 'a.yaml', text: lines.join('\n') }]);
    expect(found(mended)).toEqual([]);
    expect(rejectedBy(mended)).toEqual([['none', []]]);
  });

  test('has no fix in a consumer route, which does not decide for the whole Service', () => {
    expect(found(load(route(BLUE, 'web'))).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  test('is also reported for a listener of a Gateway', () => {
    const gateway = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {gatewayClassName: c, listeners: [{name: http, port: 80, protocol: HTTP}]}
`;
    const parent = '{group: "", kind: Service, name: cart, namespace: shop}';
    const [finding, ...others] = found(load(gateway + route(BLUE).replace(parent, '{name: edge}')));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('`Gateway/shop/edge:http`');
    expect(finding?.fixes).toEqual([]);
  });

  test.each([
    ['a list of what is allowed', LISTED],
    ['a default for the lane', BLUE + REST],
    ['a default for the path alone', BLUE + LISTED],
  ])('does not complain about %s', (_, rules) => {
    expect(found(load(route(rules)))).toEqual([]);
  });
});

describe('consumer-routes-hide-producer', () => {
  const found = (text: string) => {
    const snapshot = load(text);
    return reportFindings(reachFindings(snapshot), snapshot).filter(
      ({ code }) => code === 'consumer-routes-hide-producer',
    );
  };

  test('names a request that the namespace cannot make, and the route that takes it in other namespaces', () => {
    const [finding, ...others] = found(route(LISTED) + route(BLUE.replace('/pay', '/new'), 'web'));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('`GET http://cart.shop/pay` is rejected');
    expect(finding?.message).toContain('`HTTPRoute/shop/lanes`');
    expect(finding?.origin.resource).toBe('HTTPRoute/web/lanes');
    expect(finding?.related.map(({ origin }) => origin.path)).toEqual(['spec.rules[0].matches[0]']);
  });

  test.each([
    ['the consumer routes take everything', route(LISTED) + route(BLUE + REST, 'web')],
    ['they take what the producer routes take', route(LISTED) + route(LISTED, 'web')],
    ['there is no producer route', route(BLUE, 'web')],
    ['the routes are in the namespace of the Service', route(LISTED) + route(BLUE).replace('lanes', 'more')],
  ])('reports nothing when %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('reports nothing when consumer routes fall back to producer routes', () => {
    const profile = { ...GATEWAY_API, consumerFallback: 'fallbackToProducer' as const };
    const text = SERVICES + route(LISTED) + route(BLUE, 'web');
    const snapshot = analyse([{ file: 'a.yaml', text }], { profile });
    expect(reachFindings(snapshot).map(({ code }) => code)).not.toContain('consumer-routes-hide-producer');
  });
});

test('a trace names the producer route that takes such a request in other namespaces', () => {
  const snapshot = load(route(LISTED) + route(BLUE, 'web'));
  const [consumer] = analyseReach(snapshot);
  const codes = consumer?.unmatched.requests.map(({ request }) =>
    traceRequest(snapshot, request).notes.map(({ code, args }) => [code, args.taker]),
  );
  // No route matches GET /. The producer route takes GET /pay without the header.
  expect(codes).toEqual([
    [['consumer-shadows-producer', undefined]],
    [['producer-would-take', 'HTTPRoute/shop/lanes']],
  ]);
});

describe('filters of the tables', () => {
  const tables = reportReach(load(route(BLUE + REST) + route(BLUE, 'web')));

  test('clients of a namespace use their own table, or the one for all clients', () => {
    const scopes = (from: string) => tablesOfClients(tables, from).map(({ scope }) => scope.namespace);
    expect([scopes('web'), scopes('elsewhere')]).toEqual([['web'], ['shop']]);
  });

  test('the entries that forward to a Service', () => {
    const rules = (service: string) =>
      tablesReaching(tables, service).map(({ scope, entries }) => [scope.namespace, entries.length]);
    expect(rules('shop/cart')).toEqual([['shop', 1]]);
    expect(rules('shop/cart-blue:80')).toEqual([
      ['web', 1],
      ['shop', 1],
    ]);
    expect(rules('shop/cart-blue:81')).toEqual([]);
  });

  test('the tables that reject requests', () => {
    expect(tablesRejecting(tables).map(({ scope }) => scope.namespace)).toEqual(['web']);
  });
});
