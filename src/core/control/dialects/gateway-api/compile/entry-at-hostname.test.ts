import { describe, expect, test } from 'vitest';
import { gatewayAPI, load } from '../../../../../../tests/manifests.ts';
import { condition, entry } from '../../../../../../tests/route-tables.ts';
import type { AnyRoute } from '../routes.ts';
import { atHost } from './entry-at-hostname.ts';
import { compareEntries } from './precedence.ts';

const { cluster } = load([
  gatewayAPI('HTTPRoute', 'shop/r', { hostnames: ['b.example', '*.example'], rules: [{}] }),
]);
const [ROUTE] = cluster.routes as readonly [AnyRoute];
const ENTRY = entry([condition('path', 'path-prefix', '/')], {
  rank: [{ by: 'headers', prefer: 'greater', value: 9 }],
});

describe('an entry at a hostname', () => {
  test('asks for it before all else', () => {
    const exact = atHost(ENTRY, 'b.example', ROUTE);
    expect(exact.conditions.map(({ of, op, value }) => `${of} ${op} ${value}`)).toEqual([
      'host exact b.example',
      'path path-prefix /',
    ]);
    expect(atHost(ENTRY, '*.example', ROUTE).conditions[0]).toMatchObject({
      op: 'host-suffix',
      value: '*.example',
    });
    expect(exact.id).toBe(`${ENTRY.id},host=b.example`);
  });

  test('for every host has no condition more', () => {
    const every = atHost(ENTRY, null, ROUTE);
    expect([every.id, every.conditions]).toEqual([ENTRY.id, ENTRY.conditions]);
  });

  test.each<[string, string | null, string | null]>([
    ['a name before a longer pattern', 'a.io', '*.much.longer.example'],
    ['the longer name', 'long.example', 'a.example'],
    ['the longer pattern', '*.a.example', '*.example'],
    ['a pattern before every host', '*.io', null],
  ])('goes first: %s', (_what, first, second) => {
    const fewer = { ...ENTRY, rank: [{ by: 'headers', prefer: 'greater', value: 0 } as const] };
    expect(compareEntries(atHost(fewer, first, ROUTE), atHost(ENTRY, second, ROUTE))).toBeLessThan(0);
  });

  test('says where it is written, or that the listener gave it', () => {
    const originOf = (hostname: string) => atHost(ENTRY, hostname, ROUTE).conditions[0]?.origin;
    expect(originOf('b.example')).toMatchObject({ path: ['spec', 'hostnames', 0], implied: false });
    expect(originOf('*.example')).toMatchObject({ path: ['spec', 'hostnames', 1], implied: false });
    expect(originOf('c.example')).toMatchObject({ path: ['spec', 'hostnames'], implied: true });
  });
});
