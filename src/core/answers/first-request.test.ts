import { expect, test } from 'vitest';
import { analyse } from '../pipeline.ts';
import { firstRequest } from './first-request.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: s, namespace: a}
spec: {selector: {app: s}, ports: [{port: 80}]}
`;
const workload = (namespace: string, name: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}}}
`;
const gateway = (listeners: string, gatewayClass = 'x') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gw, namespace: a}
spec: {gatewayClassName: ${gatewayClass}, allowedListeners: {namespaces: {from: All}}, listeners: [${listeners}]}
`;
const route = (kind: string, parent: string, spec: string, namespace = 'a') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: r, namespace: ${namespace}}
spec: {parentRefs: [${parent}], ${spec}}
`;
const MESH = '{group: "", kind: Service, name: s, namespace: a}';
const GW = '{name: gw, namespace: a}';
const TO = 'backendRefs: [{name: s, namespace: a, port: 80}]';
const HTTP = '{name: h, port: 80, protocol: HTTP}';
const matches = (...list: string[]) => `rules: [{matches: [${list.join(', ')}], ${TO}}]`;

test.each([
  ['a Service alone', SERVICE, 'a GET http://s.a/'],
  [
    'a Service that speaks gRPC',
    SERVICE.replace('port: 80', 'port: 80, appProtocol: kubernetes.io/grpc'),
    'a POST grpc://s.a/package.Service/Method',
  ],
  [
    'producer routes: from another namespace, by a workload that does not answer itself',
    SERVICE +
      workload('a', 's') +
      workload('b', 'web') +
      route('HTTPRoute', MESH, matches('{path: {value: /v1}}')),
    'b/web GET http://s.a/v1',
  ],
  [
    'no other namespace: a workload of the same one that does not answer itself',
    SERVICE + workload('a', 's') + workload('a', 'web') + route('HTTPRoute', MESH, matches('{method: PUT}')),
    'a/web PUT http://s.a/',
  ],
  [
    'consumer routes: from their namespace (R-104)',
    SERVICE +
      workload('b', 'web') +
      workload('c', 'cron') +
      route('HTTPRoute', MESH, matches('{path: {value: /v1}}'), 'c'),
    'c/cron GET http://s.a/v1',
  ],
  [
    'method, header and query of the first entry that has no pattern',
    SERVICE +
      route(
        'HTTPRoute',
        MESH,
        matches(
          '{path: {type: Exact, value: /x}, method: POST, headers: [{name: X-Who, value: me}], queryParams: [{name: q, value: "1 2"}]}',
        ),
      ),
    'a POST http://s.a/x?q=1%202 x-who: me',
  ],
  [
    'GRPCRoute of a Service',
    SERVICE + route('GRPCRoute', MESH, matches('{method: {service: p.S, method: M}}')),
    'a POST grpc://s.a/p.S/M',
  ],
  [
    'GRPCRoute at a Gateway',
    SERVICE +
      gateway(HTTP) +
      route('GRPCRoute', GW, `hostnames: [g.example], ${matches('{method: {service: p.S}}')}`),
    'gateway:a/gw POST grpc://g.example/p.S/Method',
  ],
  [
    'a listener of a ListenerSet: by its Gateway',
    SERVICE +
      gateway('{name: other, port: 81, protocol: HTTP, hostname: other.example}') +
      `---
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: set, namespace: a}
spec: {parentRef: {name: gw}, listeners: [{name: l, port: 8080, protocol: HTTP, hostname: "*.set.example"}]}
` +
      route('HTTPRoute', '{kind: ListenerSet, name: set}', matches('{path: {value: /v1}}')),
    'gateway:a/gw GET http://www.set.example:8080/v1',
  ],
  [
    'TLSRoute',
    SERVICE +
      gateway('{name: t, port: 443, protocol: TLS, tls: {mode: Passthrough}}') +
      route('TLSRoute', GW, `hostnames: [t.example], rules: [{${TO}}]`),
    'gateway:a/gw GET tls://t.example',
  ],
  [
    'a route that no listener lets in: its own host, so that the answer says why',
    SERVICE +
      gateway(HTTP) +
      route(
        'HTTPRoute',
        '{name: gw, sectionName: no}',
        `hostnames: [h.example], ${matches('{path: {value: /v1}}')}`,
      ),
    'gateway:a/gw GET http://h.example/v1',
  ],
  [
    'a Gateway that no known controller configures (R-430)',
    `${SERVICE}---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: known}
spec: {controllerName: example.com/c}
${gateway(HTTP, 'unknown')}${route('HTTPRoute', GW, `rules: [{${TO}}]`)}`,
    'gateway:a/gw GET http://example.test/',
  ],
  ['a Gateway alone', gateway(HTTP), 'gateway:a/gw GET http://example.test/'],
])('%s', (_, text, expected) => {
  const asked = firstRequest(analyse([{ file: 'a.yaml', text }]));
  const headers = asked?.headers.map(([name, value]) => ` ${name}: ${value}`).join(',');
  expect(asked && `${asked.from} ${asked.method} ${asked.url}${headers}`).toBe(expected);
});

test('manifests with neither a Service nor a Gateway have no first request', () => {
  expect(firstRequest(analyse([{ file: 'a.yaml', text: workload('a', 's') }]))).toBeNull();
});
