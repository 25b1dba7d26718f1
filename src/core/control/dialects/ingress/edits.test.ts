import { expect, test } from 'vitest';
import '../../../../../tests/provide-engines.ts';
import { analyse, collectFindings } from '../../../index.ts';

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
  const influences = warm.control.ir.influences();
  expect(influences).toEqual(cold.control.ir.influences());
  expect(influences.map(({ places }) => places)).toEqual([[{ at: 'host', pattern: host }]]);
  const findings = collectFindings(warm);
  expect(findings).toEqual(collectFindings(cold));
  const own = findings.map(({ code }) => code).filter((code) => code !== 'kind-not-simulated');
  expect(own).toEqual(codes);
});
