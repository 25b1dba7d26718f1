import { expect, test } from 'vitest';
import { EMPTY_REQUEST } from '../../state/request-fields.ts';
import { store } from '../../state/store.ts';
import { comparedName } from './compared-name.ts';

const now = { ...EMPTY_REQUEST, from: 'shop', method: 'GET', url: 'http://web.shop/v1?q=1' };

test.each([
  ['no comparison', null, null, null],
  ['another client', null, 'test/web', 'test/web'],
  ['the same request', now, null, 'GET /v1?q=1'],
  ['another path', { ...now, url: 'http://web.shop/v2' }, null, 'GET /v2'],
  ['another method', { ...now, method: 'POST' }, null, 'POST /v1?q=1'],
  ['another client of a kept request', { ...now, from: 'gateway:infra/edge' }, null, 'infra/edge'],
  ['another client and path', { ...now, from: 'test', url: 'http://web.shop/' }, null, 'test GET /'],
  ['a URL without a path', { ...now, url: 'tcp://db.shop:5432' }, null, 'GET tcp://db.shop:5432'],
])('%s', (_, kept, compare, expected) => {
  expect(comparedName({ ...store.getState(), request: now, kept, compare })).toBe(expected);
});
