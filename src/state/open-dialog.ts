import type { Dialog } from './model.ts';
import { store, update } from './store.ts';

/** Opens a dialog over the page in the place of another one; null closes it. */
export function openDialog(dialog: Dialog | null): void {
  if (store.getState().dialog !== dialog) update({ dialog });
}
