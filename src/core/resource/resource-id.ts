import { formatResourceId } from '../ids/ids.ts';
import { kindNamed } from './kinds/kinds.ts';
import type { ResourceId } from './resource.ts';

/**
 * Returns the first part of an id for a kind: its name, or name and group if the name alone means a decoded
 * kind of another group. `group` is null if it is unknown.
 */
export function kindInIds(kind: string, group: string | null): string {
  const known = kindNamed(kind);
  const isNamesake = group !== null && known !== null && known.group !== group;
  return isNamesake && group !== '' ? `${kind}.${group}` : kind;
}

/**
 * Returns the identity of an object: `KIND/ns/name`, or `KIND/name` without a namespace. A kind that shares
 * its name, but not its group, with a decoded kind has the group in its id
 * (`HTTPRoute.policy.linkerd.io/ns/name`).
 */
export function resourceId(kind: string, group: string | null, namespace: string, name: string): ResourceId {
  return formatResourceId(kindInIds(kind, group), namespace, name);
}
