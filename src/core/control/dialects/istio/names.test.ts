import { describe, expect, test } from 'vitest';
import { hostsOverlap, isSubset, mostSpecific, resolveGateway, resolveHost } from './names.ts';

describe('hosts (Istio 2.1, 2.2)', () => {
  test.each([
    ['tea', 'tea.cafe.svc.cluster.local'],
    ['Tea', 'tea.cafe.svc.cluster.local'],
    ['tea.cafe', 'tea.cafe'],
    ['tea.cafe.svc', 'tea.cafe.svc'],
    ['*', '*'],
    ['*.Example.com', '*.example.com'],
    ['10.0.0.1', '10.0.0.1'],
  ])('%s', (host, full) => expect(resolveHost(host, 'cafe', 'cluster.local')).toBe(full));
});

describe('gateways (Istio 2.3)', () => {
  test.each([
    ['mesh', 'mesh'],
    ['door', 'cafe/door'],
    ['./door', 'cafe/door'],
    ['street/door', 'street/door'],
    ['door.street.svc.cluster.local', 'street/door'],
  ])('%s', (gateway, full) => expect(resolveGateway(gateway, 'cafe')).toBe(full));
});

describe('wildcards (Istio 2.4)', () => {
  test.each([
    ['*.foo.com', 'foo.com', false],
    ['*.foo.com', 'a.foo.com', true],
    ['*', 'foo.com', true],
    ['*-v2.foo.com', 'tea-v2.foo.com', true],
    ['*.foo.com', '*.a.foo.com', true],
    ['*.foo.com', '*.bar.com', false],
    ['foo.com', 'foo.com', true],
  ])('%s overlaps %s: %s', (a, b, expected) => {
    expect(hostsOverlap(a, b)).toBe(expected);
    expect(hostsOverlap(b, a)).toBe(expected);
  });

  test.each([
    ['*.a.foo.com', '*.foo.com', true],
    ['*.foo.com', '*.a.foo.com', false],
    ['*.foo.com', 'a.foo.com', false],
    ['a.foo.com', '*', true],
  ])('%s is within %s: %s', (narrow, wide, expected) => expect(isSubset(narrow, wide)).toBe(expected));

  test.each([
    ['a.foo.com', ['*', '*.foo.com'], '*.foo.com'],
    ['a.foo.com', ['*.foo.com', 'a.foo.com'], 'a.foo.com'],
    ['a.foo.com', ['*.bar.com'], null],
  ])('the best for %s of %s: %s', (host, among, best) => expect(mostSpecific(host, among)).toBe(best));
});
