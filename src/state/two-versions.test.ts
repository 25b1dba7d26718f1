import { describe, expect, test } from 'vitest';
import type { TextFile, Versions } from './model.ts';
import { store, update } from './store.ts';
import { answerVersions, askToCompare, newVersion, twoVersions } from './two-versions.ts';
import { declaredIn } from './work-parts.ts';

const object = (kind: string, name: string, more = '') =>
  `apiVersion: ${kind === 'Service' ? 'v1' : 'gateway.networking.k8s.io/v1'}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\n${more}`;
const file = (name: string, ...texts: readonly string[]): TextFile => ({ name, text: texts.join('---\n') });

const OLD = [object('Service', 'web'), object('HTTPRoute', 'web', 'spec: {a: 1}\n')];
const NEW = [object('Service', 'web'), object('HTTPRoute', 'web', 'spec: {a: 2}\n')];
const OTHER = [object('Service', 'api'), object('HTTPRoute', 'api')];

function written(versions: Versions | null): string | null {
  if (versions === null) return null;
  return [versions.before, versions.after]
    .map(({ name, files }) => `${name} [${files.map((each) => each.name).join(' ')}]`)
    .join(' → ');
}

describe('two versions among opened files', () => {
  test.each([
    [
      'before and after',
      [file('before.yaml', ...OLD), file('after.yaml', ...NEW)],
      'before.yaml [before.yaml] → after.yaml [after.yaml]',
    ],
    [
      'in the other order',
      [file('after.yaml', ...NEW), file('before.yaml', ...OLD)],
      'before.yaml [before.yaml] → after.yaml [after.yaml]',
    ],
    [
      'numbers',
      [file('v10.yaml', ...NEW), file('v9.yaml', ...OLD)],
      'v9.yaml [v9.yaml] → v10.yaml [v10.yaml]',
    ],
    [
      'old and current names',
      [file('routes-new.yaml', ...NEW), file('routes.yaml', ...OLD)],
      'routes.yaml [routes.yaml] → routes-new.yaml [routes-new.yaml]',
    ],
    [
      'half of the smaller one',
      [file('a.yaml', ...OLD, ...OTHER), file('b.yaml', NEW[1] ?? '', object('Service', 'x'))],
      'a.yaml [a.yaml] → b.yaml [b.yaml]',
    ],
    [
      'less than half',
      [
        file('a.yaml', ...OLD, object('Service', 'y')),
        file('b.yaml', NEW[1] ?? '', ...OTHER, object('Service', 'x')),
      ],
      null,
    ],
    ['equal texts', [file('a.yaml', ...OLD), file('b.yaml', ...OLD)], null],
    ['different resources', [file('a.yaml', ...OLD), file('b.yaml', ...OTHER)], null],
    [
      'the same name in other namespaces',
      [file('a.yaml', ...OLD), file('b.yaml', ...NEW.map((text) => text.replace('shop', 'test')))],
      null,
    ],
    ['one file', [file('a.yaml', ...OLD)], null],
    ['three files', [file('a.yaml', ...OLD), file('b.yaml', ...NEW), file('c.yaml', ...OTHER)], null],
    ['no resources', [file('a.yaml', 'a: 1\n'), file('b.yaml', 'a: 2\n')], null],
    [
      'two folders',
      [
        file('new/r.yaml', NEW[1] ?? ''),
        file('new/s.yaml', NEW[0] ?? ''),
        file('old/r.yaml', OLD[1] ?? ''),
        file('old/s.yaml', OLD[0] ?? ''),
      ],
      'old/ [r.yaml s.yaml] → new/ [r.yaml s.yaml]',
    ],
    [
      'two folders in a folder, one with a new file',
      [file('x/a/r.yaml', ...OLD), file('x/b/r.yaml', ...NEW), file('x/b/more/s.yaml', ...OTHER)],
      'a/ [r.yaml] → b/ [r.yaml more/s.yaml]',
    ],
    ['three folders', [file('a/r.yaml', ...OLD), file('b/r.yaml', ...NEW), file('c/r.yaml', ...NEW)], null],
    [
      'a folder and a file',
      [file('a/r.yaml', ...OLD), file('r.yaml', ...NEW), file('s.yaml', ...OTHER)],
      null,
    ],
  ])('%s', (_, files, expected) => expect(written(twoVersions(files))).toBe(expected));
});

describe('a new version of what is on the page', () => {
  const present = [file('web.yaml', ...OLD)];
  test.each([
    ['another text', present, [file('web-2.yaml', ...NEW)], 'web.yaml [web.yaml] → web-2.yaml [web-2.yaml]'],
    ['the same name, which replaces it', present, [file('web.yaml', ...NEW)], null],
    [
      'the same name and another file',
      present,
      [file('web.yaml', NEW[1] ?? ''), file('s.yaml', NEW[0] ?? '')],
      'web.yaml [web.yaml] → web.yaml, s.yaml [web.yaml s.yaml]',
    ],
    ['edited since', [file('web.yaml', ...OTHER)], [file('web-2.yaml', ...NEW)], null],
    ['other resources', present, [file('web-2.yaml', ...OTHER)], null],
    ['the same text', present, [file('web-2.yaml', ...OLD)], null],
  ])('%s', (_, baseline, opened, expected) =>
    expect(written(newVersion(present, baseline, opened))).toBe(expected),
  );
});

test.each([
  [
    'a List',
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: web\n    namespace: shop\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: api\n',
    ['web', 'api'],
  ],
  [
    'JSON',
    '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "shop"}}',
    ['web'],
  ],
  [
    'a JSON List',
    '{"kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}}]}',
    ['web'],
  ],
  [
    'block and quotes',
    'apiVersion: v1\nkind: "Service"\nmetadata:\n  labels:\n    name: other\n  name: \'web\'\n',
    ['web'],
  ],
  ['labels are not names', 'apiVersion: v1\nkind: Service\nmetadata:\n  labels: {name: other}\n', []],
  ['other documents', '# only a comment\n---\nkind: Service\n---\na: 1\n', []],
])('the resources in %s', (_, text, names) => {
  expect(declaredIn({ name: 'a', text }).map((key) => (JSON.parse(key) as string[])[3])).toEqual(names);
});

test('the same text in two files is no new version', () => {
  const present = [file('one.yaml', ...OLD), file('two.yaml', ...OLD)];
  expect(newVersion(present, present, [file('three.yaml', ...OLD)])).toBeNull();
});

test('versions of an API are the same resource, and groups are not', () => {
  const [a, b, c] = [
    'gateway.networking.k8s.io/v1',
    'gateway.networking.k8s.io/v1beta1',
    'example.test/v1',
  ].map(
    (version) =>
      declaredIn({ name: 'a', text: `apiVersion: ${version}\nkind: HTTPRoute\nmetadata: {name: r}\n` })[0],
  );
  expect(a).toBe(b);
  expect(a).not.toBe(c);
});

test('the question has the answer of the dialog, and none when the dialog closes', async () => {
  const versions = twoVersions([file('before.yaml', ...OLD), file('after.yaml', ...NEW)]) as Versions;
  const first = askToCompare(versions);
  expect(store.getState()).toMatchObject({ dialog: 'versions', versions });
  answerVersions('open');
  expect(await first).toBe('open');
  expect(store.getState().versions).toBeNull();
  const second = askToCompare(versions);
  update({ dialog: null });
  expect(await second).toBeNull();
});
