import type { Resource } from '../resource/decoded-resource.ts';
import { kindOf } from '../resource/kinds/kinds.ts';

/** Returns the namespaces that exist because of a resource: its own namespace, and those that it names. */
export function namespacesOf({ decoded, resource }: Resource): readonly string[] {
  const own = resource.namespace === '' ? [] : [resource.namespace];
  if (!decoded) return own;
  const named = kindOf(resource.kind, resource.group)?.namesNamespaces?.(resource);
  return named === undefined ? own : [...own, ...named];
}
