import type { Profile } from '../../../../profile/profile.ts';

/** `core` and `v1` name no group; only a sketch is read as its author meant it. */
export function groupOf(group: string, sketch: boolean): string {
  return sketch && (group === 'core' || group === 'v1') ? '' : group;
}

/** The group as a profile reads it in references of routes to parents and backends: some take `core` for the core group. */
export function groupIn(group: string, sketch: boolean, { coreGroup }: Pick<Profile, 'coreGroup'>): string {
  return coreGroup === 'also-spelled-out' && group === 'core' ? '' : groupOf(group, sketch);
}
