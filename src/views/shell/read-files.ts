import type { TextFile } from '../../state/model.ts';
import { openTexts } from '../../state/open-texts.ts';
import { keepAside } from '../../state/persistence.ts';
import { notify, store } from '../../state/store.ts';
import {
  askToCompare,
  newVersion,
  openVersions,
  twoVersions,
  type VersionsAnswer,
} from '../../state/two-versions.ts';
import { isUntouched } from '../../state/untouched.ts';
import { LONG, lengthOf } from '../../state/work-length.ts';

/** A text of this size can still be sorted by namespace. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Larger works are not searched for two versions of the same resources, in characters. */
const LONGEST_COMPARED = 8_000_000;

/** A file under a name that can contain folders. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

type Refusal = 'file-other-kind' | 'file-too-large' | 'file-not-text';

/**
 * Reads chosen or dropped files as UTF-8. As on the command line, invalid bytes become U+FFFD, which is a
 * finding. Refuses a file that is not text. Call it in turn (`inTurn`).
 */
export async function readFiles(chosen: readonly NamedFile[]): Promise<void> {
  const opened: TextFile[] = [];
  const refused: Record<Refusal, string[]> = {
    'file-other-kind': [],
    'file-too-large': [],
    'file-not-text': [],
  };
  for (const { name, file } of chosen) {
    if (!/\.(ya?ml|json)$/i.test(name)) {
      refused['file-other-kind'].push(name);
    } else if (file.size > MOST_BYTES) {
      refused['file-too-large'].push(name);
    } else {
      const text = decode(await file.arrayBuffer());
      if (text === null) refused['file-not-text'].push(name);
      else opened.push({ name, text });
    }
  }
  for (const [name, files] of Object.entries(refused) as [Refusal, string[]][]) {
    if (files.length > 0) notify({ name, files });
  }
  if (opened.length === 0) return;
  const untouched = await isUntouched(store.getState());
  const versions = await versionsOf(opened, untouched);
  if (versions === null) return;
  if (versions !== 'open') {
    if (!untouched) await keepAside();
    openVersions(versions);
    return;
  }
  const allowed = await allowedOf(opened, untouched ? [] : store.getState().files);
  if (allowed === null) return;
  if (!untouched) await keepAside();
  openTexts(allowed, untouched);
}

/**
 * Returns two versions of the same resources that the user wants to compare: among the opened files, or the
 * present files and the opened ones. Returns `open` to open the files as they are, null to open nothing.
 */
async function versionsOf(opened: readonly TextFile[], untouched: boolean): Promise<VersionsAnswer | null> {
  const { files, baseline, mode } = store.getState();
  if (mode !== 'edit' || lengthOf(opened) + lengthOf(files) > LONGEST_COMPARED) return 'open';
  const found = twoVersions(opened) ?? (untouched ? null : newVersion(files, baseline, opened));
  return found === null ? 'open' : askToCompare(found);
}

/**
 * Returns the files to open, which are added to `others`. Asks the user when they are too large together.
 * Returns null when the user opens nothing.
 */
async function allowedOf(
  files: readonly TextFile[],
  others: readonly TextFile[],
): Promise<readonly TextFile[] | null> {
  if (lengthOf(files) + lengthOf(others) <= LONG) return files;
  const { askWhatToOpen } = await import('../../state/large-work.ts');
  return askWhatToOpen(files, others);
}

/** A file with a larger share of invalid characters is not text. */
const MOST_DAMAGE = 0.1;

function decode(bytes: ArrayBuffer): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.includes('\u0000')) return null;
  return text.split('\uFFFD').length - 1 > text.length * MOST_DAMAGE ? null : text;
}
