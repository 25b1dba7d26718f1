import type { RouteEntry, RouteTable } from '../../ir/table.ts';
import { languageKindOf } from '../../match/operators/operators.ts';
import type { Profile } from '../../profile/profile.ts';

/** Returns true if only the table of a listener decides about its requests. */
export function areListenersIsolated({ listenerIsolation }: Profile): boolean {
  return listenerIsolation;
}

/**
 * Returns true if entries of a table can keep requests from other entries without matching them: hostnames
 * overlap, and the profile has no fall-through between them.
 */
export function hostsKeepRequests(table: RouteTable, { hostnameFallthrough }: Profile): boolean {
  return !hostnameFallthrough && table.entries.some((entry) => hasNarrowerHost(entry, table));
}

/**
 * Returns true if a table has, or may have, a more specific hostname that covers a part of the hostname of an
 * entry.
 */
export function hasNarrowerHost(entry: RouteEntry, table: RouteTable): boolean {
  const wide = wideHostsOf(table);
  const host = hostOf(entry);
  return wide === 'unknown' || host === 'unknown' || wide.has(host.name);
}

type WideHosts = ReadonlySet<string> | 'unknown';

const known = new WeakMap<RouteTable, WideHosts>();

/** Returns the hostnames of a table that cover others of it. '' is every host. */
function wideHostsOf(table: RouteTable): WideHosts {
  const before = known.get(table);
  if (before !== undefined) return before;
  const wide = findWideHosts(table);
  known.set(table, wide);
  return wide;
}

function findWideHosts(table: RouteTable): WideHosts {
  const hosts = new Set<string>();
  for (const entry of table.entries) {
    const host = hostOf(entry);
    if (host === 'unknown') return 'unknown';
    hosts.add(host.name);
  }
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
  return wide;
}

/**
 * Returns the hostname of an entry. '' is every host, and `unknown` means that its condition is not a
 * hostname.
 */
function hostOf(entry: RouteEntry): { readonly name: string } | 'unknown' {
  const condition = entry.conditions.find(({ of }) => of === 'host');
  if (condition === undefined) return { name: '' };
  const kind = languageKindOf(condition);
  return kind === 'value' || kind === 'host-suffix' ? { name: condition.value } : 'unknown';
}
