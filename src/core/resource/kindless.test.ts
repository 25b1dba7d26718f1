import { expect, test } from 'vitest';
import { analyse, collectFindings } from '../index.ts';

test.each([
  [
    'spec:\n  parentRefs: [{name: gw}]\n  rules: []\n',
    'manifest-incomplete',
    { part: 'spec', kind: 'HTTPRoute' },
  ],
  ['spec:\n  hosts: [a]\n  http: []\n', 'manifest-incomplete', { part: 'spec', kind: 'VirtualService' }],
  [
    'spec:\n  listeners: []\n  gatewayClassName: x\n',
    'manifest-incomplete',
    { part: 'spec', kind: 'Gateway' },
  ],
  ['spec:\n  anything: 1\n', 'manifest-incomplete', { part: 'spec', kind: '' }],
  ['rules:\n- backendRefs: []\n', 'manifest-incomplete', { part: 'rules', kind: 'HTTPRoute' }],
  ['status:\n  parents: []\n', 'manifest-incomplete', { part: 'status', kind: 'HTTPRoute' }],
  [
    'Name: r\nAPI Version: gateway.networking.k8s.io/v1\nKind: HTTPRoute\n',
    'description-not-manifest',
    { kind: 'HTTPRoute' },
  ],
  ['a: 1\n', 'kind-missing', {}],
])('%j is named for what it is', (text, code, args) => {
  const findings = collectFindings(analyse([{ file: 'a.yaml', text }]));
  expect(findings.map((finding) => [finding.code, finding.args])).toEqual([[code, args]]);
});

test('a placeholder is no error of format, and answers that it may change are not certain', () => {
  const text = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec:
  parentRefs: [{name: gw, port: 80}]
  hostnames: ["app.\${DOMAIN:=example.com}"]
  rules:
  - backendRefs:
    - name: web
      port: \${PORT}
`;
  const findings = collectFindings(analyse([{ file: 'a.yaml', text }]));
  const told = findings.filter(({ code }) => code !== 'gateway-assumed');
  expect(told.map(({ code, args, severity }) => [code, args.placeholder, severity])).toEqual([
    ['placeholder-not-replaced', `\${DOMAIN:=example.com}`, 'warning'],
    ['placeholder-not-replaced', `\${PORT}`, 'warning'],
  ]);
});
