import { describe, expect, test } from 'vitest';
import { call, condition, entry, routeTable } from '../../../../tests/route-tables.ts';
import type { Condition } from '../../ir/condition.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { entriesForKind } from './entries-by-request-kind.ts';

const path = (op: Condition['op'], value: string) => condition('path', op, value);

/**
 * Returns an HTTP entry as gRPC requests see it: `facet=value` for each condition. Null means no request, and
 * `open` means that a pattern decides.
 */
function asCall(conditions: readonly Condition[]): readonly string[] | null | 'open' {
  const { entries, complete } = entriesForKind(routeTable([entry(conditions)]), 'grpc');
  if (!complete) return 'open';
  return entries[0]?.entry.conditions.map(({ of, value }) => `${of}=${value}`) ?? null;
}

describe('an HTTP entry as gRPC requests see it', () => {
  test.each<[string, readonly Condition[], readonly string[] | null | 'open']>([
    ['without conditions', [], []],
    ['with a path for everything', [path('path-prefix', '/')], []],
    ['with the path of a call', [path('exact', '/s.S/M')], ['grpc-service=s.S', 'grpc-method=M']],
    ['with the prefix of a call', [path('path-prefix', '/s.S/M/')], ['grpc-service=s.S', 'grpc-method=M']],
    ['with the prefix of a service', [path('path-prefix', '/s.S')], ['grpc-service=s.S']],
    ['with a path of one element', [path('exact', '/s.S')], null],
    ['with no path at all', [path('exact', '')], null],
    ['with the root as its path', [path('exact', '/')], null],
    ['with a path that ends in a slash', [path('exact', '/s.S/')], null],
    ['with an empty element', [path('path-prefix', '/s.S//M')], null],
    ['with three elements', [path('path-prefix', '/s.S/M/x')], null],
    ['with a pattern', [path('regex', '/s.*')], 'open'],
    ['with an operator that nothing knows', [path('sounds-like' as never, '/s')], 'open'],
    ['with POST', [condition('method', 'exact', 'POST')], []],
    ['with another method', [condition('method', 'exact', 'GET')], null],
    ['with a method in a pattern', [condition('method', 'regex', 'P.*')], 'open'],
    ['with a parameter', [condition('query', 'exact', '1', 'q')], null],
    ['with a parameter that nothing knows', [condition('query', 'sounds-like' as never, '1', 'q')], 'open'],
    ['with a header', [condition('header', 'exact', '1', 'x')], ['header=1']],
    ['with a facet that nothing knows', [condition('moon-phase' as never, 'exact', 'full')], 'open'],
  ])('%s', (_, conditions, expected) => {
    expect(asCall(conditions)).toEqual(expected);
  });

  test('is an entry of calls', () => {
    const { entries } = entriesForKind(routeTable([entry([])]), 'grpc');
    expect(entries[0]?.entry.takes).toBe('grpc');
    expect(entries[0]?.original.takes).toBe('http');
  });
});

describe('the entries of a table that requests of a kind can meet', () => {
  const http = entry([]);
  const grpc = call([]);
  const tls = entry([], { route: 'TLSRoute/shop/t', takes: 'tls' });
  const tcp = entry([], { route: 'TCPRoute/shop/c', takes: 'tcp' });
  const seen = (entries: readonly RouteEntry[], kind: Parameters<typeof entriesForKind>[1]) =>
    entriesForKind(routeTable(entries), kind).entries.map(({ original }) => original.takes);

  test('leave out calls for HTTP requests', () => {
    expect(seen([http, grpc], 'http')).toEqual(['http']);
    expect(seen([http, grpc], 'grpc')).toEqual(['http', 'grpc']);
  });

  test('leave out TLS routes where there is no SNI', () => {
    expect(seen([tls, tcp], 'tcp')).toEqual(['tcp']);
    expect(seen([tls, tcp], 'tls')).toEqual(['tls', 'tcp']);
    // After HTTP routes, TLS routes take the remaining requests.
    expect(seen([http, tls], 'http')).toEqual(['http', 'tls']);
  });

  test('are none for connections where routes look into requests', () => {
    for (const kind of ['tls', 'tcp', 'udp'] as const) expect(seen([http, tcp], kind)).toEqual([]);
    expect(seen([grpc, tcp], 'tcp')).toEqual([]);
  });

  test('are none without a table', () => {
    expect(entriesForKind(null, 'http')).toEqual({ entries: [], complete: true });
  });
});
