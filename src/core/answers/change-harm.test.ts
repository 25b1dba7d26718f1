import { describe, expect, test } from 'vitest';
import { analyse } from '../index.ts';
import { byHarm, harmOf } from './change-harm.ts';
import { reportDifference } from './report-difference.ts';

const SERVICES = ['web', 'b1', 'b2']
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {selector: {app: ${name}}, ports: [{port: 80}]}\n`,
  )
  .join('');

function load(...rules: readonly string[]) {
  return analyse([
    {
      file: 'a.yaml',
      text: `${SERVICES}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: web}], rules: [${rules.join(', ')}]}
`,
    },
  ]);
}

const to = (...backends: readonly string[]) =>
  `{backendRefs: [${backends.map((name) => `{name: ${name}, port: 80}`).join(', ')}]}`;
const at = (path: string, rule: string) => rule.replace('{', `{matches: [{path: {value: ${path}}}], `);
const slow = '{timeouts: {request: 5s}, backendRefs: [{name: b1, port: 80}]}';
const redirect = '{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}';

describe('the harm of a change', () => {
  test.each([
    ['a rule that goes away', [at('/a', to('b1'))], [at('/b', to('b1'))], 'lost gained'],
    ['a backend that does not exist', [to('b1')], [to('gone')], 'lost'],
    ['half of the requests fail', [to('b1')], [to('b1', 'gone')], 'lost'],
    ['half of the requests fail no more', [to('b1', 'gone')], [to('b1')], 'gained'],
    ['another backend', [to('b1')], [to('b2')], 'moved'],
    ['other shares', [to('b1')], [to('b1', 'b2')], 'moved'],
    ['a redirect', [to('b1')], [redirect], 'moved'],
    ['a timeout', [to('b1')], [slow], 'other'],
  ])('%s', (_, before, after, harms) => {
    const { changes } = reportDifference(load(...before), load(...after));
    expect(
      byHarm(changes)
        .map(({ harm }) => harm)
        .join(' '),
    ).toBe(harms);
    for (const group of byHarm(changes))
      for (const change of group.changes) expect(harmOf(change)).toBe(group.harm);
  });
});
