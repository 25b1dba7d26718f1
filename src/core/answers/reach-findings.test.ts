import { describe, expect, test } from 'vitest';
import { analyse, collectFindings, reportFindings, type Snapshot } from '../index.ts';
import { reachFindings } from './reach-findings.ts';
import { reportDifference } from './report-difference.ts';
import { reportReach } from './report-reach.ts';
import { analyseReach } from './table-reach.ts';

const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop', namespace: 'prod' } };
const PARENT = { group: '', kind: 'Service', name: 'shop' };

function load(...documents: readonly unknown[]): Snapshot {
  const service = { ...SERVICE, spec: { selector: { app: 'shop' }, ports: [{ port: 80 }, { port: 9000 }] } };
  const text = [service, ...documents].map((document) => JSON.stringify(document)).join('\n---\n');
  return analyse([{ file: 'a.yaml', text }]);
}

function route(kind: string, rules: readonly unknown[], more: object = {}) {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: { name: 'r', namespace: 'prod' },
    spec: { parentRefs: [{ ...PARENT, port: 80 }], ...more, rules },
  };
}

const to = (port: number) => ({ backendRefs: [{ name: 'shop', port }] });
const api = { path: { value: '/api' } };
const header = (value: string) => ({ headers: [{ name: 'x', type: 'RegularExpression', value }] });

function reachOf(snapshot: Snapshot) {
  return reportReach(snapshot).flatMap((table) => table.entries.map(({ reach }) => reach));
}

describe('unreachable rules', () => {
  test('shows whether the earlier entries have another outcome', () => {
    const other = load(
      route('HTTPRoute', [
        { matches: [api], ...to(80) },
        { matches: [api], ...to(9000) },
      ]),
    );
    const [finding] = reportFindings(reachFindings(other), other);
    expect(finding?.code).toBe('rule-never-reached');
    expect(finding?.message).toContain('with a different result');
    expect(finding?.related.map(({ origin }) => origin.path)).toEqual(['spec.rules[0].matches[0]']);
    const same = load(
      route('HTTPRoute', [
        { matches: [api], ...to(80) },
        { matches: [api], ...to(80) },
      ]),
    );
    expect(reportFindings(reachFindings(same), same)[0]?.message).toContain('with the same result');
  });

  test('distinguishes a dead match of a live rule from a dead rule', () => {
    const rules = [
      { matches: [api], ...to(80) },
      { matches: [{ path: { value: '/b' } }, api], ...to(80) },
    ];
    expect(
      reachFindings(load(route('HTTPRoute', rules))).map(({ code, args }) => [code, args.match]),
    ).toEqual([['match-never-reached', 1]]);
  });

  test('detects that several patterns together take all requests', () => {
    const rules = [header('[^b].*|'), header('b.*'), header('.*')].map((match, at) => ({
      matches: [match],
      ...to(at === 0 ? 80 : 9000),
    }));
    const [table] = reportReach(load(route('HTTPRoute', rules)));
    expect(table?.entries.map(({ reach, blockers }) => [reach, blockers.length])).toEqual([
      ['reachable', 0],
      ['reachable', 0],
      ['dead', 2],
    ]);
  });

  test('does not assume that the nine methods of the API are the only ones', () => {
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
    const rules = [
      { matches: methods.slice(0, 8).map((method) => ({ method })), ...to(80) },
      { matches: [{ method: methods[8] }], ...to(80) },
      to(9000),
    ];
    const [table] = reportReach(load(route('HTTPRoute', rules)));
    const last = table?.entries.at(-1);
    expect(last?.reach).toBe('partly');
    expect(last?.witness?.method).toBe('PROPFIND');
  });

  test('makes no claim about patterns that it cannot analyse', () => {
    const rules = ['(?i)ä+', '(?i)Ä+'].map((value) => ({ matches: [header(value)], ...to(80) }));
    expect(reachOf(load(route('HTTPRoute', rules)))).toEqual(['unknown', 'unknown']);
    expect(reachFindings(load(route('HTTPRoute', rules)))).toEqual([]);
  });

  test('leaves invalid patterns to their own finding', () => {
    const snapshot = load(route('HTTPRoute', [{ matches: [header('(')], ...to(80) }]));
    expect(reachOf(snapshot)).toEqual(['dead']);
    expect(reachFindings(snapshot)).toEqual([]);
    expect(collectFindings(snapshot).map(({ code }) => code)).toContain('regex-invalid');
  });

  test('analyses connections: one rule takes all that another could', () => {
    expect(reachOf(load(route('TCPRoute', [to(80), to(9000)])))).toEqual(['reachable', 'dead']);
    const tls = load(route('TLSRoute', [to(80)], { hostnames: ['a.example.com', '*.example.com'] }));
    const [table] = reportReach(tls);
    expect(table?.entries.map(({ reach, witness }) => [reach, witness?.sni])).toEqual([
      ['reachable', 'a.example.com'],
      // The other hostname belongs to the same match and takes no requests away.
      ['reachable', 'other.example.com'],
    ]);
  });
});

