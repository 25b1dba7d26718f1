import { readApiVersion } from '../ids/api-version.ts';
import { type Fields, isMapping } from '../text/mapping.ts';
import type { Path } from '../text/path.ts';
import type { AttachedPolicySpec, PolicyTargetRef } from './gateway-resource.ts';

/**
 * Returns the targets of an object of an unknown kind with `spec.targetRef` or `spec.targetRefs` (R-603,
 * Returns null if it has neither.
 */
export function attachedPolicy(object: Fields, namespace: string): AttachedPolicySpec | null {
  const { spec } = object;
  if (!isMapping(spec)) return null;
  const { targetRef, targetRefs } = spec;
  if (!isMapping(targetRef) && !Array.isArray(targetRefs)) return null;
  const several: readonly unknown[] = Array.isArray(targetRefs) ? targetRefs : [];
  return {
    targetRefs: [
      ...targetOf(targetRef, namespace, ['spec', 'targetRef']),
      ...several.flatMap((item, at) => targetOf(item, namespace, ['spec', 'targetRefs', at])),
    ],
    hasOverrides: isMapping(spec.overrides),
    hasDefaults: isMapping(spec.defaults),
  };
}

function targetOf(item: unknown, namespace: string, path: Path): readonly PolicyTargetRef[] {
  if (!isMapping(item)) return [];
  const { kind, name } = item;
  if (typeof kind !== 'string' || typeof name !== 'string' || kind === '' || name === '') return [];
  return [
    {
      group: textOf(item.group) ?? groupOf(item.apiVersion),
      kind,
      namespace: textOf(item.namespace) || namespace,
      name,
      sectionName: textOf(item.sectionName) || null,
      path,
    },
  ];
}

/**
 * Returns the group of an `apiVersion`. Some policies name their target with `apiVersion` instead of `group`.
 */
function groupOf(apiVersion: unknown): string {
  return readApiVersion(textOf(apiVersion) ?? '').group;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
