import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileAccess } from '../src/cli/file-access.ts';
import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { analyse, explainTrace, loadMessages, traceRequest } from '../src/core/index.ts';
import { readURL } from '../src/core/ir/read-url.ts';

/**
 * A folder of a typical GitOps repository: kustomize, a Helm chart, generated or encrypted secrets, kinds of
 * other controllers. Valid content for those controllers is not an error, and skipped content is named.
 */
const FOLDER = path.relative(process.cwd(), path.join(import.meta.dirname, 'gitops-folder'));
const { readSources } = fileAccess([]);
const snapshot = analyse(readSources([FOLDER]));

function trace(url: string) {
  const read = readURL(url);
  if (!read.ok) throw new Error(url);
  const gateway = { namespace: 'network', name: 'external', listener: null };
  return traceRequest(snapshot, {
    ...read.url,
    from: null,
    gateway,
    method: 'GET',
    headers: [],
    podOf: null,
    backend: null,
  });
}

describe('a folder of a GitOps repository', () => {
  const findings = everyFinding(snapshot);

  it('has no error and no warning', () => {
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('names every file that is left out, and what renders it', () => {
    const named = findings
      .filter(({ code }) => /kustomization|patch|helm|file-/.test(code))
      .map(({ code, site }) => `${code} ${path.relative(FOLDER, site.file)}`);
    expect(named).toEqual([
      'kustomization-not-built apps/web/kustomization.yaml',
      'patch-not-applied apps/web/patches/port.yaml',
      'patch-not-applied apps/web/patches/replicas.yaml',
      'helm-file-not-rendered charts/shop/Chart.yaml',
      'helm-file-not-rendered charts/shop/templates/service.yaml',
      'helm-file-not-rendered charts/shop/values.yaml',
      'kustomization-not-built infra/network/kustomization.yaml',
      'file-not-a-manifest renovate.json',
    ]);
  });

  it.each([
    ['https://shop.example.com/', 'forwarded', 'HTTPRoute/shop/web', 'namespace-labels-unknown'],
    ['https://shop.example.com/llm', 'unknown', 'HTTPRoute/shop/web', 'not-simulated'],
    ['http://shop.example.com/', 'redirected', 'HTTPRoute/network/to-https', null],
  ])('answers %s: %s', async (url, kind, route, note) => {
    const { outcome, notes } = trace(url);
    expect([outcome.kind, outcome.route]).toEqual([kind, route]);
    if (note !== null) expect(notes.map(({ code }) => code)).toContain(note);
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      const { headline } = explainTrace(trace(url), await loadMessages(language));
      expect(headline.map(({ text }) => text).join('')).not.toMatch(/[{}]|undefined/);
    }
  });

  it('has the same result after an edit as after a cold run', () => {
    const sources = readSources([FOLDER]);
    const edited = sources.map((source) =>
      source.file.endsWith('apps/web/kustomization.yaml')
        ? { ...source, text: source.text.replace('namespace: shop', 'namespace: store') }
        : source,
    );
    const after = analyse(edited, { previous: snapshot });
    expect([...after.cluster.byId.keys()]).toEqual([...analyse(edited).cluster.byId.keys()]);
    expect(after.cluster.byId.has('HTTPRoute/store/web')).toBe(true);
  });
});
