import { freeName, mayEdit, remember } from './files.ts';
import { WITNESS_FILE, witnessFile } from './keep-witnesses.ts';
import type { TextFile } from './model.ts';
import { isConversionCurrent, moveOf } from './move.ts';
import { GATEWAY } from './request-fields.ts';
import { notify, store, update } from './store.ts';
import { applyToFiles } from './text-edits.ts';

/** Name of the file with the result of a conversion. */
export const CONVERTED_FILE = 'gateway-api.yaml';

/**
 * Adds the result of the conversion as a file, and removes the converted Ingresses, if their text can be removed.
 * A request to their controller and kept witnesses enter the new Gateway. `title` is for the offer to undo.
 */
export function adoptConversion(title: string): void {
  if (!mayEdit()) return;
  const state = store.getState();
  const { result } = moveOf(state);
  if (result === null || !isConversionCurrent(state)) {
    notify({ name: 'fix-outdated' });
    return;
  }
  const { report } = result;
  const before = state.files;
  const rest = report.removal === null ? null : applyToFiles(before, report.removal);
  const left = rest === null ? before : rest.filter((file, at) => file === before[at] || !isEmpty(file));
  const name = freeName(
    left.map((file) => file.name),
    CONVERTED_FILE,
  );
  const files = [...left, { name, text: report.documents.join('---\n') }].map((file) =>
    file.name === WITNESS_FILE ? witnessFile(result, 'after', state.language) : file,
  );
  const entrance = report.entrances.find((each) => state.request.from === `${GATEWAY}${each.before}`);
  update((present) => ({
    ...remember(present),
    files,
    active: name,
    ...(entrance && { request: { ...present.request, from: `${GATEWAY}${entrance.after}` } }),
    move: { ...moveOf(present), adopted: name },
  }));
  notify({ name: 'fix-applied', title }, 'undo');
}

/** Returns true for a text with nothing but separators, comments and blank lines. */
function isEmpty({ text }: TextFile): boolean {
  return text.split(/\r\n|\r|\n/).every((line) => /^\s*(#.*|---\s*|)$/.test(line));
}
