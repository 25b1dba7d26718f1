import { namespacedName } from '../../../../ids/ids.ts';
import type { ResourceMeta } from '../../../../resource/resource.ts';

/**
 * Returns true if the first of two policies is the established one: the older, then the first by
 * `namespace/name`.
 */
export function goesBefore(a: ResourceMeta, b: ResourceMeta): boolean {
  const [bornA, bornB] = [a.created ?? Number.POSITIVE_INFINITY, b.created ?? Number.POSITIVE_INFINITY];
  return bornA === bornB
    ? namespacedName(a.namespace, a.name) < namespacedName(b.namespace, b.name)
    : bornA < bornB;
}
