import { describe, expect, test } from 'vitest';
import { call, condition, entry, snapshotOf, sourceOf } from '../../../../tests/route-tables.ts';
import type { Condition } from '../../ir/condition.ts';
import { GATEWAY_API } from '../../profile/profile.ts';
import { intersect, plainlyCovers } from './entry-intersection.ts';

const SNAPSHOT = snapshotOf(`kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: cart}], rules: [{}]}
`);

const path = (op: Condition['op'], value: string) => condition('path', op, value);
const service = (value: string, op: Condition['op'] = 'exact') => condition('grpc-service', op, value);
const method = (value: string, op: Condition['op'] = 'exact') => condition('grpc-method', op, value);
const header = (value: string, op: Condition['op'] = 'exact') => condition('header', op, value, 'x');
const NO_IDEA = condition('moon-phase' as never, 'exact', 'full');

describe('whether an HTTP entry and a gRPC entry share a request', () => {
  test.each<[string, readonly Condition[], readonly Condition[], string]>([
    ['nothing is asked', [], [], 'yes'],
    ['a path of a call', [path('exact', '/s.S/M')], [service('s.S'), method('M')], 'yes'],
    ['a path of another service', [path('exact', '/t.T/M')], [service('s.S')], 'no'],
    ['a path of another method', [path('exact', '/s.S/N')], [service('s.S'), method('M')], 'no'],
    ['a path of one element', [path('exact', '/s.S')], [], 'no'],
    ['a path of three elements', [path('exact', '/s.S/M/x')], [], 'no'],
    ['a path with an empty element', [path('exact', '/s.S/')], [], 'no'],
    ['every path', [path('path-prefix', '/')], [service('s.S')], 'yes'],
    ['a prefix of one element', [path('path-prefix', '/s.S/')], [service('s.S'), method('M')], 'yes'],
    ['a prefix of another service', [path('path-prefix', '/t.T')], [service('s.S')], 'no'],
    ['a prefix and a method that is no name', [path('path-prefix', '/s.S')], [method('a b')], 'no'],
    ['a pattern of the call', [path('regex', '/s\\.S/.*')], [service('s.S'), method('M')], 'yes'],
    ['a pattern of another call', [path('regex', '/t.*')], [service('s.S')], 'no'],
    ['two patterns', [path('regex', '/[a-m]+/x')], [service('[k-z]+', 'regex')], 'yes'],
    [
      'two patterns that exclude each other',
      [path('regex', '/[a-m]+/x')],
      [service('[n-z]+', 'regex')],
      'no',
    ],
    ['POST', [condition('method', 'exact', 'POST')], [], 'yes'],
    ['another method', [condition('method', 'exact', 'GET')], [], 'no'],
    ['a parameter', [condition('query', 'exact', '1', 'q')], [], 'no'],
    ['the same header', [header('1')], [header('1')], 'yes'],
    ['another header', [header('1')], [header('2')], 'no'],
    [
      'a call that fits beside a header that does not',
      [path('exact', '/s.S/M'), header('1')],
      [service('s.S'), header('2')],
      'no',
    ],
    [
      'what nothing knows beside a call that fits',
      [path('exact', '/s.S/M'), NO_IDEA],
      [service('s.S')],
      'undecided',
    ],
    [
      'what nothing knows beside a call that does not',
      [path('exact', '/t.T/M'), NO_IDEA],
      [service('s.S')],
      'no',
    ],
    [
      'an unknown operator on the path',
      [path('sounds-like' as never, '/s.S/M')],
      [service('s.S')],
      'undecided',
    ],
    [
      'an unknown operator on the method',
      [condition('method', 'sounds-like' as never, 'GET')],
      [],
      'undecided',
    ],
    [
      'an unknown operator on a parameter',
      [condition('query', 'sounds-like' as never, '1', 'q')],
      [],
      'undecided',
    ],
    [
      'an unknown operator on the service',
      [path('exact', '/s.S/M')],
      [service('s.S', 'sounds-like' as never)],
      'undecided',
    ],
    [
      'an unknown operator on the service beside a pattern',
      [path('regex', '/s.*')],
      [service('s.S', 'sounds-like' as never)],
      'undecided',
    ],
  ])('%s', (_, http, grpc, answer) => {
    const source = sourceOf(SNAPSHOT, 'grpc');
    expect(intersect(entry(http), call(grpc), source)).toBe(answer);
    expect(intersect(call(grpc), entry(http), source)).toBe(answer);
  });

  test('is undecided for patterns that may match anywhere', () => {
    const source = sourceOf(SNAPSHOT, 'grpc', { ...GATEWAY_API, regexAnchor: 'search' });
    expect(intersect(entry([path('regex', 's')]), call([service('s.S')]), source)).toBe('undecided');
    const withHeader = (value: string) => header(value);
    expect(
      intersect(
        entry([path('regex', 's'), withHeader('1')]),
        call([service('s.S'), withHeader('2')]),
        source,
      ),
    ).toBe('no');
  });
});

