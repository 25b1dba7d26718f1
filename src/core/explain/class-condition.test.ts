import { describe, expect, test } from 'vitest';
import type { NamedCondition, RequestCondition } from '../analysis/questions/class-condition.ts';
import { conditionSentence } from './class-condition.ts';
import { CONDITION_WORDS } from './class-condition-words.ts';
import { plain } from './fragment.ts';

const WITNESS = { from: 'shop', method: 'GET', url: 'http://web/v1', headers: [['x-a', '1']] } as const;

const is = (on: string, value: string): NamedCondition => ({ on, op: 'exact', value });
const below = (value: string): NamedCondition => ({ on: 'path', op: 'path-prefix', value });
const like = (on: string, value: string): NamedCondition => ({ on, op: 'regex', value });

function http(all: readonly NamedCondition[], ...except: (readonly NamedCondition[])[]): RequestCondition {
  return { protocols: ['http', 'grpc'], all, except };
}

function text(any: readonly RequestCondition[], language: keyof typeof CONDITION_WORDS = 'en'): string {
  return plain(conditionSentence({ exact: any.length > 0, any }, WITNESS, CONDITION_WORDS[language]));
}

describe('the requests of a class in words', () => {
  test.each([
    [[http([])], 'every request'],
    [[{ protocols: ['http'], all: [], except: [] } as const], 'every HTTP request'],
    [[{ protocols: ['tls'], all: [is('host', 'a.test')], except: [] } as const], 'TLS, host a.test'],
    [
      [{ protocols: ['grpc'], all: [is('service', 'a.B'), is('grpc-method', 'C')], except: [] } as const],
      'gRPC, service a.B, method C',
    ],
    [
      [http([below('/v1')], [is('path', '/v1/charges')], [is('header:x-beta', '1')])],
      'path /v1/… except /v1/charges, without header x-beta: 1',
    ],
    [
      [http([is('header:x-canary', '1'), is('path', '/login'), is('method', 'GET')])],
      'GET /login, header x-canary: 1',
    ],
    [[http([is('method', 'GET')], [below('/a'), is('query:q', '1')])], 'method GET except /a/…, query q=1'],
    [
      [http([], [is('method', 'GET'), below('/a')], [is('method', 'PUT')])],
      'every request except GET /a/…, except PUT',
    ],
    [
      [http([like('path', '/a.*'), like('header:x-a', 'b|c')])],
      'path matching /a.*, header x-a matching b|c',
    ],
    [[http([is('path', '/a')]), http([is('path', '/b')])], 'path /a; path /b'],
    [[], 'for example GET http://web/v1, x-a: 1'],
  ])('%j', (any, words) => expect(text(any)).toBe(words));

  test('in the other languages', () => {
    const any = [http([below('/v1')], [is('path', '/v1/charges')], [is('header:x-beta', '1')])];
    expect(text(any, 'zh-Hant')).toBe('路徑 /v1/…（/v1/charges 除外），不含標頭 x-beta: 1');
    expect(text(any, 'zh-Hans')).toBe('路径 /v1/…（/v1/charges 除外），不含标头 x-beta: 1');
    expect(text([], 'zh-Hant')).toBe('例如 GET http://web/v1，x-a: 1');
  });
});
