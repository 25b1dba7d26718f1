import { describe, expect, test } from 'vitest';
import { condition, entry, routeTable } from '../../../../tests/route-tables.ts';
import type { Condition } from '../../ir/condition.ts';
import { GATEWAY_API } from '../../profile/profile.ts';
import { hasNarrowerHost, hostsKeepRequests } from './host-isolation.ts';

/** Returns an entry for a hostname. Null means every host. */
function at(host: string | null, op?: Condition['op']) {
  if (host === null) return entry([]);
  return entry([condition('host', op ?? (host.startsWith('*.') ? 'host-suffix' : 'exact'), host)]);
}

describe('a narrower hostname in a table', () => {
  test.each<[string | null, string | null, boolean]>([
    [null, 'a.example', true],
    [null, null, false],
    ['*.example', 'a.example', true],
    ['*.example', '*.a.example', true],
    ['*.example', '*.example', false],
    ['*.example', 'example', false],
    ['*.a.example', '*.example', false],
    ['a.example', 'a.example', false],
    ['*.example', 'a.other', false],
  ])('%s beside %s: %s', (own, other, expected) => {
    const entries = [at(own), at(other)] as const;
    expect(hasNarrowerHost(entries[0], routeTable(entries))).toBe(expected);
  });

  test('may be there where a condition is no hostname', () => {
    const unknown = at('a.example', 'sounds-like' as never);
    const entries = [at('a.example'), unknown] as const;
    expect(hasNarrowerHost(entries[0], routeTable(entries))).toBe(true);
    expect(hasNarrowerHost(unknown, routeTable([unknown]))).toBe(true);
  });

  test('keeps requests only where a profile does not fall through', () => {
    const table = routeTable([at('*.example'), at('a.example')]);
    expect(hostsKeepRequests(table, { ...GATEWAY_API, hostnameFallthrough: false })).toBe(true);
    expect(hostsKeepRequests(table, { ...GATEWAY_API, hostnameFallthrough: true })).toBe(false);
    const one = routeTable([at('a.example')]);
    expect(hostsKeepRequests(one, { ...GATEWAY_API, hostnameFallthrough: false })).toBe(false);
  });
});
