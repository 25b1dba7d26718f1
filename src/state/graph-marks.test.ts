import { describe, expect, test } from 'vitest';
import { reportDifference } from '../core/answers/report-difference.ts';
import { reportReach } from '../core/answers/report-reach.ts';
import { runTests } from '../core/answers/run-tests.ts';
import type { GraphMarks } from '../core/graph/graph-marks.ts';
import { analyse } from '../core/pipeline.ts';
import { graphMarks, marksOf } from './graph-marks.ts';
import { store, update } from './store.ts';

const SERVICES = ['web', 'b1', 'b2']
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {selector: {app: ${name}}, ports: [{port: 80}]}\n`,
  )
  .join('');

function load(rules: readonly string[], more = '') {
  const route = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: web}], rules: [${rules.join(', ')}]}
`;
  return analyse([{ file: 'a.yaml', text: SERVICES + (rules.length === 0 ? '' : route) + more }]);
}

const rule = (path: string, backend: string, type = 'PathPrefix') =>
  `{matches: [{path: {type: ${type}, value: "${path}"}}], backendRefs: [{name: ${backend}, port: 80}]}`;

const testOf = (path: string, service: string) => `---
apiVersion: gammascope.dev/v1alpha1
kind: RouteTest
metadata: {name: t}
spec:
  cases:
  - name: a case
    request: {from: shop, url: "http://web.shop${path}"}
    expect: {outcome: forwarded, backends: {shop/${service}: 1}}
`;

function written(marks: GraphMarks): readonly string[] {
  return [...marks].flatMap(([id, { card, rules }]) => [
    `${id}: ${card.join(' ')}`,
    ...[...rules].map(([at, kinds]) => `${id} #${at}: ${kinds.join(' ')}`),
  ]);
}

describe('the marks of the graph', () => {
  test.each([
    [
      'a rule behind an equal one',
      [rule('/a', 'b1'), rule('/a', 'b2')],
      ['HTTPRoute/shop/r: dead', 'HTTPRoute/shop/r #1: dead'],
    ],
    ['a rule that gets a part', [rule('/a', 'b1'), rule('/', 'b2')], []],
    [
      'a rule of which one match is dead',
      [
        rule('/a', 'b1'),
        `{matches: [{path: {value: /a}}, {path: {value: /b}}], backendRefs: [{name: b2, port: 80}]}`,
      ],
      [],
    ],
  ])('dead: %s', (_, rules, expected) => {
    const tables = reportReach(load(rules));
    expect(written(marksOf(tables, null, []))).toEqual(expected);
  });

  test.each([
    [
      'another backend',
      [rule('/a', 'b1'), rule('/b', 'b1')],
      [rule('/a', 'b1'), rule('/b', 'b2')],
      ['HTTPRoute/shop/r: changed', 'HTTPRoute/shop/r #1: changed'],
    ],
    [
      'the rule has another place now',
      [rule('/a', 'b1'), rule('/b', 'b1')],
      [rule('/b', 'b2'), rule('/a', 'b1')],
      ['HTTPRoute/shop/r: changed', 'HTTPRoute/shop/r #0: changed'],
    ],
    [
      'a removed rule leaves the requests to another one',
      [rule('/a', 'b1'), rule('/', 'b2')],
      [rule('/', 'b2')],
      ['HTTPRoute/shop/r: changed', 'HTTPRoute/shop/r #0: changed'],
    ],
    ['a removed route leaves nothing to mark: the Service is untouched', [rule('/a', 'b1')], [], []],
    [
      'a new rule, with the Services that it takes requests from and sends them to untouched',
      [rule('/a', 'b1')],
      [rule('/a', 'b1'), rule('/b', 'b2')],
      ['HTTPRoute/shop/r: changed', 'HTTPRoute/shop/r #1: changed'],
    ],
    ['no change', [rule('/a', 'b1')], [rule('/a', 'b1')], []],
  ])('changed: %s', (_, before, after, expected) => {
    const difference = reportDifference(load(before), load(after));
    expect(written(marksOf([], difference, []))).toEqual(expected);
  });

  test.each([
    ['a passing case', '/a', 'b1', []],
    [
      'a failing case at the rule that answers',
      '/a',
      'b2',
      ['HTTPRoute/shop/r: failing', 'HTTPRoute/shop/r #0: failing'],
    ],
    ['a failing case that no rule answers', '/z', 'b2', ['Service/shop/web: failing']],
  ])('failing: %s', (_, path, service, expected) => {
    const { report } = runTests(load([rule('/a', 'b1')], testOf(path, service)), () => null);
    expect(written(marksOf([], null, report.suites))).toEqual(expected);
  });

  test('a rule whose reach is unknown is not dead', () => {
    const tables = reportReach(load([rule('/a', 'b1'), rule('/a', 'b2')]));
    const open = tables.map((table) => ({
      ...table,
      entries: table.entries.map((entry) => ({ ...entry, reach: 'unknown' as const })),
    }));
    expect(marksOf(open, null, []).size).toBe(0);
  });

  test('all kinds of one rule, in a fixed order', () => {
    const rules = [rule('/a', 'b1'), rule('/a', 'b2')];
    const now = load(rules, testOf('/a', 'b2'));
    const before = load([rule('/a', 'b2'), rule('/a', 'b2')]);
    const marks = marksOf(
      reportReach(now),
      reportDifference(before, now),
      runTests(now, () => null).report.suites,
    );
    expect(written(marks)).toEqual([
      'HTTPRoute/shop/r: dead changed failing',
      'HTTPRoute/shop/r #0: changed failing',
      'HTTPRoute/shop/r #1: dead',
    ]);
  });

  test('are made again only when their source changes, and are about the present texts', () => {
    const tables = reportReach(load([rule('/a', 'b1'), rule('/a', 'b2')]));
    update({ reach: { revision: 7, language: 'en', tables, findings: [] }, revision: 7, viewRevision: 7 });
    const first = graphMarks(store.getState());
    expect(written(first)).toEqual(['HTTPRoute/shop/r: dead', 'HTTPRoute/shop/r #1: dead']);
    update({ tab: 'routes' });
    expect(graphMarks(store.getState())).toBe(first);
    update({ revision: 8, viewRevision: 8 });
    expect(graphMarks(store.getState()).size).toBe(0);
  });
});
