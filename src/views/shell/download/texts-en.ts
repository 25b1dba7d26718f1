/** English texts of the download menu. */
export const en = {
  file: 'Download the file',
  all: (count: number) => `Download all ${count} files`,
  patch: 'Download the changes as a patch',
  noChanges: 'Nothing has changed since the files were opened.',
};

export type DownloadTexts = typeof en;
