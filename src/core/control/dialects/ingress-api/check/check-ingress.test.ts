import { describe, expect, test } from 'vitest';
import { load, manifest, service } from '../../../../../../tests/manifests.ts';
import { collectFindings } from '../../../../index.ts';
import type { IngressClassResource } from '../class-of-ingress.ts';
import { defaultClass } from '../class-of-ingress.ts';

const GROUP = 'networking.k8s.io/v1';
const DEFAULT = { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } };
const NGINX = { annotations: { 'kubernetes.io/ingress.class': 'nginx' } };

const ingress = (spec: object, metadata: object = {}) =>
  manifest(GROUP, 'Ingress', 'shop/i', { spec }, metadata);
const ingressClass = (name: string, metadata: object = {}) =>
  manifest(GROUP, 'IngressClass', name, { spec: { controller: 'example.com/c' } }, metadata);
const to = (port: number | string, name = 'cart') => ({
  service: { name, port: typeof port === 'number' ? { number: port } : { name: port } },
});
const rules = (backend: object, ...more: readonly object[]) => ({
  rules: [
    {
      http: {
        paths: [backend, ...more].map((each, at) => ({ path: `/${at}`, pathType: 'Exact', backend: each })),
      },
    },
  ],
});
const CART = service('shop/cart', { ports: [{ name: 'http', port: 80, targetPort: 8080 }] });

/** The findings of this check, as their code, the end of their path, and some arguments. */
function found(...manifests: readonly object[]) {
  return collectFindings(load(manifests))
    .filter(({ code }) => code.startsWith('ingress-'))
    .map(({ code, severity, site, args: { ingress: _, ...args } }) => [
      code,
      severity,
      site.path.slice(-2).join('.'),
      args,
    ]);
}

describe('the class of an Ingress', () => {
  const spec = { defaultBackend: to(80) };
  const named = { ...spec, ingressClassName: 'nginx' };
  const missing = [
    'ingress-class-missing',
    'warning',
    'spec.ingressClassName',
    { class: 'nginx', classes: 'other' },
  ];
  test.each<[string, readonly object[], readonly unknown[]]>([
    ['exists', [ingress(named), ingressClass('nginx')], []],
    ['is unknown without any IngressClass', [ingress(named)], []],
    ['is missing', [ingress(named), ingressClass('other')], [missing]],
    [
      'is missing, the default does not replace it',
      [ingress(named), ingressClass('other', DEFAULT)],
      [missing],
    ],
    ['is that of the annotation', [ingress(spec, NGINX), ingressClass('other', DEFAULT)], []],
    [
      'is the default',
      [ingress(spec), ingressClass('a'), ingressClass('b', DEFAULT)],
      [['ingress-class-default', 'info', 'spec', { class: 'b' }]],
    ],
    [
      'is none',
      [ingress(spec), ingressClass('a'), ingressClass('b')],
      [['ingress-class-none', 'warning', 'spec', { classes: 'a, b' }]],
    ],
    ['is not known to be none without any IngressClass', [ingress(spec)], []],
  ])('%s', (_, manifests, expected) => expect(found(CART, ...manifests)).toEqual(expected));
});

describe('of several default classes', () => {
  const resource = (name: string, created: number | null, isDefault = true) =>
    ({ name, created, spec: { isDefault } }) as IngressClassResource;
  test.each<[string, readonly IngressClassResource[], string | undefined]>([
    ['the newest one counts', [resource('a', 1), resource('b', 3), resource('c', 2)], 'b'],
    ['of one age, the first by name counts', [resource('b', 1), resource('a', 1)], 'a'],
    ['one without a timestamp is newer', [resource('b', null), resource('a', 9)], 'b'],
    ['only defaults count', [resource('b', 1), resource('a', 9, false)], 'b'],
    ['there may be none', [resource('a', 9, false)], undefined],
  ])('%s', (_, classes, expected) => expect(defaultClass(classes)?.name).toBe(expected));
});

describe('the backend of an Ingress', () => {
  const cart = { service: 'shop/cart' };
  test.each<[string, object, readonly unknown[]]>([
    ['exists, by number', to(80), []],
    ['exists, by name', to('http'), []],
    ['is not a Service', { resource: { kind: 'Bucket', name: 'b' } }, []],
    ['is in an annotation for the controller of AWS', to('use-annotation', 'redirect'), []],
    [
      'is not declared',
      to(80, 'pay'),
      [['ingress-service-missing', 'error', '0.backend', { service: 'shop/pay' }]],
    ],
    [
      'has no such port',
      to(81),
      [['ingress-port-missing', 'error', '0.backend', { ...cart, port: 81, ports: '80 (http)' }]],
    ],
    [
      'has no port of that name',
      to('web'),
      [['ingress-port-missing', 'error', '0.backend', { ...cart, port: 'web', ports: '80 (http)' }]],
    ],
    [
      'is named by its target port',
      to(8080),
      [['ingress-port-is-target-port', 'warning', '0.backend', { ...cart, port: 8080, use: 80 }]],
    ],
  ])('%s', (_, backend, expected) => expect(found(CART, ingress(rules(backend)))).toEqual(expected));

  test('is looked for in the namespace of the Ingress, for each reference', () => {
    const other = service('other/cart');
    const spec = { defaultBackend: to(80), ...rules(to(80), to(80)) };
    expect(found(other, ingress(spec)).map(([code, , at]) => [code, at])).toEqual([
      ['ingress-service-missing', 'spec.defaultBackend'],
      ['ingress-service-missing', '0.backend'],
      ['ingress-service-missing', '1.backend'],
    ]);
  });

  test('is dialled at the port of the Ingress if an ExternalName Service has no ports', () => {
    const external = manifest('v1', 'Service', 'shop/cart', {
      spec: { type: 'ExternalName', externalName: 'a.example' },
    });
    expect(found(external, ingress(rules(to(8443))))).toEqual([]);
  });
});
