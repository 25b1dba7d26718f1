import { describe, expect, test } from 'vitest';
import {
  ask,
  forward,
  gatewayAPI,
  load,
  manifest,
  profileNamed,
  service,
  toService,
} from '../../../tests/manifests.ts';
import type { Outcome } from '../ir/outcome.ts';

const READY = { selector: { app: 'ready' } };
const POD = manifest('v1', 'Pod', 'shop/ready', {}, { labels: { app: 'ready' } });
const SERVICES = [
  service('shop/cart'),
  service('shop/a', READY),
  service('shop/b', READY),
  service('shop/empty'),
  service('shop/open', { selector: { app: 'elsewhere' } }),
  POD,
];
const TO_CART = [toService('cart')];
const OTHER = { group: 'multicluster.x-k8s.io', kind: 'ServiceImport', name: 'fn', port: 80 };
const HEADER = {
  type: 'RequestHeaderModifier',
  requestHeaderModifier: { set: [{ name: 'x-own', value: '1' }] },
};
const ANSWER = {
  type: 'ResponseHeaderModifier',
  responseHeaderModifier: { set: [{ name: 'x-own', value: '1' }] },
};
const REDIRECT = { type: 'RequestRedirect', requestRedirect: { hostname: 'other.example', statusCode: 301 } };
const UNKNOWN = { type: 'ExtensionRef', extensionRef: { group: 'example.com', kind: 'Filter', name: 'f' } };
const CORS = { type: 'CORS', cors: { allowOrigins: ['*'] } };
const mirror = (name: string) => ({
  type: 'RequestMirror',
  requestMirror: { backendRef: { name, port: 80 } },
});
const to = (name: string, more: object = {}) => ({ name, port: 80, ...more });

/** The outcome of a request from namespace `shop` to Service `cart`, which has one route with this rule. */
function outcomeOf(rule: object, request: object = {}, kind = 'HTTPRoute', profile = {}): Outcome {
  const route = gatewayAPI(kind, 'shop/r', { parentRefs: TO_CART, rules: [rule] });
  return ask(load([...SERVICES, route], profile), { from: 'shop', url: 'http://cart/', ...request }).outcome;
}

/** Service, status and cause of each share. */
const sharesOf = ({ backends }: Outcome) =>
  backends.map(({ service: name, status, cause }) => [name, status, cause ?? null]);

