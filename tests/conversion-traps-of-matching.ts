/** The traps T-01 to T-13 of a conversion (chapter 9 of the digest of Ingress semantics): which rule takes a request. */

import { ingress, REGEX, services, type Trap, world } from './conversion-worlds.ts';

/** T-01 to T-13. */
export const TRAPS_OF_MATCHING: readonly Trap[] = [
  {
    name: 'T-01 a neighbour makes all paths of the host expressions',
    world: world(
      services('a', 'b'),
      ingress('x', { host: 'h.test', paths: ['Any /rx/[0-9]+ a'], annotations: REGEX }),
      ingress('y', { host: 'h.test', paths: ['Exact /Admin b'] }),
    ),
    requests: {
      'GET http://h.test/administrator/x': 'kept',
      'GET http://h.test/rx/7': 'kept',
      'GET http://h.test/rx/a': 'kept',
    },
    losses: ['pattern-specific'],
  },
  {
    name: 'T-02 a prefix of such a host compares characters',
    world: world(
      services('a', 'b'),
      ingress('x', { host: 'h.test', paths: ['Any /rx a'], annotations: REGEX }),
      ingress('y', { host: 'h.test', paths: ['Prefix /foo b', 'Prefix /bar/ b'] }),
    ),
    requests: {
      'GET http://h.test/foobar': 'kept',
      'GET http://h.test/FOO': 'kept',
      'GET http://h.test/bar': 'kept',
      'GET http://h.test/bar/x': 'kept',
    },
  },
  {
    name: 'T-03 a rewrite with groups',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Any /something(/|$)(.*) a'],
        annotations: { 'rewrite-target': '/$2' },
      }),
    ),
    requests: {
      'GET http://h.test/something/new?x=1': 'kept',
      'GET http://h.test/something': 'kept',
      'GET http://h.test/something/': 'kept',
      'GET http://h.test/somethings': 'kept',
    },
  },
  {
    name: 'T-03 groups that no filter has',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Any /(.*)/(.*) a'],
        annotations: { 'rewrite-target': '/$2/$1' },
      }),
    ),
    requests: { 'GET http://h.test/a/b': 'loss rewrite-groups' },
  },
  {
    name: 'T-04 a rewrite to the path itself',
    world: world(
      services('a'),
      ingress('x', { host: 'h.test', paths: ['Prefix / a'], annotations: { 'rewrite-target': '/' } }),
    ),
    requests: { 'GET http://h.test/x/y': 'kept', 'GET http://h.test/': 'kept' },
  },
  {
    name: 'T-05 a rewrite replaces the whole path',
    world: world(
      services('a'),
      ingress('x', { host: 'h.test', paths: ['Prefix /app a'], annotations: { 'rewrite-target': '/' } }),
    ),
    requests: { 'GET http://h.test/app/users/1': 'kept', 'GET http://h.test/application': 'kept' },
  },
  {
    name: 'T-06 letter case of a prefix that is replaced',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Any /something(/|$)(.*) a'],
        annotations: { 'rewrite-target': '/$2' },
      }),
    ),
    requests: { 'GET http://h.test/Something/New': 'change letter-case' },
  },
  {
    name: 'T-07 the longest text of an expression wins',
    world: world(
      services('a', 'b'),
      ingress('x', {
        host: 'h.test',
        paths: ['Any /foo/bar/bar a', 'Any /foo/bar/[A-Z0-9]{3} b'],
        annotations: REGEX,
      }),
    ),
    requests: {
      'GET http://h.test/foo/bar/bar': 'kept',
      'GET http://h.test/foo/bar/barn': 'kept',
      'GET http://h.test/foo/bar/ba': 'kept',
    },
  },
  {
    name: 'T-08 a path that ends at a slash',
    world: world(
      services('a', 'r'),
      ingress('x', { host: 'h.test', paths: ['Prefix /app/ a', 'Exact /one/ a', 'Prefix / r'] }),
    ),
    requests: {
      'GET http://h.test/app': 'kept',
      'GET http://h.test/app?x=1': 'kept',
      'GET http://h.test/app/': 'kept',
      'GET http://h.test/app/x': 'kept',
      'GET http://h.test/one': 'kept',
      'GET http://h.test/one/': 'kept',
      'GET http://h.test/apple': 'kept',
    },
  },
  {
    name: 'T-09 one prefix with and without a slash',
    world: world(
      services('a', 'b'),
      ingress('x', { host: 'h.test', paths: ['Prefix /foo a', 'Prefix /foo/ b'] }),
    ),
    // What the controller answers today depends on its earlier configuration.
    requests: {
      'GET http://h.test/foo': 'loss controller-stuck',
      'GET http://h.test/foo/x': 'loss controller-stuck',
    },
    losses: ['controller-stuck'],
  },
  {
    name: 'T-10 a wildcard is one label',
    world: world(services('a'), ingress('x', { host: '*.foo.test', paths: ['Prefix / a'] })),
    requests: {
      'GET http://bar.foo.test/': 'kept',
      'GET http://baz.bar.foo.test/': 'change wildcard-depth',
      'GET http://foo.test/': 'kept',
    },
  },
  {
    name: 'T-11 rules without a host do not serve named hosts',
    world: world(
      services('a', 'any'),
      ingress('x', { host: 'a.test', paths: ['Prefix /app a'] }),
      ingress('y', { paths: ['Prefix /shared any'] }),
    ),
    requests: {
      'GET http://a.test/shared': 'kept',
      'GET http://other.test/shared': 'kept',
      'GET http://other.test/app': 'kept',
    },
  },
  {
    name: 'T-12 default backends',
    world: world(
      services('a', 'def', 'catch'),
      ingress('x', { host: 'a.test', paths: ['Prefix /app a'], fallback: 'def', age: 1 }),
      ingress('y', { fallback: 'catch', age: 2 }),
    ),
    requests: {
      'GET http://a.test/zzz': 'kept',
      'GET http://b.test/zzz': 'kept',
      'GET http://a.test/app': 'kept',
    },
  },
  {
    name: 'T-13 an annotation acts on the paths that nothing takes',
    world: world(
      services('a'),
      ingress('x', {
        host: 'h.test',
        paths: ['Prefix /old a'],
        annotations: { 'permanent-redirect': 'https://new.test/landing' },
      }),
    ),
    requests: { 'GET http://h.test/other': 'kept', 'GET http://h.test/old/x': 'kept' },
  },
];
