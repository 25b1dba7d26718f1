import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeReport, reportDifference } from '../../src/core/answers/report-difference.ts';
import { analyseReach } from '../../src/core/answers/table-reach.ts';
import { findHost } from '../../src/core/dataplane/find-host.ts';
import { analyse, decideRequest, type Snapshot, traceRequest } from '../../src/core/index.ts';
import type { Outcome } from '../../src/core/ir/outcome.ts';
import type { SimRequest } from '../../src/core/ir/request.ts';
import { viewRequest } from '../../src/core/match/request-view.ts';
import { GATEWAY_API } from '../../src/core/profile/profile.ts';
import { describes } from './described.ts';
import { expectedReach, satisfied } from './every-request.ts';
import { SERVICE, toText } from './random-mesh.ts';

/** A Gateway whose listeners have overlapping hostnames and are shared by HTTP and gRPC routes. */

const HOSTS = [
  'a.example.com',
  'b.example.com',
  'x.a.example.com',
  'y.a.example.com',
  'example.org',
  'x.org',
];
const HOSTNAMES = ['a.example.com', '*.example.com', '*.a.example.com', 'x.a.example.com', 'example.org'];
const CALLS = ['S', 'T', 'x'].flatMap((service) =>
  ['M', 'N', 'x'].map((method) => `/pkg.${service}/${method}`),
);
const PATHS = ['/', '/pkg.S', '/pkg.T', '/pkg.S/M/x', '/x', '/x/y', ...CALLS];

function requestTo(host: string, path: string, protocol: 'http' | 'grpc', method: string): SimRequest {
  return {
    from: null,
    gateway: { namespace: 'prod', name: 'gate', listener: null },
    protocol,
    method,
    scheme: protocol,
    host,
    port: 80,
    portWritten: false,
    path,
    query: '',
    headers: [],
    sni: null,
    podOf: null,
    backend: null,
  };
}

const REQUESTS = HOSTS.flatMap((host) => [
  ...PATHS.flatMap((path) => ['GET', 'POST', 'PUT'].map((method) => requestTo(host, path, 'http', method))),
  ...['/x/y', ...CALLS].map((path) => requestTo(host, path, 'grpc', 'POST')),
]).flatMap((request) =>
  [null, '1', '2'].map((value) =>
    value === null ? request : { ...request, headers: [['x-a', value] as const] },
  ),
);

const headers = fc.constantFrom([], [], [{ name: 'x-a', value: '1' }], [{ name: 'x-a', value: '2' }]);
const hostnames = fc.subarray(HOSTNAMES, { maxLength: 2 });

const httpRules = fc.array(
  fc.record(
    {
      path: fc.record({
        type: fc.constantFrom('Exact', 'PathPrefix', 'PathPrefix'),
        value: fc.constantFrom('/', '/pkg.S', '/pkg.S/M', '/pkg.T'),
      }),
      method: fc.constantFrom('GET', 'POST'),
      headers,
    },
    { requiredKeys: [] },
  ),
  { minLength: 1, maxLength: 4 },
);

const grpcRules = fc.array(
  fc.record(
    {
      method: fc.constantFrom<{ service?: string; method?: string }>(
        { service: 'pkg.S' },
        { service: 'pkg.S', method: 'M' },
        { service: 'pkg.T', method: 'N' },
        { method: 'M' },
      ),
      headers,
    },
    { requiredKeys: [] },
  ),
  { minLength: 1, maxLength: 4 },
);

const route = fc.oneof(
  fc.record({ kind: fc.constant('HTTPRoute'), matches: httpRules, hostnames }),
  fc.record({ kind: fc.constant('GRPCRoute'), matches: grpcRules, hostnames }),
);

const listeners = fc
  .uniqueArray(fc.constantFrom(null, '*.example.com', 'a.example.com', '*.a.example.com'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((names) =>
    names.map((hostname, at) => ({
      name: `l${at}`,
      port: 80,
      protocol: 'HTTP',
      ...(hostname === null ? {} : { hostname }),
    })),
  );

interface Door {
  readonly name: string;
  readonly hostname?: string;
}

interface Drawn {
  readonly kind: string;
  readonly matches: readonly unknown[];
  readonly hostnames: readonly string[];
}

/**
 * Returns a snapshot whose routes alternate between two ports, so that the destination of a request shows the
 * winner.
 */
function load(doors: readonly Door[], routes: readonly Drawn[], offset: number): Snapshot {
  const documents = [
    SERVICE,
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GatewayClass',
      metadata: { name: 'demo' },
      spec: { controllerName: 'gammascope.dev/demo' },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'gate', namespace: 'prod' },
      spec: { gatewayClassName: 'demo', listeners: doors },
    },
    ...routes.map(({ kind, matches, hostnames: names }, at) => ({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind,
      metadata: { name: `r${at}`, namespace: 'prod' },
      spec: {
        parentRefs: [{ name: 'gate' }],
        ...(names.length === 0 ? {} : { hostnames: names }),
        rules: [{ matches, backendRefs: [{ name: 'shop', port: (at + offset) % 2 === 0 ? 80 : 8080 }] }],
      },
    })),
  ];
  return analyse([{ file: 'a.yaml', text: toText(documents) }]);
}