describe('the status and the cause of each share', () => {
  test.each<[string, object, Outcome['kind'], number | null, string | null, unknown[]]>([
    ['a backend answers', forward('a'), 'forwarded', 200, null, [['shop/a', null, null]]],
    [
      'two backends answer',
      forward('a', 'b'),
      'forwarded',
      200,
      null,
      [
        ['shop/a', null, null],
        ['shop/b', null, null],
      ],
    ],
    [
      'a backend without endpoints',
      forward('empty'),
      'failed',
      503,
      'no-ready-endpoints',
      [['shop/empty', 503, 'no-ready-endpoints']],
    ],
    [
      'one of two without endpoints',
      forward('a', 'empty'),
      'forwarded',
      null,
      null,
      [
        ['shop/a', null, null],
        ['shop/empty', 503, 'no-ready-endpoints'],
      ],
    ],
    [
      'a backend of unknown endpoints answers',
      forward('open'),
      'forwarded',
      200,
      null,
      [['shop/open', null, null]],
    ],
    [
      'a backend that does not exist',
      forward('none'),
      'failed',
      500,
      'BackendNotFound',
      [['shop/none', 500, 'BackendNotFound']],
    ],
    [
      'two that fail in different ways',
      forward('none', 'empty'),
      'failed',
      null,
      'BackendNotFound',
      [
        ['shop/none', 500, 'BackendNotFound'],
        ['shop/empty', 503, 'no-ready-endpoints'],
      ],
    ],
    [
      'one that gets nothing does not count',
      { backendRefs: [to('a'), to('none', { weight: 0 })] },
      'forwarded',
      200,
      null,
      [
        ['shop/a', null, null],
        ['shop/none', 500, 'BackendNotFound'],
      ],
    ],
    [
      'one without endpoints gets nothing',
      { backendRefs: [to('a'), to('empty', { weight: 0 })] },
      'forwarded',
      200,
      null,
      [
        ['shop/a', null, null],
        ['shop/empty', null, null],
      ],
    ],
    ['all that get nothing', { backendRefs: [to('a', { weight: 0 })] }, 'failed', 500, 'zero-weight', []],
    ['no backends', { backendRefs: [] }, 'failed', 500, 'no-backends', []],
    [
      'no backends behind a filter that may answer',
      { filters: [UNKNOWN], backendRefs: [] },
      'unknown',
      null,
      'not-simulated',
      [],
    ],
    [
      'a kind that is not simulated',
      { backendRefs: [OTHER] },
      'unknown',
      null,
      'not-simulated',
      [['shop/fn', null, 'not-simulated']],
    ],
    [
      'one of two that is not simulated',
      { backendRefs: [to('a'), OTHER] },
      'forwarded',
      null,
      null,
      [
        ['shop/a', null, null],
        ['shop/fn', null, 'not-simulated'],
      ],
    ],
    [
      'not simulated beside one that fails',
      { backendRefs: [OTHER, to('none')] },
      'unknown',
      null,
      'not-simulated',
      [
        ['shop/fn', null, 'not-simulated'],
        ['shop/none', 500, 'BackendNotFound'],
      ],
    ],
    [
      'a share that is redirected',
      { backendRefs: [to('a', { filters: [REDIRECT] }), to('b')] },
      'forwarded',
      null,
      null,
      [
        ['shop/a', 301, null],
        ['shop/b', null, null],
      ],
    ],
    [
      'all shares are redirected',
      { backendRefs: [to('a', { filters: [REDIRECT] })] },
      'redirected',
      301,
      null,
      [['shop/a', 301, null]],
    ],
    [
      'one redirected, one failed',
      { backendRefs: [to('a', { filters: [REDIRECT] }), to('none')] },
      'failed',
      null,
      'BackendNotFound',
      [
        ['shop/a', 301, null],
        ['shop/none', 500, 'BackendNotFound'],
      ],
    ],
    ['the rule redirects', { filters: [REDIRECT] }, 'redirected', 301, null, []],
  ])('%s', (_what, rule, kind, status, cause, shares) => {
    const outcome = outcomeOf(rule);
    expect([outcome.kind, outcome.status, outcome.cause, sharesOf(outcome)]).toEqual([
      kind,
      status,
      cause,
      shares,
    ]);
  });

  test('are UNAVAILABLE for gRPC, and none for connections', () => {
    const call = { url: 'grpc://cart:80/a.B/C' };
    expect(sharesOf(outcomeOf(forward('a', 'none', 'empty'), call, 'GRPCRoute'))).toEqual([
      ['shop/a', null, null],
      ['shop/none', 14, 'BackendNotFound'],
      ['shop/empty', 14, 'no-ready-endpoints'],
    ]);
    expect(outcomeOf(forward('a'), call, 'GRPCRoute').status).toBe(0);
    const connection = { url: 'tcp://cart:80' };
    expect(sharesOf(outcomeOf(forward('none', 'empty'), connection, 'TCPRoute'))).toEqual([
      ['shop/none', null, 'BackendNotFound'],
      ['shop/empty', null, 'no-ready-endpoints'],
    ]);
    expect(outcomeOf(forward('a'), connection, 'TCPRoute').status).toBeNull();
  });
});

describe('what a supposed backend does', () => {
  const SLOW = { latency: '2s' };
  const fails = (how: object) => ({ failFirst: { times: 1, ...how } });
  test.each<[string, object, object, Outcome['kind'], number | null, string | null, number | null]>([
    ['it answers', forward('a'), { latency: '1ms' }, 'forwarded', 200, null, null],
    [
      'it is slower than the timeout',
      { ...forward('a'), timeouts: { request: '1s' } },
      SLOW,
      'failed',
      504,
      'timeout',
      504,
    ],
    ['it fails', forward('a'), fails({ status: 502 }), 'forwarded', 502, 'backend-failed', 502],
    [
      'it resets the connection',
      forward('a'),
      fails({ how: 'reset' }),
      'failed',
      503,
      'connection-reset',
      503,
    ],
  ])('%s', (_what, rule, backend, kind, status, cause, share) => {
    const outcome = outcomeOf(rule, { backend });
    expect([outcome.kind, outcome.status, outcome.cause]).toEqual([kind, status, cause]);
    expect(sharesOf(outcome)).toEqual([['shop/a', share, null]]);
  });

  test('leaves what the data plane answers for other shares', () => {
    const outcome = outcomeOf(forward('a', 'none'), { backend: fails({ status: 502 }) });
    expect(sharesOf(outcome)).toEqual([
      ['shop/a', 502, null],
      ['shop/none', 500, 'BackendNotFound'],
    ]);
    expect(outcome.status).toBeNull();
  });

  test.each([
    ['attempts and backoff', { backoff: '100ms', codes: [502] }, ['backoff-jittered', 'retry-unspecified']],
    ['backoff', { attempts: 2, backoff: '100ms', codes: [502] }, ['backoff-jittered']],
    ['nothing', { attempts: 2, codes: [502] }, []],
  ])('shows in notes what a retry leaves open: %s', (_what, retry, expected) => {
    const rules = [{ ...forward('a'), retry }];
    const route = gatewayAPI('HTTPRoute', 'shop/r', { parentRefs: TO_CART, rules });
    const request = { from: 'shop', url: 'http://cart/', backend: fails({ status: 502 }) };
    const codes = ask(load([...SERVICES, route]), request).notes.map(({ code }) => code);
    expect(codes.filter((code) => /^(backoff|retry)-/.test(code)).sort()).toEqual(expected);
  });
});

