import { describe, expect, test } from 'vitest';
import { readRequest } from '../../../tests/manifests.ts';
import { passThrough } from './pass-through.ts';

const TARGET = { service: 'shop/cart', port: 80, endpoints: 2, workloads: ['shop/cart'] };

const failing = (fields: object) => ({ backend: { failFirst: { times: 1, ...fields } } });

describe('a request that no route applies to', () => {
  test.each<[string, string, object, string, number | null, string | null]>([
    ['is answered', 'http://cart/', {}, 'passed-through', 200, null],
    ['is answered as a call', 'grpc://cart:80/a.B/C', {}, 'passed-through', 0, null],
    ['has no status as a connection', 'tcp://cart:80', {}, 'passed-through', null, null],
    [
      'is answered by a backend that is told to',
      'http://cart/',
      { backend: { latency: '1s' } },
      'passed-through',
      200,
      null,
    ],
    [
      'shows the failure of its backend',
      'http://cart/',
      failing({ status: 502 }),
      'passed-through',
      502,
      'backend-failed',
    ],
    [
      'shows the reset of its connection',
      'http://cart/',
      failing({ how: 'reset' }),
      'passed-through',
      null,
      'connection-reset',
    ],
  ])('%s', (_what, url, fields, kind, status, cause) => {
    const delivery = passThrough(readRequest({ from: 'shop', url, ...fields }), TARGET);
    expect([delivery.kind, delivery.status, delivery.cause]).toEqual([kind, status, cause]);
    expect(delivery.backends).toEqual([
      {
        service: 'shop/cart',
        port: 80,
        share: 1,
        weight: 1,
        totalWeight: 1,
        endpoints: 2,
        workloads: ['shop/cart'],
        status: null,
      },
    ]);
    expect(delivery.notes).toEqual([]);
    expect(delivery.forwarded).not.toBeNull();
  });

  const request = readRequest({ from: 'shop', url: 'http://cart/', ...failing({ status: 502 }) });

  test('fails without a status where there is no endpoint, whatever the backend does', () => {
    const delivery = passThrough(request, { ...TARGET, endpoints: 0 });
    expect([delivery.kind, delivery.status, delivery.cause]).toEqual(['failed', null, 'no-ready-endpoints']);
    expect(delivery.backends[0]?.cause).toBe('no-ready-endpoints');
    expect([delivery.forwarded, delivery.attempts]).toEqual([null, []]);
    const args = { service: 'shop/cart', port: 80 };
    expect(delivery.notes).toEqual([{ code: 'no-ready-endpoints', rule: 'R-110', args }]);
  });

  test('has a note where the endpoints of its Service are unknown, and none for a Pod', () => {
    const codes = (service: string | null) =>
      passThrough(request, { ...TARGET, service, endpoints: null }).notes.map(({ code }) => code);
    expect(codes('shop/cart')).toEqual(['endpoints-unknown']);
    expect(codes(null)).toEqual([]);
  });
});