test('agrees with every possible request: hostnames, listeners, HTTP with gRPC', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(listeners, fc.array(route, { minLength: 1, maxLength: 5 }), (doors, routes) => {
      const snapshot = load(doors, routes, 0);
      for (const { table, entries, address, unmatched } of analyseReach(snapshot)) {
        if (!('listener' in address)) throw new Error('no route is attached to the Service');
        const arriving = REQUESTS.filter((request) => {
          const view = viewRequest(request, GATEWAY_API);
          const arrival = findHost(request, view, address.gateway, snapshot.control.ir);
          return arrival.to === 'host' && arrival.host === address.listener;
        });
        const expected = expectedReach(table, satisfied(table, arriving));
        expect(entries.map(({ reach, blockers }) => ({ reach, blockers: blockers.length }))).toEqual(
          expected,
        );
        const kinds = new Set(entries.map(({ entry }) => (entry.takes === 'grpc' ? 'grpc' : 'http')));
        const rejected = arriving.filter(
          (request) =>
            (kinds.size === 0 || kinds.has(request.protocol as 'http')) &&
            decideRequest(snapshot, request).entry === null,
        );
        if (rejected.length > 0 && unmatched.rejects === 'none') throw new Error('something is rejected');
        if (rejected.length === 0) expect(unmatched.rejects).not.toBe('some');
        // A path of an HTTP entry and the method of a call are the same value, so the analysis leaves only
        // tables with both kinds open.
        if (kinds.size < 2) expect(unmatched.rejects).not.toBe('unknown');
        for (const { request } of unmatched.requests) {
          expect(decideRequest(snapshot, request).entry).toBe(null);
        }
        seen.set(unmatched.rejects, (seen.get(unmatched.rejects) ?? 0) + 1);
        for (const { entry, reach, witness } of entries) {
          seen.set(reach, (seen.get(reach) ?? 0) + 1);
          if (witness !== null) expect(decideRequest(snapshot, witness).entry).toBe(entry);
        }
      }
    }),
    // A past fault: a request that led to no listener counted as rejected by one.
    { numRuns: 300 },
  );
  // The random cases must contain each kind often enough. The numbers vary.
  for (const kind of ['reachable', 'partly', 'dead', 'some', 'none']) {
    expect(seen.get(kind)).toBeGreaterThan(10);
  }
});

/**
 * Whether a table has entries of a GRPCRoute. Without them, HTTP requests represent gRPC calls: the same
 * rules match them, and only the status of a rejected call has another form. A GRPCRoute that no listener
 * accepts has no entries.
 */
function hasCalls(snapshot: Snapshot): boolean {
  return analyseReach(snapshot).some(({ table }) =>
    table.routes.some((each) => each.startsWith('GRPCRoute/')),
  );
}

function nameOf({ kind, status, backends }: Outcome): string {
  return `${kind} ${status} ${backends.map(({ service, port, share }) => `${service}:${port} ${share}`).join()}`;
}

test('differences at listeners are those that asking about each request shows', () => {
  let changes = 0;
  const drawn = fc.array(route, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(listeners, listeners, drawn, drawn, (doors, others, old, fresh) => {
      const [before, after] = [load(doors, old, 0), load(others, fresh, 1)];
      const difference = reportDifference(before, after);
      expect(difference.complete).toBe(true);
      const names = difference.changes.map(
        ({ before: first, after: second }) => `${nameOf(first)} → ${nameOf(second)}`,
      );
      const tried = new Set<string>();
      const calls = [before, after].some(hasCalls);
      for (const request of REQUESTS.filter(({ protocol }) => calls || protocol === 'http')) {
        const outcomes = [before, after].map((snapshot) => nameOf(traceRequest(snapshot, request).outcome));
        if (outcomes[0] !== outcomes[1]) tried.add(outcomes.join(' → '));
      }
      // One class can appear at several listeners.
      expect([...new Set(names)].sort()).toEqual([...tried].sort());
      changes += names.length;
    }),
    { numRuns: 30 },
  );
  expect(changes).toBeGreaterThan(40);
});

test('the condition of a class at a listener describes its requests and no others', () => {
  let exact = 0;
  const drawn = fc.array(route, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(listeners, drawn, drawn, fc.nat(1), (doors, old, other, offset) => {
      const fresh = offset === 0 ? other : old;
      const [before, after] = [load(doors, old, 0), load(doors, fresh, offset)];
      const calls = [before, after].some(hasCalls);
      const gateway = [...after.control.ir.gateways.values()][0];
      if (gateway === undefined) throw new Error('the Gateway is missing');
      const asked = REQUESTS.filter(({ protocol }) => calls || protocol === 'http').map((request) => {
        const arrival = findHost(request, viewRequest(request, GATEWAY_API), gateway, after.control.ir);
        const outcomes = [before, after].map((snapshot) => nameOf(traceRequest(snapshot, request).outcome));
        return { request, at: arrival.to === 'host' ? arrival.host.id : null, name: outcomes.join(' → ') };
      });
      const { changes } = reportDifference(before, after);
      // Classes of HTTPRoutes and GRPCRoutes have the same name here: a request is in one of them.
      const keyOf = (change: ChangeReport) =>
        JSON.stringify([change.frontend, nameOf(change.before), nameOf(change.after)]);
      for (const key of new Set(changes.map(keyOf))) {
        const group = changes.filter((change) => keyOf(change) === key);
        const [frontend, ...outcomes] = JSON.parse(key) as [string, string, string];
        const isWhole = group.every(({ condition }) => condition.exact);
        exact += group.filter(({ condition }) => condition.exact).length;
        for (const { request, name } of asked.filter(({ at }) => at === frontend)) {
          const isMember = name === outcomes.join(' → ');
          const isDescribed = group.some(({ condition }) => describes(condition, request));
          if (isMember === isDescribed || (isMember && !isWhole)) continue;
          throw new Error(JSON.stringify({ group, request, isMember }));
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(exact).toBeGreaterThan(40);
});
