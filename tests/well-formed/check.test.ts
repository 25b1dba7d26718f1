import { describe, expect, it } from 'vitest';
import { analyse, traceRequest } from '../../src/core/index.ts';
import { candidateList } from '../../src/core/ir/candidate-list.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import type { Step, Trace } from '../../src/core/ir/trace.ts';
import { checkProxyConfigs } from './check-proxy-config.ts';
import { checkTrace } from './check-trace.ts';

const MANIFESTS = `
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}], selector: {app: cart}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: cart, namespace: shop}
spec:
  parentRefs: [{group: '', kind: Service, name: cart}]
  rules:
  - matches: [{path: {value: /v1}}]
    backendRefs: [{name: cart, port: 80}]
`;
const REQUEST: SimRequest = {
  from: { namespace: 'shop', workload: null, inMesh: true },
  gateway: null,
  protocol: 'http',
  method: 'GET',
  scheme: 'http',
  host: 'cart',
  port: 80,
  portWritten: false,
  path: '/v1',
  query: '',
  headers: [],
  sni: null,
  podOf: null,
  backend: null,
};
const snapshot = analyse([{ file: 'a.yaml', text: MANIFESTS }]);
const routed = traceRequest(snapshot, REQUEST);
const rejected = traceRequest(snapshot, { ...REQUEST, path: '/v2' });
const last = routed.steps.length - 1;

const [won] = routed.steps.slice(-1);
const withoutWinner: Step =
  won?.step === 5
    ? {
        ...won,
        considered: candidateList(
          won.considered.slice().map((each) => ({ ...each, result: 'lost' as const })),
        ),
      }
    : { step: 1, kind: 'send', rules: [] };

const BROKEN: readonly (readonly [string, Trace])[] = [
  ['a step is missing', { ...routed, steps: routed.steps.slice(0, last) }],
  ['a step too many', { ...routed, steps: [...routed.steps, ...rejected.steps.slice(-1)] }],
  ['step 6 with a route in the outcome', { ...rejected, outcome: routed.outcome }],
  ['no winner in step 5', { ...routed, steps: [...routed.steps.slice(0, last), withoutWinner] }],
  [
    'shares that do not make a whole',
    {
      ...routed,
      outcome: {
        ...routed.outcome,
        backends: routed.outcome.backends.map((each) => ({ ...each, share: 0.5 })),
      },
    },
  ],
  ['uncertain without a reason', { ...routed, outcome: { ...routed.outcome, certain: false } }],
  ['a redirect that is none', { ...routed, outcome: { ...routed.outcome, kind: 'redirected' } }],
  ['a status that does not exist', { ...routed, outcome: { ...routed.outcome, status: 42 } }],
];

describe('checkTrace', () => {
  it.each([routed, rejected])('finds nothing wrong with a trace of the simulator', (trace) => {
    expect(checkTrace(trace)).toEqual([]);
  });
  it.each(BROKEN)('complains: %s', (_what, trace) => {
    expect(checkTrace(trace).length).toBeGreaterThan(0);
  });
});

describe('checkProxyConfigs', () => {
  const { ir } = snapshot.control;
  const [frontend] = [...ir.frontends.values()];
  const [table] = frontend?.tables ?? [];

  it('finds no fault in the output of the control plane', () => {
    expect(ir.classes()).toEqual(['ns=*', 'outside-mesh']);
    expect(checkProxyConfigs(ir)).toEqual([]);
  });

  it.each([
    ['a table of another Service port', { table: table && { ...table, routes: [] } }],
    [
      'entries of a route that is not in the table',
      { table: table && { ...table, routes: ['HTTPRoute/a/b'] } },
    ],
    ['no original destination', { original: null }],
    ['a listener without a table', { service: null, table: null }],
  ])('complains: %s', (_what, change) => {
    const broken = {
      ...ir,
      proxy(of: Parameters<typeof ir.proxy>[0]) {
        const proxy = ir.proxy(of);
        if (proxy?.entrance !== 'mesh') return proxy;
        const known = new Map<unknown, never>();
        return {
          ...proxy,
          host(...at: Parameters<typeof proxy.host>) {
            const host = known.get(at[0]) ?? ({ ...proxy.host(...at), ...change } as never);
            known.set(at[0], host);
            return host;
          },
        };
      },
    };
    expect(checkProxyConfigs(broken).length).toBeGreaterThan(0);
  });
});
