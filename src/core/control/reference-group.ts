/** `core` and `v1` name no group; only a sketch is read as its author meant it. */
export function groupOf(group: string, sketch: boolean): string {
  return sketch && (group === 'core' || group === 'v1') ? '' : group;
}
