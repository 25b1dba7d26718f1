import { describe, expect, test } from 'vitest';
import { gateway, load, manifest, readRequest, service } from '../../../tests/manifests.ts';
import type { MeshIR } from '../ir/mesh-ir.ts';
import { viewRequest } from '../match/request-view.ts';
import { GATEWAY_API, type Profile } from '../profile/profile.ts';
import type { Arrival } from './arrival.ts';
import { findHost } from './find-host.ts';

const CERTIFICATE = { mode: 'Terminate', certificateRefs: [{ name: 'cert' }] };
const LISTENERS = [
  { name: 'any', port: 80, protocol: 'HTTP' },
  { name: 'wild', port: 80, protocol: 'HTTP', hostname: '*.example' },
  { name: 'wilder', port: 80, protocol: 'HTTP', hostname: '*.shop.example' },
  { name: 'exact', port: 80, protocol: 'HTTP', hostname: 'a.shop.example' },
  { name: 'other', port: 8080, protocol: 'HTTP', hostname: 'b.example' },
  { name: 'tls-a', port: 443, protocol: 'HTTPS', hostname: 'a.example', tls: CERTIFICATE },
  { name: 'tls-b', port: 443, protocol: 'HTTPS', hostname: 'b.example', tls: CERTIFICATE },
  { name: 'raw', port: 8443, protocol: 'TLS', hostname: '*.example', tls: { mode: 'Passthrough' } },
  { name: 'tcp', port: 9000, protocol: 'TCP' },
  { name: 'udp', port: 9000, protocol: 'UDP' },
  { name: 'strange', port: 7000, protocol: 'example.com/odd' },
  { name: 'unready', port: 7443, protocol: 'HTTPS' },
];

function arrival(fields: object, manifests: readonly object[], profile: Partial<Profile> = {}): Arrival {
  const under = { ...GATEWAY_API, ...profile };
  const { ir }: { readonly ir: MeshIR } = load(manifests, profile).control;
  const request = readRequest(fields);
  const proxy = ir.proxy(ir.classOf(request));
  if (proxy === null) throw new Error('no manifest tells the proxy');
  return findHost(request, viewRequest(request, under), proxy, ir);
}

/** Where a request to the Gateway arrives: the name of a listener, or why there is none with the status. */
function listener(url: string, fields: object = {}, profile: Partial<Profile> = {}) {
  const found = arrival(
    { gateway: 'infra/edge', url, ...fields },
    [gateway('infra/edge', LISTENERS)],
    profile,
  );
  if (found.to === 'host') return found.host.name;
  return found.to === 'no-host' ? `${found.why} ${found.status.http}` : found.to;
}

describe('the listener of a request', () => {
  test.each([
    ['every host', 'http://elsewhere.test/', 'any'],
    ['a wildcard', 'http://x.example/', 'wild'],
    ['the longer wildcard', 'http://x.shop.example/', 'wilder'],
    ['a name before wildcards', 'http://a.shop.example/', 'exact'],
    ['a name in capitals', 'http://A.SHOP.example/', 'exact'],
    ['a port of its own', 'http://b.example:8080/', 'other'],
    ['a host that no listener of the port has', 'http://a.example:8080/', 'no-host 404'],
    ['a port without listeners', 'http://a.example:81/', 'no-listener null'],
    ['a port of another protocol', 'https://a.example:80/', 'no-listener null'],
    ['TLS by its SNI', 'https://a.example/', 'tls-a'],
    ['an SNI that no listener has', 'https://c.example/', 'no-host 404'],
    ['a call in plain text', 'grpc://x.example:80/a.B/C', 'wild'],
    ['a call over TLS', 'grpc://a.example:443/a.B/C', 'tls-a'],
    ['TLS that passes through', 'tls://x.example:8443', 'raw'],
    ['TLS that passes through, of another SNI', 'tls://x.test:8443', 'no-host 404'],
    ['a TCP connection', 'tcp://x.test:9000', 'tcp'],
    ['a UDP packet', 'udp://x.test:9000', 'udp'],
    ['a listener without a certificate', 'https://a.example:7443/', 'listener-unusable null'],
  ])('%s', (_what, url, expected) => {
    expect(listener(url)).toBe(expected);
  });

  test('that the request names tells the port, unless the URL spells one out', () => {
    expect(listener('http://b.example/', { gateway: 'infra/edge:other' })).toBe('other');
    expect(listener('http://b.example:80/', { gateway: 'infra/edge:other' })).toBe('wild');
    expect(listener('http://b.example/', { gateway: 'infra/edge:nowhere' })).toBe('wild');
  });

  test('belongs to the Host header in plain text, and to the SNI over TLS', () => {
    expect(listener('https://a.example/', { sni: 'A.Example' })).toBe('tls-a');
    expect(listener('http://x.example/', { headers: { host: 'a.shop.example' } })).toBe('exact');
    expect(listener('http://x.example/', { sni: 'a.shop.example' })).toBe('wild');
    expect(listener('tls://x.test:8443', { sni: 'x.example' })).toBe('raw');
  });

  test.each([
    ['a host of the same listener', 'a.example', 'tls-a', 'tls-a'],
    ['a host of another listener', 'b.example', 'misdirected 421', 'tls-a'],
    ['a host of no listener', 'c.example', 'no-host 404', 'tls-a'],
  ])(
    'over TLS with %s is refused where misdirected requests are detected',
    (_what, host, detected, ignored) => {
      const fields = { sni: 'a.example' };
      expect(listener(`https://${host}/`, fields)).toBe(detected);
      expect(listener(`https://${host}/`, fields, { misdirectedRequests: 'ignore' })).toBe(ignored);
    },
  );
});

describe('the destination of a request in a mesh', () => {
  const WORLD = [
    service('shop/cart', { clusterIP: '10.0.0.1' }),
    service('shop/bill'),
    service('shop/bare', { clusterIP: 'None' }),
    service('shop/out', { type: 'ExternalName', externalName: 'a.example' }),
    manifest('v1', 'Pod', 'shop/p', { status: { podIP: '10.1.0.1' } }),
  ];
  test.each([
    ['a name', { url: 'http://cart/' }, 'host name shop/cart'],
    ['a name with its namespace', { from: 'web', url: 'http://cart.shop/' }, 'host dns-name shop/cart'],
    ['a cluster IP', { url: 'http://10.0.0.1/' }, 'host vip shop/cart'],
    ['a port that is not there', { url: 'http://cart:81/' }, 'no-such-port name shop/cart'],
    ['a headless Service', { url: 'http://bare/' }, 'headless name shop/bare'],
    ['an ExternalName', { url: 'http://out/' }, 'external name shop/out'],
    ['a Pod', { url: 'http://10.1.0.1/' }, 'pod pod-ip'],
    ['an unknown host', { url: 'http://nowhere.test/' }, 'unknown null'],
    [
      'a Host header beside an address',
      { url: 'http://10.0.0.1/', headers: { host: 'bill' } },
      'host vip shop/cart',
    ],
  ])('%s', (_what, fields, expected) => {
    const found = arrival({ from: 'shop', ...fields }, WORLD);
    const name = found.to === 'host' || 'service' in found ? ` ${found.service?.key}` : '';
    expect(`${found.to} ${'by' in found ? found.by : ''}${name}`).toBe(expected);
  });

  test('is that of the Host header where a profile reads it first', () => {
    const fields = { from: 'shop', url: 'http://10.0.0.1/', headers: { host: 'bill' } };
    const found = arrival(fields, WORLD, { serviceIdentification: 'authority' });
    expect(found.to === 'host' ? found.host.id : null).toBe('shop/bill:80');
  });
});
