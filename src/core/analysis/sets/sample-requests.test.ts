import { describe, expect, test } from 'vitest';
import { condition, entry, snapshotOf, sourceOf } from '../../../../tests/route-tables.ts';
import type { Condition } from '../../ir/condition.ts';
import type { SpaceKind } from './request-space.ts';
import { freshValues, sampleRequests } from './sample-requests.ts';

const ROUTE = `kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{name: edge}, {group: "", kind: Service, name: cart}], rules: [{}]}
`;
const MESH = snapshotOf(ROUTE);
const FRESH = { word: 'other', method: 'PUT', readsHost: false };

/** Returns the samples of an entry at a listener. `admits` lists the hosts that arrive there. */
function samplesAt(
  kind: SpaceKind,
  conditions: readonly Condition[],
  hostnames: readonly string[],
  admits: (host: string) => boolean,
) {
  const source = sourceOf(MESH, kind);
  const space = { ...source.space, kind, hostnames, everyHost: false, admitsHost: admits };
  return sampleRequests(entry(conditions), FRESH, { ...source, space });
}

describe('samples at a listener', () => {
  test.each<[SpaceKind, string]>([
    ['http', 'impossible'],
    ['grpc', 'impossible'],
    ['tls', 'impossible'],
    // Raw connections name no host.
    ['tcp', 'requests'],
    ['udp', 'requests'],
  ])('%s: where no host arrives, there are %s', (kind, answer) => {
    expect(samplesAt(kind, [], ['a.example'], () => false).kind).toBe(answer);
  });

  test('where no listener has a hostname, none has to be named', () => {
    expect(samplesAt('http', [], [], () => false).kind).toBe('requests');
  });

  test('an entry without a hostname gets one that arrives', () => {
    const samples = samplesAt('http', [], ['b.example', 'a.example'], (host) => host === 'a.example');
    expect(samples.kind === 'requests' && samples.requests[0]?.get('host')).toBe('a.example');
  });

  test('an entry with a hostname keeps it', () => {
    const own = condition('host', 'exact', 'b.example');
    const samples = samplesAt('http', [own], ['a.example'], () => true);
    expect(samples.kind === 'requests' && samples.requests[0]?.get('host')).toBe('b.example');
    expect(samplesAt('http', [own], ['a.example'], (host) => host === 'a.example').kind).toBe('impossible');
  });
});

describe('samples of an entry', () => {
  const samples = (conditions: readonly Condition[], kind: SpaceKind = 'http') => {
    const found = sampleRequests(entry(conditions), FRESH, sourceOf(MESH, kind));
    return found.kind === 'requests' ? found.requests.map((each) => Object.fromEntries(each)) : found.kind;
  };

  test('are as it is written, and unheard-of where it leaves something open', () => {
    expect(
      samples([condition('path', 'path-prefix', '/a/'), condition('path', 'path-prefix', '/a/b')]),
    ).toEqual([{ path: '/a/b' }, { path: '/a/b/other', method: 'PUT' }]);
    expect(samples([condition('path', 'exact', '/a'), condition('method', 'exact', 'GET')])).toEqual([
      { path: '/a', method: 'GET' },
      { path: '/a', method: 'GET' },
    ]);
    expect(samples([condition('grpc-service', 'exact', 's.S')], 'grpc')).toEqual([
      { 'grpc-service': 's.S' },
      { 'grpc-service': 's.S', 'grpc-method': 'other' },
    ]);
  });

  test('do not exist where two values exclude each other, or a pattern is none', () => {
    expect(samples([condition('method', 'exact', 'GET'), condition('method', 'exact', 'PUT')])).toBe(
      'impossible',
    );
    expect(samples([condition('path', 'regex', '(')])).toBe('impossible');
  });

  test('are undecided where nothing is known of a condition', () => {
    expect(samples([condition('path', 'sounds-like' as never, '/a')])).toBe('undecided');
    expect(samples([condition('moon-phase' as never, 'exact', 'full')])).toBe('undecided');
    // An impossible value remains impossible.
    expect(
      samples([condition('moon-phase' as never, 'exact', 'full'), condition('path', 'regex', '(')]),
    ).toBe('impossible');
  });

  test('values are fresh when no condition has them', () => {
    const entries = [
      entry([condition('path', 'exact', '/other'), condition('method', 'exact', 'GET')]),
      entry([condition('header', 'exact', 'other2', 'host')]),
    ];
    expect(freshValues(entries)).toEqual({ word: 'other3', method: 'POST', readsHost: true });
    expect(freshValues([])).toEqual({ word: 'other', method: 'GET', readsHost: false });
  });
});
