/** The traps of a conversion of Ingresses (chapter 9 of the digest of Ingress semantics), as small worlds. */

import { TRAPS_OF_MATCHING } from './conversion-traps-of-matching.ts';
import { ingress, SPLIT, secret, services, type Trap, world } from './conversion-worlds.ts';
import { manifest } from './manifests.ts';

/** T-01 to T-30. */
export const TRAPS: readonly Trap[] = [
  ...TRAPS_OF_MATCHING,
  {
    name: 'T-14 a canary acts on all paths of the Service',
    world: world(
      services('main', 'next'),
      ingress('x', { host: 'a.test', paths: ['Prefix / main'], age: 1 }),
      ingress('y', { host: 'b.test', paths: ['Prefix / main'], age: 2 }),
      ingress('c', { host: 'a.test', paths: ['Prefix / next'], annotations: SPLIT, age: 3 }),
    ),
    requests: { 'GET http://a.test/': 'kept', 'GET http://b.test/x': 'kept' },
  },
  {
    name: 'T-15 a second canary, and one without a partner',
    world: world(
      services('main', 'next', 'third'),
      ingress('x', { host: 'a.test', paths: ['Prefix / main'], age: 1 }),
      ingress('c', { host: 'a.test', paths: ['Prefix / next'], annotations: SPLIT, age: 2 }),
      ingress('d', {
        host: 'a.test',
        paths: ['Prefix / third'],
        annotations: { canary: 'true', 'canary-weight': '50' },
        age: 3,
      }),
      ingress('e', { host: 'z.test', paths: ['Prefix / third'], annotations: SPLIT, age: 4 }),
    ),
    requests: { 'GET http://a.test/': 'kept', 'GET http://z.test/': 'kept' },
  },
  {
    name: 'T-16 a canary without endpoints',
    world: world(
      services('main'),
      manifest('v1', 'Service', 'demo/empty', { spec: { selector: { app: 'none' }, ports: [{ port: 80 }] } }),
      manifest(
        'discovery.k8s.io/v1',
        'EndpointSlice',
        'demo/empty-1',
        { addressType: 'IPv4', endpoints: [], ports: [{ port: 80 }] },
        { labels: { 'kubernetes.io/service-name': 'empty' } },
      ),
      ingress('x', { host: 'a.test', paths: ['Prefix / main'], age: 1 }),
      ingress('c', {
        host: 'a.test',
        paths: ['Prefix / empty'],
        annotations: { canary: 'true', 'canary-weight': '100' },
        age: 2,
      }),
    ),
    requests: { 'GET http://a.test/': 'kept' },
  },
  {
    name: 'T-17 header, cookie and weight of a canary',
    world: world(
      services('main', 'next'),
      ingress('x', { host: 'a.test', paths: ['Prefix / main'], age: 1 }),
      ingress('c', {
        host: 'a.test',
        paths: ['Prefix / next'],
        annotations: { ...SPLIT, 'canary-by-header': 'X-Canary', 'canary-by-cookie': 'canary' },
        age: 2,
      }),
    ),
    requests: {
      'GET http://a.test/ | Cookie: canary=never': 'kept',
      'GET http://a.test/ | Cookie: a=b; canary=always': 'kept',
      'GET http://a.test/ | X-Canary: never | Cookie: canary=always': 'kept',
      'GET http://a.test/ | X-Canary: always': 'kept',
      'GET http://a.test/ | X-Canary: other': 'kept',
    },
  },
  {
    name: 'T-17 a pattern of a canary is searched',
    world: world(
      services('main', 'next'),
      ingress('x', { host: 'a.test', paths: ['Prefix / main'], age: 1 }),
      ingress('c', {
        host: 'a.test',
        paths: ['Prefix / next'],
        annotations: { canary: 'true', 'canary-by-header': 'X-Canary', 'canary-by-header-pattern': 'DE|at$' },
        age: 2,
      }),
    ),
    requests: {
      'GET http://a.test/ | X-Canary: xDEx': 'kept',
      'GET http://a.test/ | X-Canary: always': 'kept',
      'GET http://a.test/ | X-Canary: cats': 'kept',
    },
  },
  {
    name: 'T-18 the redirect to HTTPS of all hosts of an Ingress',
    world: world(
      services('a'),
      secret('cert'),
      ingress('x', {
        host: '*.foo.test',
        paths: ['Prefix / a'],
        tls: [{ hosts: ['*.foo.test'], secretName: 'cert' }],
      }),
      ingress('y', { host: 'o.foo.test', paths: ['Prefix /p a'] }),
    ),
    requests: {
      'GET http://o.foo.test/p': 'kept',
      'GET http://o.foo.test/q?x=1': 'kept',
      'GET http://b.foo.test/x': 'kept',
      'GET http://b.foo.test/x/': 'change redirect-target',
      'GET https://o.foo.test/p': 'kept',
    },
  },
  {
    name: 'T-18 force-ssl-redirect without a certificate',
    world: world(
      services('a'),
      ingress('x', { host: 'h.test', paths: ['Prefix / a'], annotations: { 'force-ssl-redirect': 'true' } }),
    ),
    requests: { 'GET http://h.test/x': 'kept' },
  },
  {
    name: 'T-19 the fallback certificate',
    world: world(
      services('a'),
      ingress('x', { host: 'plain.test', paths: ['Prefix / a'] }),
      ingress('y', { host: 'open.test', paths: ['Prefix / a'], tls: [{ hosts: ['open.test'] }] }),
    ),
    requests: {
      'GET https://plain.test/': 'change no-certificate',
      'GET https://open.test/': 'change no-certificate',
    },
    losses: ['certificate-missing'],
  },
  {
    name: 'T-19 a Secret that no manifest has',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Prefix / a'],
        tls: [{ hosts: ['h.test'], secretName: 'gone' }],
      }),
    ),
    requests: { 'GET http://h.test/x': 'kept' },
    losses: ['secret-missing'],
  },
  {
    name: 'T-20 the target of a redirect',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Prefix / a'],
        annotations: { 'permanent-redirect': 'https://new.test/landing' },
      }),
      ingress('y', {
        host: 'v.test',
        paths: ['Prefix / a'],
        annotations: { 'permanent-redirect': 'https://new.test$request_uri' },
      }),
      ingress('z', {
        host: 'c.test',
        paths: ['Prefix / a'],
        annotations: { 'permanent-redirect': 'https://new.test/', 'permanent-redirect-code': '300' },
      }),
    ),
    requests: {
      'GET http://h.test/a': 'kept',
      'GET http://h.test/a?x=1': 'change redirect-target',
      'GET http://v.test/a': 'kept',
      'GET http://c.test/a': 'loss redirect-code',
    },
    losses: ['ingress-dropped'],
  },
  {
    name: 'T-21 a redirect to www whose host is served',
    world: world(
      services('a', 'w'),
      ingress('x', {
        host: 'both.test',
        paths: ['Prefix / a'],
        annotations: { 'from-to-www-redirect': 'true' },
      }),
      ingress('y', { host: 'www.both.test', paths: ['Prefix / w'] }),
      ingress('z', {
        host: 'site.test',
        paths: ['Prefix / a'],
        annotations: { 'from-to-www-redirect': 'true' },
      }),
    ),
    requests: {
      'GET http://both.test/': 'kept',
      'GET http://www.both.test/': 'kept',
      'GET http://www.site.test/foo': 'change redirect-target',
    },
  },
  {
    name: 'T-22 a port by its target port and by its name',
    world: world(
      manifest('v1', 'Service', 'demo/two', {
        spec: {
          ports: [
            { name: 'web', port: 80, targetPort: 8080 },
            { name: 'adm', port: 9000 },
          ],
        },
      }),
      ingress('x', {
        host: 'h.test',
        paths: ['Prefix /target two:8080', 'Prefix /name two:adm', 'Prefix /number two:80'],
      }),
    ),
    requests: {
      'GET http://h.test/target': 'kept',
      'GET http://h.test/name': 'kept',
      'GET http://h.test/number': 'kept',
    },
  },
  {
    name: 'T-23 one host of several namespaces',
    world: world(
      services('demo/a', 'other/c'),
      ingress('x', { host: 'shop.test', paths: ['Prefix /a a'] }),
      ingress('other/y', { host: 'shop.test', paths: ['Prefix /c c'] }),
    ),
    requests: { 'GET http://shop.test/a': 'kept', 'GET http://shop.test/c': 'kept' },
  },
  {
    name: 'T-24 one path twice',
    world: world(
      services('a', 'b'),
      ingress('a', { host: 'h.test', paths: ['Prefix /p a'] }),
      ingress('b', { host: 'h.test', paths: ['Prefix /p b'] }),
    ),
    requests: { 'GET http://h.test/p': 'kept' },
  },
  {
    name: 'T-25 an ExternalName Service as an alias',
    world: world(
      services('apples/echo'),
      manifest('v1', 'Service', 'demo/alias', {
        spec: {
          type: 'ExternalName',
          externalName: 'echo.apples.svc.cluster.local',
          ports: [{ port: 8080, targetPort: 80 }],
        },
      }),
      manifest('v1', 'Service', 'demo/far', {
        spec: { type: 'ExternalName', externalName: 'api.example.com', ports: [{ port: 80 }] },
      }),
      ingress('x', { host: 'h.test', paths: ['Prefix /near alias:8080', 'Prefix /far far'] }),
    ),
    requests: { 'GET http://h.test/near': 'kept', 'GET http://h.test/far': 'loss external-name' },
  },
  {
    name: 'T-26 protections',
    world: world(
      services('a'),
      secret('basic'),
      ingress('w', {
        host: 'wl.test',
        paths: ['Prefix /app a'],
        annotations: { 'whitelist-source-range': '10.0.0.0/8' },
      }),
      ingress('b', {
        host: 'basic.test',
        paths: ['Prefix / a'],
        annotations: { 'auth-type': 'basic', 'auth-secret': 'basic' },
      }),
      ingress('u', {
        host: 'url.test',
        paths: ['Prefix / a'],
        annotations: { 'auth-url': 'http://auth.test/' },
      }),
      ingress('m', {
        host: 'mtls.test',
        paths: ['Prefix / a'],
        annotations: { 'auth-tls-secret': 'demo/ca' },
      }),
      ingress('l', { host: 'limit.test', paths: ['Prefix / a'], annotations: { 'limit-rps': '5' } }),
    ),
    requests: {
      'GET http://wl.test/app': 'loss access-control',
      'GET http://basic.test/': 'loss access-control',
      'GET http://url.test/': 'loss access-control',
      'GET http://mtls.test/': 'loss access-control',
      'GET http://limit.test/': 'kept',
    },
    losses: ['rate-limit'],
  },
  {
    name: 'T-27 Ingresses that the controller drops',
    world: world(
      services('a'),
      ingress('s', {
        host: 'snip.test',
        paths: ['Prefix / a'],
        annotations: { 'configuration-snippet': 'return 403;' },
      }),
      ingress('l', { host: 'limit.test', paths: ['Prefix / a'], annotations: { 'limit-rps': 'many' } }),
      ingress('k', { host: 'k.test', paths: ['Prefix / a'] }),
    ),
    requests: {
      'GET http://snip.test/': 'kept',
      'GET http://limit.test/': 'kept',
      'GET http://k.test/': 'kept',
    },
    losses: ['ingress-dropped'],
  },
  {
    name: 'T-28 timeouts',
    world: world(
      services('a'),
      ingress('x', { host: 'h.test', paths: ['Prefix / a'], annotations: { 'proxy-read-timeout': '120' } }),
    ),
    requests: { 'GET http://h.test/': 'change timeouts' },
    losses: ['timeout-meaning'],
  },
  {
    name: 'T-29 the Host header of the backend',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Prefix / a'],
        annotations: { 'upstream-vhost': 'inner.test' },
      }),
    ),
    requests: { 'GET http://h.test/x': 'kept' },
  },
  {
    name: 'T-30 paths that the controller decodes',
    world: world(services('a'), ingress('x', { host: 'h.test', paths: ['Prefix /app a'] })),
    requests: { 'GET http://h.test/app': 'kept', 'GET http://h.test/%61pp': 'change encoded-path' },
  },
];
