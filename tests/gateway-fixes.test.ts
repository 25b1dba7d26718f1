import { describe, expect, it } from 'vitest';
import { analyse, collectFindings, reportFindings } from '../src/core/index.ts';

/** Fixes of findings about Gateways: each fix removes the finding and causes no other error. */
const PEM = '"-----BEGIN X-----\\nMIIB\\n-----END X-----\\n"';
const HEAD = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: edge
  allowedListeners: {namespaces: {from: All}}
  listeners:
`;
const secret = (name: string) => `---
apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: infra}
type: kubernetes.io/tls
stringData: {tls.crt: ${PEM}, tls.key: ${PEM}}
`;

const withSet = (parent: string) => `${HEAD}  - {name: http, port: 80, protocol: HTTP}
---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: extra, namespace: infra}
spec:
  parentRef: {name: edge}
  listeners: [{name: more, port: 81, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: route, namespace: infra}
spec:
  parentRefs:
  - ${parent}
  rules:
  - backendRefs: [{name: cart, port: 80}]
`;

const FIXABLE: readonly (readonly [code: string, text: string])[] = [
  [
    'listener-https-without-tls',
    `${HEAD}  - name: web\n    port: 443\n    protocol: HTTPS\n${secret('cert')}`,
  ],
  [
    'redirect-to-itself',
    `${HEAD}  - {name: http, port: 80, protocol: HTTP}
  - {name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: cert}]}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: to-https, namespace: infra}
spec:
  parentRefs:
  - name: edge
  rules:
  - filters:
    - {type: RequestRedirect, requestRedirect: {scheme: https}}
`,
  ],
  ['parent-kind-outdated', withSet('{group: gateway.networking.x-k8s.io, kind: XListenerSet, name: extra}')],
  ['parent-kind-outdated', withSet('{kind: XListenerSet, name: extra}')],
  ['parent-group-wrong', withSet('{group: gateway.networking.x-k8s.io, kind: ListenerSet, name: extra}')],
  ['parent-group-wrong', withSet('{group: networking.istio.io, kind: Gateway, name: edge}')],
];

describe('fixes of findings about Gateways', () => {
  it.each(FIXABLE)('%s is mended by its fix', (code, text) => {
    const { report } = check(text);
    const found = report.filter((each) => each.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.fixes).toHaveLength(1);
    const mended = apply(text, found[0]?.fixes[0]?.edits ?? []);
    const after = check(mended).report.filter((each) => each.code === code || each.severity === 'error');
    expect(after, mended).toEqual([]);
  });

  it('does not choose between two certificates', () => {
    const text = `${HEAD}  - {name: web, port: 443, protocol: HTTPS}\n${secret('one')}${secret('two')}`;
    const found = check(text).report.filter((each) => each.code === 'listener-https-without-tls');
    expect(found).toHaveLength(1);
    expect(found[0]?.fixes).toEqual([]);
  });
});

function check(text: string) {
  const snapshot = analyse([{ file: 'a.yaml', text }]);
  return { report: reportFindings(collectFindings(snapshot), snapshot) };
}

type Edit = ReturnType<typeof check>['report'][number]['fixes'][number]['edits'][number];

function apply(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offsetOf = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return [...edits]
    .map((edit) => ({
      start: offsetOf(edit.startLine, edit.startColumn),
      end: offsetOf(edit.endLine, edit.endColumn),
      text: edit.text,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((mended, edit) => mended.slice(0, edit.start) + edit.text + mended.slice(edit.end), text);
}
