import type { PolicyTargetRef } from '../../gateway-resource.ts';
import type { ValidatedList } from '../../schema.ts';
import type { DecodeContext } from '../kind.ts';
import { checkCoreGroup } from './check-core-group.ts';
import type { WrittenRef } from './decode-references.ts';

type WrittenTarget = WrittenRef & { readonly sectionName?: string | null | undefined };

/**
 * Returns the targets of a policy. No target may appear twice, and for one target either all entries
 * have a section or none. Reports `target-ref-duplicated` and `target-refs-inconsistent`.
 */
export function decodeTargets(
  items: ValidatedList<WrittenTarget>,
  context: DecodeContext,
): readonly PolicyTargetRef[] {
  const targets: PolicyTargetRef[] = [];
  const seen: { readonly target: PolicyTargetRef; readonly index: number }[] = [];
  for (const [index, item] of (items ?? []).entries()) {
    if (item === undefined || item === null) continue;
    const path = ['spec', 'targetRefs', index];
    const target: PolicyTargetRef = {
      group: checkCoreGroup(context, item.group ?? '', [...path, 'group']),
      kind: item.kind ?? '',
      namespace: context.namespace,
      name: item.name,
      sectionName: item.sectionName || null,
      path,
    };
    targets.push(target);
    const { group, kind, name, sectionName } = target;
    const first = seen.find(
      ({ target: other }) => other.group === group && other.kind === kind && other.name === name,
    );
    const same = seen.find(
      ({ target: other }) =>
        other.group === group &&
        other.kind === kind &&
        other.name === name &&
        other.sectionName === sectionName,
    );
    seen.push({ target, index });
    if (first === undefined) continue;
    const report = { args: { kind, name }, place: { path } };
    const note = { note: 'target-ref-first', place: { path: ['spec', 'targetRefs', (same ?? first).index] } };
    if (same !== undefined) {
      const edits = [{ place: { path }, action: 'remove' as const, text: '' }];
      const fixes = [{ name: 'remove-target-ref', edits }];
      context.report({ code: 'target-ref-duplicated', ...report, related: [note], fixes });
    } else if ((first.target.sectionName === null) !== (sectionName === null)) {
      context.report({ code: 'target-refs-inconsistent', ...report, related: [note] });
    }
  }
  return targets;
}