describe('differences', () => {
  test('include the rejection of everything else by a first route', () => {
    const { changes, complete } = reportDifference(
      load(),
      load(route('HTTPRoute', [{ matches: [api], ...to(80) }])),
    );
    expect(complete).toBe(true);
    expect(changes.map(({ before, after, witness }) => [before.kind, after.kind, witness.url])).toEqual([
      ['passed-through', 'rejected', 'http://shop.prod/'],
      ['passed-through', 'forwarded', 'http://shop.prod/api'],
    ]);
  });

  test('show a filter that only some requests notice', () => {
    const removing = (name: string) => ({
      filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { remove: [name] } }],
      ...to(80),
    });
    const { changes } = reportDifference(
      load(route('HTTPRoute', [removing('x-a')])),
      load(route('HTTPRoute', [removing('x-b')])),
    );
    expect(changes.map(({ witness }) => witness.headers.map(([name]) => name))).toEqual([['x-a', 'x-b']]);
  });

  test('do not exist when rules move without changing an outcome', () => {
    const [one, two] = [
      { matches: [{ path: { value: '/one' } }], ...to(80) },
      { matches: [{ path: { value: '/two' } }], ...to(9000) },
    ];
    expect(
      reportDifference(load(route('HTTPRoute', [one, two])), load(route('HTTPRoute', [two, one]))),
    ).toEqual({ changes: [], complete: true, notSimulated: [], sampled: [] });
  });

  test('follow a listener and its hostnames', () => {
    const gateway = (hostname: string) => ({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'gate', namespace: 'prod' },
      spec: { gatewayClassName: 'demo', listeners: [{ name: 'web', port: 80, protocol: 'HTTP', hostname }] },
    });
    const entering = route('HTTPRoute', [to(80)], { parentRefs: [{ name: 'gate' }] });
    const { changes } = reportDifference(
      load(gateway('a.example.com'), entering),
      load(gateway('*.example.com'), entering),
    );
    expect(changes.map(({ before, after, witness }) => [before.kind, after.kind, witness.url])).toEqual([
      ['rejected', 'forwarded', 'http://other.example.com/'],
    ]);
  });
});

describe('requests over which only age or name decides', () => {
  const named = (name: string, value: string, more: object = {}) => ({
    ...route('HTTPRoute', [
      { matches: [{ ...api, headers: [{ name: value, value: '1' }] }], ...to(value === 'x-a' ? 80 : 9000) },
    ]),
    metadata: { name, namespace: 'prod', ...more },
  });
  /** Other tests cover lanes without a default. */
  const contested = (...routes: readonly unknown[]) =>
    reachFindings(load(...routes))
      .filter(({ code }) => code !== 'catch-all-missing')
      .map(({ code, severity, args }) => [code, severity, args.winner, args.by]);

  test('the earlier name wins when a request has both headers', () => {
    expect(contested(named('b', 'x-b'), named('a', 'x-a'))).toEqual([
      ['routes-contested', 'warning', 'HTTPRoute/prod/a', 'name'],
    ]);
  });

  test('a known age decides before the name, and is only a note', () => {
    const old = named('b', 'x-b', { creationTimestamp: '2020-01-01T00:00:00Z' });
    const young = named('a', 'x-a', { creationTimestamp: '2024-01-01T00:00:00Z' });
    expect(contested(old, young)).toEqual([['routes-contested', 'info', 'HTTPRoute/prod/b', 'age']]);
  });

  test('routes with the same outcome, without common requests, or dead routes have no finding', () => {
    const same = { ...named('b', 'x-b'), spec: { ...named('b', 'x-b').spec } };
    expect(contested(named('a', 'x-a'), { ...named('b', 'x-a'), spec: same.spec })).toHaveLength(1);
    expect(contested(named('a', 'x-a'), { ...named('b', 'x-a') })).toEqual([
      ['rule-never-reached', 'warning', undefined, undefined],
    ]);
    const other = route('HTTPRoute', [{ matches: [{ path: { value: '/elsewhere' } }], ...to(9000) }]);
    expect(contested(named('a', 'x-a'), { ...other, metadata: { name: 'c', namespace: 'prod' } })).toEqual(
      [],
    );
  });
});

test('an edit of another Service reuses the result of a table', () => {
  const service = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'prod' },
    spec: { selector: { app: name }, ports: [{ port: 80 }] },
  });
  const routeTo = (name: string, value: string) => ({
    ...route('HTTPRoute', [{ matches: [{ path: { value } }], backendRefs: [{ name, port: 80 }] }]),
    metadata: { name, namespace: 'prod' },
    spec: {
      parentRefs: [{ ...PARENT, name }],
      rules: [{ matches: [{ path: { value } }], backendRefs: [{ name, port: 80 }] }],
    },
  });
  const text = (value: string) =>
    [service('a'), service('b'), routeTo('a', '/fixed'), routeTo('b', value)]
      .map((document) => JSON.stringify(document))
      .join('\n---\n');
  const before = analyse([{ file: 'a.yaml', text: text('/old') }]);
  const known = analyseReach(before);
  const after = analyse([{ file: 'a.yaml', text: text('/new') }], { previous: before });
  const [first, second] = analyseReach(after);
  expect(first?.entries).toBe(known[0]?.entries);
  expect(second?.entries).not.toBe(known[1]?.entries);
  expect(reportReach(after)).toEqual(reportReach(analyse([{ file: 'a.yaml', text: text('/new') }])));
});
