import { describe, expect, test } from 'vitest';
import { analyse } from '../index.ts';
import { reportDifference } from './report-difference.ts';
import { reportReach } from './report-reach.ts';

const SERVICES = ['web', 'b1', 'b3']
  .map(
    (name, at) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {clusterIP: 10.0.0.${at}, selector: {app: ${name}}, ports: [{port: 80}]}\n`,
  )
  .join('');

function load(rules: string, more = '') {
  const route = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: web}], rules: ${rules}}
`;
  return analyse([{ file: 'a.yaml', text: SERVICES + route + more }]);
}

const filters = (text: string) => `[{filters: [${text}], backendRefs: [{name: b1, port: 80}]}]`;
const set = (items: string) =>
  filters(`{type: RequestHeaderModifier, requestHeaderModifier: {set: [${items}]}}`);
const split = (items: string) => `[{backendRefs: [${items}]}]`;

describe('outcomes are compared by their meaning', () => {
  test.each([
    [
      'order of backends',
      split('{name: b1, port: 80, weight: 9}, {name: b3, port: 80, weight: 1}'),
      split('{name: b3, port: 80, weight: 1}, {name: b1, port: 80, weight: 9}'),
    ],
    [
      'shares in other terms',
      split('{name: b1, port: 80, weight: 50}, {name: b3, port: 80, weight: 50}'),
      split('{name: b1, port: 80, weight: 350}, {name: b3, port: 80, weight: 350}'),
    ],
    [
      'thirds in other terms',
      split('{name: b1, port: 80, weight: 1}, {name: b3, port: 80, weight: 2}'),
      split('{name: b1, port: 80, weight: 10}, {name: b3, port: 80, weight: 20}'),
    ],
    [
      'a backend in two parts',
      split('{name: b1, port: 80, weight: 1}, {name: b3, port: 80, weight: 1}'),
      split(
        '{name: b1, port: 80, weight: 1}, {name: b3, port: 80, weight: 2}, {name: b1, port: 80, weight: 1}',
      ),
    ],
    [
      'a backend that gets nothing',
      split('{name: b1, port: 80}'),
      split('{name: b1, port: 80}, {name: b3, port: 80, weight: 0}'),
    ],
    [
      'order of header changes',
      set('{name: x-a, value: "1"}, {name: x-b, value: "2"}'),
      set('{name: X-B, value: "2"}, {name: x-a, value: "1"}'),
    ],
    [
      'order of mirrors',
      filters(
        '{type: RequestMirror, requestMirror: {backendRef: {name: b1, port: 80}}}, {type: RequestMirror, requestMirror: {backendRef: {name: b3, port: 80}}}',
      ),
      filters(
        '{type: RequestMirror, requestMirror: {backendRef: {name: b3, port: 80}}}, {type: RequestMirror, requestMirror: {backendRef: {name: b1, port: 80}}}',
      ),
    ],
  ])('%s is not a difference', (_name, before, after) => {
    expect(reportDifference(load(before), load(after))).toMatchObject({ changes: [], complete: true });
  });

  test.each([
    [
      'a share',
      split('{name: b1, port: 80, weight: 50}, {name: b3, port: 80, weight: 50}'),
      split('{name: b1, port: 80, weight: 50}, {name: b3, port: 80, weight: 51}'),
      [],
    ],
    [
      'a header',
      set('{name: x-a, value: "1"}'),
      set('{name: x-a, value: "2"}'),
      [{ field: 'request.headers.x-a', before: '1', after: '2' }],
    ],
    [
      'a rewrite',
      filters('{type: URLRewrite, urlRewrite: {hostname: h.example}}'),
      split('{name: b1, port: 80}'),
      [{ field: 'request.host', before: 'h.example', after: 'web.shop' }],
    ],
  ])('%s is a difference, with the fields that differ', (_name, before, after, fields) => {
    const { changes } = reportDifference(load(before), load(after));
    expect(changes.map((change) => change.fields)).toEqual([fields]);
  });

  test.each([
    [
      'order of backends',
      split('{name: b1, port: 80}, {name: b3, port: 80}'),
      split('{name: b3, port: 80}, {name: b1, port: 80}'),
    ],
    [
      'order of header changes',
      set('{name: x-a, value: "1"}, {name: x-b, value: "2"}'),
      set('{name: x-b, value: "2"}, {name: x-a, value: "1"}'),
    ],
  ])('a dead rule that differs by the %s does the same', (_name, first, second) => {
    const [table] = reportReach(load(`${first.slice(0, -1)}, ${second.slice(1)}`));
    expect(table?.entries.map(({ reach, differentOutcome }) => [reach, differentOutcome])).toEqual([
      ['reachable', false],
      ['dead', false],
    ]);
  });

  test('a difference that is not simulated leaves the proof open', () => {
    const rules = split('{name: b1, port: 80}');
    const router = (service: string) =>
      `---\napiVersion: consul.hashicorp.com/v1alpha1\nkind: ServiceRouter\nmetadata: {name: ${service}, namespace: shop}\nspec: {}\n`;
    const same = reportDifference(load(rules, router('web')), load(rules, router('web')));
    expect(same).toMatchObject({ changes: [], complete: true, notSimulated: [] });
    const other = reportDifference(load(rules, router('web')), load(rules, router('b1')));
    expect(other).toMatchObject({
      complete: false,
      notSimulated: expect.arrayContaining(['ServiceRouter/shop/b1']),
    });
  });
});
