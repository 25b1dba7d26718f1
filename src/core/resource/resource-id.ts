import { KINDS } from './kinds/kinds.ts';
import type { ResourceId } from './resource.ts';

/** A kind as ids begin with it. */
export function kindInIds(kind: string, group: string): string {
  const isNamesake = KINDS[kind] !== undefined && KINDS[kind].group !== group;
  return isNamesake && group !== '' ? `${kind}.${group}` : kind;
}

/**
 * The identity of an object: `KIND/ns/name`, or `KIND/name` without a namespace. A kind that shares its name with a kind
 * that is decoded, but not its group, has the group in its id (`HTTPRoute.policy.linkerd.io/ns/name`).
 */
export function resourceId(kind: string, group: string, namespace: string, name: string): ResourceId {
  const prefix = kindInIds(kind, group);
  return namespace === '' ? `${prefix}/${name}` : `${prefix}/${namespace}/${name}`;
}
