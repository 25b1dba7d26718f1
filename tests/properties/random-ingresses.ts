/** Random Ingresses of ingress-nginx, of another controller, and of Traefik, for the comparison with their conversion. */

import fc from 'fast-check';
import { manifest, service } from '../manifests.ts';

const HOSTS = ['a.test', '*.w.test', undefined] as const;
const PATHS = ['/', '/a', '/a/', '/a/b', '/A'] as const;
const PATTERNS = ['/a(/|$)(.*)', '/a/[0-9]+', '/(.*)'] as const;
const SERVICES = ['one', 'two', 'three'] as const;

/** The annotations of an Ingress, in sets that occur together. */
const ANNOTATIONS: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'use-regex': 'true' },
  { 'rewrite-target': '/$2' },
  { 'rewrite-target': '/b' },
  { 'app-root': '/a' },
  { 'permanent-redirect': 'https://new.test/x' },
  { 'temporal-redirect': 'http://new.test' },
  { 'force-ssl-redirect': 'true' },
  { 'whitelist-source-range': '10.0.0.0/8' },
  { 'enable-cors': 'true', 'cors-allow-origin': 'https://ui.test' },
  { canary: 'true', 'canary-weight': '30' },
  { canary: 'true', 'canary-by-header': 'x-c', 'canary-weight': '50' },
  { canary: 'true', 'canary-by-header': 'x-c', 'canary-by-header-pattern': 'be' },
];

const path = fc.oneof(
  fc.record({ path: fc.constantFrom(...PATHS), pathType: fc.constantFrom('Exact', 'Prefix') }),
  fc.record({ path: fc.constantFrom(...PATTERNS), pathType: fc.constant('ImplementationSpecific') }),
);

const ingress = fc.record({
  namespace: fc.constantFrom('demo', 'other'),
  host: fc.constantFrom(...HOSTS),
  paths: fc.array(fc.tuple(path, fc.constantFrom(...SERVICES)), { minLength: 1, maxLength: 3 }),
  annotations: fc.constantFrom(...ANNOTATIONS),
  hasFallback: fc.boolean(),
  hasTLS: fc.boolean(),
});

/** Manifests with one class, up to three Ingresses, and the Services of two namespaces. */
export const ingressWorlds = fc
  .record({
    controller: fc.constantFrom(
      'k8s.io/ingress-nginx',
      'k8s.io/ingress-nginx',
      'example.com/other',
      'traefik.io/ingress-controller',
    ),
    ingresses: fc.array(ingress, { minLength: 1, maxLength: 3 }),
  })
  .map(({ controller, ingresses }) => [
    manifest('networking.k8s.io/v1', 'IngressClass', 'main', { spec: { controller } }),
    ...['demo', 'other'].flatMap((namespace) =>
      SERVICES.map((name) => service(`${namespace}/${name}`, { selector: { app: name } })),
    ),
    ...ingresses.map(({ namespace, host, paths, annotations, hasFallback, hasTLS }, at) =>
      manifest(
        'networking.k8s.io/v1',
        'Ingress',
        `${namespace}/i${at}`,
        {
          spec: {
            ingressClassName: 'main',
            ...(hasFallback ? { defaultBackend: to('three') } : null),
            ...(hasTLS && host !== undefined ? { tls: [{ hosts: [host], secretName: 'cert' }] } : null),
            rules: [
              {
                ...(host === undefined ? null : { host }),
                http: { paths: paths.map(([each, name]) => ({ ...each, backend: to(name) })) },
              },
            ],
          },
        },
        {
          annotations: Object.fromEntries(
            Object.entries(annotations).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]),
          ),
        },
      ),
    ),
  ]);

function to(name: string): object {
  return { service: { name, port: { number: 80 } } };
}

/** Requests that the Ingresses can tell apart, as RouteTests write them. */
export function ingressRequests(): readonly object[] {
  const hosts = ['a.test', 'x.w.test', 'x.y.w.test', 'w.test', 'unknown.test'];
  const paths = [
    '/',
    '/a',
    '/a/',
    '/a/b',
    '/a/7',
    '/ab',
    '/A',
    '/A/b',
    '/c',
    '/a/b/?x=1',
    '/c?x=1',
    '/%61',
    '//a',
  ];
  const headers: readonly Readonly<Record<string, string>>[] = [
    {},
    { 'x-c': 'always' },
    { 'x-c': 'never' },
    { 'x-c': 'abe' },
    { origin: 'https://ui.test' },
  ];
  return ['http', 'https'].flatMap((scheme) =>
    hosts.flatMap((host) =>
      paths.flatMap((each) =>
        headers.flatMap((own) =>
          ['GET', 'OPTIONS'].map((method) => ({
            ingress: 'main',
            method,
            url: `${scheme}://${host}${each}`,
            headers: own,
          })),
        ),
      ),
    ),
  );
}
