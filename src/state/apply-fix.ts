import type { TextEdit } from '../core/explain/finding-report.ts';
import { mayEdit, remember } from './files.ts';
import { notify, store, update } from './store.ts';
import { applyToFiles } from './text-edits.ts';

/** Applies a fix to the texts that it was made for. Refuses the fix when the texts have changed since. */
export function applyFix(title: string, edits: readonly TextEdit[]): void {
  if (!mayEdit()) return;
  const { files, viewRevision, revision } = store.getState();
  const changed = viewRevision === revision ? applyToFiles(files, edits) : null;
  const first = edits[0];
  if (!changed || !first) {
    notify({ name: 'fix-outdated' });
    return;
  }
  update((state) => ({ ...remember(state), files: changed }));
  notify({ name: 'fix-applied', title }, 'undo');
}
