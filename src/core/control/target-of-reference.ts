import type { PolicyTarget } from '../ir/policy.ts';
import type { PolicyTargetRef } from '../resource/gateway-resource.ts';
import { kindInIds } from '../resource/resource-id.ts';

/** Returns the target of a reference, with its kind as in ids. A Namespace has no namespace. */
export function targetOf({ group, kind, namespace, name, sectionName }: PolicyTargetRef): PolicyTarget {
  return {
    kind: kindInIds(kind, group),
    namespace: kind === 'Namespace' ? '' : namespace,
    name,
    section: sectionName,
  };
}
