import { expect, test } from 'vitest';
import { blockYAML, type ListIndent } from './block-yaml.ts';
import { parseSource } from './parse.ts';

const VALUE = {
  name: 'on',
  'a b': '',
  none: null,
  list: [],
  mapping: {},
  spec: {
    rules: [{ matches: [{ path: '/v1', port: 80 }, { flag: true }], to: ['x', [1, 'y: z'], {}] }, 'plain'],
  },
};

test.each<ListIndent>([0, 2])(
  'a mapping in block style is read again, with an indentation of %i',
  (indent) => {
    const text = blockYAML(VALUE, indent).join('\n');
    const [document] = parseSource({ file: 'a.yaml', text: `${text}\n` });
    expect(document?.findings).toEqual([]);
    expect(document?.value).toEqual(VALUE);
  },
);

test('lists are below their keys', () => {
  const value = { rules: [{ name: 'on', to: [{ port: 80 }] }] };
  expect(blockYAML(value)).toEqual(['rules:', '- name: "on"', '  to:', '  - port: 80']);
  expect(blockYAML(value, 2)).toEqual(['rules:', '  - name: "on"', '    to:', '      - port: 80']);
});
