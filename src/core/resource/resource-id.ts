import { formatResourceId } from '../ids/ids.ts';
import { kindNamed } from './kinds/kinds.ts';
import type { ResourceId } from './resource.ts';

/**
 * A kind as ids begin with it: its name, or name and group where the name alone means a decoded kind of another group.
 * `group` null: not known.
 */
export function kindInIds(kind: string, group: string | null): string {
  const known = kindNamed(kind);
  const isNamesake = group !== null && known !== null && known.group !== group;
  return isNamesake && group !== '' ? `${kind}.${group}` : kind;
}

/**
 * The identity of an object: `KIND/ns/name`, or `KIND/name` without a namespace. A kind that shares its name with a kind
 * that is decoded, but not its group, has the group in its id (`HTTPRoute.policy.linkerd.io/ns/name`).
 */
export function resourceId(kind: string, group: string | null, namespace: string, name: string): ResourceId {
  return formatResourceId(kindInIds(kind, group), namespace, name);
}
