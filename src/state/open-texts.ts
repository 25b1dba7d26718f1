import { FRESH, mayEdit, remember } from './files.ts';
import type { TextFile } from './model.ts';
import { EMPTY_REQUEST } from './request-fields.ts';
import { notify, update } from './store.ts';

/**
 * Opens files. They replace an untouched example or an empty file. Otherwise they are added to the open
 * files, and a file with the same name gets the new text.
 */
export function openTexts(opened: readonly TextFile[], untouched: boolean): void {
  if (opened.length === 0 || !mayEdit()) return;
  update((state) => {
    const kept = untouched ? [] : state.files.filter((file) => file.text.trim() !== '');
    const names = new Map<string, TextFile>(kept.map((file) => [file.name, file]));
    for (const file of opened) names.set(file.name, file);
    const files = [...names.values()];
    // After an untouched example the opened files become the baseline of later changes. Otherwise the
    // baseline is the work before them.
    const baseline = untouched ? files : state.files;
    // The second client of an example does not exist in other manifests.
    const compared = untouched ? { compare: null, comparison: null } : null;
    return { ...remember(state), ...FRESH, ...compared, files, baseline, active: opened[0]?.name ?? '' };
  });
  notify({ name: 'files-opened', count: opened.length }, 'undo');
}

/** Removes all files. */
export function clearAll(): void {
  if (!mayEdit()) return;
  update((state) => ({
    ...remember(state),
    ...FRESH,
    files: [{ name: 'manifests.yaml', text: '' }],
    active: 'manifests.yaml',
    request: EMPTY_REQUEST,
    compare: null,
    kept: null,
    answer: null,
    comparison: null,
  }));
  notify({ name: 'file-closed', file: '' }, 'undo');
}
