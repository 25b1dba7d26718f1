import { expect, test } from 'vitest';
import '../../../../../tests/provide-engines.ts';
import { analyse, collectFindings, type Snapshot } from '../../../index.ts';

const text = (host: string, className: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: shop}
spec: {ingressClassName: ${className}, rules: [{host: ${host}}]}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: a}
spec: {controller: a.b/c}
`;

const sources = (host: string, className: string) => [{ file: 'a.yaml', text: text(host, className) }];

test.each([
  ['of the host', 'b.example', 'a', []],
  ['of the class', 'a.example', 'b', ['ingress-class-missing']],
])('an edit %s has the findings and the effect of a cold run', (_, host, className, codes) => {
  const previous = analyse(sources('a.example', 'a'));
  collectFindings(previous);
  const warm = analyse(sources(host, className), { previous });
  const cold = analyse(sources(host, className));
  expect(warm.cluster.patch?.changed).toEqual(new Set(['ingresses']));
  expect(warm.control.ir.influences()).toEqual([]);
  expect(hostsIn(warm)).toEqual(hostsIn(cold));
  expect(hostsIn(warm)).toContain(host);
  const findings = collectFindings(warm);
  expect(findings).toEqual(collectFindings(cold));
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

function hostsIn({ control }: Snapshot): readonly (string | null)[] {
  return [...control.ir.gateways.values()].flatMap(({ listeners }) => listeners.map(({ domain }) => domain));
}
