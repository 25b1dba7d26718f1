import type { HeaderChange } from '../ir/filter.ts';
import type { Profile } from '../profile/profile.ts';
import { append, type Headers } from './headers.ts';

/**
 * Applies a modifier in place: `set` overwrites or creates, `add` appends after a comma or creates, `remove`
 * deletes. Several actions on one name are invalid. They are evaluated in the order set, add, remove
 * or with the removal first.
 */
export function changeHeaders(headers: Headers, change: HeaderChange, profile: RemovalRules): void {
  const last = removedLast(change, profile);
  for (const name of change.remove) if (!last.includes(name)) headers.delete(name.toLowerCase());
  for (const { name, value } of change.set) headers.set(name.toLowerCase(), { name, lines: [value] });
  for (const { name, value } of change.add) append(headers, name, value);
  for (const name of last) headers.delete(name.toLowerCase());
}

type RemovalRules = Pick<Profile, 'removedHeaders'>;

/** Returns the names that a modifier removes and neither sets nor adds afterwards. */
export function removedLast(change: HeaderChange, profile: RemovalRules): readonly string[] {
  const written = new Set([...change.set, ...change.add].map(({ name }) => name.toLowerCase()));
  const both = change.remove.some((name) => written.has(name.toLowerCase()));
  if (!both || profile.removedHeaders === 'last') return change.remove;
  return change.remove.filter((name) => !written.has(name.toLowerCase()));
}

/**
 * Applies a modifier to the headers of a request, in place, and returns its host. A modifier that sets or
 * adds the Host header replaces the host. No modifier removes it.
 */
export function changeRequestHeaders(
  headers: Headers,
  change: HeaderChange,
  host: string,
  profile: RemovalRules,
): string {
  changeHeaders(headers, change, profile);
  const own = headers.get('host');
  headers.delete('host');
  return own?.lines[0] ?? host;
}
