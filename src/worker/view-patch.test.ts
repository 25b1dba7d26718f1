import { expect, test } from 'vitest';
import { analyse, presentSnapshot } from '../core/index.ts';
import { diffView } from './diff-view.ts';
import { patchView } from './patch-view.ts';

const service = (name: string, port = 80) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: ${port}}]}\n`;
const view = (...documents: string[]) =>
  presentSnapshot(analyse([{ file: 'a.yaml', text: documents.join('---\n') }]));

/** Copies a value as a message to another thread does. */
const clone = <T>(value: T): T => structuredClone(value);

test.each([
  ['nothing before', null, view(service('a'))],
  ['one more', view(service('a')), view(service('a'), service('b'))],
  ['one less', view(service('a'), service('b'), service('c')), view(service('a'), service('c'))],
  ['another port', view(service('a'), service('b')), view(service('a', 81), service('b'))],
  ['nothing left', view(service('a')), view('')],
  ['broken text', view(service('a')), view(service('a'), 'kind: [\n')],
])('a patch restores the view: %s', (_, before, after) =>
  expect(patchView(before, clone(diffView(before, after)))).toEqual(after),
);

test('a patch restores the view: every second of many items differs', () => {
  const names = Array.from({ length: 120 }, (_, at) => `s-${String(at).padStart(3, '0')}`);
  const before = view(...names.map((name) => service(name)));
  const after = view(
    ...names.filter((_, at) => at % 7 !== 3).map((name, at) => service(name, 80 + (at % 2))),
  );
  expect(patchView(before, clone(diffView(before, after)))).toEqual(after);
});

test('distant changes are sent without the unchanged part between them', () => {
  const names = Array.from({ length: 60 }, (_, at) => `s-${String(at).padStart(3, '0')}`);
  const before = view(...names.map((name) => service(name)));
  const after = view(...names.map((name, at) => service(name, at === 0 || at === 59 ? 81 : 80)));
  const patch = clone(diffView(before, after)).nodes;
  const sent = patch && 'hunks' in patch ? patch.hunks.flatMap((hunk) => hunk.items) : [];
  expect(sent.map((each) => (each as { id: string }).id)).toEqual([
    'Service/shop/s-000',
    'Service/shop/s-059',
  ]);
});

test('unchanged parts are not sent and keep their identity', () => {
  const before = view(service('a'), service('b'));
  const patch = diffView(before, view(service('a'), service('b')));
  expect(patch).toEqual({});
  const after = patchView(before, patch);
  expect(after.graph).toBe(before.graph);
  expect(after.findings).toBe(before.findings);
});
