import { describe, expect, test } from 'vitest';
import type { Condition } from '../../ir/condition.ts';
import type { SimRequest } from '../../ir/request.ts';
import { GATEWAY_API } from '../../profile/profile.ts';
import { holds } from '../conditions.ts';
import { compilePattern } from '../pattern.ts';
import { viewRequest } from '../request-view.ts';
import type { Test } from './operator.ts';
import { languageOfTest } from './operators.ts';

const ORIGIN = { file: 'a.yaml', document: 0, path: [], implied: false };
type Change = Partial<Pick<Condition, 'negated' | 'whenMissing' | 'ignoreCase'>>;

function condition(op: Condition['op'], value: string, change: Change = {}): Condition {
  return { of: 'header', name: 'x-guest', on: 'header:x-guest', op, value, ...change, origin: ORIGIN };
}

function request(value: string | null): SimRequest {
  return {
    from: null,
    gateway: null,
    protocol: 'http',
    method: 'GET',
    scheme: 'http',
    host: 'tea',
    port: 80,
    portWritten: false,
    path: '/',
    query: '',
    headers: value === null ? [] : [['X-Guest', value]],
    sni: null,
    podOf: null,
    backend: null,
  };
}

const MISSING = { negated: true, whenMissing: 'empty' } as const;

describe('texts, presence and negation (Istio 6.6, 6.8, 6.9)', () => {
  test.each<[Condition['op'], string, Change, string | null, boolean]>([
    ['prefix', 'ja', {}, 'jason', true],
    ['prefix', 'ja', {}, 'JA', false],
    ['prefix', 'ja', { ignoreCase: true }, 'JAson', true],
    ['exact', 'a.b', { ignoreCase: true }, 'A.B', true],
    ['exact', 'a.b', { ignoreCase: true }, 'AxB', false],
    ['present', '', {}, '', true],
    ['present', '', {}, null, false],
    ['present', '', { negated: true }, null, true],
    ['present', '', { negated: true }, '', false],
    ['exact', 'jason', MISSING, null, true],
    ['exact', 'jason', MISSING, 'jason', false],
    ['exact', '', MISSING, null, false],
    ['regex', '.*', MISSING, null, false],
    ['prefix', 'ja', MISSING, 'max', true],
  ])('%s %j %j for %j: %s', (op, value, change, actual, expected) => {
    const tested = condition(op, value, change);
    expect(holds(tested, viewRequest(request(actual), GATEWAY_API))).toBe(expected);
    if (actual === null) return;
    // The set for calculations has the same values.
    const language = languageOfTest(tested satisfies Test, GATEWAY_API);
    if (language.kind !== 'pattern') throw new Error(`not a pattern: ${language.kind}`);
    const pattern = compilePattern(language.text, language.anchor);
    if (!pattern.ok) throw new Error(pattern.reason);
    expect(pattern.matches(actual)).toBe(expected !== (language.negated === true));
  });
});