describe('what each share receives', () => {
  const forwarded = ({ backends }: Outcome) =>
    backends.map((each) => each.forwarded?.headers['x-own'] ?? null);
  const response = ({ backends }: Outcome) =>
    backends.map((each) => each.responseChanges?.headers['x-own'] ?? null);

  test('is told of all shares as soon as one differs', () => {
    const outcome = outcomeOf({ backendRefs: [to('a', { filters: [HEADER] }), to('b'), to('none')] });
    expect(forwarded(outcome)).toEqual(['1', null, null]);
    expect(outcome.backends.map((each) => each.forwarded === undefined)).toEqual([false, false, true]);
    const answers = outcomeOf({ backendRefs: [to('a', { filters: [ANSWER] }), to('b')] });
    expect(response(answers)).toEqual(['1', null]);
  });

  test('is told once where all shares receive what the rule makes', () => {
    const outcome = outcomeOf({ filters: [HEADER], ...forward('a', 'b') });
    expect(outcome.forwarded?.headers['x-own']).toBe('1');
    expect(outcome.backends.map((each) => each.forwarded === undefined)).toEqual([true, true]);
  });

  test('is told of what is not simulated, too', () => {
    const outcome = outcomeOf({ backendRefs: [{ ...OTHER, filters: [HEADER] }, to('b')] });
    expect(forwarded(outcome)).toEqual(['1', null]);
  });

  test('is changed last by the rule where a profile says so', () => {
    const set = (value: string) => ({
      type: 'RequestHeaderModifier',
      requestHeaderModifier: { set: [{ name: 'x-own', value }] },
    });
    const rule = { filters: [set('rule')], backendRefs: [to('a', { filters: [set('backend')] })] };
    expect(outcomeOf(rule).forwarded?.headers['x-own']).toBe('backend');
    expect(outcomeOf(rule, {}, 'HTTPRoute', { lastHeaderChange: 'rule' }).forwarded?.headers['x-own']).toBe(
      'rule',
    );
  });
});

describe('mirrors', () => {
  const mirrored = ({ mirrors }: Outcome) => mirrors.map((each) => each.service);
  test.each<[string, object, object, string[]]>([
    ['of the rule', { filters: [mirror('b')], ...forward('a') }, {}, ['shop/b']],
    [
      'of the rule, though no share is served',
      { filters: [mirror('b')], ...forward('empty') },
      {},
      ['shop/b'],
    ],
    [
      'of the rule and the first share',
      { filters: [mirror('b')], backendRefs: [to('a', { filters: [mirror('empty')] })] },
      {},
      ['shop/b', 'shop/empty'],
    ],
    ['of a rule that redirects', { filters: [mirror('b'), REDIRECT] }, {}, ['shop/b']],
    [
      'of none that redirects, where a profile says so',
      { filters: [mirror('b'), REDIRECT] },
      { mirrorWithRedirect: 'ignored' },
      [],
    ],
    [
      'of no share that redirects, where a profile says so',
      { filters: [mirror('b')], backendRefs: [to('a', { filters: [REDIRECT] })] },
      { mirrorWithRedirect: 'ignored' },
      [],
    ],
  ])('%s', (_what, rule, profile, services) => {
    expect(mirrored(outcomeOf(rule, {}, 'HTTPRoute', profile))).toEqual(services);
  });
});

test('a preflight is answered with 200, and nothing is forwarded', () => {
  const headers = { origin: 'https://a.example', 'access-control-request-method': 'GET' };
  const outcome = outcomeOf({ filters: [CORS], ...forward('a') }, { method: 'OPTIONS', headers });
  expect([outcome.kind, outcome.status, outcome.backends, outcome.forwarded]).toEqual([
    'responded',
    200,
    [],
    null,
  ]);
});

describe('fields of the experimental channel in the standard channel (R-701)', () => {
  const retry = { attempts: 2 };
  const sessionPersistence = { type: 'Cookie' };
  test.each([
    ['retry alone', { retry }, 'retry'],
    ['session persistence alone', { sessionPersistence }, 'sessionPersistence'],
    ['both', { retry, sessionPersistence }, 'retry, sessionPersistence'],
    ['neither', {}, null],
  ])('%s', (_what, fields, dropped) => {
    const route = gatewayAPI('HTTPRoute', 'shop/r', {
      parentRefs: TO_CART,
      rules: [{ ...forward('a'), ...fields }],
    });
    const { notes, outcome } = ask(load([...SERVICES, route], profileNamed('gateway-api-standard')), {
      from: 'shop',
      url: 'http://cart/',
    });
    const note = notes.find(({ code }) => code === 'fields-dropped');
    expect(note?.args.fields ?? null).toBe(dropped);
    expect([outcome.retry, outcome.session]).toEqual([null, null]);
  });
});
