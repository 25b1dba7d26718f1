import { describe, expect, test } from 'vitest';
import { analyse } from '../../index.ts';
import { readURL } from '../../ir/read-url.ts';
import type { SimRequest } from '../../ir/request.ts';
import { GATEWAY_API, type Profile } from '../../profile/profile.ts';
import { candidateTables } from './candidate-tables.ts';

const route = (name: string, namespace: string, parents: string, kind = 'HTTPRoute') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: {parentRefs: [${parents}], rules: [{backendRefs: [{name: cart, namespace: shop, port: 80}]}]}
`;
const CART = '{group: "", kind: Service, name: cart, namespace: shop}';
const SOURCES = [
  {
    file: 'a.yaml',
    text: `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: bare, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec:
  gatewayClassName: any
  listeners:
  - {name: a, port: 80, protocol: HTTP, hostname: "*.example"}
  - {name: b, port: 80, protocol: HTTP}
${route('own', 'shop', CART)}${route('lane', 'web', CART)}${route('at-a', 'shop', '{name: edge, sectionName: a}')}${route('at-b', 'shop', '{name: edge, sectionName: b}')}`,
  },
];

function candidates(url: string, more: Partial<SimRequest> = {}, profile: Partial<Profile> = {}) {
  const read = readURL(url);
  if (!read.ok) throw new Error(read.problem);
  const from = { namespace: 'web', workload: null, inMesh: true };
  const request: SimRequest = {
    from,
    gateway: null,
    method: 'GET',
    headers: [],
    podOf: null,
    backend: null,
    ...read.url,
    ...more,
  };
  const under = { ...GATEWAY_API, ...profile };
  const { ir } = analyse(SOURCES, { profile: under }).control;
  const found = candidateTables(request, ir, under);
  return found === null ? null : found.entries.map((entry) => entry.route);
}

const EDGE = { from: null, gateway: { namespace: 'shop', name: 'edge', listener: null } };

describe('the entries that a request is compared with', () => {
  test('are those of the consumer table in its namespace', () => {
    expect(candidates('http://cart.shop/')).toEqual(['HTTPRoute/web/lane']);
  });

  test('are the producer table behind it, too, where a profile falls through', () => {
    expect(candidates('http://cart.shop/', {}, { consumerFallback: 'fallbackToProducer' })).toEqual([
      'HTTPRoute/web/lane',
      'HTTPRoute/shop/own',
    ]);
  });

  test.each([
    { namespace: 'other', workload: null, inMesh: true },
    { namespace: 'web', workload: null, inMesh: false },
  ])('are those of the producer table for others: %o', (from) => {
    expect(candidates('http://cart.shop/', { from })).toEqual(['HTTPRoute/shop/own']);
  });

  test('are none where no table is met', () => {
    expect(candidates('http://bare.shop/')).toBeNull();
    expect(candidates('http://nowhere.example/')).toBeNull();
    expect(candidates('udp://cart.shop:80')).toBeNull();
    expect(candidates('http://a.example/', { ...EDGE, gateway: { ...EDGE.gateway, name: 'no' } })).toBeNull();
    expect(candidates('http://a.example:81/', EDGE)).toBeNull();
  });

  test('at a Gateway are those of the most specific listener, or of all that fit', () => {
    expect(candidates('http://a.example/', EDGE)).toEqual(['HTTPRoute/shop/at-a']);
    expect(candidates('http://a.other/', EDGE)).toEqual(['HTTPRoute/shop/at-b']);
    expect(candidates('http://a.example/', EDGE, { listenerIsolation: false })).toEqual([
      'HTTPRoute/shop/at-a',
      'HTTPRoute/shop/at-b',
    ]);
  });
});
