import { describe, expect, test } from 'vitest';
import { contestedEntries } from './analysis/questions/contested.ts';
import { difference } from './analysis/questions/difference.ts';
import { analyseTable } from './analysis/questions/reach.ts';
import { unmatched } from './analysis/questions/unmatched.ts';
import { nearMisses } from './answers/near-misses.ts';
import { type AddressedTable, tablesOf } from './answers/table-reach.ts';
import { settle } from './dataplane/decide.ts';
import { analyse, type Snapshot, traceRequest } from './index.ts';
import type { Condition } from './ir/condition.ts';
import type { Filter } from './ir/filter.ts';
import { readURL } from './ir/read-url.ts';
import type { SimRequest } from './ir/request.ts';
import type { RouteEntry, RouteTable } from './ir/table.ts';
import { GATEWAY_API } from './profile/profile.ts';

const SERVICES = ['cart', 'b1', 'b2']
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80}]}\n`,
  )
  .join('');

function load(matches: readonly string[]): Snapshot {
  const rules = matches.map(
    (each, at) => `{matches: [${each}], backendRefs: [{name: b${at + 1}, port: 80}]}`,
  );
  const text = `${SERVICES}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: cart}], rules: [${rules.join(', ')}]}
`;
  return analyse([{ file: 'a.yaml', text }]);
}

/** Returns the same snapshot with other entries in every table of a Service port. */
function changed(snapshot: Snapshot, change: (entry: RouteEntry) => RouteEntry): Snapshot {
  const { ir } = snapshot.control;
  const table = (each: RouteTable): RouteTable => ({ ...each, entries: each.entries.map(change) });
  const frontends = new Map(
    [...ir.frontends].map(([id, each]) => [id, { ...each, tables: each.tables.map(table) }]),
  );
  return { ...snapshot, control: { ...snapshot.control, ir: { ...ir, frontends } } };
}

/**
 * Returns a change that gives each selected condition of a rule an operator or a facet that is in no table.
 */
function unheardOf(part: Partial<Condition>, rule: number, picks: Condition['of']) {
  return (entry: RouteEntry): RouteEntry => ({
    ...entry,
    conditions: entry.conditions.map((each) =>
      entry.rule === rule && each.of === picks ? { ...each, ...part } : each,
    ),
  });
}

const OPERATOR: Partial<Condition> = { op: 'sounds-like' as never };
const FACET: Partial<Condition> = { of: 'moon-phase' as never, name: 'phase', on: 'moon-phase:phase' };

function ask(url: string): SimRequest {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  const from = { namespace: 'web', workload: null, inMesh: true };
  return { from, gateway: null, method: 'GET', headers: [], podOf: null, backend: null, ...read.url };
}

function reachOf(snapshot: Snapshot): readonly string[] {
  return tablesOf(snapshot).flatMap(({ table, address }) =>
    analyseTable(table, address, snapshot.control.ir, GATEWAY_API).map(({ reach }) => reach),
  );
}

/** Returns the same snapshot with these entries in every table of a Service port. */
function withEntries(snapshot: Snapshot, entries: readonly RouteEntry[]): Snapshot {
  const { ir } = snapshot.control;
  const frontends = new Map(
    [...ir.frontends].map(([id, each]) => [
      id,
      { ...each, tables: each.tables.map((table) => ({ ...table, entries })) },
    ]),
  );
  return { ...snapshot, control: { ...snapshot.control, ir: { ...ir, frontends } } };
}

function worldOf(snapshot: Snapshot) {
  return { ir: snapshot.control.ir, profile: GATEWAY_API };
}

function onlyTable(snapshot: Snapshot): AddressedTable {
  return tablesOf(snapshot)[0] as AddressedTable;
}

const HEADER = '{path: {value: /a}, headers: [{name: x, value: "1"}]}';
const SAME_PATH = '{path: {value: /a}}';
const ABOVE_ALL = [HEADER, '{path: {value: /}}'];

describe('a condition that nothing knows', () => {
  test.each<[string, readonly string[], Partial<Condition>, number, Condition['of'], readonly string[]]>([
    ['an operator on a header', ABOVE_ALL, OPERATOR, 0, 'header', ['unknown', 'unknown']],
    ['a facet', ABOVE_ALL, FACET, 0, 'header', ['unknown', 'unknown']],
    ['an operator on a path', ABOVE_ALL, OPERATOR, 0, 'path', ['unknown', 'unknown']],
    ['an operator on a method', ['{method: PUT}', '{}'], OPERATOR, 0, 'method', ['unknown', 'unknown']],
    [
      'one below a rule that covers it',
      [SAME_PATH, SAME_PATH],
      OPERATOR,
      1,
      'path',
      ['reachable', 'unknown'],
    ],
    [
      'an operator beside another path',
      [HEADER, '{path: {value: /b}}'],
      OPERATOR,
      0,
      'header',
      ['unknown', 'reachable'],
    ],
    ['a facet of one of two like rules', [HEADER, HEADER], FACET, 0, 'header', ['unknown', 'unknown']],
  ])('leaves the reach unknown: %s', (_, matches, part, rule, picks, reach) => {
    expect(reachOf(changed(load(matches), unheardOf(part, rule, picks)))).toEqual(reach);
  });

  test('leaves a rule dead that others cover', () => {
    const snapshot = load([HEADER, '{path: {value: /b}}', '{path: {value: /b}}']);
    expect(reachOf(changed(snapshot, unheardOf(FACET, 0, 'header')))).toEqual([
      'unknown',
      'reachable',
      'dead',
    ]);
  });

  test.each([OPERATOR, FACET])('does not hold, with and without an index: %o', (part) => {
    for (const picks of ['path', 'header'] as const) {
      const snapshot = changed(load(ABOVE_ALL), unheardOf(part, 0, picks));
      const request = { ...ask('http://cart.shop/a'), headers: [['x', '1']] as const };
      expect(settle(request, snapshot.control.ir, GATEWAY_API).rule).toBe(1);
      expect(traceRequest(snapshot, request).outcome.rule).toBe(1);
    }
  });

  test.each([OPERATOR, FACET])('leaves open what a table rejects: %o', (part) => {
    const snapshot = changed(load([HEADER]), unheardOf(part, 0, 'header'));
    const { table, address } = onlyTable(snapshot);
    const { rejects, requests } = unmatched(table, address, snapshot.control.ir, GATEWAY_API);
    // A request for another path is rejected, regardless of the meaning of the condition.
    expect(rejects).toBe('some');
    expect(requests.every(({ request }) => !request.path.startsWith('/a'))).toBe(true);
    const everything = changed(load(['{headers: [{name: x, value: "1"}]}']), unheardOf(part, 0, 'header'));
    const only = onlyTable(everything);
    expect(unmatched(only.table, only.address, everything.control.ir, GATEWAY_API)).toEqual({
      rejects: 'unknown',
      requests: [],
    });
  });

  test.each([OPERATOR, FACET])('leaves a comparison of two worlds incomplete: %o', (part) => {
    const [plain, other] = [load(ABOVE_ALL), changed(load(ABOVE_ALL), unheardOf(part, 0, 'header'))];
    expect(difference(worldOf(plain), worldOf(plain))).toEqual({ changes: [], complete: true });
    expect(difference(worldOf(plain), worldOf(other)).complete).toBe(false);
    expect(difference(worldOf(other), worldOf(other)).complete).toBe(false);
  });

  test.each([OPERATOR, FACET])('has no nearest change: %o', (part) => {
    const request = ask('http://cart.shop/b');
    const rules = (snapshot: Snapshot) => nearMisses(snapshot, request).map(({ candidate }) => candidate);
    expect(rules(load(ABOVE_ALL))).toHaveLength(1);
    expect(rules(changed(load(ABOVE_ALL), unheardOf(part, 0, 'header')))).toEqual([]);
  });

  test.each([OPERATOR, FACET])('makes no pair that age or name decides: %o', (part) => {
    const first = load([HEADER]);
    const pairs = (snapshot: Snapshot) => {
      const { table, address } = onlyTable(snapshot);
      return contestedEntries(table, address, snapshot.control.ir, GATEWAY_API);
    };
    const second = changed(first, (entry) => entry);
    const table = onlyTable(second).table;
    const [entry] = table.entries as [RouteEntry];
    const rival: RouteEntry = {
      ...entry,
      id: `${entry.id} again`,
      route: 'HTTPRoute/shop/s',
      rank: entry.rank.map((key) => (key.by === 'name' ? { ...key, value: 'shop/s' } : key)),
      action: { ...entry.action, targets: [] },
    };
    const twice = withEntries(second, [entry, rival]);
    expect(pairs(twice)).toHaveLength(1);
    expect(pairs(changed(twice, unheardOf(part, 0, 'header')))).toEqual([]);
  });
});

describe('a filter that nothing knows', () => {
  const filter = { kind: 'sing', origin: { file: 'a.yaml', document: 0, path: [], implied: false } };
  const singing = (volume: number) =>
    changed(load(['{}']), (entry) => ({
      ...entry,
      action: { ...entry.action, filters: [{ ...filter, volume } as unknown as Filter] },
    }));

  test('makes its requests fail', () => {
    const outcome = settle(ask('http://cart.shop/'), singing(1).control.ir, GATEWAY_API);
    expect([outcome.kind, outcome.status]).toEqual(['failed', 500]);
  });

  test('leaves a comparison incomplete, unless it is the same on both sides', () => {
    expect(difference(worldOf(singing(1)), worldOf(singing(2)))).toEqual({ changes: [], complete: false });
    expect(difference(worldOf(singing(1)), worldOf(singing(1)))).toEqual({ changes: [], complete: true });
  });
});
