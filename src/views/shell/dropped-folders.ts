import type { NamedFile } from './read-files.ts';

/** More files in dropped folders are not read. */
const MOST_FILES = 5000;
const MANIFEST = /\.(ya?ml|json)$/i;

/**
 * Returns the files of dropped entries, those in folders with their path. Folders often hold other files: only
 * manifests are read from them. Hidden folders such as `.git` are left out.
 */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  for (const entry of entries) await collect(entry, entry.name, entry.isFile, found);
  return found;
}

async function collect(
  entry: FileSystemEntry,
  path: string,
  wanted: boolean,
  found: NamedFile[],
): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (isFile(entry)) {
    if (!wanted && !MANIFEST.test(entry.name)) return;
    found.push({ name: path, file: await new Promise<File>((done, fail) => entry.file(done, fail)) });
  } else if (isFolder(entry) && !entry.name.startsWith('.')) {
    for (const child of await childrenOf(entry)) await collect(child, `${path}/${child.name}`, false, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Returns the entries of a folder by name. The browser returns them in parts. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) break;
    all.push(...part);
  }
  return all.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
