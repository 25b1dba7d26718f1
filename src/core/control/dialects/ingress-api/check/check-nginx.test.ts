import { expect, test } from 'vitest';
import { load, manifest, service } from '../../../../../../tests/manifests.ts';
import { collectFindings } from '../../../../index.ts';

const GROUP = 'networking.k8s.io/v1';
const PREFIX = 'nginx.ingress.kubernetes.io/';

const controlledBy = (controller: string) =>
  manifest(GROUP, 'IngressClass', 'nginx', { spec: { controller } });
const NGINX = controlledBy('k8s.io/ingress-nginx');
const SPEC = { selector: { app: 'a' }, ports: [{ port: 80 }] };
const SERVICES = [NGINX, service('shop/a', SPEC), service('shop/b', SPEC)];

interface Written {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly created?: string;
  readonly more?: object;
}

/** An Ingress with paths `HOST/PATH SERVICE`. A path that ends with `=` is exact. */
function ingress(name: string, paths: readonly string[], { annotations = {}, created, more }: Written = {}) {
  const rules = paths.map((text) => {
    const [where = '', to] = text.split(' ');
    const at = where.indexOf('/');
    const host = where.slice(0, at);
    const backend = { service: { name: to, port: { number: 80 } } };
    const path = where.slice(at).replace(/=$/, '');
    const pathType = where.endsWith('=') ? 'Exact' : 'Prefix';
    return { ...(host !== '' && { host }), http: { paths: [{ path, pathType, backend }] } };
  });
  const own = Object.fromEntries(Object.entries(annotations).map(([key, value]) => [PREFIX + key, value]));
  const metadata = { annotations: own, ...(created !== undefined && { creationTimestamp: created }) };
  const spec = { ingressClassName: 'nginx', rules, ...more };
  return manifest(GROUP, 'Ingress', `shop/${name}`, { spec }, metadata);
}

const OLD = '2024-01-01T00:00:00Z';
const NEW = '2024-02-01T00:00:00Z';
const CANARY = { canary: 'true', 'canary-weight': '20' };
const REGEX = { 'use-regex': 'true' };
const TO_B = { defaultBackend: { service: { name: 'b', port: { number: 80 } } } };

