import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawGraph } from '../answers/draw-graph.ts';
import { wayOf } from '../graph/trace-way.ts';
import { analyse, collectFindings, findProfile, traceRequest } from '../index.ts';
import { readURL } from '../ir/read-url.ts';
import type { SimRequest } from '../ir/request.ts';

const CASES = join(import.meta.dirname, '../../../tests/cases/policies');

function load(name: string) {
  const text = readFileSync(join(CASES, `${name}.yaml`), 'utf8');
  return analyse([{ file: 'a.yaml', text }]);
}

function request(from: string, url: string): SimRequest {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  const { protocol, scheme, host, port, portWritten, path, query, sni } = read.url;
  const at = from.startsWith('@') ? from.slice(1).split('/') : null;
  return {
    from: at === null ? { namespace: from, workload: null, inMesh: true } : null,
    gateway: at === null ? null : { namespace: at[0] as string, name: at[1] as string, listener: null },
    protocol,
    method: 'GET',
    scheme,
    host,
    port,
    portWritten,
    path,
    query,
    headers: [],
    sni,
    podOf: null,
    backend: null,
  };
}

describe('what the trace says of policies', () => {
  test.each([
    [
      'policies-of-others-act-on-their-own-clients',
      'fast',
      'http://smiley.faces/',
      ['policy-replaced', 'not-simulated', 'not-simulated'],
    ],
    [
      'policies-of-others-act-on-their-own-clients',
      'slow',
      'http://smiley.faces/',
      ['policy-of-others', 'policy-of-others', 'not-simulated'],
    ],
    ['tls-to-a-backend', '@shop/edge', 'http://a.test/web', ['policy-refused', 'backend-tls']],
    ['tls-to-a-backend', '@shop/edge', 'http://a.test/vault', ['backend-tls-invalid']],
    ['tls-to-a-backend', 'shop', 'http://vault:443/', ['backend-tls-invalid', 'backend-tls-in-mesh']],
    ['backend-traffic', 'shop', 'http://cart/', ['policy-refused']],
  ] as const)('%s, from %s, %s', (name, from, url, codes) => {
    const { notes } = traceRequest(load(name), request(from, url));
    const about = notes
      .map((note) => note.code)
      .filter((code) => /^(policy|not-simulated|backend-tls|retry-budget|session)/.test(code));
    expect(about.sort()).toEqual([...codes].sort());
  });
});

describe('session persistence (R-345)', () => {
  const snapshot = load('backend-traffic');
  test.each([
    [
      'the policy gives it',
      'http://cart/',
      { type: 'Header', name: 'x-session', path: null, lifetime: null, absoluteTimeout: null },
    ],
    [
      'the rule has its own',
      'http://cart/own',
      { type: 'Cookie', name: 'cart', path: '/', lifetime: 'Session', absoluteTimeout: null },
    ],
  ] as const)('%s', (_, url, session) => {
    expect(traceRequest(snapshot, request('shop', url)).outcome.session).toEqual(session);
  });
});

describe('profile fields', () => {
  const base = load('policies-of-others-act-on-their-own-clients');
  const gatewayAPI = base.profile;

  test('with policyOverlap both, producer and consumer policies act (A-39)', () => {
    const both = { ...base, profile: { ...gatewayAPI, policyOverlap: 'both' as const } };
    const { policies } = traceRequest(both, request('fast', 'http://smiley.faces/')).outcome;
    expect(policies.map(({ policy, scope }) => `${policy} ${scope}`).sort()).toEqual([
      'AuditPolicy/fast/audit consumer',
      'RateLimitPolicy/faces/for-everybody producer',
      'RateLimitPolicy/fast/for-us consumer',
    ]);
  });

  test('without backendTLSInMesh a mesh goes on in plain text (R-630)', () => {
    const tls = load('tls-to-a-backend');
    const plain = { ...tls, profile: { ...gatewayAPI, backendTLSInMesh: false } };
    expect(traceRequest(plain, request('shop', 'http://vault:443/')).outcome).toMatchObject({
      kind: 'forwarded',
      policies: [],
    });
    expect(findProfile('gateway-api')?.backendTLSInMesh).toBe(true);
  });
});

test('acting policies are on the way through the graph', () => {
  const snapshot = load('policies-of-others-act-on-their-own-clients');
  const graph = drawGraph({ ...snapshot, findings: [] });
  const way = wayOf(traceRequest(snapshot, request('fast', 'http://smiley.faces/')), graph);
  expect(way.nodes).toContain('RateLimitPolicy/fast/for-us');
  expect(way.nodes).not.toContain('RateLimitPolicy/faces/for-everybody');
  expect(way.edges).toContain('RateLimitPolicy/fast/for-us->Service/faces/smiley#backend');
});

test('a listener of a ListenerSet is reached through its Gateway', () => {
  const snapshot = load('policies-at-a-gateway');
  const graph = drawGraph({ ...snapshot, findings: [] });
  const way = wayOf(traceRequest(snapshot, request('@infra/edge', 'http://api.test:9090/')), graph);
  expect(way.nodes.slice(0, 4)).toEqual([
    'client:#outside',
    'Gateway/infra/edge',
    'ListenerSet/shop/more',
    'HTTPRoute/shop/api',
  ]);
  expect(way.edges.slice(0, 3)).toEqual([
    'client:#outside->Gateway/infra/edge',
    'Gateway/infra/edge->ListenerSet/shop/more',
    'ListenerSet/shop/more->HTTPRoute/shop/api',
  ]);
});

test.each([
  [
    'a-policy-acts-on-its-section',
    ['policy-section-missing RetryPolicy/shop/nowhere', 'policy-target-missing RetryPolicy/shop/nowhere'],
  ],
  ['tls-to-a-backend', ['policy-conflicted BackendTLSPolicy/shop/web-too']],
  ['backend-traffic', ['policy-conflicted XBackendTrafficPolicy/shop/later']],
  ['policies-of-others-act-on-their-own-clients', []],
] as const)('findings about policies: %s', (name, expected) => {
  const found = collectFindings(load(name)).filter(({ code }) => code.startsWith('policy-'));
  expect(found.map(({ code, args }) => `${code} ${args.policy}`).sort()).toEqual([...expected]);
});

describe('the standard channel (R-701)', () => {
  const text = readFileSync(join(CASES, 'backend-traffic.yaml'), 'utf8');
  const standard = analyse([{ file: 'a.yaml', text }], {
    profile: findProfile('gateway-api-standard') as NonNullable<ReturnType<typeof findProfile>>,
  });

  test('experimental fields and kinds are told, and do nothing', () => {
    const codes = collectFindings(standard).map(({ code, severity }) => `${code} ${severity}`);
    expect(codes.filter((code) => /channel|field-/.test(code))).toEqual([
      'kind-not-in-channel error',
      'kind-not-in-channel error',
      'field-dropped warning',
    ]);
    const { outcome, notes } = traceRequest(standard, request('shop', 'http://cart/own'));
    expect(outcome.session).toBeNull();
    expect(notes.map(({ code }) => code)).toContain('fields-dropped');
  });
});
