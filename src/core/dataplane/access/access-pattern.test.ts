import { expect, test } from 'vitest';
import type { AccessPattern } from '../../ir/access.ts';
import { matchesPattern } from './access-pattern.ts';

const TABLE: readonly (readonly [AccessPattern['op'], string, string, boolean])[] = [
  ['exact', '/a', '/a', true],
  ['exact', '/a', '/a/', false],
  ['prefix', '/a', '/ab', true],
  ['suffix', '.html', '/x.html', true],
  ['present', '*', '', false],
  ['present', '*', 'x', true],
  ['glob', 'sh*', 'shop', true],
  ['glob', '*-a', 'team-a', true],
  ['glob', 'a*b*c', 'axxbyyc', true],
  ['glob', 'a*b*c', 'ac', false],
  ['glob', 'aa*a', 'aa', false],
  ['glob', '*', 'any', true],
  ['path-template', '/a/{*}', '/a/b', true],
  ['path-template', '/a/{*}', '/a/', false],
  ['path-template', '/a/{*}', '/a/b/c', false],
  ['path-template', '/a/{*}/c', '/a/b/c', true],
  ['path-template', '/a/{**}', '/a/', true],
  ['path-template', '/a/{**}', '/a', false],
  ['path-template', '/a/{**}', '/a/b/c', true],
  ['path-template', '/{*}/b/{**}', '/x/b/y/z', true],
  ['path-template', '/{**}/end', '/a/b/end', true],
  ['path-template', '/{**}/end', '/end', false],
  ['path-template', '/v{x}/{*}', '/v{x}/1', true],
];

test.each(TABLE)('%s %s on %s: %s', (op, value, actual, expected) => {
  expect(matchesPattern({ op, value }, actual)).toBe(expected);
});

test('a host is compared without case', () => {
  expect(matchesPattern({ op: 'suffix', value: '.Example.com', ignoreCase: true }, 'a.EXAMPLE.com')).toBe(
    true,
  );
});

test('a template with many wildcards is compared in linear time', () => {
  const template = `${'/{**}'.repeat(40)}/end`;
  expect(matchesPattern({ op: 'path-template', value: template }, '/a'.repeat(2000))).toBe(false);
});