const TABLE: readonly (readonly [string, readonly object[], readonly (readonly string[])[]])[] = [
  ['nothing special', [...SERVICES, ingress('i', ['a.test/ a', 'a.test/x b'])], []],
  [
    'an annotation that is not allowed',
    [...SERVICES, ingress('i', ['a.test/ a'], { annotations: { 'server-snippet': 'return 200;' } })],
    [['nginx-ingress-dropped', `${PREFIX}server-snippet`]],
  ],
  [
    'a path with and without a slash',
    [...SERVICES, ingress('i', ['a.test/x a']), ingress('j', ['a.test/x/ a'])],
    [['nginx-duplicate-location', 'a.test', '/x', '/x/', 'Ingress/shop/j']],
  ],
  [
    'both of them on a host of expressions',
    [...SERVICES, ingress('i', ['a.test/x a', 'a.test/x/ a'], { annotations: REGEX })],
    [],
  ],
  [
    'an expression of another Ingress',
    [
      ...SERVICES,
      ingress('i', ['a.test/y a'], { annotations: REGEX }),
      ingress('j', ['a.test/ a', 'a.test/x= b', 'a.test/z= b', 'b.test/x= b']),
    ],
    [['nginx-regex-by-neighbour', 'a.test', '/x', 'Ingress/shop/i']],
  ],
  [
    'a slash at the end',
    [...SERVICES, ingress('i', ['a.test/x/ a'])],
    [['nginx-slash-added', 'a.test', '/x/', '/x']],
  ],
  ['a slash at the end below another path', [...SERVICES, ingress('i', ['a.test/x/ a', 'a.test/x= b'])], []],
  [
    'the same path in two Ingresses, one of them older',
    [
      ...SERVICES,
      ingress('i', ['a.test/x a'], { created: NEW }),
      ingress('j', ['a.test/x b'], { created: OLD }),
    ],
    [['ingress-path-shadowed', 'a.test', '/x', 'Ingress/shop/j', 'age']],
  ],
  [
    'the same path in two Ingresses',
    [...SERVICES, ingress('i', ['a.test/x a']), ingress('j', ['a.test/x b'])],
    [['ingress-path-shadowed', 'a.test', '/x', 'Ingress/shop/j', 'last-name']],
  ],
  [
    'the same path in two Ingresses of another controller',
    [
      ...SERVICES.slice(1),
      controlledBy('a.b/c'),
      ingress('i', ['a.test/x a']),
      ingress('j', ['a.test/x b', 'a.test/x= b']),
    ],
    [['ingress-path-shadowed', 'a.test', '/x', 'Ingress/shop/i', 'name']],
  ],
  [
    'a default backend of two hosts, one of which has the path `/`',
    [...SERVICES, ingress('i', ['a.test/x a', 'b.test/ a'], { more: TO_B })],
    [['nginx-default-backend-of-hosts', 'b', 'a.test']],
  ],
  ['only a default backend', [...SERVICES, ingress('i', [], { more: TO_B })], []],
  [
    'a certificate of another host',
    [
      ...SERVICES,
      ingress('i', ['a.test/ a'], { more: { tls: [{ hosts: ['*.test', 'a.test', 'b.example'] }] } }),
    ],
    [['ingress-tls-host-without-rule', 'b.example']],
  ],
  [
    'a canary with its partner',
    [...SERVICES, ingress('i', ['a.test/ a']), ingress('j', ['a.test/ b'], { annotations: CANARY })],
    [],
  ],
  [
    'a canary without a partner',
    [...SERVICES, ingress('j', ['a.test/ b'], { annotations: CANARY })],
    [['nginx-canary-inert', 'a.test', '/', 'b', 'no-primary']],
  ],
  [
    'two canaries',
    [
      ...SERVICES,
      service('shop/c', SPEC),
      ingress('i', ['a.test/ a']),
      ingress('j', ['a.test/ b'], { annotations: CANARY, created: OLD }),
      ingress('k', ['a.test/ c'], { annotations: CANARY, created: NEW }),
    ],
    [['nginx-canary-inert', 'a.test', '/', 'c', 'second']],
  ],
  [
    'a canary whose Service an earlier Ingress uses',
    [
      ...SERVICES,
      ingress('i', ['a.test/ a', 'a.test/b b'], { created: OLD }),
      ingress('j', ['a.test/x b'], { annotations: CANARY, created: NEW }),
    ],
    [['nginx-canary-inert', 'a.test', '/x', 'b', 'service-taken']],
  ],
  [
    'such a canary of a host that no other Ingress names',
    [
      ...SERVICES,
      ingress('i', ['a.test/ a'], { created: OLD }),
      ingress('j', ['b.test/ a'], { annotations: CANARY, created: NEW }),
    ],
    [['nginx-canary-takes-hosts', 'b.test', '/', 'a']],
  ],
  [
    'an Ingress whose Service an earlier canary uses',
    [
      ...SERVICES,
      ingress('i', ['a.test/ a'], { created: OLD }),
      ingress('j', ['a.test/ b'], { annotations: CANARY, created: OLD }),
      ingress('k', ['a.test/b b'], { created: NEW }),
    ],
    [['nginx-service-of-canary', 'a.test', '/b', 'b', 'Ingress/shop/j']],
  ],
  [
    'a Service whose external name is the controller itself',
    [
      NGINX,
      service('shop/a', { type: 'ExternalName', externalName: 'localhost' }),
      ingress('i', ['a.test/ a']),
    ],
    [['ingress-external-name-local', 'shop/a', 'localhost']],
  ],
];

test.each(TABLE)('%s', (_, manifests, expected) => {
  const found = collectFindings(load(manifests)).map(({ code, args: { ingress: __, ...args } }) => [
    code,
    ...Object.values(args).map(String),
  ]);
  expect(found).toEqual(expected);
});
