import { withLeftOut } from './left-out.ts';
import type { TextFile, Work } from './model.ts';
import { keepAside } from './persistence.ts';
import { notify, store, update } from './store.ts';
import { type FileParts, partsOf } from './work-parts.ts';

/**
 * The size up to which the page opens a work without a question. A worker keeps about 12 bytes for each byte of
 * text (20,000 documents with 12 MB: 160 MB of heap; 50,000 with 31 MB: 360 MB). The worker for questions over
 * all requests keeps as much again, and the page holds the texts, the view and the graph. Phones end a tab at
 * about 1 GB. `?largest=DOCUMENTS` sets another limit of documents for tests.
 */
const MOST_DOCUMENTS = 20_000;
const MOST_BYTES = 16 * 1024 * 1024;
/** A work that the user let in may grow by this factor before the page asks again. */
const GROWTH = 1.25;

/** The number of documents and the size of a work. */
export interface WorkSize {
  readonly documents: number;
  /** One for each UTF-16 unit: for manifests about the bytes. */
  readonly bytes: number;
}

/** Returns the limit of a work without a question. */
export function limitOfWork(): WorkSize {
  const wanted = Number(new URLSearchParams(globalThis.location?.search ?? '').get('largest'));
  return { documents: wanted >= 1 ? wanted : MOST_DOCUMENTS, bytes: MOST_BYTES };
}

/** Returns the size of some files. Documents are counted by their separators, items of Lists by their dashes. */
export function sizeOfWork(files: readonly TextFile[]): WorkSize {
  const size = { documents: 0, bytes: 0 };
  for (const { text } of files) {
    size.bytes += text.length;
    size.documents += 1 + countOf(text, '\n---') + countOf(text, '\n- apiVersion:');
  }
  return size;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

function exceeds(size: WorkSize, limit: WorkSize): boolean {
  return size.documents > limit.documents || size.bytes > limit.bytes;
}

/** The size of the last work above the limit that the user let in. */
let allowed: WorkSize = { documents: 0, bytes: 0 };

function isTooLarge(files: readonly TextFile[]): boolean {
  const size = sizeOfWork(files);
  return exceeds(size, limitOfWork()) && exceeds(size, allowed);
}

/** The present question. Null when there is none. */
let settle: ((chosen: readonly TextFile[] | null) => void) | null = null;

/**
 * Returns the files to open of `files`, which are added to `others`. Asks the user when they are too large
 * together. Returns null when the user opens nothing.
 */
export async function askWhatToOpen(
  files: readonly TextFile[],
  others: readonly TextFile[],
): Promise<readonly TextFile[] | null> {
  if (!isTooLarge([...files, ...others])) return files;
  const chosen = await ask(files);
  if (chosen !== null) allow([...chosen, ...others]);
  return chosen;
}

function allow(files: readonly TextFile[]): void {
  const { documents, bytes } = sizeOfWork(files);
  allowed = { documents: documents * GROWTH, bytes: bytes * GROWTH };
}

function ask(files: readonly TextFile[]): Promise<readonly TextFile[] | null> {
  settle?.(null);
  return new Promise((resolve) => {
    // The dialog can also close because its code cannot be loaded, or because another one opens.
    const stop = store.subscribe(({ dialog }) => dialog !== 'large' && answerLarge(null));
    settle = (chosen) => {
      settle = null;
      stop();
      update({ large: null });
      resolve(chosen);
    };
    update({ large: files, dialog: 'large' });
  });
}

/** Answers the question of the dialog: the files to open, or null to open nothing. */
export function answerLarge(chosen: readonly TextFile[] | null): void {
  settle?.(chosen);
}

/**
 * Returns true when the present work may be read. Asks the user when it is too large. The answer can replace
 * the work by a part of it, or by `before`, the work that was read last.
 */
export async function mayRead(before: Work | null): Promise<boolean> {
  const { files, mode } = store.getState();
  if (mode === 'embed' || !isTooLarge(files)) return true;
  if (settle !== null) return false;
  const chosen = await ask(files);
  if (chosen !== null) allow(chosen);
  if (chosen === files) return true;
  if (chosen !== null) {
    await keepAside();
    update({ files: chosen, active: chosen[0]?.name ?? '', baseline: chosen });
  } else if (before !== null) update(before);
  else notify({ name: 'reading-stopped' }, 'restart-worker');
  return false;
}

/** Returns only some of the files. The first of them says what is missing. */
export function onlyFiles(all: readonly FileParts[], names: ReadonlySet<string>): readonly TextFile[] {
  const kept = all.filter(({ file }) => names.has(file.name));
  const left = all.filter(({ file }) => !names.has(file.name));
  const documents = left.reduce((sum, { namespaces }) => sum + namespaces.length, 0);
  const note = { documents, namespaces: [], files: left.map(({ file }) => file.name) };
  return left.length === 0
    ? kept.map(({ file }) => file)
    : noted(
        kept.map(({ file }) => file),
        note,
      );
}

/** Returns only the documents of some namespaces, and those that belong to none. */
export function onlyNamespaces(all: readonly FileParts[], chosen: ReadonlySet<string>): readonly TextFile[] {
  const files: TextFile[] = [];
  let documents = 0;
  for (const { file, namespaces, only } of all) {
    const left = namespaces.filter((namespace) => namespace !== null && !chosen.has(namespace)).length;
    documents += left;
    if (left < namespaces.length) files.push(left === 0 ? file : { name: file.name, text: only(chosen) });
  }
  return documents === 0 ? files : noted(files, { documents, namespaces: [...chosen].sort(), files: [] });
}

const isJSON = ({ text }: TextFile) => /^\s*[[{]/.test(text);

/** Returns files with the note in the first one that can have a comment. */
function noted(files: readonly TextFile[], note: Parameters<typeof withLeftOut>[1]): readonly TextFile[] {
  const at = files.findIndex((file) => !isJSON(file));
  if (at < 0) return [{ name: 'left-out.yaml', text: withLeftOut('', note) }, ...files];
  return files.map((file, index) => (index === at ? { ...file, text: withLeftOut(file.text, note) } : file));
}

/** Returns the documents of some files, as far as they can be read cheaply. */
export function partsOfWork(files: readonly TextFile[]): readonly FileParts[] {
  return files.map(partsOf);
}
