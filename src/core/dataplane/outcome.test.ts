import { describe, expect, test } from 'vitest';
import { readRequest } from '../../../tests/manifests.ts';
import { entry } from '../../../tests/route-tables.ts';
import type { Timeouts } from '../ir/action.ts';
import { ended } from './ended-outcome.ts';
import { outcomeOf } from './outcome.ts';
import { passThrough } from './pass-through.ts';

const DELIVERY = passThrough(readRequest({ from: 'shop', url: 'http://cart/' }), {
  service: 'shop/cart',
  port: 80,
  endpoints: null,
  workloads: [],
});

test('an outcome without a delivery has a kind, a status and a cause alone', () => {
  const { kind, status, cause, certain, ...rest } = ended('rejected', 404, 'no-match');
  expect([kind, status, cause, certain]).toEqual(['rejected', 404, 'no-match', true]);
  expect(Object.values(rest).filter((each) => each !== null && !Array.isArray(each))).toEqual([
    { headers: {}, removed: [] },
  ]);
});

describe('the outcome of a delivery', () => {
  test('names no route where none won, and keeps the facts of the delivery without its notes', () => {
    const { notes, ...facts } = DELIVERY;
    expect(notes).not.toEqual([]);
    expect(outcomeOf(DELIVERY, null, null)).toEqual({
      ...facts,
      certain: true,
      route: null,
      rule: null,
      ruleName: null,
      match: null,
      role: null,
      policies: [],
      timeouts: null,
      retry: null,
      session: null,
    });
  });

  test('names the winner and its role', () => {
    const winner = entry([], { rule: 2, ruleName: 'slow', match: 1 });
    expect(outcomeOf(DELIVERY, winner, 'producer')).toMatchObject({
      route: 'HTTPRoute/shop/r',
      rule: 2,
      ruleName: 'slow',
      match: 1,
      role: 'producer',
    });
  });

  test.each<[Timeouts | null, object | null]>([
    [null, null],
    [{ request: null, backendRequest: null }, {}],
    [{ request: '1s', backendRequest: null }, { request: '1s' }],
    [{ request: null, backendRequest: '2s' }, { backendRequest: '2s' }],
  ])('has the timeouts that the rule writes: %o', (timeouts, expected) => {
    const winner = entry([]);
    const { action } = winner;
    expect(outcomeOf(DELIVERY, { ...winner, action: { ...action, timeouts } }, null).timeouts).toEqual(
      expected,
    );
  });
});
