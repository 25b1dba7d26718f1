import { expect, test } from 'vitest';
import type { Path } from '../text/path.ts';
import { toOffsetEdit } from './fix-edit.ts';
import { locate } from './locator.ts';
import { parseSource } from './parse.ts';

/** Returns the text after a rule is appended to the list at `rules`. `last` is the index of its last item. */
function appended(
  text: string,
  last: number,
  added = 'to: [{name: x, port: 80}]',
  path: Path = ['rules'],
): string {
  const source = { file: 'a.yaml', text };
  const site = { file: 'a.yaml', document: 0, path: [...path, last] };
  const edit = toOffsetEdit(
    { site, action: 'append-item', text: added },
    locate([source], parseSource(source)),
  );
  if (edit === null) throw new Error('no edit');
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

test.each([
  ['rules:\n- a: 1\n- b: 2\n', 1, 'rules:\n- a: 1\n- b: 2\n- to: [{name: x, port: 80}]\n'],
  [
    'rules:\n  - a: 1 # one\nmore: 1\n',
    0,
    'rules:\n  - a: 1 # one\n  - to: [{name: x, port: 80}]\nmore: 1\n',
  ],
  ['rules:\n- a:\n  - 1\n  - 2', 0, 'rules:\n- a:\n  - 1\n  - 2\n- to: [{name: x, port: 80}]'],
  ['rules: [{a: 1}]\n', 0, 'rules: [{a: 1}, {to: [{name: x, port: 80}]}]\n'],
  ['{"rules": [{"a": 1}]}', 0, '{"rules": [{"a": 1}, {"to": [{"name": "x", "port": 80}]}]}'],
])('appends an item to %j', (text, last, expected) => {
  expect(appended(text, last)).toBe(expected);
  expect(parseSource({ file: 'b.yaml', text: expected })[0]?.findings).toEqual([]);
});

const TWO_FIELDS = 'when: [{path: /a.b, is: "x y\\"", all: true}]\nto: {name: x}';

test.each([
  [
    'rules:\n  - a: 1\n',
    'rules:\n  - a: 1\n  - when: [{path: /a.b, is: "x y\\"", all: true}]\n    to: {name: x}\n',
  ],
  ['rules: [{a: 1}]\n', 'rules: [{a: 1}, {when: [{path: /a.b, is: "x y\\"", all: true}], to: {name: x}}]\n'],
  [
    '{"rules":[{"a":1}]}',
    '{"rules":[{"a":1}, {"when": [{"path": "/a.b", "is": "x y\\"", "all": true}], "to": {"name": "x"}}]}',
  ],
  ['rules:\n- a: 1\n', 'rules:\n- a: 1\n- when: [{path: /a.b, is: "x y\\"", all: true}]\n  to: {name: x}\n'],
])('appends an item with two fields to %j', (text, expected) => {
  expect(appended(text, 0, TWO_FIELDS)).toBe(expected);
  const [document] = parseSource({ file: 'b.yaml', text: expected });
  expect(document?.value).toEqual({
    rules: [{ a: 1 }, { when: [{ path: '/a.b', is: 'x y"', all: true }], to: { name: 'x' } }],
  });
});

const LONG = 'when: [{path: "/a, ]}", for: 100ms, at: 80}, {path: [/c, /d]}, plain]\nto: [{name: x}]';

test.each([
  [
    'rules:\n- a: 1\n',
    'rules:\n- a: 1\n- when:\n  - {path: "/a, ]}", for: 100ms, at: 80}\n  - {path: [/c, /d]}\n  - plain\n  to: [{name: x}]\n',
  ],
  [
    '{"rules":[{"a":1}]}',
    '{"rules":[{"a":1}, {"when": [{"path": "/a, ]}", "for": "100ms", "at": 80}, {"path": ["/c", "/d"]}, "plain"], "to": [{"name": "x"}]}]}',
  ],
])('splits a long list of a field, in %j', (text, expected) => {
  expect(appended(text, 0, LONG)).toBe(expected);
  const [document] = parseSource({ file: 'b.yaml', text: expected });
  const when = [{ path: '/a, ]}', for: '100ms', at: 80 }, { path: ['/c', '/d'] }, 'plain'];
  expect(document?.value).toEqual({ rules: [{ a: 1 }, { when, to: [{ name: 'x' }] }] });
});
