import { expect, test } from 'vitest';
import { analyse } from '../index.ts';
import { resourceText } from './resource-text.ts';

const A =
  '# About a.\napiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop} # a\nspec: {ports: [{port: 80}]}\n';
const B = A.replaceAll(/\ba\b/g, 'b');
const item = (text: string, margin = '  ') =>
  text
    .replace(/^#.*\n/, '')
    .replace(/^(?!$)/gm, margin)
    .replace(margin, `${margin.slice(2)}- `);

test.each<readonly [about: string, text: string, id: string, expected: string | null]>([
  ['the only document', A, 'Service/shop/a', A],
  ['the second document', `${A}---\n${B}`, 'Service/shop/b', B],
  ['a document between separators and blank lines', `---\n\n${A}\n\n---\n${B}`, 'Service/shop/a', A],
  ['a document that ends with dots', `${A}...\n---\n${B}`, 'Service/shop/a', A],
  ['no line break at the end', A.trimEnd(), 'Service/shop/a', A],
  ['a separator with a comment', `--- # first\n${A}`, 'Service/shop/a', `# first\n${A}`],
  ['CRLF', `${A}---\n${B}`.replaceAll('\n', '\r\n'), 'Service/shop/b', B.replaceAll('\n', '\r\n')],
  [
    'an item of a List',
    `apiVersion: v1\nkind: List\nitems:\n${item(A)}${item(B)}`,
    'Service/shop/b',
    B.replace(/^#.*\n/, ''),
  ],
  [
    'an indented item of a List',
    `apiVersion: v1\nkind: List\nitems:\n${item(A, '    ')}${item(B, '    ')}`,
    'Service/shop/a',
    A.replace(/^#.*\n/, ''),
  ],
  ['a resource that is not declared', A, 'Service/shop/b', null],
])('the text of a resource: %s', (_, text, id, expected) => {
  expect(resourceText(analyse([{ file: 'a.yaml', text }]), id)).toBe(expected);
});
