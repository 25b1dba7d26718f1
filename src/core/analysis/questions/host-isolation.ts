import type { RouteEntry, RouteTable } from '../../ir/mesh-ir.ts';
import type { Profile } from '../../profile/profile.ts';

/** Whether the table of a listener alone decides about the requests that come to it. */
export function areListenersIsolated({ listenerIsolation }: Profile): boolean {
  return listenerIsolation;
}

/**
 * Whether entries of a table can keep requests from others of it that they do not take themselves: hostnames overlap, and
 * the profile does not fall through from one to the other.
 */
export function hostsKeepRequests(table: RouteTable, { hostnameFallthrough }: Profile): boolean {
  return !hostnameFallthrough && table.entries.some((entry) => hasNarrowerHost(entry, table));
}

/** Whether a table has a hostname that is more specific than that of an entry and covers a part of it. */
export function hasNarrowerHost(entry: RouteEntry, table: RouteTable): boolean {
  return wideHostsOf(table).has(hostOf(entry));
}

const known = new WeakMap<RouteTable, ReadonlySet<string>>();

/** The hostnames of a table that cover others of it; '' stands for every host. */
function wideHostsOf(table: RouteTable): ReadonlySet<string> {
  const before = known.get(table);
  if (before !== undefined) return before;
  const hosts = new Set(table.entries.map(hostOf));
  const wide = new Set<string>();
  for (const host of hosts) {
    if (host !== '') wide.add('');
    const labels = host.replace(/^\*\./, '').split('.');
    const first = host.startsWith('*.') ? 1 : 0;
    for (let at = first; at < labels.length; at++) {
      const name = labels.slice(at).join('.');
      if (`*.${name}` !== host && host !== name) wide.add(`*.${name}`);
    }
  }
  known.set(table, wide);
  return wide;
}

function hostOf(entry: RouteEntry): string {
  return entry.conditions.find((condition) => condition.of === 'host')?.value ?? '';
}
