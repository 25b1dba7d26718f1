/** English texts of the list of earlier works. Other languages have the same shape. */
export const en = {
  title: 'History',
  text: 'Your earlier work, kept only in this browser. The current work is not in the list. It is added when something replaces it.',
  close: 'Close',
  none: 'No earlier work yet. When an example, a link or other files replace your work, it is kept here.',
  blocked: 'This browser does not let the page keep earlier works.',
  list: 'Earlier works',
  untitled: 'Without a name',
  documents: (n: number) => (n === 1 ? '1 document' : `${n} documents`),
  files: (n: number) => (n === 1 ? '1 file' : `${n} files`),
  damaged: 'This entry is damaged and cannot be opened.',
  open: 'Open',
  openNamed: (title: string) => `Open ${title}`,
  remove: (title: string) => `Delete ${title}`,
  removeAll: 'Delete all',
  sure: (n: number) => (n === 1 ? 'Delete 1 earlier work for good?' : `Delete ${n} earlier works for good?`),
  cancel: 'Cancel',
  failed: 'The action failed. The entry may be damaged.',
  limits: (works: number, mb: number) => `The last ${works} works are kept, ${mb} MB in all.`,
  dropped: (n: number) =>
    n === 1 ? '1 older work was removed because of this.' : `${n} older works were removed because of this.`,
};

/** The texts of the list of earlier works, in any language. */
export type HistoryTexts = typeof en;
