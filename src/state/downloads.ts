import { joinFiles } from '../core/text/join-files.ts';
import { writePatch } from '../core/text/write-patch.ts';
import type { State } from './model.ts';
import { activeFile, sameFiles } from './selectors.ts';
import { store } from './store.ts';

/** Name of the file with the manifests of all files. */
export const ALL_FILES = 'gammascope.yaml';
/** Name of the file with the changes. */
export const PATCH_FILE = 'gammascope.patch';

/** Returns the last part of a file's path. The browser replaces other characters that it does not allow. */
export function baseName(name: string): string {
  return name.split(/[/\\]/).at(-1) || 'manifests.yaml';
}

/** Returns true when the texts differ from those that were opened or pasted. */
export function hasChanges({ files, baseline }: Pick<State, 'files' | 'baseline'>): boolean {
  return !sameFiles(files, baseline);
}

/** Saves the file in the editor. */
export function downloadFile(): void {
  const file = activeFile(store.getState());
  if (file) saveText(file.text, baseName(file.name), 'application/yaml');
}

/** Saves all files: one file unchanged, several files as documents of one file. */
export function downloadAll(): void {
  const { files } = store.getState();
  if (files.length === 1) downloadFile();
  else saveText(joinFiles(files), ALL_FILES, 'application/yaml');
}

/** Saves a patch from the texts that were opened or pasted to the present ones. It is empty without changes. */
export function downloadPatch(): void {
  const { files, baseline } = store.getState();
  saveText(writePatch(baseline, files), PATCH_FILE, 'text/x-patch');
}

/** Saves a text as a file of the user. */
export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], { type }), name);
}

/** Milliseconds after which the browser has read the content of a download. */
const READING = 10_000;

/** Saves a blob as a file of the user. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READING);
}
