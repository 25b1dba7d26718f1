import type { Profile } from '../../../../profile/profile.ts';

/**
 * Returns the group that a reference means. `core` and `v1` are not groups. Only in a sketch do
 * they mean the core group.
 */
export function groupOf(group: string, sketch: boolean): string {
  return sketch && (group === 'core' || group === 'v1') ? '' : group;
}

/**
 * Returns the group of a parent or backend reference under a profile. Some profiles accept `core` for the
 * core group.
 */
export function groupIn(group: string, sketch: boolean, { coreGroup }: Pick<Profile, 'coreGroup'>): string {
  return coreGroup === 'also-spelled-out' && group === 'core' ? '' : groupOf(group, sketch);
}
