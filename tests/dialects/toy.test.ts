import { describe, expect, it } from 'vitest';
import { difference } from '../../src/core/analysis/questions/difference.ts';
import { reportTables } from '../../src/core/answers/report-tables.ts';
import { buildControlPlane } from '../../src/core/control/build-control-plane.ts';
import type { ControlPlane } from '../../src/core/control/control-plane.ts';
import { CONSUMERS_BEFORE_PRODUCERS } from '../../src/core/control/merge/consumers-before-producers.ts';
import { decide } from '../../src/core/dataplane/decide.ts';
import { simulate } from '../../src/core/dataplane/simulate.ts';
import { DIALECT_COMPILERS } from '../../src/core/dialects/compilers.ts';
import { plain } from '../../src/core/explain/fragment.ts';
import { analyse, explainTrace, GATEWAY_API, loadMessages } from '../../src/core/index.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { checkProxyConfigs } from '../well-formed/check-proxy-config.ts';
import { checkTrace } from '../well-formed/check-trace.ts';
import { TOY, TOY_FIRST } from './toy/toy.ts';

const MANIFESTS = `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}], selector: {app: cart}}
---
apiVersion: v1
kind: Service
metadata: {name: cart-v2, namespace: shop}
spec: {ports: [{port: 8080}], selector: {app: cart-v2}}
---
apiVersion: v1
kind: Service
metadata: {name: bill, namespace: shop}
spec: {ports: [{port: 80}], selector: {app: bill}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: all, namespace: shop}
spec:
  parentRefs:
  - {group: '', kind: Service, name: cart}
  - {group: '', kind: Service, name: bill}
  rules:
  - backendRefs: [{name: bill, port: 80}]
`;
const SHORTCUT = `
---
apiVersion: toy.example/v1
kind: Shortcut
metadata: {name: fast, namespace: shop}
spec: {service: cart, header: yes-please, to: TARGET}
`;

function controlOf(text: string): ControlPlane {
  const { cluster } = analyse([{ file: 'a.yaml', text }]);
  const dialects = [...DIALECT_COMPILERS, TOY];
  return buildControlPlane(cluster, { profile: GATEWAY_API, dialects, merge: TOY_FIRST });
}

function request(host: string, headers: SimRequest['headers']): SimRequest {
  return {
    from: { namespace: 'shop', workload: null, inMesh: true },
    gateway: null,
    protocol: 'http',
    method: 'GET',
    scheme: 'http',
    host,
    port: 80,
    portWritten: false,
    path: '/',
    query: '',
    headers,
    sni: null,
    podOf: null,
    backend: null,
  };
}

const PLACE = () => ({ file: 'a.yaml', document: 0, path: '', line: 1, column: 1 });
const WITH = SHORTCUT.replace('TARGET', 'cart-v2');

describe('a second dialect', () => {
  it.each([
    ['its own rule', WITH, 'cart', [['x-shortcut', 'yes-please']], 'forwarded', 'shop/cart-v2', 5],
    ['no match: the original destination', WITH, 'cart', [], 'passed-through', 'shop/cart', 4],
    ['a Service that it does not name', WITH, 'bill', [], 'forwarded', 'shop/bill', 5],
    ['without its resources', '', 'cart', [], 'forwarded', 'shop/bill', 5],
    [
      'a target that does not exist',
      SHORTCUT,
      'cart',
      [['x-shortcut', 'yes-please']],
      'failed',
      'shop/TARGET',
      5,
    ],
  ] as const)('%s', (_what, shortcut, host, headers, kind, service, step) => {
    const { ir } = controlOf(MANIFESTS + shortcut);
    const trace = simulate(request(host, headers), ir, GATEWAY_API, PLACE);
    expect(trace.outcome.kind).toBe(kind);
    expect(trace.outcome.backends.map((each) => each.service)).toEqual([service]);
    expect(trace.steps.at(-1)?.step).toBe(step);
    expect(checkTrace(trace)).toEqual([]);
    expect(checkProxyConfigs(ir)).toEqual([]);
    const verdict = decide(request(host, headers), ir, GATEWAY_API);
    expect(verdict.entry?.route ?? null).toBe(trace.outcome.route);
  });

  it('shows which requests keep their original destination, and explains the comparison', async () => {
    const { ir } = controlOf(MANIFESTS + WITH);
    const { steps } = simulate(request('cart', []), ir, GATEWAY_API, PLACE);
    // The candidates are made when they are read.
    expect(JSON.parse(JSON.stringify(steps.at(-1)))).toMatchObject({
      kind: 'pass-through',
      considered: [{ route: 'Shortcut/shop/fast', result: 'missed', misses: [{ on: 'header:x-shortcut' }] }],
    });
    const trace = simulate(request('cart', []), ir, GATEWAY_API, PLACE);
    const four = explainTrace(trace, await loadMessages('en')).steps[3];
    expect(plain(four?.sentence ?? [])).toContain('but none of them matches');
    const snapshot = {
      ...analyse([{ file: 'a.yaml', text: MANIFESTS + WITH }]),
      control: controlOf(MANIFESTS + WITH),
    };
    const table = reportTables(snapshot).find(({ entries }) => entries[0]?.route === 'Shortcut/shop/fast');
    expect(table?.noMatch).toEqual({ status: null, goesTo: 'original' });
  });

  it('is compared like any other: the difference is the requests that it takes from the route', () => {
    const world = (text: string) => ({ ir: controlOf(text).ir, profile: GATEWAY_API });
    const { changes } = difference(world(MANIFESTS), world(MANIFESTS + WITH));
    expect(changes.length).toBeGreaterThan(0);
    expect(difference(world(MANIFESTS + WITH), world(MANIFESTS + WITH)).changes).toEqual([]);
  });

  it('is refused by a merge policy that does not know it', () => {
    const { cluster } = analyse([{ file: 'a.yaml', text: MANIFESTS }]);
    const dialects = [...DIALECT_COMPILERS, TOY];
    const merge = CONSUMERS_BEFORE_PRODUCERS;
    expect(() => buildControlPlane(cluster, { profile: GATEWAY_API, dialects, merge })).toThrow(
      'the merge policy does not know toy',
    );
  });
});
