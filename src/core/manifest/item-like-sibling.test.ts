import { expect, test } from 'vitest';
import { toOffsetEdit } from './fix-edit.ts';
import { locate } from './locator.ts';
import { parseSource } from './parse.ts';

const VALUE = { on: [{ path: '/v1' }], to: 'y' };

test.each<readonly [about: string, before: string, after: string]>([
  [
    'block style',
    'rules:\n- on:\n  - path: /a\n  to: x\nmore: 1\n',
    'rules:\n- on:\n  - path: /a\n  to: x\n- "on":\n  - path: /v1\n  to: "y"\nmore: 1\n',
  ],
  [
    'block style with indented lists, a comment and no line break at the end',
    'rules:\n    # first\n\n    - on: x # last',
    'rules:\n    # first\n\n    - on: x # last\n    - "on":\n        - path: /v1\n      to: "y"',
  ],
  [
    'flow style in a block list',
    'rules:\n- on: [{path: /a}]\n  to: x\n',
    'rules:\n- on: [{path: /a}]\n  to: x\n- "on": [{path: /v1}]\n  to: "y"\n',
  ],
  [
    'flow mappings in a block list',
    'rules:\n- {on: x}\n',
    'rules:\n- {on: x}\n- {"on": [{path: /v1}], to: "y"}\n',
  ],
  ['a flow list', 'rules: [{on: x}]\n', 'rules: [{on: x}, {"on": [{path: /v1}], to: "y"}]\n'],
  [
    'a flow list on several lines',
    'rules: [\n  {on: x}\n]\n',
    'rules: [\n  {on: x},\n  {"on": [{path: /v1}], to: "y"}\n]\n',
  ],
  ['JSON', '{"rules":[{"on":"x"}]}', '{"rules":[{"on":"x"}, {"on":[{"path":"/v1"}],"to":"y"}]}'],
  [
    'JSON with tabs',
    '{\n\t"rules": [\n\t\t{\n\t\t\t"on": "x"\n\t\t}\n\t]\n}\n',
    '{\n\t"rules": [\n\t\t{\n\t\t\t"on": "x"\n\t\t},\n\t\t{\n\t\t\t"on": [\n\t\t\t\t{\n\t\t\t\t\t"path": "/v1"\n\t\t\t\t}\n\t\t\t],\n\t\t\t"to": "y"\n\t\t}\n\t]\n}\n',
  ],
  [
    'CRLF',
    'rules:\r\n- on:\r\n  - path: /a\r\nmore: 1\r\n',
    'rules:\r\n- on:\r\n  - path: /a\r\n- "on":\r\n  - path: /v1\r\n  to: "y"\r\nmore: 1\r\n',
  ],
])('appends an item in the style of the one before it: %s', (_, before, after) => {
  const source = { file: 'a.yaml', text: before };
  const site = { file: 'a.yaml', document: 0, path: ['rules', 0] };
  const locator = locate([source], parseSource(source));
  const edit = toOffsetEdit({ site, action: 'append-item', text: '', value: VALUE }, locator);
  expect(edit && before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(after);
  const [document] = parseSource({ file: 'b.yaml', text: after });
  expect(document?.findings).toEqual([]);
  expect(document?.value).toMatchObject({ rules: [expect.anything(), VALUE] });
});
