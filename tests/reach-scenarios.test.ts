import { describe, expect, test } from 'vitest';
import { reachFindings } from '../src/core/answers/reach-findings.ts';
import { reportReach } from '../src/core/answers/report-reach.ts';
import { analyse } from '../src/core/index.ts';

/** Scenarios S61–S66 in their Gateway API form: rules that other tools wrongly report as hidden. */

const SERVICES = `apiVersion: v1
kind: Service
metadata: {name: shop, namespace: prod}
spec: {selector: {app: shop}, ports: [{name: http, port: 80}, {name: admin, port: 9000}]}
---
apiVersion: v1
kind: Service
metadata: {name: next, namespace: prod}
spec: {selector: {app: next}, ports: [{port: 80}]}
`;

interface Route {
  readonly name: string;
  readonly namespace?: string;
  readonly created?: string;
  readonly parent?: string;
  readonly hostnames?: string;
  readonly rules: string;
}

const MESH = '{group: "", kind: Service, name: shop, namespace: prod, port: 80}';
const to = (name: string) => `backendRefs: [{name: ${name}, namespace: prod, port: 80}]`;

function routeYAML({ name, namespace = 'prod', created, parent = MESH, hostnames, rules }: Route): string {
  const dated = created === undefined ? '' : `, creationTimestamp: "${created}"`;
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: ${name}, namespace: ${namespace}${dated}}
spec:
  parentRefs: [${parent}]
${hostnames === undefined ? '' : `  hostnames: [${hostnames}]\n`}  rules:
${rules}
`;
}

function load(routes: readonly Route[], more = '') {
  return analyse([{ file: 'a.yaml', text: [SERVICES, more, ...routes.map(routeYAML)].join('') }]);
}

/** Returns `route/rule reach` of each entry, in order of precedence. */
function reachOf(routes: readonly Route[], more = ''): readonly string[] {
  return reportReach(load(routes, more)).flatMap(({ frontend, entries }) =>
    entries.map(({ route, rule, reach }) => `${frontend} ${route.split('/')[2]}/${rule} ${reach}`),
  );
}

describe('hidden rules', () => {
  test('S61: an older route for / does not hide a newer one for /api: the longer path takes precedence (R-220)', () => {
    const older = { name: 'all', created: '2020-01-01T00:00:00Z', rules: `  - ${to('shop')}` };
    const newer = {
      name: 'api',
      created: '2024-01-01T00:00:00Z',
      rules: `  - matches: [{path: {value: /api}}]\n    ${to('next')}`,
    };
    expect(reachOf([older, newer])).toEqual(['prod/shop:80 api/0 reachable', 'prod/shop:80 all/0 partly']);
  });

  test('a wildcard does not hide a route without hostnames, even if it covers the invented names', () => {
    const gateway = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: prod}
spec:
  gatewayClassName: any
  listeners: [{name: all, port: 80, protocol: HTTP}]
`;
    const parent = '{name: edge}';
    const wild = { name: 'wild', parent, hostnames: '"*.example"', rules: `  - ${to('shop')}` };
    const open = { name: 'open', parent, rules: `  - ${to('next')}` };
    expect(reachOf([wild, open], gateway)).toEqual([
      'Gateway/prod/edge:all wild/0 reachable',
      'Gateway/prod/edge:all open/0 partly',
    ]);
  });

  test('S62: a catch-all path with a header is not a catch-all (R-220)', () => {
    const beta = {
      name: 'beta',
      rules: `  - matches: [{headers: [{name: x-beta, value: "1"}]}]\n    ${to('next')}`,
    };
    const all = { name: 'all', rules: `  - ${to('shop')}` };
    expect(reachOf([all, beta])).toEqual(['prod/shop:80 beta/0 reachable', 'prod/shop:80 all/0 partly']);
  });

  test('S63: length decides between a wildcard hostname and one that it covers (R-405)', () => {
    const gateway = `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: prod}
spec: {gatewayClassName: edge, listeners: [{name: http, port: 80, protocol: HTTP}]}
`;
    const edge = '{name: edge}';
    const wide = { name: 'wide', parent: edge, hostnames: '"*.test"', rules: `  - ${to('shop')}` };
    const exact = { name: 'exact', parent: edge, hostnames: 'a.test', rules: `  - ${to('next')}` };
    expect(reachOf([wide, exact], gateway)).toEqual([
      'Gateway/prod/edge:http exact/0 reachable',
      'Gateway/prod/edge:http wide/0 partly',
    ]);
  });

  test('S64: a short name refers to the route’s own namespace, and a route of a third namespace applies to its own clients (R-104)', () => {
    const foreign = { name: 'theirs', namespace: 'third', rules: `  - ${to('next')}` };
    const lost = {
      name: 'lost',
      namespace: 'third',
      parent: '{group: "", kind: Service, name: shop}',
      rules: `  - ${to('shop')}`,
    };
    const [table, ...others] = reportReach(load([foreign, lost]));
    expect(others).toEqual([]);
    expect(table?.clients).toEqual(['third']);
    expect(table?.entries.map(({ route, witness }) => [route, witness?.from])).toEqual([
      ['HTTPRoute/third/theirs', 'third'],
    ]);
  });

  test('S65: a route for one port does not affect another: it has no table and no rejection (R-115, R-121)', () => {
    const api = { name: 'api', rules: `  - matches: [{path: {value: /api}}]\n    ${to('shop')}` };
    expect(reportReach(load([api])).map(({ frontend }) => frontend)).toEqual(['prod/shop:80']);
  });

  test('S66: a rule that looks hidden can be used, and one that looks used can be hidden', () => {
    const rules = [
      `  - matches: [{path: {value: /api}}]\n    ${to('shop')}`,
      `  - matches: [{path: {value: /api}, headers: [{name: x-v, value: "2"}]}]\n    ${to('next')}`,
      `  - matches: [{path: {value: /api/}}]\n    ${to('next')}`,
    ];
    const routes = [{ name: 'api', rules: rules.join('\n') }];
    expect(reachOf(routes)).toEqual([
      'prod/shop:80 api/1 reachable',
      'prod/shop:80 api/0 partly',
      'prod/shop:80 api/2 dead',
    ]);
    expect(reachFindings(load(routes)).map(({ code, args }) => [code, args.rule])).toEqual([
      ['rule-never-reached', 2],
    ]);
  });
});
