import type { Dialog } from './model.ts';
import { store, update } from './store.ts';

/** Opens a dialog over the page and closes the present one. Null closes the present dialog. */
export function openDialog(dialog: Dialog | null): void {
  if (store.getState().dialog !== dialog) update({ dialog });
}
