import { expect, test } from 'vitest';
import { witnessOf } from '../analysis/sets/witness.ts';
import { curlOf } from '../explain/probe.ts';
import { analyse, traceRequest } from '../index.ts';
import type { SimRequest } from '../ir/request.ts';
import { analyseReach } from './table-reach.ts';

const SERVICES = ['web', 'be', 'be2'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'a' },
  spec: { selector: { app: name }, ports: [{ port: 80 }] },
}));

function load(rule: object) {
  const route = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'r', namespace: 'a' },
    spec: { parentRefs: [{ group: '', kind: 'Service', name: 'web' }], rules: [rule] },
  };
  const text = [...SERVICES, route].map((document) => JSON.stringify(document)).join('\n---\n');
  return analyse([{ file: 'a.yaml', text }]);
}

const REQUEST: SimRequest = {
  from: { namespace: 'a', workload: null, inMesh: true },
  gateway: null,
  protocol: 'http',
  method: 'GET',
  scheme: 'http',
  host: 'web',
  port: 80,
  portWritten: false,
  path: '/',
  query: '',
  headers: [],
  sni: null,
  podOf: null,
  backend: null,
};

const setter = (type: 'Request' | 'Response', value: string) => ({
  type: `${type}HeaderModifier`,
  [`${type.toLowerCase()}HeaderModifier`]: { set: [{ name: 'x-a', value }] },
});

test('when one backend receives a different request, every backend shows its request', () => {
  const snapshot = load({
    backendRefs: [
      { name: 'be', port: 80, filters: [setter('Request', 'first')] },
      { name: 'be2', port: 80 },
    ],
  });
  const { backends } = traceRequest(snapshot, REQUEST).outcome;
  expect(backends.map(({ forwarded }) => forwarded?.headers)).toEqual([{ 'x-a': 'first' }, {}]);
  expect(backends.map(({ responseChanges }) => responseChanges?.headers)).toEqual([{}, {}]);
});

test('responses can differ, too', () => {
  const snapshot = load({
    backendRefs: [
      { name: 'be', port: 80 },
      { name: 'be2', port: 80, filters: [setter('Response', 'second')] },
    ],
  });
  const { backends } = traceRequest(snapshot, REQUEST).outcome;
  expect(backends.map(({ responseChanges }) => responseChanges?.headers)).toEqual([{}, { 'x-a': 'second' }]);
});

test('when all backends receive the same request, only the outcome shows it', () => {
  const snapshot = load({
    filters: [setter('Request', 'all')],
    backendRefs: [
      { name: 'be', port: 80 },
      { name: 'be2', port: 80 },
    ],
  });
  const { backends, forwarded } = traceRequest(snapshot, REQUEST).outcome;
  expect(forwarded?.headers).toEqual({ 'x-a': 'all' });
  expect(backends.map((backend) => backend.forwarded)).toEqual([undefined, undefined]);
});

test('a witness and its curl command encode only the characters that a query cannot contain', () => {
  const snapshot = load({
    matches: [{ queryParams: [{ name: 'q', value: '1,2' }] }],
    backendRefs: [{ name: 'be', port: 80 }],
  });
  const [table] = analyseReach(snapshot);
  const witness = witnessOf(table?.entries[0]?.witness as SimRequest);
  expect(witness.url).toBe('http://web.a/?q=1,2');
  expect(curlOf(witness)).toContain("'http://web.a/?q=1,2'");
});
