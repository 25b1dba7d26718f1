import { describe, expect, it } from 'vitest';
import { analyse } from '../../index.ts';
import type { MeshIR } from '../../ir/mesh-ir.ts';
import type { RouteEntry } from '../../ir/table.ts';
import { difference } from './difference.ts';
import { outcomeKeys } from './outcome-key.ts';

const SERVICES = [1, 2]
  .map(
    (at) => `---
apiVersion: v1
kind: Service
metadata: {name: b${at}, namespace: shop}
spec: {selector: {app: b${at}}, ports: [{port: 80}]}
`,
  )
  .join('');

/** Returns a rule for requests with some headers, as in `x-a:1`, to one backend. */
function rule(headers: readonly string[], backend: number, filter: string | null = null, more = ''): string {
  const asked = headers.map((each) => {
    const [name, value] = each.split('=');
    return `{name: ${name}, value: "${value}"}`;
  });
  const filters = filter === null ? '' : `filters: [${filter}], `;
  return `{${more}matches: [{headers: [${asked.join(', ')}]}], ${filters}backendRefs: [{name: b${backend}, port: 80}]}`;
}

const SET_A = '{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-a, value: "1"}]}}';
const CORS = '{type: CORS, cors: {allowOrigins: ["https://a.example"]}}';
const REDIRECT = '{type: RequestRedirect, requestRedirect: {scheme: http}}';

function worldOf(rules: readonly string[], others = '') {
  const text = `${SERVICES}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: b1}], rules: [${rules.join(', ')}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: second, namespace: shop}
spec: {parentRefs: [{group: "", kind: Service, name: b1}], rules: [${rule(['x-second=1'], 1)}]}
${others}`;
  const { control, profile } = analyse([{ file: 'a.yaml', text }]);
  return { ir: control.ir, profile };
}

function changesOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const { changes, complete } = difference(worldOf(before), worldOf(after));
  expect(complete).toBe(true);
  return changes.map((change) => {
    const [old, fresh] = [change.before, change.after].map(
      ({ kind, backends }) => `${kind} ${backends.map(({ service }) => service)}`,
    );
    return `${old} → ${fresh}: ${[...new Set(change.because.map(({ rule: at }) => at))].join(' ')}`;
  });
}

describe('the classes of the regions of a space', () => {
  it('leave out a winner on whose requests different filters have the same effect', () => {
    const [b, a, c] = [['x-b=1'], ['x-a=1'], ['x-c=1']];
    const effect = 'forwarded shop/b1 → forwarded shop/b1';
    // The second rule sets a header that its requests have.
    expect(
      changesOf(
        [rule(b, 1, SET_A), rule(a, 1, SET_A), rule(c, 1, SET_A)],
        [rule(b, 1), rule(a, 1), rule(c, 1)],
      ),
    ).toEqual([`${effect}: 0 2`]);
    expect(
      changesOf(
        [rule(a, 1, SET_A), rule(b, 1, SET_A), rule(c, 1, SET_A)],
        [rule(a, 1), rule(b, 1), rule(c, 1)],
      ),
    ).toEqual([`${effect}: 1 2`]);
  });

  it('separate answers to a preflight from the other requests of the same winners', () => {
    const [origin, method] = ['origin=https://a.example', 'access-control-request-method=PUT'];
    const options = (text: string) => text.replace('matches: [{', 'matches: [{method: OPTIONS, ');
    const filtered = [rule([origin], 1, CORS), rule(['x-b=1'], 1, CORS)].map(options);
    const plain = [rule([method], 2), rule(['x-c=1'], 2)].map(options);
    const found = changesOf([...filtered, ...plain], [...plain, ...filtered]);
    expect(found.map((each) => each.replace(/:.*/, ''))).toContain('responded  → forwarded shop/b2');
    expect(found.map((each) => each.replace(/:.*/, ''))).toContain('forwarded shop/b1 → forwarded shop/b2');
  });
});

const POLICY = `---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: BackendTrafficPolicy
metadata: {name: slow, namespace: shop}
spec: {targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: second}]}
`;
const OF_HOST = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: v, namespace: shop}
spec: {hosts: [far.example], resolution: DYNAMIC_DNS}
`;

function entriesOf(ir: MeshIR): readonly RouteEntry[] {
  return ir.frontends.get('shop/b1:80')?.tables[0]?.entries ?? [];
}

describe('the key of the outcomes of an entry', () => {
  const rules = [
    rule(['x-b=1'], 1),
    rule(['x-a=1'], 2),
    rule(['x-c=1'], 1, SET_A),
    rule(['x-d=1'], 1, CORS),
    rule(['x-e=1'], 1, REDIRECT).replace(/, backendRefs: \[.*?\]/, ''),
  ];
  const keysOf = (others: string, hostsVary: boolean) => {
    const { ir } = worldOf(rules, others);
    const keys = outcomeKeys(ir, hostsVary);
    const entries = entriesOf(ir);
    const ofRule = (at: number) =>
      keys(entries.find((each) => each.route.endsWith('/r') && each.rule === at) as RouteEntry);
    const second = keys(entries.find(({ route }) => route.endsWith('/second')) as RouteEntry);
    return {
      plain: ofRule(0),
      other: ofRule(1),
      filtered: ofRule(2),
      cors: ofRule(3),
      redirect: ofRule(4),
      second,
    };
  };

  it('is equal for rules with the same action, and tells which have filters', () => {
    const { plain, other, filtered, second } = keysOf('', false);
    expect(plain).toBe(second);
    expect(plain).not.toBe(other);
    expect(plain).not.toBe(filtered);
    expect([plain?.hasFilters, filtered?.hasFilters]).toEqual([false, true]);
  });

  it('does not exist if requests decide: answers to preflights, ports of redirects', () => {
    const { cors, redirect } = keysOf('', false);
    expect(cors).toBeNull();
    expect(redirect).not.toBeNull();
    expect(keysOf('', true).redirect).toBeNull();
  });

  it('contains the route if a policy can have a route as its target', () => {
    const { plain, second } = keysOf(POLICY, true);
    expect(plain).not.toBeNull();
    expect(plain).not.toBe(second);
  });

  it('does not exist if hosts vary and something that is not simulated depends on the host', () => {
    expect(keysOf(OF_HOST, true).plain).toBeNull();
    expect(keysOf(OF_HOST, false).plain).not.toBeNull();
  });
});
