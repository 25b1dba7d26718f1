import { describe, expect, it, test } from 'vitest';
import { analyse } from '../core/pipeline.ts';
import { UsageError } from './arguments.ts';
import { testCommand } from './test-command.ts';

const HEAD = `apiVersion: gammascope.dev/v1alpha1
kind: RouteTest
metadata: {name: t}
spec:
  cases:
`;
const CASE = `  - name: unknown host
    request: {from: a, url: "http://x/"}
    expect: {outcome: unknown}
`;
const run = (text: string) => testCommand(analyse([{ file: 't.yaml', text }]), 'text', () => null);

describe('a run without a proof does not pass', () => {
  test.each([
    ['no RouteTest at all', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'],
    ['a RouteTest without cases', HEAD.replace('  cases:\n', '  cases: []\n')],
  ])('%s is wrong usage', (_name, text) => {
    expect(() => run(text)).toThrow(UsageError);
  });

  test.each([
    ['a document that is too large', HEAD + CASE.repeat(14_000)],
    ['a document with an error of syntax behind its cases', `${HEAD}${CASE}  - name: b: c: [\n`],
    ['a document whose quote never ends', `${HEAD}${CASE}  - name: "b\n`],
    [
      'a broken document beside a good one',
      `${HEAD}${CASE}---\n${HEAD.replace('name: t', 'name: u')}  - {name: "b\n`,
    ],
  ])('%s fails', (_name, text) => {
    expect(run(text).exitCode).toBe(1);
  });

  it('passes when everything could be read', () => {
    expect(run(HEAD + CASE)).toMatchObject({ exitCode: 0 });
  });

  it('finds the document after any number of empty ones', () => {
    expect(run(`${'---\n'.repeat(150_000)}${HEAD}${CASE}`)).toMatchObject({ exitCode: 0 });
  });
});

it('reports for a passed case that a resource could change the answer', () => {
  const world = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: web, namespace: shop}
spec: {hosts: [web], resolution: DYNAMIC_DNS}
---
${HEAD}  - name: web
    request: {from: shop, url: "http://web/"}
    expect: {outcome: passed-through}
`;
  const { text, exitCode } = run(world);
  expect(exitCode).toBe(0);
  expect(text).toContain('not certain: spec.resolution is not simulated');
});
