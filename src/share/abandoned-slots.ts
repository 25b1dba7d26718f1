import type { Slot } from './saved-work.ts';

/**
 * Returns the slots that no open tab has: those of an older visit, and of closed tabs. Without locks in the
 * browser, returns all slots except the tab's own.
 */
export async function abandonedSlots<T extends { readonly slot: Slot }>(
  slots: readonly T[],
  own: Slot,
): Promise<readonly T[]> {
  const held = new Set<string | undefined>();
  if ('locks' in navigator) {
    const locks = await navigator.locks.query().catch(() => ({ held: [] }));
    for (const { name } of locks.held ?? []) held.add(name);
  }
  return slots.filter(({ slot }) => slot !== own && !held.has(`gammascope ${slot}`));
}
