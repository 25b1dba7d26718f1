import type { PolicyTarget } from '../ir/policy.ts';
import type { PolicyTargetRef } from '../resource/gateway-resource.ts';
import { kindInIds } from '../resource/resource-id.ts';

/** The target that a reference means, its kind as in ids; a Namespace is in no namespace. */
export function targetOf({ group, kind, namespace, name, sectionName }: PolicyTargetRef): PolicyTarget {
  return {
    kind: kindInIds(kind, group),
    namespace: kind === 'Namespace' ? '' : namespace,
    name,
    section: sectionName,
  };
}
