import { expect, test } from 'vitest';
import type { BackendShare } from '../ir/outcome.ts';
import { ended } from './ended-outcome.ts';
import { responseFlag } from './response-flag.ts';

const share = (share: number, cause?: string): BackendShare => ({
  service: 'shop/cart',
  port: 80,
  share,
  weight: share,
  totalWeight: 1,
  endpoints: 0,
  workloads: [],
  status: 503,
  ...(cause !== undefined && { cause }),
});

test.each([
  ['rejected', 'no-match', [], 'NR'],
  ['rejected', 'several-routes', [], null],
  ['responded', 'fault-abort', [], 'FI'],
  ['responded', 'direct-response', [], null],
  ['failed', 'SubsetNotFound', [share(1, 'SubsetNotFound')], 'NC'],
  ['failed', 'no-ready-endpoints', [share(1, 'no-ready-endpoints')], 'UH'],
  ['failed', 'no-ready-endpoints', [share(0.5, 'no-ready-endpoints'), share(0.5, 'BackendNotFound')], null],
  ['failed', 'SubsetNotFound', [share(1, 'SubsetNotFound'), share(0, 'no-ready-endpoints')], 'NC'],
  ['failed', 'registry-only', [], null],
  ['forwarded', '', [share(0.5, 'SubsetNotFound'), share(0.5)], null],
] as const)('%s with cause %s', (kind, cause, backends, flag) => {
  expect(responseFlag({ ...ended(kind, 503, cause), backends })).toBe(flag);
});
