import { describe, expect, test } from 'vitest';
import { everyFinding } from '../src/core/answers/reach-findings.ts';
import { settle } from '../src/core/dataplane/decide.ts';
import { analyse, findProfile, GATEWAY_API, traceRequest } from '../src/core/index.ts';
import type { SimRequest } from '../src/core/ir/request.ts';

/** Two listings as a web page copies them: with line numbers and without indentation. */
const RULE = `  1. apiVersion: networking.istio.io/v1alpha3
  2. kind: DestinationRule
  3. metadata:
  4. name: flaskapp
  5. spec:
  6. host: flaskapp.books.svc.cluster.local
  7. subsets:
  8. - name: subset-v1
  9. labels:
  10. version: v1
  11. - name: subset-v2
  12. labels:
  13. version: v2
`;
const SERVICE = `  1. apiVersion: networking.istio.io/v1beta1
  2. kind: VirtualService
  3. metadata:
  4. name: flaskapp-policy
  5. spec:
  6. hosts:
  7. - flaskapp.books.svc.cluster.local
  8. http:
  9. - route:
  10. - destination:
  11. host: flaskapp.books.svc.cluster.local
  12. subset: subset-v2
  13. match:
  14. - headers:
  15. end-user:
  16. exact: jason
  17. - route:
  18. - destination:
  19. host: flaskapp.books.svc.cluster.local
  20. subset: subset-v1
`;

const request = (namespace: string, user: string | null): SimRequest => ({
  from: { namespace, workload: null, labels: {}, inMesh: true },
  gateway: null,
  protocol: 'http',
  method: 'GET',
  scheme: 'http',
  host: 'flaskapp.books.svc.cluster.local',
  port: 80,
  portWritten: false,
  path: '/',
  query: '',
  headers: user === null ? [] : [['end-user', user]],
  sni: null,
  podOf: null,
  backend: null,
});

const load = (text: string) =>
  analyse([{ file: 'a.yaml', text }], { profile: findProfile('istio') ?? GATEWAY_API });

describe('listings with line numbers and no indentation', () => {
  test.each([
    ['one after the other', RULE + SERVICE],
    [
      'with the text of the page between them',
      `An example:\n\n${RULE}\nThe subsets are groups of Pods.\n\n${SERVICE}\nThat is all.\n`,
    ],
    ['as two documents', `${RULE}---\n${SERVICE}`],
  ])('are read: %s', (_how, text) => {
    const { control, cluster, profile } = load(text);
    const ids = cluster.resources.map(({ resource }) => resource.id);
    expect(ids).toEqual(['DestinationRule/default/flaskapp', 'VirtualService/default/flaskapp-policy']);
    const subsetOf = (user: string | null) =>
      settle(request('default', user), control.ir, profile).backends[0];
    expect(subsetOf('jason')).toMatchObject({ service: 'books/flaskapp', subset: 'subset-v2', share: 1 });
    expect(subsetOf('anna')).toMatchObject({ service: 'books/flaskapp', subset: 'subset-v1', share: 1 });
    expect(subsetOf(null)).toMatchObject({ service: 'books/flaskapp', subset: 'subset-v1', share: 1 });
  });

  test('keep the places of their values, and have a fix that restores them', () => {
    const snapshot = load(RULE + SERVICE);
    const findings = everyFinding(snapshot).filter(({ code }) => code === 'indentation-lost');
    expect(findings.map(({ fixes }) => fixes[0]?.name)).toEqual([
      'restore-indentation',
      'restore-indentation',
    ]);
    const restored = findings.map(({ fixes }) => fixes[0]?.edits[0]?.text ?? '').join('');
    const again = load(restored);
    expect(everyFinding(again).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(again.cluster.resources.map(({ resource }) => 'spec' in resource && resource.spec)).toEqual(
      snapshot.cluster.resources.map(({ resource }) => 'spec' in resource && resource.spec),
    );
    const [, service] = snapshot.documents;
    const span = service?.spanOf(['spec', 'http', 0, 'match', 0, 'headers', 'end-user', 'exact']);
    expect(service?.text.slice(span?.start, span?.end)).toBe('jason');
  });

  test('a rule without a namespace applies only to clients of the default one, and the trace names it', () => {
    const { notes, outcome } = traceRequest(load(RULE + SERVICE), request('books', 'jason'));
    expect(outcome).toMatchObject({ kind: 'failed', status: 503 });
    expect(notes.find(({ code }) => code === 'subset-of-other-clients')?.args).toMatchObject({
      rules: 'DestinationRule/default/flaskapp',
      subset: 'subset-v2',
    });
  });
});
