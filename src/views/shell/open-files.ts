import { inTurn } from '../../state/in-turn.ts';
import { notify } from '../../state/store.ts';
import type { NamedFile } from './read-files.ts';

/** Opens chosen files. The code that reads them loads on first use. */
export function openFiles(chosen: readonly File[]): Promise<void> {
  return open(async () => chosen.map((file) => ({ name: file.name, file })));
}

/** Opens dropped files, and the files in dropped folders. */
export function openDropped({ items, files }: DataTransfer): Promise<void> {
  // What was dropped is readable only during the event.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const chosen = [...files];
  if (!entries.some((entry) => entry.isDirectory)) return openFiles(chosen);
  return open(async () => (await import('./dropped-folders.ts')).filesIn(entries));
}

/** Opens files in turn, so that files opened later replace those opened earlier. */
function open(choose: () => Promise<readonly NamedFile[]>): Promise<void> {
  return inTurn(async () => {
    const reader = await import('./read-files.ts').catch(() => null);
    if (reader === null) notify({ name: 'part-missing' });
    else await reader.readFiles(await choose());
  });
}
