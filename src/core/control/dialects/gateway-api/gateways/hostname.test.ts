import { expect, test } from 'vitest';
import type { HostPattern } from '../../../../ir/host-pattern.ts';
import { intersectHosts } from './hostname.ts';

test.each<[HostPattern, HostPattern, HostPattern | undefined]>([
  [null, null, null],
  [null, 'a.example', 'a.example'],
  ['', 'a.example', 'a.example'],
  ['', '', null],
  [null, '', null],
  ['a.example', 'a.example', 'a.example'],
  ['a.example', 'b.example', undefined],
  ['*.example', 'a.example', 'a.example'],
  ['*.example', 'example', undefined],
  ['*.example', '*.a.example', '*.a.example'],
  ['*.example', '*.b.test', undefined],
  ['*.example', '*.anexample', undefined],
  ['*.a.example', 'b.example', undefined],
])('%s and %s have %s in common', (a, b, common) => {
  expect(intersectHosts(a, b)).toBe(common);
  expect(intersectHosts(b, a)).toBe(common);
});
