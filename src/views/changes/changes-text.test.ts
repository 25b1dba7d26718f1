import { describe, expect, test } from 'vitest';
import { type ChangeReport, reportDifference } from '../../core/answers/report-difference.ts';
import { analyse } from '../../core/pipeline.ts';
import type { BaselineOrigin } from '../../state/baseline-origin.ts';
import { en, type Texts } from '../ui/texts/en.ts';
import { enLater } from '../ui/texts/en-later.ts';
import { zhHans } from '../ui/texts/zh-hans.ts';
import { zhHant } from '../ui/texts/zh-hant.ts';
import { changesMarkdown } from './changes-text.ts';

const SERVICES = ['web', 'b1', 'b2']
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {selector: {app: ${name}}, ports: [{port: 80}]}\n`,
  )
  .join('');

const route = (namespace: string, rules: readonly string[]) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: ${namespace}}
spec: {parentRefs: [{group: "", kind: Service, name: web, namespace: shop}], rules: [${rules.join(', ')}]}
`;

const rule = (paths: readonly string[], backend: string) =>
  `{matches: [${paths.map((path) => `{path: {value: "${path}"}}`).join(', ')}], backendRefs: [{name: ${backend}, namespace: shop, port: 80}]}`;

function changesBetween(before: string, after: string): readonly ChangeReport[] {
  const [first, second] = [before, after].map((text) => analyse([{ file: 'a.yaml', text: SERVICES + text }]));
  return first && second ? reportDifference(first, second).changes : [];
}

const EN: Texts = { ...en, ...enLater };
const OPENED: BaselineOrigin = { kind: 'opened' };
const VERSIONS: BaselineOrigin = { kind: 'files', before: 'old.yaml', after: 'new.yaml' };
const lines = (changes: readonly ChangeReport[], origin: BaselineOrigin = OPENED) =>
  changesMarkdown(changes, origin, EN, 'en').split('\n');

const MOVED = changesBetween(
  route('shop', [rule(['/a'], 'b1')]),
  route('shop', [rule(['/a'], 'b1'), rule(['/a/b'], 'b2')]),
);

describe('the copied changes', () => {
  test.each<[BaselineOrigin, string]>([
    [VERSIONS, '`old.yaml` → `new.yaml`'],
    [{ kind: 'files', before: 'old.yaml', after: null }, '`old.yaml` → now'],
    [OPENED, 'the manifests as they were opened → now'],
    [{ kind: 'marked' }, 'the manifests at “Compare from here” → now'],
  ])('%j: say first what is compared', (origin, expected) => {
    expect(lines(MOVED, origin)[0]).toBe(expected);
  });

  test('name the rule that wins before and after', () => {
    expect(lines(MOVED)).toContainEqual(
      expect.stringMatching(
        /^- \*\*path `\/a\/b\/…`\*\* .*\(by `shop\/r · rule 0`\) → .*\(by `shop\/r · rule 1`\)/,
      ),
    );
  });

  test('say that no rule wins', () => {
    const changes = changesBetween('', route('shop', [rule(['/a'], 'b2')]));
    expect(lines(changes).filter((line) => line.includes('(without a rule) → '))).not.toEqual([]);
  });

  test('list the alternatives of a condition, one a line', () => {
    const before = route('shop', [rule(['/a', '/b'], 'b1')]);
    const copied = lines(changesBetween(before, route('shop', [rule(['/a', '/b'], 'b2')])));
    const at = copied.findIndex((line) => line.startsWith('- **any of these 2 conditions**'));
    expect(copied.slice(at + 1, at + 3)).toEqual(['  - path `/a/…`', '  - path `/b/…`']);
  });

  test('name the clients that "every other client" leaves out', () => {
    const consumer = route('mobile', [rule(['/'], 'b1')]);
    const before = consumer + route('shop', [rule(['/a'], 'b1')]);
    const changes = changesBetween(before, consumer + route('shop', [rule(['/a'], 'b2')]));
    expect(changes.map(({ except }) => except)).toEqual([['mobile']]);
    expect(lines(changes).join('\n')).toContain(
      'every other client (all clients but those in mobile, which have consumer routes)',
    );
  });

  test('have all clients when no client has consumer routes', () => {
    expect(MOVED.map(({ except }) => except)).toEqual([[]]);
    expect(lines(MOVED).join('\n')).toContain(' · every client: ');
  });

  test.each([
    ['zh-Hant', zhHant],
    ['zh-Hans', zhHans],
  ] as const)('are in %s', (language, texts) => {
    const copied = changesMarkdown(MOVED, OPENED, texts as Texts, language);
    expect(copied).not.toMatch(/undefined|now|rule /);
  });
});
