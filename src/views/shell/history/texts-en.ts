/** English texts of the list of earlier works. Other languages have the same shape. */
export const en = {
  title: 'History',
  text: 'What you worked on before, kept in this browser only. The work on the screen is not in the list; it is added when something takes its place.',
  close: 'Close',
  none: 'No earlier work yet. When an example, a link or other files take the place of your work, it is kept here.',
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
  failed: 'That did not work. The entry may be damaged.',
  limits: (works: number, mb: number) => `The last ${works} works are kept, ${mb} MB in all.`,
  dropped: (n: number) =>
    n === 1 ? '1 older work had to go because of that.' : `${n} older works had to go because of that.`,
};

/** The texts of the list of earlier works, in any language. */
export type HistoryTexts = typeof en;
