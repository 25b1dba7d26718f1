import type { Resource } from '../resource/decoded-resource.ts';
import { kindOf } from '../resource/kinds/kinds.ts';

/** The namespaces that exist because of a resource: its own, and those that its kind says it names. */
export function namespacesOf({ decoded, resource }: Resource): readonly string[] {
  const own = resource.namespace === '' ? [] : [resource.namespace];
  if (!decoded) return own;
  const named = kindOf(resource.kind, resource.group)?.namesNamespaces?.(resource);
  return named === undefined ? own : [...own, ...named];
}