describe('whether two entries share a request', () => {
  test.each<[string, readonly Condition[], readonly Condition[], string]>([
    ['an exact path below a prefix', [path('exact', '/a/b')], [path('path-prefix', '/a')], 'yes'],
    ['paths side by side', [path('path-prefix', '/a')], [path('path-prefix', '/b')], 'no'],
    ['other things', [path('exact', '/a')], [header('1')], 'yes'],
    ['a pattern and a value', [header('[a-c]+', 'regex')], [header('abc')], 'yes'],
    ['a pattern and a value that it does not match', [header('[a-c]+', 'regex')], [header('x')], 'no'],
    ['what nothing knows', [NO_IDEA], [NO_IDEA], 'undecided'],
    ['what nothing knows beside other values', [NO_IDEA, header('1')], [header('2')], 'no'],
    ['two values of what nothing knows', [NO_IDEA], [{ ...NO_IDEA, value: 'new' }], 'undecided'],
  ])('%s', (_, first, second, answer) => {
    expect(intersect(entry(first), entry(second), sourceOf(SNAPSHOT))).toBe(answer);
  });
});

describe('whether one entry covers another by what is written', () => {
  test.each<[string, readonly Condition[], readonly Condition[], boolean]>([
    ['everything', [], [path('exact', '/a')], true],
    ['a prefix', [path('path-prefix', '/a')], [path('exact', '/a/b')], true],
    ['the same prefix, written otherwise', [path('path-prefix', '/a/')], [path('path-prefix', '/a')], true],
    ['a longer prefix', [path('path-prefix', '/a/b')], [path('path-prefix', '/a')], false],
    ['a prefix does not fit into a value', [path('exact', '/a')], [path('path-prefix', '/a')], false],
    ['the same pattern', [path('regex', '/a.*')], [path('regex', '/a.*')], true],
    ['another pattern', [path('regex', '/.*')], [path('regex', '/a.*')], false],
    ['a pattern that matches the value', [path('regex', '/.*')], [path('exact', '/a')], true],
    [
      'a wider hostname',
      [condition('host', 'host-suffix', '*.a')],
      [condition('host', 'host-suffix', '*.b.a')],
      true,
    ],
    [
      'a narrower hostname',
      [condition('host', 'host-suffix', '*.b.a')],
      [condition('host', 'host-suffix', '*.a')],
      false,
    ],
    ['another header', [condition('header', 'exact', '1', 'y')], [header('1')], false],
    ['the same of what nothing knows', [NO_IDEA], [NO_IDEA], false],
  ])('%s', (_, wide, narrow, expected) => {
    expect(plainlyCovers(entry(wide), entry(narrow), sourceOf(SNAPSHOT))).toBe(expected);
  });

  test('calls alone are of the protocol', () => {
    const grpc = condition('protocol', 'exact', 'grpc');
    expect(plainlyCovers(call([grpc]), call([service('s.S')]), sourceOf(SNAPSHOT, 'grpc'))).toBe(true);
    expect(plainlyCovers(call([grpc]), entry([]), sourceOf(SNAPSHOT))).toBe(false);
  });
});
