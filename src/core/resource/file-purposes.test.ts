import { describe, expect, it } from 'vitest';
import { parseSource } from '../manifest/parse.ts';
import { decodeDocument } from './decode.ts';
import { purposesOf } from './file-purposes.ts';

const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const KUSTOMIZE = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';

function documentsOf(files: Readonly<Record<string, string>>) {
  return Object.entries(files).flatMap(([file, text]) => parseSource({ file, text }));
}

function purposes(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const found = purposesOf(documentsOf(files));
  return Object.fromEntries(
    [...found].map(([file, each]) => [file, each.kind === 'manifests' ? each.namespace : each.kind]),
  );
}

describe('what a file is for', () => {
  it.each([
    ['values.yaml', 'a: 1', 'helm-values'],
    ['values-prod.yml', 'spec: 1', 'default'],
    ['env/values/prod.yaml', 'a: 1', 'helm-values'],
    ['Chart.yaml', 'apiVersion: v2\nname: a\nversion: 1.0.0', 'helm-chart'],
    ['renovate.json', '{"extends": []}', 'other'],
    ['patch.yaml', '- {op: replace, path: /a, value: 1}', 'patch'],
    ['route.yaml', 'parentRefs: []', 'default'],
    ['route.yaml', 'metadata: {name: a}', 'default'],
    ['two.yaml', `a: 1\n---\n${OBJECT}`, 'default'],
    ['empty.yaml', '# nothing', 'default'],
    ['values.yaml', OBJECT, 'default'],
  ])('%s with %j is %s', (file, text, purpose) => {
    expect(purposes({ [file]: text, 'other.yaml': OBJECT })[file]).toBe(purpose);
  });

  it('a lone text without a kind has something forgotten', () => {
    expect(purposes({ 'a.yaml': 'a: 1' })['a.yaml']).toBe('default');
  });

  it('templates of a chart are told by the chart', () => {
    const files = {
      'charts/a/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1',
      'charts/a/templates/b.yaml': OBJECT,
    };
    expect(purposes(files)['charts/a/templates/b.yaml']).toBe('helm-template');
    expect(purposes({ 'x/templates/b.yaml': OBJECT })['x/templates/b.yaml']).toBe('default');
  });

  it('each says what it is, and makes no resource', () => {
    const documents = documentsOf({
      'c/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1',
      'c/templates/a.yaml': '{{ if x }}\nkind: Service\n{{ end }}',
      'package.json': '{"name": "x"}',
      'kustomization.yaml': 'patches: [{path: ./p.yaml}]',
      'p.yaml': OBJECT,
    });
    const found = purposesOf(documents);
    const decoded = documents.map((each) => decodeDocument(each, found.get(each.file)));
    expect(decoded.flatMap(({ resources }) => resources)).toEqual([]);
    expect(decoded.map(({ findings, skipped }) => [findings[0]?.code, findings[0]?.args, skipped])).toEqual([
      ['helm-file-not-rendered', { what: 'helm-chart', folder: 'c' }, true],
      ['helm-file-not-rendered', { what: 'helm-template', folder: 'c' }, true],
      ['file-not-a-manifest', {}, true],
      ['kustomization-not-built', { folder: '.', namespace: '', ignored: 'patches' }, undefined],
      ['patch-not-applied', { by: 'kustomization.yaml' }, true],
    ]);
  });
});

describe('the namespace of a kustomization', () => {
  it.each([
    [
      'its folder',
      { 'a/kustomization.yaml': 'namespace: team', 'a/x.yaml': OBJECT, 'b/x.yaml': OBJECT },
      ['team', 'default'],
    ],
    [
      'files and folders that it lists',
      {
        'kustomization.yaml': 'namespace: team\nresources: [a/x.yaml, ./b]',
        'a/x.yaml': OBJECT,
        'b/c/x.yaml': OBJECT,
      },
      ['team', 'team'],
    ],
    [
      'a folder that has a kustomization of its own: the outer one counts',
      {
        'base/kustomization.yaml': `${KUSTOMIZE}namespace: inner\nresources: [x.yaml]`,
        'base/x.yaml': OBJECT,
        'over/kustomization.yaml': `${KUSTOMIZE}namespace: outer\nresources: [../base]`,
        'over/x.yaml': OBJECT,
      },
      ['outer', 'outer'],
    ],
    [
      'one that the outer one leaves open: the inner one counts',
      {
        'base/kustomization.yaml': `${KUSTOMIZE}namespace: inner\nresources: [x.yaml]`,
        'base/x.yaml': OBJECT,
        'over/kustomization.yaml': `${KUSTOMIZE}resources: [../base]`,
        'over/x.yaml': OBJECT,
      },
      ['inner', 'default'],
    ],
    [
      'kustomizations in a circle',
      {
        'a/kustomization.yaml': 'namespace: team\nresources: [../b]',
        'a/x.yaml': OBJECT,
        'b/kustomization.yaml': 'namespace: m\nresources: [../a, "https://example.com/x.yaml"]',
        'b/x.yaml': OBJECT,
      },
      ['team', 'team'],
    ],
    [
      'files above the working directory',
      { '../k/kustomization.yaml': 'namespace: team', '../k/x.yaml': OBJECT, 'x.yaml': OBJECT },
      ['team', 'default'],
    ],
  ])('goes to %s', (_name, files, expected) => {
    const found = purposes(files);
    expect(
      Object.keys(files)
        .filter((file) => file.endsWith('x.yaml'))
        .map((file) => found[file]),
    ).toEqual(expected);
  });

  it('is for resources that carry none', () => {
    const documents = documentsOf({
      'kustomization.yaml': 'namespace: team',
      'x.yaml': `${OBJECT}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b, namespace: own}\n`,
    });
    const found = purposesOf(documents);
    const ids = documents.flatMap((each) =>
      decodeDocument(each, found.get(each.file)).resources.map(({ resource }) => resource.id),
    );
    expect(ids).toEqual(['ConfigMap/team/a', 'ConfigMap/own/b']);
  });
});
