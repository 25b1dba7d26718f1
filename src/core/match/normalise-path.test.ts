import { describe, expect, test } from 'vitest';
import { normalisePath } from './normalise-path.ts';

describe('normalising paths', () => {
  test.each([
    ['/', '/', '/'],
    ['/a/b', '/a/b', '/a/b'],
    ['/x/../a', '/a', '/a'],
    ['/a/.', '/a/', '/a/'],
    ['/a/..', '/', '/'],
    ['/../..', '/', '/'],
    ['/a/%2e%2E/b', '/b', '/b'],
    ['/%61%7e%2D', '/a~-', '/a~-'],
    ['/%20%2f', '/%20%2f', '/%20/'],
    ['/a\\b', '/a/b', '/a/b'],
    ['/a%5Cb', '/a%5Cb', '/a/b'],
    ['//a///b', '//a///b', '/a/b'],
    ['/a//../b', '/a/b', '/a/b'],
    ['/a%2F..%2Fb', '/a%2F..%2Fb', '/b'],
    ['/%zz%', '/%zz%', '/%zz%'],
    ['/%%361', '/%%361', '/%%361'],
    ['/..a/a..', '/..a/a..', '/..a/a..'],
  ])('%s: base %s, redirect %s', (path, base, redirect) => {
    expect(normalisePath(path, 'none')).toBe(path);
    expect(normalisePath(path, 'base')).toBe(base);
    expect(normalisePath(path, 'redirect')).toBe(redirect);
    expect(normalisePath(path, 'decode')).toBe(redirect);
    expect(normalisePath(base, 'base')).toBe(base);
    expect(normalisePath(redirect, 'redirect')).toBe(redirect);
  });

  test('merging leaves encoded slashes', () => {
    expect(normalisePath('/a//b%2Fc', 'merge')).toBe('/a/b%2Fc');
  });
});
