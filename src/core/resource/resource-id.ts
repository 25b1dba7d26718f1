import { KINDS } from './kinds/kinds.ts';
import type { ResourceId } from './resource.ts';

/**
 * The identity of an object: `KIND/ns/name`, or `KIND/name` without a namespace. A kind that shares its name with a kind
 * that is decoded, but not its group, has the group in its id (`HTTPRoute.policy.linkerd.io/ns/name`).
 */
export function resourceId(kind: string, group: string, namespace: string, name: string): ResourceId {
  const isNamesake = KINDS[kind] !== undefined && KINDS[kind].group !== group;
  const prefix = isNamesake && group !== '' ? `${kind}.${group}` : kind;
  return namespace === '' ? `${prefix}/${name}` : `${prefix}/${namespace}/${name}`;
}
