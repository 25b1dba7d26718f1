import { describe, expect, test } from 'vitest';
import { condition } from '../../../tests/route-tables.ts';
import type { Condition } from '../ir/condition.ts';
import type { SimRequest } from '../ir/request.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import { actualOf, holds, isUnderstood } from './conditions.ts';
import { expectedOf, indexKeyOf, languageOfTest } from './operators/operators.ts';
import { viewRequest } from './request-view.ts';

function request(more: Partial<SimRequest> = {}): SimRequest {
  return {
    from: null,
    gateway: null,
    protocol: 'http',
    method: 'GET',
    scheme: 'http',
    host: 'cart.shop',
    port: 80,
    portWritten: false,
    path: '/a/b',
    query: 'q=1&q=2',
    headers: [
      ['X-A', '1'],
      ['x-a', '2'],
    ],
    sni: null,
    podOf: null,
    backend: null,
    ...more,
  };
}

function ask(asked: Condition, more: Partial<SimRequest> = {}, profile: Partial<Profile> = {}): boolean {
  return holds(asked, viewRequest(request(more), { ...GATEWAY_API, ...profile }));
}

describe('operators', () => {
  test.each<[Condition['op'], string, string, boolean]>([
    ['exact', '/a', '/a', true],
    ['exact', '/a', '/a/', false],
    ['path-prefix', '/a', '/a', true],
    ['path-prefix', '/a/', '/a', true],
    ['path-prefix', '/a/', '/a/b', true],
    ['path-prefix', '/a', '/ab', false],
    ['path-prefix', '/a/b', '/a', false],
    ['path-prefix', '/a//', '/a', true],
    ['path-prefix', '/', '/anything', true],
    ['path-prefix', '', '/', true],
    ['regex', '/a.', '/ab', true],
    ['regex', '/a', '/ab', false],
    ['regex', '(', '(', false],
  ])('%s %s holds for %s: %s', (op, value, path, expected) => {
    expect(ask(condition('path', op, value), { path })).toBe(expected);
  });

  test.each<[Condition['op'], string, string, boolean]>([
    ['exact', 'a.example', 'a.example', true],
    ['exact', 'a.example', 'b.a.example', false],
    ['host-suffix', '*.example', 'a.b.example', true],
    ['host-suffix', '*.example', 'example', false],
    ['host-suffix', '*.example', '.example', false],
    ['exact', '*', 'a.example', true],
    ['exact', '', 'a.example', true],
  ])('hostname %s %s covers %s: %s', (op, value, host, expected) => {
    expect(ask(condition('host', op, value), { host })).toBe(expected);
  });

  test.each<[Condition['op'], string, string, unknown, unknown]>([
    ['exact', '/a/', '/a/', { kind: 'value', value: '/a/' }, { kind: 'value', value: '/a/' }],
    [
      'path-prefix',
      '/a/',
      '/a/…',
      { kind: 'path-prefix', prefix: '/a' },
      { kind: 'path-prefix', prefix: '/a' },
    ],
    ['path-prefix', '/', '/…', { kind: 'path-prefix', prefix: '' }, { kind: 'path-prefix', prefix: '' }],
    ['host-suffix', '*.a', '*.a', { kind: 'host-suffix', suffix: '.a' }, null],
    ['regex', 'a+', '~a+', { kind: 'pattern', text: 'a+', anchor: 'full' }, null],
    ['sounds-like' as never, 'a', 'sounds-like a', { kind: 'unknown' }, null],
  ])('%s %s reads %s, with its set of values and its place in an index', (op, value, text, language, key) => {
    const test = condition('path', op, value);
    expect(expectedOf(test)).toBe(text);
    expect(languageOfTest(test, GATEWAY_API)).toEqual(language);
    expect(indexKeyOf(test)).toEqual(key);
  });

  test('a star is presence on headers and parameters where a profile reads it so', () => {
    const star = condition('header', 'regex', '*', 'x-a');
    expect(ask(star)).toBe(false);
    expect(ask(star, {}, { starPattern: 'present' })).toBe(true);
    expect(ask(condition('path', 'regex', '*'), {}, { starPattern: 'present' })).toBe(false);
  });
});

describe('facets', () => {
  const GRPC: Partial<SimRequest> = { protocol: 'grpc', scheme: 'grpc', method: 'POST', path: '/s.S/M/x' };
  test.each<[Condition, Partial<SimRequest>, boolean, string | null]>([
    [condition('protocol', 'exact', 'grpc'), {}, false, 'http'],
    [condition('protocol', 'exact', 'grpc'), GRPC, true, 'grpc'],
    [condition('method', 'exact', 'GET'), {}, true, 'GET'],
    [condition('method', 'exact', 'get'), {}, false, 'GET'],
    [condition('grpc-service', 'exact', 's.S'), GRPC, true, 's.S'],
    [condition('grpc-service', 'exact', 's.S'), {}, false, null],
    [condition('grpc-method', 'exact', 'M/x'), GRPC, true, 'M/x'],
    [condition('grpc-method', 'exact', 'M'), {}, false, null],
    [condition('header', 'exact', '1', 'x-b'), {}, false, null],
    [condition('header', 'exact', '1', 'x-a'), { headers: [['x-a', '1']] }, true, '1'],
    [condition('header', 'exact', 'cart.shop', 'host'), {}, true, 'cart.shop'],
    [condition('query', 'exact', '1', 'q'), {}, true, '1,2'],
    [condition('query', 'exact', '2', 'q'), {}, false, '1,2'],
    [condition('query', 'exact', '1', 'p'), {}, false, null],
    [condition('moon-phase' as never, 'exact', '1'), {}, false, null],
  ])('%o', (asked, more, expected, actual) => {
    expect(ask(asked, more)).toBe(expected);
    expect(actualOf(asked, viewRequest(request(more), GATEWAY_API))).toBe(actual);
  });

  test('a repeated header or parameter is compared as the profile says', () => {
    const header = (value: string) => condition('header', 'exact', value, 'x-a');
    expect(ask(header('1,2'), {}, { repeatedHeaders: 'joined' })).toBe(true);
    expect(ask(header('2'), {}, { repeatedHeaders: 'joined' })).toBe(false);
    expect(ask(header('2'), {}, { repeatedHeaders: 'individually' })).toBe(true);
    expect(ask(header('2'), {}, { repeatedHeaders: 'first' })).toBe(false);
    expect(ask(condition('query', 'exact', '2', 'q'), {}, { repeatedQuery: 'any' })).toBe(true);
  });

  test.each<[Partial<Condition>, string]>([
    [{ of: 'header', name: 'x-a' }, 'header:x-a'],
    [{ of: 'query', name: 'q' }, 'query:q'],
    [{ of: 'grpc-service', name: '' }, 'service'],
    [{ of: 'moon-phase' as never, name: '' }, 'moon-phase'],
    [{ of: 'moon-phase' as never, name: 'x' }, 'moon-phase:x'],
  ])('%o is named %s', ({ of, name }, label) => {
    expect(condition(of as Condition['of'], 'exact', '', name).on).toBe(label);
  });

  test('only a known operator on a known facet is understood', () => {
    expect(isUnderstood(condition('path', 'exact', '/'))).toBe(true);
    expect(isUnderstood(condition('path', 'sounds-like' as never, '/'))).toBe(false);
    expect(isUnderstood(condition('moon-phase' as never, 'exact', '/'))).toBe(false);
  });
});
