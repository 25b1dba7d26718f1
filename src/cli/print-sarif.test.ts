import { expect, test } from 'vitest';
import { analyse, collectFindings, reportFindings } from '../core/index.ts';
import { printSarif } from './print-sarif.ts';

test('SARIF names rule, place, related places and fixes of each finding', () => {
  const text =
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\nspec: {ports: [{port: 80}]}\n---\n' +
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r, namespace: b}\nspec:\n' +
    '  parentRefs: [{group: core, kind: Service, name: a}]\n  rules: [{backendRefs: [{name: nobody, port: 80}]}]\n';
  const snapshot = analyse([{ file: 'a folder/ä.yaml', text }]);
  const findings = reportFindings(collectFindings(snapshot), snapshot);
  const log = JSON.parse(printSarif(findings));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.results).toHaveLength(findings.length);
  for (const [at, result] of run.results.entries()) {
    const finding = findings[at];
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(finding?.code);
    const [{ physicalLocation }] = result.locations;
    expect(physicalLocation.artifactLocation.uri).toBe('a%20folder/%C3%A4.yaml');
    expect(physicalLocation.region.startLine).toBe(finding?.origin.line);
    expect(result.fixes).toHaveLength(finding?.fixes.length ?? -1);
  }
  expect(run.results.some((result: { fixes: unknown[] }) => result.fixes.length > 0)).toBe(true);
});
