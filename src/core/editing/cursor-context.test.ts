import { describe, expect, test } from 'vitest';
import { contextAt } from './cursor-context.ts';

/** Returns the context at `|`. */
function at(marked: string) {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const lines = marked.replace('|', '').split('\n');
  return contextAt((line) => lines[line - 1] ?? null, before.length, (before.at(-1)?.length ?? 0) + 1);
}

const HEAD = 'kind: HTTPRoute\nmetadata:\n  name: r\n  namespace: shop\nspec:\n';

describe('the field that the user types', () => {
  test.each([
    [
      'in a list that stands under its key',
      `${HEAD}  parentRefs:\n  - kind: Service\n    name: sm|\n    group: ""\n  - name: other\n`,
      ['spec', 'parentRefs', 0, 'name'],
      { kind: 'Service', group: '' },
    ],
    [
      'in an indented list, in its second item',
      `${HEAD}  rules:\n    - backendRefs:\n        - name: a\n          port: 1\n        - namespace: faces\n          name: |\n`,
      ['spec', 'rules', 0, 'backendRefs', 1, 'name'],
      { namespace: 'faces' },
    ],
    [
      'in braces',
      `${HEAD}  rules:\n    - backendRefs:\n        - { name: a| , namespace: faces, port: 80 }\n`,
      ['spec', 'rules', 0, 'backendRefs', 0, 'name'],
      { namespace: 'faces', port: '80' },
    ],
    [
      'in braces within brackets',
      `${HEAD}  parentRefs: [{name: a}, {kind: Service, name: |}]\n`,
      ['spec', 'parentRefs', 1, 'name'],
      { kind: 'Service' },
    ],
    ['at the first dash', `${HEAD}  parentRefs:\n    - name: |`, ['spec', 'parentRefs', 0, 'name'], {}],
    [
      'behind comments and blank lines',
      `${HEAD}  # parents\n  parentRefs:\n\n    # one\n    - name: gw # mine\n      sectionName: w|`,
      ['spec', 'parentRefs', 0, 'sectionName'],
      { name: 'gw' },
    ],
  ])('%s', (_, text, path, beside) => {
    expect(at(text)).toMatchObject({ kind: 'HTTPRoute', namespace: 'shop', path, beside });
  });

  test('in an item of a List', () => {
    const text = `kind: List\nitems:\n- kind: Gateway\n  metadata: {name: g, namespace: infra}\n  spec:\n    gatewayClassName: k|\n`;
    expect(at(text)).toMatchObject({
      kind: 'Gateway',
      namespace: 'infra',
      path: ['spec', 'gatewayClassName'],
      valueColumn: 23,
      keyColumn: 5,
    });
  });

  test('in the second document only', () => {
    const text = `kind: Service\nmetadata: {name: a, namespace: b}\n---\nkind: HTTPRoute\nspec:\n  parentRefs:\n  - name: |`;
    expect(at(text)).toMatchObject({ kind: 'HTTPRoute', namespace: 'default' });
  });

  test.each([
    ['a key', `${HEAD}  par|`],
    ['a comment', `${HEAD}  # name: |`],
    ['a text without an object', 'name: |'],
    ['an item of a list', `${HEAD}  hostnames:\n  - a|`],
  ])('none at %s', (_, text) => expect(at(text)).toBeNull());
});
