import { Download, FileDiff, Files } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { visible } from '../../../core/text/visible.ts';
import {
  ALL_FILES,
  baseName,
  downloadAll,
  downloadFile,
  downloadPatch,
  hasChanges,
  PATCH_FILE,
} from '../../../state/downloads.ts';
import { activeFile } from '../../../state/selectors.ts';
import { useApp } from '../../../state/store.ts';
import { downloadTexts } from './texts.ts';

/** Menu items that save the manifests: the file in the editor, all files, and the changes as a patch. */
export function DownloadItems() {
  const texts = downloadTexts(useApp((state) => state.language));
  const name = useApp((state) => activeFile(state)?.name ?? '');
  const count = useApp((state) => state.files.length);
  const changed = useApp(hasChanges);
  return (
    <>
      <DropdownMenu.Item className="menu-item" onSelect={downloadFile}>
        <Download size={14} aria-hidden />
        <span>{texts.file}</span>
        <small>{visible(baseName(name))}</small>
      </DropdownMenu.Item>
      {count > 1 && (
        <DropdownMenu.Item className="menu-item" onSelect={downloadAll}>
          <Files size={14} aria-hidden />
          <span>{texts.all(count)}</span>
          <small>{ALL_FILES}</small>
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item className="menu-item" disabled={!changed} onSelect={downloadPatch}>
        <FileDiff size={14} aria-hidden />
        <span>{texts.patch}</span>
        <small>{changed ? PATCH_FILE : texts.noChanges}</small>
      </DropdownMenu.Item>
    </>
  );
}
