import { expect, test } from 'vitest';
import type { ResourceSummary } from '../core/answers/page-first-view.ts';
import { titleOf } from './work-title.ts';

const resource = (kind: string, namespace: string, name: string) =>
  ({ id: `${kind}/${namespace}/${name}`, kind, namespace, name }) as ResourceSummary;

const FILES = [
  { name: 'a.yaml', text: '' },
  { name: 'b.yaml', text: '' },
];

test.each([
  [
    'routes first',
    [resource('Service', 'shop', 'api'), resource('HTTPRoute', 'shop', 'r')],
    'shop/r, shop/api',
  ],
  [
    'equal names once',
    [resource('Service', 'shop', 'api'), resource('HTTPRoute', 'shop', 'api')],
    'shop/api',
  ],
  [
    'at most three',
    ['a', 'b', 'c', 'd', 'e'].map((name) => resource('Service', 'n', name)),
    'n/a, n/b, n/c +2',
  ],
  ['files where nothing routes', [resource('ConfigMap', 'shop', 'x')], 'a.yaml, b.yaml'],
  ['files without resources', [], 'a.yaml, b.yaml'],
] as const)('a work is named after %s', (_, resources, title) => {
  expect(titleOf(resources, FILES)).toBe(title);
});
